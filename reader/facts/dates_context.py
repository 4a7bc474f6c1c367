"""What expressions of time mean through those beside them: "at 5 p.m. on Friday"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from reader.facts.model import Fact
from reader.facts.reading import Reading

_DAY_AFTER_TIME = re.compile(r",? (?:on |of )?")
_TIME_AFTER_DAY = re.compile(r",? (?:at (?:about |around )?)?|T")
_DAY = re.compile(r"\d{4}-\d\d-\d\d|XXXX-(?:\d\d|W)XX?-\d+")
_CLOCK_RULES = frozenset({"time.half-day", "time.clock", "time.noon"})
_QUARTER = re.compile(r"(\d{4})-(Q\d)")
_YEAR_BACK = re.compile(
    r"(?:the )?(?:a year (?:ago|earlier)|year-(?:ago|earlier).*)", re.IGNORECASE
)
_MONEY_BEFORE = re.compile(
    r"(?:[$£€#]\d|\d\b|cents|a share|million|billion|period|quarter|loss|profit|,) $", re.IGNORECASE
)
_QUARTER_REACH = 2_500


def in_context(reading: Reading, facts: list[Fact]) -> list[Fact]:
    """Return *facts*, in order, with those put right that others beside them explain."""
    return list(_compared_quarters(reading, list(_with_days(reading, facts))))


def _with_days(reading: Reading, facts: list[Fact]) -> Iterator[Fact]:
    """Yield the facts with every clock time joined to the day that stands beside it."""
    waiting: Fact | None = None
    for fact in chain(facts, [None]):
        joined = _joined(reading, waiting, fact) if waiting and fact else None
        if joined is None and waiting:
            yield waiting
        waiting = joined or fact


def _joined(reading: Reading, first: Fact, second: Fact) -> Fact | None:
    """Return a time and its day as one fact, or None when they are not both."""
    for time, day, between in (
        (first, second, _DAY_AFTER_TIME),
        (second, first, _TIME_AFTER_DAY),
    ):
        if (
            time.evidence[0] in _CLOCK_RULES
            and day.kind == "date"
            and _DAY.fullmatch(str(day.value))
            and between.fullmatch(reading.flat, first.end, second.start)
        ):
            return _at(reading, first.start, second.end, time, day)
    return None


def _at(reading: Reading, start: int, end: int, time: Fact, day: Fact) -> Fact:
    """Return the fact of a clock time on a day."""
    value = f"{day.value}T{str(time.value).partition('T')[2]}"
    return reading.fact(
        "time",
        start,
        end,
        value,
        *day.evidence,
        *time.evidence,
        entity=f"time:{value}".lower(),
        confidence=min(time.confidence, day.confidence),
    )


def _compared_quarters(reading: Reading, facts: list[Fact]) -> Iterator[Fact]:
    """Yield the facts; beside figures of a quarter, "a year earlier" is that quarter's year."""
    quarter: tuple[int, str, str] | None = None
    for fact in facts:
        named = _QUARTER.fullmatch(str(fact.value))
        if named:
            quarter = (fact.end, named[1], named[2])
        elif quarter and _is_comparison(reading, fact, quarter[0]):
            value = f"{int(quarter[1]) - 1}-{quarter[2]}"
            fact = replace(
                fact,
                value=value,
                entity=f"date:{value}".lower(),
                evidence=(*fact.evidence, "date.same-quarter"),
            )
        yield fact


def _is_comparison(reading: Reading, fact: Fact, quarter_end: int) -> bool:
    """Tell whether *fact* compares figures with those of a year before the quarter named."""
    if fact.start - quarter_end > _QUARTER_REACH or not _YEAR_BACK.fullmatch(fact.text):
        return False
    before = reading.flat[max(0, fact.start - 12) : fact.start]
    return fact.text.lower().startswith("a year") is False or bool(_MONEY_BEFORE.search(before))
