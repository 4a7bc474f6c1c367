"""Splits running text into sentences: for the sentence cursor, and for every rule that reads one.

Cheap by design: one pass with one pattern, and a look at the words on both sides of each stop.
"""

import re

from reader.facts.paragraphs import paragraph_spans
from reader.facts.words import words

_STOP = re.compile(
    r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*+(?=\s)"  # a full stop is one only before white space
    r"|[。！？｡।॥؟۔]++[\"'”’»」』）)\]]*+"  # these are stops anywhere
)
_OPENING = " \t\n\r\xa0\u2009\u202f\"'“‘«„([「『（*•-–—"
_WORD_BEFORE = re.compile(r"[^\s(\[\"'“‘«]+\Z")
_WORD_AFTER = re.compile(r"\w+")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?")
_ENUMERATOR = re.compile(r"\W*(?:\d{1,3}|[a-zA-Z])")
_LONGEST_WORD = 40
_LONGEST_GAP = 12
_YEAR_DIGITS = 3

_NEVER_LAST = words(
    """
    mr mrs ms mx dr prof gen lt col maj capt cmdr sgt cpl pvt adm sen rep gov pres rev hon fr sr
    messrs st mt ft no nos vs v jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed
    thu thur thurs fri sat sun fig figs vol pp p eq sec ch art al cf ca approx est dept gens sens
    reps govs supt insp det atty asst assoc bros mgr dir pte cpt msgr hrs rs mio mrd
    """
)
"""Abbreviations that stand before a name or a number."""

_AFTER_ORDINALS = words(
    """
    Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember
    Jahrhundert Quartal
    """
)
"""German nouns before which a figure with a full stop is an ordinal: "5. Mai"."""

_SELDOM_LAST = words(
    """
    inc corp co ltd llc plc jr esq etc ave blvd rd a.m p.m i.e e.g ph.d viz mln bln
    """
)
"""Abbreviations that end a sentence only when the next word looks like the first of one."""

_FIRST_WORDS = words(
    """
    the a an this that these those it he she they we i you his her their our its my your and but
    or so yet if when while although though after before since because as at by for from in on of
    to with without under over into during between among also then there here now not no yes what
    who whose which where why how all any some many most more few several each every both neither
    one two three four five six seven eight nine ten such only just even still however moreover
    meanwhile furthermore according instead despite like unlike once until last next other another
    earlier later recently today yesterday tomorrow nearly about around officials police
    """
)


def sentence_spans(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return the sentences of ``text[start:end]`` as ranges of *text*, in order.

    They have no white space at their ends, nothing but white space lies between them, and none
    crosses a blank line.
    """
    spans: list[tuple[int, int]] = []
    for low, high in paragraph_spans(text, start, end):
        sentence = low
        for stop in _STOP.finditer(text, low, high):
            if not _ends_sentence(text, sentence, stop, high):
                continue
            spans.append((sentence, stop.end()))
            sentence = stop.end()
            while text[sentence].isspace():
                sentence += 1
        spans.append((sentence, high))
    return spans


def _ends_sentence(text: str, sentence: int, stop: re.Match[str], end: int) -> bool:
    """Tell whether the *stop* is the last of the sentence that began at *sentence*."""
    if stop.end() >= end:
        return False
    if stop.group()[0] not in ".!?…":
        return True
    at = stop.end()
    while at < min(end, stop.end() + _LONGEST_GAP) and text[at] in _OPENING:
        at += 1
    if at >= end or text[at].islower():
        return False
    return not (stop.group()[0] == "." and _is_abbreviation(text, sentence, stop.start(), at))


def _is_abbreviation(text: str, sentence: int, stop: int, after: int) -> bool:
    """Tell whether the full stop at *stop* belongs to the word before it, not to the sentence."""
    found = _WORD_BEFORE.search(text, max(sentence, stop - _LONGEST_WORD), stop)
    if found is None:
        return False
    word = found.group().rpartition("-")[2]
    if found.start() == sentence and _ENUMERATOR.fullmatch(found.group()):
        return True
    if word.isdigit():
        return len(word) < _YEAR_DIGITS and _word_at(text, after) in _AFTER_ORDINALS
    if word.lower() in _NEVER_LAST:
        return not (word.islower() and word in {"no", "sat", "sun", "art", "fig", "est", "mar"})
    if word.lower() in _SELDOM_LAST or _DOTTED.fullmatch(word) or _is_initial(word):
        return not _begins_sentence(text, after)
    return False


def _is_initial(word: str) -> bool:
    """Tell whether *word* is a single capital letter, as in a name's initials."""
    return len(word) == 1 and word.isupper() and word != "I"


def _begins_sentence(text: str, at: int) -> bool:
    """Tell whether the word at *at* is one that sentences begin with."""
    return _word_at(text, at).lower() in _FIRST_WORDS


def _word_at(text: str, at: int) -> str:
    """Return the word at *at*, empty without one."""
    word = _WORD_AFTER.match(text, at)
    return word.group() if word else ""
