"""Finds the runs of capitalised words that may be names, and the words around them."""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from reader.facts.reading import Reading

_CAPITAL = "[A-ZÀ-ÖØ-ÞĀ-ɏḀ-ỿ]"
"""Capital letters; beyond Latin-1 small ones are among them, which ``_runs_of`` passes over."""

_ABBREVIATED = (
    r"(?:St|Mt|Ft|Dr|Mr|Mrs|Ms|Jr|Sr|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Maj|Prof|Rev|Hon|Inc|Corp"
    r"|Co|Ltd"
    r"|Bros|Sens|Reps|Adm|Cmdr|Cpl|Messrs)\.(?= ?\w|,)"
)
_WORD = (
    rf"(?:{_ABBREVIATED}|(?:{_CAPITAL}\.){{2,6}}(?:[-–]\w+)?|{_CAPITAL}\.(?= {_CAPITAL})"
    rf"|(?:al-|d'|O'|D')?{_CAPITAL}\w*(?:(?:'(?!s\b|S\b|\s)|&(?=\w)|[-–](?=\w)|\.(?=\w\w"
    rf"|[A-Z]\b))\w+){{0,5}}(?:\.{_CAPITAL}\.)?)"
)
_LINK = (
    r"(?:of the |of |de la |de los |de |la |del |van der |van den |van |von der |von |der |den "
    r"|da |di |du |do |dos |das |des |della |delle |dei |degli |le |el |al |bin |ibn |ben |abu "
    r"|ter |ten |y |zu |& |'t )"
)
_RUN = re.compile(rf"(?<![\w'@#/]){_WORD}(?: {_LINK}?{_WORD}){{0,11}}(?!\w)")
_PART = re.compile(rf"{_WORD}|[\w&']+")
_ALPHABETIC = re.compile(r"[^\W\d_][\w'.-]*")
_OPENS = frozenset('"“‘:;.!?—–-*•([')

_SHOUTED_SHARE = 0.6
_HEADING_SHARE = 0.7
_HEADING_WORDS = 5
_AROUND = 48


class Word(NamedTuple):
    """A word of a run and where it stands."""

    start: int
    end: int
    text: str

    plain: str
    """The word without a full stop at its end."""


def word_at(start: int, written: str) -> Word:
    """Return the word *written* at an offset."""
    return Word(start, start + len(written), written, written.rstrip("."))


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words in a row, with the small words that link them."""

    words: tuple[Word, ...]

    opens: bool
    """Whether it begins its sentence, or a quotation: its first capital then says nothing."""

    heading: bool
    """Whether its sentence is written in capitals throughout: no capital says anything."""

    shouted: bool
    """Whether its sentence is written in capital letters alone."""


@dataclass
class Candidate:
    """Words that may be one name."""

    words: tuple[Word, ...]

    run: Run
    """Where it was found."""

    title: str = ""
    """The title or office before it, when one belongs to it."""

    kind: str | None = None
    """What it turned out to be."""

    confidence: float = 0.0

    evidence: list[str] = field(default_factory=list)

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.words[-1].end

    @property
    def opens(self) -> bool:
        """Whether its first capital says nothing."""
        return self.run.opens and self.words[0] is self.run.words[0]

    @cached_property
    def surface(self) -> str:
        """The name as the rules read it, with single spaces."""
        return " ".join([word.text for word in self.words])


def find_runs(reading: Reading) -> list[Run]:
    """Return the runs in reading order."""
    return [run for span in reading.sentences for run in _runs_of(reading.flat, *span)]


def _runs_of(flat: str, start: int, end: int) -> Iterator[Run]:
    """Yield the runs of one sentence."""
    heading, shouted = _case_of(flat, start, end)
    for match in _RUN.finditer(flat, start, end):
        if match.group()[0].islower() and match.group()[0] > "z":
            continue
        parts = tuple(
            word_at(part.start(), sys.intern(part.group()))
            for part in _PART.finditer(flat, match.start(), match.end())
        )
        before = flat[max(start, match.start() - 2) : match.start()].strip()
        opens = match.start() == start or (before != "" and before[-1] in _OPENS)
        yield Run(parts, opens, heading, shouted)


def _case_of(flat: str, start: int, end: int) -> tuple[bool, bool]:
    """Tell whether a sentence has all words capitalised, and whether in capital letters alone."""
    found = _ALPHABETIC.findall(flat, start, end)
    if len(found) < 2:
        return False, bool(found) and len(found[0]) > 4 and found[0].isupper()
    shouting = sum(len(word) > 1 for word in filter(str.isupper, found))
    shouted = shouting > _SHOUTED_SHARE * len(found) and len(found) > 2
    if shouted or len(found) < _HEADING_WORDS or flat[end - 1] == ".":
        return shouted, shouted
    long = [word for word in found if len(word) > 3 or word[0].isupper()] or found
    capital = sum(word[0].isupper() for word in long)
    return capital > _HEADING_SHARE * len(long), False


def words_before(flat: str, start: int) -> tuple[str, str]:
    """Return the two words before *start* in lower case; an empty one where there is none."""
    before = flat[max(0, start - _AROUND) : start].removesuffix(" ")
    near = _last_word(before)
    before = before[: len(before) - len(near)]
    if not near and (not before or before[-1].isspace()):
        return "", ""
    if not near:
        near, before = before[-1], before[:-1]
    return _last_word(before[:-1]).lower() if before.endswith(" ") else "", near.lower()


def _last_word(text: str) -> str:
    """Return the word that *text* ends in; cheaper than a pattern, which would seek its start."""
    at = len(text)
    while at and (text[at - 1].isalnum() or text[at - 1] in "_'.-"):
        at -= 1
    return text[at:]


def text_after(flat: str, end: int) -> str:
    """Return what follows *end* in the paragraph, as far as rules look."""
    return flat[end : end + _AROUND].partition("\n")[0]
