"""The passage of a text that shows best what was asked for."""

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple
from unicodedata import category

from reader.search.query import Clause
from reader.search.words import folded

LENGTH = 160
"""About how many characters a snippet has."""

_BEFORE = 40
_MOST_MATCHES = 200
_MOST_WIDENED = 24
_ELLIPSIS = "…"
_SPACES = re.compile(r"\s+")


class Excerpt(NamedTuple):
    """A snippet, and where in it and in the text the matches are."""

    snippet: str
    matches: tuple[tuple[int, int], ...]
    place: int | None
    """Where the first of *matches* stands in the text; None when there are none."""


class _Match(NamedTuple):
    """A place in the text where one of the clauses stands."""

    start: int
    end: int
    clause: int


def excerpt(text: str, clauses: Sequence[Clause]) -> Excerpt:
    """Return the passage of *text* in which most of *clauses* stand, its beginning when none do."""
    found = _matches(text, clauses)
    shown = _best(found)
    first, last = (shown[0].start, shown[-1].end) if shown else (0, 0)
    start = _widened(text, max(0, first - _BEFORE), -1) if first > _BEFORE else 0
    end = min(len(text), max(last, start + LENGTH))
    end = end if end == len(text) else max(last, _widened(text, end, 1))
    snippet, matches = _on_one_line(text, start, end, shown)
    return Excerpt(snippet, matches, shown[0].start if shown else None)


def _matches(text: str, clauses: Sequence[Clause]) -> list[_Match]:
    """Return where the clauses stand in *text*, without overlaps, in order."""
    plain = folded(text)
    found = sorted(
        _Match(*plain.origin(*match.span()), number)
        for number, clause in enumerate(clauses)
        for match in islice(clause.pattern.finditer(plain.text), _MOST_MATCHES)
    )
    apart: list[_Match] = []
    for match in found:
        if not apart or match.start >= apart[-1].end:
            apart.append(_whole(text, match))
    return apart


def _whole(text: str, match: _Match) -> _Match:
    """Return *match* with the accents that stand on its last letter, which folding dropped."""
    return match._replace(end=_beside_marks(text, match.end, 1))


def _beside_marks(text: str, place: int, step: int) -> int:
    """Return the place nearest *place*, in the direction of *step*, that parts no letter."""
    while 0 < place < len(text) and category(text[place])[0] == "M":
        place += step
    return place


def _best(found: Sequence[_Match]) -> Sequence[_Match]:
    """Return the matches of the passage that shows most clauses, then most matches, then first."""
    best: Sequence[_Match] = found[:1]
    worth = (0, 0)
    end = 0
    for start in range(len(found)):
        end = max(end, start + 1)
        limit = found[start].start + LENGTH - _BEFORE
        while end < len(found) and found[end].end <= limit:
            end += 1
        here = found[start:end]
        if (value := (len({match.clause for match in here}), len(here))) > worth:
            best, worth = here, value
    return best


def _widened(text: str, place: int, step: int) -> int:
    """Return a place near *place*, in the direction of *step*, where no word is cut in two."""
    for near in range(place, place + step * _MOST_WIDENED, step):
        if not 0 < near < len(text) or text[near - 1].isspace() or text[near].isspace():
            return max(0, min(near, len(text)))
    return _beside_marks(text, place, step)


def _on_one_line(
    text: str, start: int, end: int, shown: Sequence[_Match]
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return ``text[start:end]`` on one line, and where the matches *shown* are in it."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    parts = [_ELLIPSIS] if start > 0 else []
    length = len("".join(parts))
    matches: list[tuple[int, int]] = []
    for match in shown:
        parts += (_line(text[start : match.start]), _line(text[match.start : match.end]))
        length += len(parts[-2])
        matches.append((length, length + len(parts[-1])))
        length, start = matches[-1][1], match.end
    parts.append(_line(text[start:end]))
    return "".join(parts) + (_ELLIPSIS if end < len(text) else ""), tuple(matches)


def _line(text: str) -> str:
    """Return *text* with each run of white space made one space."""
    return _SPACES.sub(" ", text)
