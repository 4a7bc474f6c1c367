"""An article's text as the rules read it: same offsets, fewer kinds of characters.

Every rule matches against ``Reading.flat`` and takes the words of its facts from
``Reading.text``; as the two agree offset for offset, a fact's span is exact by construction.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from reader.facts.abroad_numbers import in_english_signs
from reader.facts.languages import Language, guess_language, language_code, language_rules
from reader.facts.model import Fact, FactKind
from reader.facts.paragraphs import paragraph_spans
from reader.facts.sentences import sentence_spans

_PLAIN = (
    ("’", "'"),
    ("‘", "'"),
    ("ʼ", "'"),
    ("−", "-"),
    ("‐", "-"),
    ("‑", "-"),
    ("\xad", "-"),
    ("％", "%"),
    ("＄", "$"),
)
_SPACE = re.compile(r"[^\S ]")
_FOREIGN_DIGIT = re.compile(r"[^\D0-9]")
_LETTER = re.compile(r"[^\W\d_]")
_LATIN_LETTER = re.compile(r"[À-ɏ]")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_NO_ASCII_LETTERS = bytes(sign for sign in range(128) if not chr(sign).isalpha())
_DEVANAGARI = re.compile(r"[\u0904-\u0939]")
_SMALL_WORD = re.compile(r"(?<!\w)[a-zß-öø-ÿ]\w*")
_EARLIEST, _LATEST = 1000, 9000
"""Between which years an article may have been published; others are what programs put for none."""

_SAMPLE = 4_000
_GUESSED = 1_200


@dataclass(frozen=True)
class Reading:
    """One text, prepared once for all rules. Make it with ``read``."""

    text: str
    """The article's text."""

    flat: str
    """The same length: white space is a space, the end of a paragraph one or more ``\\n``,
    digits are ASCII, apostrophes are ``'``."""

    published: date | None
    """The day that "today" means."""

    english: bool
    """Whether the rules for English may be used."""

    language: Language | None = None
    """What is known of the language, when it is not English."""

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """The sentences, in order."""
        return sentence_spans(self.text)

    @cached_property
    def lowered(self) -> str:
        """``flat`` in lower case, offset for offset: patterns that mind case are far cheaper."""
        lowered = self.flat.lower()
        if len(lowered) == len(self.flat):
            return lowered
        return "".join(low if len(low := sign.lower()) == 1 else sign for sign in self.flat)

    @cached_property
    def small_words(self) -> frozenset[str]:
        """The words that the text writes without a capital: where they have one, they are words."""
        return frozenset(_SMALL_WORD.findall(self.flat))

    @cached_property
    def _sentence_starts(self) -> list[int]:
        """Where the sentences begin."""
        return [start for start, _ in self.sentences]

    def sentence_index(self, at: int) -> int:
        """Return which sentence the offset *at* lies in, or the last one before it."""
        return max(0, bisect_right(self._sentence_starts, at) - 1)

    def sentence_at(self, at: int) -> tuple[int, int]:
        """Return the sentence that the offset *at* lies in."""
        return self.sentences[self.sentence_index(at)]

    def fact(
        self,
        kind: FactKind,
        start: int,
        end: int,
        value: Any,
        *evidence: str,
        confidence: float = 0.9,
        entity: str | None = None,
        **details: Any,
    ) -> Fact:
        """Return the fact that rules found at a range, with its words taken from the text."""
        return Fact(
            kind=kind,
            text=self.text[start:end],
            start=start,
            end=end,
            value=value,
            entity=entity,
            confidence=confidence,
            evidence=evidence,
            details=details,
        )


def read(text: str, published: date | None = None, language: str | None = None) -> Reading:
    """Return *text* prepared for the rules.

    Args:
        text: the article's text.
        published: the day it was published, if known.
        language: its language, as in ``en-GB``; told by its words and script when not known. Many
            pages call themselves English that are not, so that their words can overrule it.
    """
    code = language_code(language)
    latin = code is None and _is_latin(text)
    if latin or code == "en":
        code = guess_language(text[:_GUESSED]) or code
    elif code is None and _DEVANAGARI.search(text[:_SAMPLE]):
        code = "hi"
    rules = language_rules(code)
    flat = _flatten(text)
    if rules and rules.decimal == ",":
        flat = in_english_signs(flat)
    if published is not None and not _EARLIEST <= published.year <= _LATEST:
        published = None
    return Reading(text, flat, published, code == "en" or (latin and rules is None), rules)


def _flatten(text: str) -> str:
    """Return *text* with the same length and fewer kinds of characters."""
    parts: list[str] = []
    at = 0
    for start, end in paragraph_spans(text):
        parts.append("\n" * (start - at))
        parts.append(_SPACE.sub(" ", text[start:end]))
        at = end
    parts.append("\n" * (len(text) - at))
    flat = "".join(parts)
    for fancy, plain in _PLAIN:
        flat = flat.replace(fancy, plain)
    return _FOREIGN_DIGIT.sub(lambda digit: str(unicodedata.decimal(digit.group())), flat)


def _is_latin(text: str) -> bool:
    """Tell whether most letters of *text* are Latin: it can be English then."""
    sample = text[:_SAMPLE]
    if sample.isascii():
        return True
    plain = len(sample.encode("ascii", "ignore").translate(None, _NO_ASCII_LETTERS))
    others = "".join(_NOT_ASCII.findall(sample))
    letters = plain + len(_LETTER.findall(others))
    return letters == 0 or plain + len(_LATIN_LETTER.findall(others)) > letters / 2
