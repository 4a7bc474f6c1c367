"""Which lines of a scrape are its text, which are headings, and which stand around it."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Literal

from reader.ingest.boilerplate import is_notice
from reader.ingest.scrape import context, features
from reader.ingest.scrape.context import Odds, second_look
from reader.ingest.scrape.features import first_look
from reader.ingest.scrape.lines import Line, see
from reader.ingest.scrape.weights import FIRST, SECOND

Role = Literal["body", "heading", "other"]

_KEEP = 0.4
"""How likely a line must be text to be kept; below an even chance, for a lost line costs more."""

_OF_LEVEL = 0.45
"""The same for a text whose paragraphs are all unlikely, as those of short ones are: a share of
what they reach."""

_GOES_ON = 0.25
"""The share of it that is enough for a line which goes on from a paragraph."""

_HEADING = 0.38
_OF_KEPT = 0.4
"""The share of a kept line's odds that makes it a heading where a paragraph follows."""

_SOME_FURNITURE, _LITTLE_FURNITURE = 0.3, 0.15
_LONGEST_HEADING = 20
_PLAIN_FURNITURE = 0.5
_MOST_WORDS = 40


_CLOCK = re.compile(
    r"[0-2]?\d[:.h][0-5]\d(?:[:.][0-5]\d)?(?:\s?[ap]\.?m\.?)?(?:\s?[A-Z]{2,5}|\s?h|\s?Uhr)?",
    re.IGNORECASE,
)
_LEAST_ENTRIES = 3
_SPOKEN = re.compile(r"[A-Z]\s?[:.]\s|[A-Z]{2,}(?:\s[A-Z]{2,})?:\s")


def look_at(texts: Sequence[str], language: str | None = "en") -> list[Line]:
    """Return the lines looked at, each with the count of its copies.

    Args:
        texts: the lines.
        language: the one they are in, if it is one of ``SMALL_WORDS``.
    """
    copies = Counter(text.casefold() for text in texts)
    return [see(text, copies[text.casefold()], language or "en") for text in texts]


def odds_of(lines: Sequence[Line]) -> list[Odds]:
    """Return how likely each line is text, heading or neither."""
    rows = first_look(lines)
    first = [_odds(row, _FIRST) for row in rows]
    again = second_look(lines, first)
    return [_odds([*row, *more], _SECOND) for row, more in zip(rows, again, strict=True)]


def roles_of(lines: Sequence[Line], odds: Sequence[Odds], language: str | None) -> list[Role]:
    """Return what each line is.

    The weights have their say only where there is furniture, running text, and a *language* whose
    small words are known, and only if they keep some of the running text; else every line stays
    that is not plainly furniture.
    """
    plain = [not _is_furniture(line) for line in lines]
    kept = plain
    if language and not all(plain):
        likely = _likely(lines, odds)
        if any(keep and line.is_paragraph for keep, line in zip(likely, lines, strict=True)):
            kept = likely
    followed = [*(line.is_paragraph for line in lines[1:]), False]
    return _with_text_below(
        [
            _role(line, chance, before_paragraph) if keep else "other"
            for line, chance, keep, before_paragraph in zip(
                lines, odds, kept, followed, strict=True
            )
        ]
    )


def _likely(lines: Sequence[Line], odds: Sequence[Odds]) -> list[bool]:
    """Return which lines are likely enough to be text.

    A line needs less where it goes on from a paragraph that is kept: a paragraph of its own
    right, and what stands between two. One button between does not part paragraphs.
    """
    level = _level(lines, odds)
    least = min(_KEEP, _OF_LEVEL * level)
    likely = [chance.kept > least for chance in odds]
    for index, line in enumerate(lines):
        if likely[index] or odds[index].kept < _GOES_ON * level:
            continue
        goes_on = _is_kept_paragraph(lines, likely, index - 1)
        if line.is_paragraph:
            goes_on = goes_on or _is_after_button(lines, likely, index)
            likely[index] = goes_on and sum(line.furniture) < _LITTLE_FURNITURE
        elif goes_on and _is_kept_paragraph(lines, likely, index + 1):
            likely[index] = not any(line.furniture) and line.copies == 1
    for index in _entries(lines):
        likely[index] = likely[index + 1] = True
    return likely


def _is_kept_paragraph(lines: Sequence[Line], likely: Sequence[bool], index: int) -> bool:
    """Tell whether a paragraph that is kept is there."""
    return 0 <= index < len(lines) and likely[index] and lines[index].is_paragraph


def _is_after_button(lines: Sequence[Line], likely: Sequence[bool], index: int) -> bool:
    """Tell whether one line of furniture is all that parts a line from a paragraph that is kept."""
    return (
        index > 1
        and not likely[index - 1]
        and _is_furniture(lines[index - 1])
        and _is_kept_paragraph(lines, likely, index - 2)
    )


def _entries(lines: Sequence[Line]) -> list[int]:
    """Return the lines that are a time of day over a paragraph, where several are: a blog's."""
    entries = [
        index
        for index, (line, below) in enumerate(pairwise(lines))
        if _CLOCK.fullmatch(line.text)
        and below.is_paragraph
        and sum(below.furniture) < _LITTLE_FURNITURE
    ]
    return entries if len(entries) >= _LEAST_ENTRIES else []


def _level(lines: Sequence[Line], odds: Sequence[Odds]) -> float:
    """Return how likely the likely ones among the paragraphs are."""
    paragraphs = [
        chance.kept
        for line, chance in zip(lines, odds, strict=True)
        if line.is_paragraph and sum(line.furniture) < _LITTLE_FURNITURE
    ]
    return sum(kept * kept for kept in paragraphs) / (sum(paragraphs) or 1)


def _role(line: Line, odds: Odds, before_paragraph: bool) -> Role:
    """Return what a line is that is kept."""
    likely = odds.heading > _HEADING
    if before_paragraph and sum(line.furniture) < _SOME_FURNITURE:
        likely = likely or odds.heading > _OF_KEPT * odds.kept
    return "heading" if likely and _may_be_heading(line) else "body"


def _is_furniture(line: Line) -> bool:
    """Tell whether *line* shows by itself that it is furniture."""
    covered = line.words <= _MOST_WORDS and sum(line.furniture) >= _PLAIN_FURNITURE
    return covered or is_notice(line.text)


def _may_be_heading(line: Line) -> bool:
    """Tell whether a heading can look like *line*; a question of an interview is none."""
    asked = _SPOKEN.match(line.text) is not None
    return line.words <= _LONGEST_HEADING and not line.text.endswith((".", ",", ";")) and not asked


def _with_text_below(roles: Sequence[Role]) -> list[Role]:
    """Return *roles* with headings that no text follows made text."""
    seen = False
    checked: list[Role] = []
    for role in reversed(roles):
        seen = seen or role == "body"
        checked.append("body" if role == "heading" and not seen else role)
    return checked[::-1]


def _odds(row: Sequence[float], weights: Sequence[tuple[float, float]]) -> Odds:
    """Return the odds that the *weights* give a row of numbers."""
    body = heading = 0.0
    for value, (for_body, for_heading) in zip(row, weights, strict=True):
        if value:
            body += value * for_body
            heading += value * for_heading
    top = max(0.0, body, heading)
    shares = [math.exp(score - top) for score in (0.0, body, heading)]
    total = sum(shares)
    return Odds(shares[0] / total, shares[1] / total, shares[2] / total)


def _in_order(
    table: Mapping[str, tuple[float, float]], names: Sequence[str]
) -> list[tuple[float, float]]:
    """Return the weights of *names*, in their order."""
    return [table[name] for name in names]


_FIRST = _in_order(FIRST, features.NAMES)
_SECOND = _in_order(SECOND, (*features.NAMES, *context.NAMES))
