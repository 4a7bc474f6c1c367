"""Tells quotation marks round a title or a nickname from those round speech.

Newspapers put the names of shows, films and books between the marks of speech, too, and write
nicknames so inside a name: Robert "Bobby" Scott. A title is the name of a work; the names, days
and figures in it are none: "Winter Without Claire", "Seven Quiet Rooms".
"""

import re
from collections.abc import Iterator, Sequence

from reader.facts.gazetteer import gazetteer
from reader.facts.lexicon_things import EVENT_HEADS
from reader.facts.model import Fact
from reader.facts.quote_marks import Quotation, find_quotations
from reader.facts.reading import Reading
from reader.facts.words import words

_SMALL = words("a an the of and or in on to for with at by from your my is it this")
_MOST_WORDS = 7
_BEFORE = 40
_NAMED_BEFORE = re.compile(
    r"(?:\b(?:titled|entitled|called|named|dubbed|nicknamed|nickname|starring in|film|movie"
    r"|documentary|show|series|sitcom|drama|book|novel|memoir|bestseller|song|album|single|play"
    r"|musical|podcast|column|magazine|poem|painting|exhibition|programme?|episode of"
    r"|broadcast of|edition of|host of|star of|author of|creator of|appearance on|interview on"
    r")|\w's),? \Z",
    re.IGNORECASE,
)
_KIND_AFTER = re.compile(
    r" (?:(?:radio|television|TV|talk|news|reality|game|morning) )?(?:programme?|show|film|movie"
    r"|documentary|series|sitcom|podcast|album|song|book|novel|column|host|star)\b"
)
_KINDS = (
    r"(?:film|movie|documentary|show|series|sitcom|drama|book|novel|memoir|bestseller|song|album"
    r"|single|play|musical|podcast|poem|painting|exhibition|thriller|comedy|opera|sculpture"
    r"|biography|autobiography|anthem|mural|video game)s?"
)
_WORK_BEFORE = re.compile(
    rf"\b(?:{_KINDS}(?: (?:titled|entitled|called|named))?|titled|entitled|wrote|directed|composed"
    rf"|(?:star|author|writer|director|creator|screening|performance|sequel|rights) (?:of|to|in)"
    rf"|starr(?:ed|ing) in|among (?:them|others)|best known for),? \Z"
)
_WORK_AFTER = re.compile(
    rf",? (?:(?:an?|the|his|her|their|its) (?:[\w'-]+ ){{0,3}}?{_KINDS}\b|(?:directed|written"
    rf"|composed|sung|painted) by\b)|,? (?:by|from) (?:the )?(?:\w+ )?(?:author|band|singer)\b"
)
_APPOSED = re.compile(
    r"\b(?:novel|album|memoir|film|play|musical|documentary|collection of (?:stories|poems)),"
    r" (?P<title>[A-Z][\w'-]*(?: (?:[A-Z][\w'-]*|a|an|the|of|and|in|on|for|to)){1,6}),(?! \d)"
)
_BETWEEN_TITLES = re.compile(r",? (?:and |or )?")
_PRIZE_FOR = re.compile(r"\b(?:prize|award|Oscar|Bear|Palme|Emmy|Tony|Grammy|performance)\b[^.]*$")
_FOR = re.compile(r"\bfor \Z")
_FURTHER = 90
_NAME_BEFORE = re.compile(r"[A-Z][\w.'-]* \Z")
_NAME_AFTER = re.compile(r" [A-Z][a-z]")


def is_title(flat: str, quotation: Quotation) -> bool:
    """Tell whether the marks hold a name, by its capitals and by the words beside it."""
    found = _words_of_title(flat, quotation)
    if not found:
        return False
    before = flat[max(0, quotation.start - _BEFORE) : quotation.start]
    if len(found) == 1 and _NAME_BEFORE.search(before) and _NAME_AFTER.match(flat, quotation.end):
        return True
    return bool(_NAMED_BEFORE.search(before) or _KIND_AFTER.match(flat, quotation.end))


def find_titles(reading: Reading) -> list[Fact]:
    """Return the works whose titles stand between quotation marks, in reading order."""
    if not reading.english:
        return []
    quotations = [
        quotation
        for quotation in find_quotations(reading.text, reading.flat)
        if _words_of_title(reading.flat, quotation)
    ]
    named = list(_named_works(reading.flat, quotations))
    again = {title for one in named if " " in (title := _title(reading.flat, one))}
    works = [
        _work(reading, one)
        for one in quotations
        if one in named or _title(reading.flat, one) in again
    ]
    return sorted([*works, *_apposed(reading)], key=lambda work: work.start)


def _apposed(reading: Reading) -> Iterator[Fact]:
    """Yield the works whose titles commas set off: "her first novel, Between Floors, is out"."""
    for match in _APPOSED.finditer(reading.flat):
        first, *rest = match["title"].split()
        if first not in gazetteer().given and any(word not in _SMALL for word in rest):
            entity = f"work:{match['title'].lower()}"
            yield reading.fact(
                "work", *match.span("title"), match["title"], "work.apposed", entity=entity
            )


def _words_of_title(flat: str, quotation: Quotation) -> list[str]:
    """Return the words between the marks when they are written as those of a title."""
    found = _title(flat, quotation).split()
    if not quotation.closed or not 0 < len(found) <= _MOST_WORDS:
        return []
    written = all(word[0].isupper() or word[0].isdigit() or word in _SMALL for word in found)
    return found if written else []


def _title(flat: str, quotation: Quotation) -> str:
    """Return what stands between the marks, without the sentence's own signs."""
    return flat[quotation.inside_start : quotation.inside_end].strip(" ,.")


def _named_works(flat: str, quotations: Sequence[Quotation]) -> Iterator[Quotation]:
    """Yield those that the words beside them, or a title joined to them, make titles of works."""
    last: Quotation | None = None
    for quotation in quotations:
        joined = last is not None and _BETWEEN_TITLES.fullmatch(flat, last.end, quotation.start)
        if joined or _is_named_work(flat, quotation):
            last = quotation
            yield quotation


def _is_named_work(flat: str, quotation: Quotation) -> bool:
    """Tell whether a noun for a kind of work, or a prize for one, stands beside the marks."""
    if _title(flat, quotation).rpartition(" ")[2] in EVENT_HEADS:
        return False
    before = flat[max(0, quotation.start - _BEFORE) : quotation.start]
    if _WORK_BEFORE.search(before) or _WORK_AFTER.match(flat, quotation.end):
        return True
    if _KIND_AFTER.match(flat, quotation.end):
        return True
    further = flat[max(0, quotation.start - _FURTHER) : quotation.start].rpartition("\n")[2]
    return bool(_FOR.search(further) and _PRIZE_FOR.search(further))


def _work(reading: Reading, quotation: Quotation) -> Fact:
    """Return the fact of a work by its title."""
    title = _title(reading.flat, quotation)
    start = reading.flat.index(title, quotation.inside_start)
    entity = f"work:{title.lower()}"
    return reading.fact(
        "work", start, start + len(title), title, "work.title", confidence=0.8, entity=entity
    )
