"""Where the running text of a scrape lies."""

from collections.abc import Sequence
from typing import NamedTuple

from reader.ingest.scrape.lines import Line

_NEUTRAL = -6
_FURNITURE = -14
_MOST_WORDS = 80


class Segment(NamedTuple):
    """A stretch of lines, from *start* up to before *end*."""

    start: int
    end: int


def densest(lines: Sequence[Line]) -> Segment:
    """Return the stretch where paragraphs outweigh short lines most; empty when there is none.

    A paragraph counts as many as its words, to a limit; a short line takes some away, a line of
    furniture more.
    """
    best = 0
    found = Segment(0, 0)
    weight = start = 0
    for index, line in enumerate(lines):
        if weight <= 0:
            weight, start = 0, index
        weight += _weight(line)
        if weight > best:
            best, found = weight, Segment(start, index + 1)
    return found


def _weight(line: Line) -> int:
    """Return what a line speaks for its stretch being the article."""
    covered = sum(line.furniture)
    if line.is_paragraph and (covered < 0.15 or line.words >= 40):
        return min(line.words, _MOST_WORDS)
    return _FURNITURE if covered >= 0.3 else _NEUTRAL
