"""What expressions of time mean through those beside them: "at 5 p.m. on Friday"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain

from reader.facts.dates_narrated import narrated
from reader.facts.model import Fact
from reader.facts.reading import Reading
from reader.facts.timex import SAME_QUARTER, THE_PERIOD

_DAY_AFTER_TIME = re.compile(r",? (?:on |of )?")
_TIME_AFTER_DAY = re.compile(r",? (?:at (?:about |around )?)?|T")
_DAY = re.compile(r"\d{4}-\d\d-\d\d|XXXX-(?:\d\d|W)XX?-\d+")
_CLOCK_RULES = frozenset({"time.half-day", "time.clock", "time.noon", "time.part"})
_TOLD_DAY = re.compile(r"\d{4}-\d\d-\d\d(?!/)")
_AHEAD = re.compile(
    r"\b(?:will|shall|is|are|today|tonight|now|tomorrow|opens?|starts?|begins?|every|each)\b"
)
_MORNING = "06:00"
_APART = 0.8
_QUARTER = re.compile(r"(\d{4})-(Q\d)")
_YEAR_BACK = re.compile(
    r"(?:the )?(?:a year (?:ago|earlier)|year-(?:ago|earlier).*)", re.IGNORECASE
)
_MONEY_BEFORE = re.compile(
    r"(?:[$£€#]\d|\d\b|cents|a share|million|billion|period|quarter|loss|profit|,) $", re.IGNORECASE
)
_YEAR_WRITTEN = re.compile(r"(?<!\d)\d{4}(?!\d)")
_YEAR_VALUE = re.compile(r"\d{4}")
_QUARTER_REACH = 2_500
_YEAR_REACH = 600


def in_context(reading: Reading, facts: list[Fact]) -> list[Fact]:
    """Return *facts*, in order, with those put right that others beside them explain."""
    timed = list(_on_days_told(reading, list(_with_days(reading, facts))))
    settled = list(_anchored(reading, timed))
    return list(narrated(reading, list(_compared_quarters(reading, settled))))


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


def _on_days_told(reading: Reading, facts: list[Fact]) -> Iterator[Fact]:
    """Yield the facts; a clock time that stands apart from its day is of the one day told with it.

    "On Sunday night the lights went out, and at 9.40pm the lift stopped." Of several days in its
    sentence it could be of each, so that it stays of the day of publication.
    """
    told: dict[int, dict[str, Fact]] = {}
    for fact in facts:
        if _TOLD_DAY.match(str(fact.value)) and fact.evidence[0] not in _CLOCK_RULES:
            days = told.setdefault(reading.sentence_index(fact.start), {})
            days.setdefault(str(fact.value)[:10], fact)
    for fact in facts:
        at = reading.sentence_index(fact.start)
        days = told.get(at) or (told.get(at - 1, {}) if _goes_on(reading, at) else {})
        if fact.evidence[0] in _CLOCK_RULES and len(days) == 1:
            yield _of_day(fact, *days.values())
        else:
            yield fact


def _goes_on(reading: Reading, at: int) -> bool:
    """Tell whether a sentence goes on with the story of the one before it in its paragraph."""
    (_, end), (start, stop) = reading.sentences[at - 1], reading.sentences[at]
    return (
        at > 0
        and "\n" not in reading.flat[end:start]
        and not _AHEAD.search(reading.lowered, start, stop)
    )


def _of_day(time: Fact, day: Fact) -> Fact:
    """Return a clock time of the day that *day* tells; after a night's midnight, of the next."""
    told, _, part = str(day.value).partition("T")
    clock = str(time.value).partition("T")[2]
    if part == "NI" and clock < _MORNING:
        told = (date.fromisoformat(told) + timedelta(1)).isoformat()
    value = f"{told}T{clock}"
    confidence = min(time.confidence, _APART)
    return replace(time, value=value, entity=f"time:{value}".lower(), confidence=confidence)


def _anchored(reading: Reading, facts: list[Fact]) -> Iterator[Fact]:
    """Yield the facts; "the quarter" and "the year" are those named last, or left out."""
    quarter: Fact | None = None
    year: Fact | None = None
    for fact in facts:
        if THE_PERIOD in fact.evidence:
            value = (
                _quarter_meant(fact, quarter)
                if "Q" in str(fact.value)
                else _year_meant(reading, fact, year)
            )
            if value:
                yield replace(fact, value=value, entity=f"date:{value}".lower(), confidence=0.7)
            continue
        if _QUARTER.fullmatch(str(fact.value)):
            quarter = fact
        if _YEAR_WRITTEN.search(fact.text) or _YEAR_VALUE.fullmatch(str(fact.value)):
            year = fact
        yield fact


def _quarter_meant(fact: Fact, named: Fact | None) -> str | None:
    """Return the quarter named last before "the quarter", when it is not far."""
    if named is None or fact.start - named.end > _QUARTER_REACH:
        return None
    return str(named.value)


def _year_meant(reading: Reading, fact: Fact, named: Fact | None) -> str | None:
    """Return the year written last before "the year", else that of the publication.

    None beside another year that is only spoken of ("last year"): it can be either.
    """
    if named and fact.start - named.end <= _YEAR_REACH and str(named.value)[:4].isdigit():
        year = str(named.value)[:4]
        if reading.published and f"{reading.published.year:04d}" == year:
            return year
        return year if _YEAR_WRITTEN.search(named.text) else None
    return f"{reading.published.year:04d}" if reading.published else None


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
                evidence=(*fact.evidence, SAME_QUARTER),
            )
        yield fact


def _is_comparison(reading: Reading, fact: Fact, quarter_end: int) -> bool:
    """Tell whether *fact* compares figures with those of a year before the quarter named."""
    if fact.start - quarter_end > _QUARTER_REACH or not _YEAR_BACK.fullmatch(fact.text):
        return False
    before = reading.flat[max(0, fact.start - 12) : fact.start]
    return fact.text.lower().startswith("a year") is False or bool(_MONEY_BEFORE.search(before))
