"""The second look at a scrape: each line in the light of what the first made of the others."""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from reader.ingest.scrape.lines import Line

NAMES = (
    "kept itself",
    "heading itself",
    *(f"{what} at {shift:+d}" for shift in (-3, -2, -1, 1, 2, 3) for what in ("kept", "heading")),
    "kept around 4",
    "kept around 12",
    "kept around 40",
    "kept before",
    "kept after",
    "share before",
    "kept in all",
    "headings of its style",
    "lines of its style",
    "headings",
    "headings a paragraph",
)
"""What each number of a row of ``second_look`` says, beyond those of the first."""

_SHIFTS = (-3, -2, -1, 1, 2, 3)
_MOST_CHARACTERS = 400
_TINY = 1e-3


@dataclass(frozen=True, slots=True)
class Odds:
    """How likely a line is what, from 0 to 1; they make 1 together."""

    other: float
    body: float
    heading: float

    @property
    def kept(self) -> float:
        """How likely the line belongs to the article."""
        return 1.0 - self.other


_NOWHERE = Odds(1.0, 0.0, 0.0)


def second_look(lines: Sequence[Line], first: Sequence[Odds]) -> list[list[float]]:
    """Return what the odds of the *first* look say of each line, in the order of ``NAMES``."""
    styles = _style_support(lines, first)
    masses = _masses(lines, first)
    headings = sum(odds.heading for odds in first)
    paragraphs = max(1.0, sum(odds.body for odds in first))
    whole = [math.log1p(headings), headings / paragraphs]
    padded = [_NOWHERE] * 3 + list(first) + [_NOWHERE] * 3
    return [
        [
            _log_odds(odds.kept),
            _log_odds(odds.heading),
            *_neighbours(padded, index + 3),
            *masses[index],
            *styles[index],
            *whole,
        ]
        for index, odds in enumerate(first)
    ]


def _log_odds(share: float) -> float:
    """Return the logarithm of the odds of *share*, never infinite."""
    return math.log(share + _TINY) - math.log(1 - share + _TINY)


def _neighbours(odds: Sequence[Odds], index: int) -> list[float]:
    """Return the odds of the lines up to three away; nothing stands beyond the ends."""
    found = []
    for shift in _SHIFTS:
        beside = odds[index + shift]
        found += [beside.kept, beside.heading]
    return found


def _masses(lines: Sequence[Line], first: Sequence[Odds]) -> list[list[float]]:
    """Return how much of the characters around each line is kept, near and far."""
    sizes = [min(len(line.text), _MOST_CHARACTERS) for line in lines]
    kept = [0.0, *accumulate(o.kept * size for o, size in zip(first, sizes, strict=True))]
    sized = [0.0, *accumulate(map(float, sizes))]
    count = len(lines)

    def share(start: int, end: int) -> float:
        start, end = max(0, start), min(count, end)
        return (kept[end] - kept[start]) / (sized[end] - sized[start] + 1)

    return [
        [
            *(share(index - reach, index + reach + 1) for reach in (4, 12, 40)),
            share(0, index),
            share(index + 1, count),
            kept[index] / (kept[-1] + 1e-9),
            share(0, count),
        ]
        for index in range(count)
    ]


def _style(line: Line) -> tuple[bool, bool, bool, bool]:
    """Return what headings of one article have in common."""
    return line.all_capitals, line.capitals > 0.7, line.numbered, line.question or line.asks


def _style_support(lines: Sequence[Line], first: Sequence[Odds]) -> list[list[float]]:
    """Return for each line how much like headings the other lines of its style are."""
    likely: dict[tuple[bool, bool, bool, bool], list[float]] = defaultdict(list)
    counted = []
    for line, odds in zip(lines, first, strict=True):
        counts = line.words < 13 and odds.heading > 0.15
        counted.append(counts)
        if counts:
            likely[_style(line)].append(odds.heading)
    sums = {style: sum(shares) for style, shares in likely.items()}
    support = []
    for line, odds, counts in zip(lines, first, counted, strict=True):
        style = _style(line)
        total, count = sums.get(style, 0.0), len(likely.get(style, ()))
        others = (total - odds.heading, count - 1) if counts else (total, count)
        support.append([others[0] / max(1, others[1]), math.log1p(count)])
    return support
