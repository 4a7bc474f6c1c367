"""Finds shares that are told as fractions: "two-thirds of voters", "one in five", "1/4 of"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.facts.numbers import ONES, TENS, number, tidy
from reader.facts.reading import Reading

_PARTS = {
    **{"half": 2, "halve": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6},
    **{"seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "hundredth": 100},
}
_SMALL = "|".join([*list(ONES)[1:13], "twenty", "fifty"])
_OF_WHOLE = (
    r" of (?!(?:an?|the|one) (?:(?:century|decade|year|month|week|day|hour|minute|second|mile"
    r"|kilomet\w+|met\w+|inch|pound|cent|percentage|per ?cent|billion|million|trillion|thousand"
    r"|dozen|way|season|match|game)\b)|(?:last|next|this|19|20)|\d\d? )"
)
_FRACTION = re.compile(
    rf"(?<![\w$£€./%-])(?:(?P<over>\d{{1,2}})/(?P<under>\d{{1,3}})"
    rf"|(?P<count>an?|{_SMALL})[ -](?P<part>(?:{'|'.join(_PARTS)})s?))\b(?={_OF_WHOLE}|[ ]of$)",
    re.IGNORECASE,
)
_HALF = re.compile(rf"\bhalf(?= of (?:the|all|its|their|those|these|our|his|her)\b)(?={_OF_WHOLE})")
_ONE_IN = re.compile(
    rf"(?<![\w$£€./%-])(?P<over>\d{{1,3}}|{_SMALL}) (?:out of(?: every)?|in(?: every)?)"
    rf" (?P<under>\d{{1,3}}(?:,000)?|{_SMALL}|{'|'.join(TENS)}|a (?:hundred|thousand|million))"
    r"(?![\w%/:.,-]*\d)\b(?! ?(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|innings"
    r"|games|matches|tests|starts|attempts|of)\b)",
    re.IGNORECASE,
)
_FRACTION_HINT = re.compile(r"(?:hal(?:f|ves)|ths?|thirds?|quarters?|/\d{1,3}) of")
_ONE_IN_HINT = re.compile(rf" (?:in|of)(?: every)? (?=\d|{_SMALL}|{'|'.join(TENS)}|a (?:h|t|m))")
_BEFORE, _AFTER = 24, 40
_ARTICLES = frozenset({"a", "an", "A", "An"})


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole, in per cent."""

    start: int

    end: int

    percent: float


def find_shares(reading: Reading) -> Iterator[Share]:
    """Yield the shares that *reading* tells as fractions, pattern by pattern."""
    for match in _near(_FRACTION_HINT, _FRACTION, reading.flat):
        over = number(match["over"] or match["count"]) if match["count"] not in _ARTICLES else 1
        under = float(match["under"] or _PARTS[match["part"].lower().removesuffix("s")])
        yield from _share(match, over, under)
    for match in _near(_FRACTION_HINT, _HALF, reading.flat):
        yield from _share(match, 1, 2)
    for match in _near(_ONE_IN_HINT, _ONE_IN, reading.flat):
        yield from _share(match, number(match["over"]), number(match["under"]))


def _near(hint: re.Pattern[str], pattern: re.Pattern[str], flat: str) -> Iterator[re.Match[str]]:
    """Yield the matches of a costly pattern, sought only where a cheap one matches."""
    done = 0
    for found in hint.finditer(flat):
        low = max(done, found.start() - _BEFORE)
        for match in pattern.finditer(flat, low, min(len(flat), found.end() + _AFTER)):
            yield match
            done = match.end()


def _share(match: re.Match[str], over: float | None, under: float | None) -> Iterator[Share]:
    """Yield the share that is *over* of *under*, when it is less than the whole."""
    if over and under and over < under:
        yield Share(*match.span(), tidy(100 * over / under))
