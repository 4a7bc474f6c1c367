"""Times of day, ranges, quarters, seasons and centuries in other languages than English."""

import re
from collections.abc import Iterator

from reader.facts.abroad_numbers import number_of
from reader.facts.calendar_arithmetic import iso, nearest_day
from reader.facts.languages import Language
from reader.facts.model import Fact
from reader.facts.reading import Reading

_BEGINS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_ROMAN = {"i": 1, "v": 5, "x": 10}
_BESIDE = re.compile(r",? ")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NOON = 12


def read_days(match: re.Match[str], reading: Reading, month: int) -> tuple[str, str | None]:
    """Read a range of days of one month."""
    first, last = int(match["day"]), int(match["last"])
    if match["year"]:
        ends = [iso(int(match["year"]), month, day) for day in (first, last)]
    elif reading.published is None:
        ends = [f"XXXX-{month:02d}-{day:02d}" for day in (first, last)]
    else:
        end = nearest_day(reading.published, month, last, future=False)
        ends = [iso(int(end[:4]), month, first), end] if end else [None, None]
    return "date", f"{ends[0]}/{ends[1]}" if None not in ends and first < last else None


def read_quarter(
    match: re.Match[str], reading: Reading, rules: Language, _shift: int
) -> tuple[str, str | None]:
    """Read a quarter of a year, the one named or the last one."""
    return "date", _part_of_year("Q", match, reading, rules)


def read_half(
    match: re.Match[str], reading: Reading, rules: Language, _shift: int
) -> tuple[str, str | None]:
    """Read a half of a year, the one named or the last one."""
    return "date", _part_of_year("H", match, reading, rules)


def _part_of_year(
    letter: str, match: re.Match[str], reading: Reading, rules: Language
) -> str | None:
    """Return a quarter or half of the year named, else of the last year that has begun it."""
    at = rules.ordinals[match["ordinal"].lower()]
    if letter == "H" and at > 2:
        return None
    year = match.groupdict().get("year")
    if year is None and reading.published:
        months = 3 if letter == "Q" else 6
        year = str(reading.published.year - (months * (at - 1) >= reading.published.month))
    return f"{year or 'XXXX'}-{letter}{at}"


def read_season(
    match: re.Match[str], reading: Reading, rules: Language, shift: int
) -> tuple[str, str | None]:
    """Read a season of the year named, or the last, this or the next one."""
    letters = rules.seasons[match["season"].lower()]
    year = match.groupdict().get("year")
    if year is None and reading.published:
        began = _BEGINS[letters] < reading.published.month
        off = {-1: 0 if began else -1, 0: 0, 1: 1 if began else 0}[shift]
        year = str(reading.published.year + off)
    return "date", f"{year or 'XXXX'}-{letters}"


def read_century(
    match: re.Match[str], _reading: Reading, _rules: Language, _shift: int
) -> tuple[str, str | None]:
    """Read a century, in Roman or other figures."""
    written = match["century"].lower()
    number = int(written) if written.isdigit() else _roman(written)
    return "date", f"{number - 1:02d}"


def _roman(written: str) -> int:
    """Return the value of Roman figures."""
    values = [_ROMAN[sign] for sign in written]
    following = [*values[1:], 0]
    return sum(-at if at < after else at for at, after in zip(values, following, strict=True))


def read_clock(
    match: re.Match[str], reading: Reading, rules: Language, _shift: int
) -> tuple[str, str | None]:
    """Read hours and minutes of the day of publication, until a day beside them is known."""
    parts = match.groupdict()
    hour, minute = number_of(match["hour"], rules), int(parts.get("minute") or 0)
    if hour is None or hour != int(hour) or not 0 <= hour < 2 * _NOON:
        return "time", None
    if parts.get("late") and hour < _NOON:
        hour += _NOON
    day = reading.published.isoformat() if reading.published else "XXXX-XX-XX"
    return "time", f"{day}T{int(hour):02d}:{minute:02d}"


def with_days(reading: Reading, facts: list[Fact]) -> Iterator[Fact]:
    """Yield *facts*, in order, with every clock time joined to the day right before it."""
    day: Fact | None = None
    for fact in facts:
        if day and fact.evidence[0].endswith("-clock") and _are_beside(reading, day, fact):
            value = f"{day.value}T{str(fact.value).partition('T')[2]}"
            evidence = (*day.evidence, *fact.evidence)
            fact = reading.fact(
                "time",
                day.start,
                fact.end,
                value,
                *evidence,
                entity=f"time:{value}".lower(),
                confidence=0.85,
            )
            day = None
        if day:
            yield day
        day = fact
    if day:
        yield day


def _are_beside(reading: Reading, day: Fact, time: Fact) -> bool:
    """Tell whether a day stands right before a time."""
    return _DAY.fullmatch(str(day.value)) is not None and (
        _BESIDE.fullmatch(reading.flat, day.end, time.start) is not None
    )
