"""Which lines of a scrape are its text, which are headings, and which stand around it."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
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

_HEADING = 0.38
_LONGEST_HEADING = 20
_PLAIN_FURNITURE = 0.5
_MOST_WORDS = 40


def look_at(texts: Sequence[str]) -> list[Line]:
    """Return the lines looked at, each with the count of its copies."""
    copies = Counter(text.casefold() for text in texts)
    return [see(text, copies[text.casefold()]) for text in texts]


def odds_of(lines: Sequence[Line]) -> list[Odds]:
    """Return how likely each line is text, heading or neither."""
    rows = first_look(lines)
    first = [_odds(row, _FIRST) for row in rows]
    again = second_look(lines, first)
    return [_odds([*row, *more], _SECOND) for row, more in zip(rows, again, strict=True)]


def roles_of(lines: Sequence[Line], odds: Sequence[Odds]) -> list[Role]:
    """Return what each line is.

    The weights have their say only where there is furniture, running text, and the language that
    they were made on, and only if they keep some of the running text; else every line stays that
    is not plainly furniture.
    """
    plain = [not _is_furniture(line) for line in lines]
    kept = plain
    if is_english(lines) and not all(plain):
        likely = [chance.kept > _KEEP for chance in odds]
        if any(keep and line.is_paragraph for keep, line in zip(likely, lines, strict=True)):
            kept = likely
    return _with_text_below(
        [_role(line, chance, keep) for line, chance, keep in zip(lines, odds, kept, strict=True)]
    )


def _role(line: Line, odds: Odds, keep: bool) -> Role:
    """Return what one line is, if it is kept or not."""
    if keep and odds.heading > _HEADING and _may_be_heading(line):
        return "heading"
    return "body" if keep else "other"


def is_english(lines: Sequence[Line]) -> bool:
    """Tell whether the running text has the small words of English."""
    shares = [line.small for line in lines if line.is_paragraph]
    return bool(shares) and sum(shares) / len(shares) > 0.2


def _is_furniture(line: Line) -> bool:
    """Tell whether *line* shows by itself that it is furniture."""
    covered = line.words <= _MOST_WORDS and sum(line.furniture) >= _PLAIN_FURNITURE
    return covered or is_notice(line.text)


def _may_be_heading(line: Line) -> bool:
    """Tell whether a heading can look like *line*."""
    return line.words <= _LONGEST_HEADING and not line.text.endswith((".", ",", ";"))


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
