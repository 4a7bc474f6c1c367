"""Expressions of time in other languages than English, with their TIMEX3 values."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache

from reader.facts.abroad_numbers import number_of, number_pattern
from reader.facts.abroad_periods import (
    read_century,
    read_clock,
    read_days,
    read_half,
    read_quarter,
    read_season,
    with_days,
)
from reader.facts.calendar_arithmetic import iso, nearest_day, shifted
from reader.facts.calendar_terms import DAY, YEAR
from reader.facts.dates_durations import length
from reader.facts.languages import END, START, Language, alternatives, language_rules
from reader.facts.model import Fact
from reader.facts.reading import Reading
from reader.facts.spanindex import SpanIndex

_SCOPE = 60

Read = Callable[[re.Match[str], Reading, Language, int], tuple[str, str | None]]
"""Reads a match, given the number in its rule's name: the kind of fact, and its value."""


@cache
def _patterns(code: str) -> tuple[tuple[str, int, re.Pattern[str]], ...]:
    """Return for each expression of a language what it means, its number, and its pattern."""
    rules = language_rules(code)
    assert rules is not None
    flat = [name for names in rules.weekdays for name in names]
    months = [name for names in rules.months for name in names]
    fields = {
        "{day}": rf"(?P<day>{DAY})",
        "{month}": rf"(?P<month>{alternatives(months)})",
        "{year}": rf"(?P<year>{YEAR})",
        "{weekday}": f"(?:{alternatives(flat)})",
        "{unit}": f"(?:{alternatives(rules.units)})",
        "{count}": rf"(?P<count>{number_pattern(rules)})",
        "{ten}": rf"(?P<ten>(?:19|20)?\d0|{alternatives(rules.numbers)})",
        "{last}": rf"(?P<last>{DAY})",
        "{part}": f"(?P<part>{alternatives(rules.parts)})",
        "{ordinal}": f"(?P<ordinal>{alternatives(rules.ordinals)})",
        "{season}": f"(?P<season>{alternatives(rules.seasons)})",
        "{century}": r"(?P<century>[IVX]{1,6}|\d\d?)",
        "{hour}": rf"(?P<hour>\d\d?|{alternatives(rules.numbers)})",
        "{minute}": r"(?P<minute>[0-5]\d)",
    }
    made = []
    for meaning, template in rules.dates:
        pattern = template
        for field, written in fields.items():
            pattern = pattern.replace(field, written)
        name, _, shift = meaning.partition(":")
        whole = re.compile(rf"{START}(?:{pattern}){END}(?![.,]?\d)", re.IGNORECASE)
        made.append((name, int(shift or 0), whole))
    return tuple(made)


def find_dates_abroad(reading: Reading, rules: Language) -> list[Fact]:
    """Return the expressions of time in reading order; the longest match wins."""
    found = sorted(
        _candidates(reading, rules), key=lambda fact: (fact.start - fact.end, fact.start)
    )
    taken = SpanIndex()
    kept = [fact for fact in found if taken.add(fact.start, fact.end)]
    return list(with_days(reading, sorted(kept, key=lambda fact: fact.start)))


def _candidates(reading: Reading, rules: Language) -> Iterator[Fact]:
    """Yield everything that a pattern matches."""
    for name, shift, pattern in _patterns(rules.code):
        read = _READERS[name]
        for match in pattern.finditer(reading.flat):
            try:
                kind, value = read(match, reading, rules, shift)
            except (OverflowError, ValueError):
                continue  # it lies outside the calendar
            if value is not None:
                yield reading.fact(
                    kind,  # type: ignore[arg-type]
                    *match.span(),
                    value,
                    f"date.{rules.code}-{name}",
                    entity=f"{kind}:{value}".lower(),
                    confidence=0.85,
                )


def _index_of(written: str, lists: tuple[tuple[str, ...], ...]) -> int:
    """Return which of *lists* holds a name as written."""
    lowered = written.lower()
    return next(at for at, names in enumerate(lists) if lowered in map(str.lower, names))


def _looks_ahead(reading: Reading, rules: Language, match: re.Match[str]) -> bool:
    """Tell whether words before the expression look ahead; those behind it, where it opens."""
    low, high = reading.sentence_at(match.start())
    near = reading.flat[max(low, match.start() - _SCOPE) : match.start()]
    if not near.strip('«»„“" '):
        near = reading.flat[match.end() : min(high, match.end() + _SCOPE // 2)]
    ahead = _last(rf"{START}(?:{rules.future})", near)
    return ahead > _last(rf"{START}(?:{alternatives(rules.speech)}){END}", near)


def _is_told(reading: Reading, rules: Language, match: re.Match[str]) -> bool:
    """Tell whether the sentence up to the expression tells what somebody said: then it is past."""
    low = max(reading.sentence_at(match.start())[0], match.start() - 3 * _SCOPE)
    return (
        _last(rf"{START}(?:{alternatives(rules.speech)}){END}", reading.flat[low : match.start()])
        >= 0
    )


def _last(pattern: str, near: str) -> int:
    """Return where the last match of a pattern begins, or -1."""
    return max((match.start() for match in re.finditer(pattern, near, re.IGNORECASE)), default=-1)


def _day_month(
    match: re.Match[str], reading: Reading, rules: Language, _shift: int
) -> tuple[str, str | None]:
    """Read a day of a month, of the year named or the nearest one."""
    month, day = _index_of(match["month"], rules.months) + 1, int(match["day"])
    if match["year"]:
        return "date", iso(int(match["year"]), month, day)
    if reading.published is None:
        return "date", f"XXXX-{month:02d}-{day:02d}"
    ahead = _looks_ahead(reading, rules, match)
    told = not ahead and _is_told(reading, rules, match)
    return "date", nearest_day(reading.published, month, day, future=ahead, sure=told)


def _month_year(
    match: re.Match[str], _reading: Reading, rules: Language, _shift: int
) -> tuple[str, str | None]:
    """Read a month of a year."""
    return "date", f"{match['year']}-{_index_of(match['month'], rules.months) + 1:02d}"


def _month(
    match: re.Match[str], reading: Reading, rules: Language, _shift: int
) -> tuple[str, str | None]:
    """Read a month alone: the last one, or the next where the words look ahead."""
    month = _index_of(match["month"], rules.months) + 1
    if reading.published is None:
        return "date", f"XXXX-{month:02d}"
    year, now = reading.published.year, reading.published.month
    if _looks_ahead(reading, rules, match):
        year += month < now
    else:
        year -= month > now
    return "date", f"{year}-{month:02d}"


def _year(
    match: re.Match[str], _reading: Reading, _rules: Language, _shift: int
) -> tuple[str, str | None]:
    """Read a year."""
    return "date", match["year"]


def _weekday(
    match: re.Match[str], reading: Reading, rules: Language, shift: int
) -> tuple[str, str | None]:
    """Read a weekday: the last one, or the next after words that look ahead."""
    names = alternatives([name for names in rules.weekdays for name in names])
    name = re.search(rf"{START}(?:{names})", match.group(), re.IGNORECASE)
    assert name is not None
    weekday = _index_of(name.group(), rules.weekdays)
    if reading.published is None:
        return "date", f"XXXX-WXX-{weekday + 1}"
    ahead = (weekday - reading.published.weekday()) % 7
    if shift > 0 or (not shift and ahead and _looks_ahead(reading, rules, match)):
        return "date", (reading.published + timedelta(ahead or 7)).isoformat()
    back = ahead - 7 if ahead or shift < 0 else 0
    return "date", (reading.published + timedelta(back)).isoformat()


def _named_day(
    _match: re.Match[str], reading: Reading, _rules: Language, shift: int
) -> tuple[str, str | None]:
    """Read "today", "yesterday" and their like."""
    if reading.published is None:
        return "date", ("PAST_REF", "PRESENT_REF", "FUTURE_REF")[(shift > 0) - (shift < 0) + 1]
    return "date", (reading.published + timedelta(shift)).isoformat()


def _weekday_part(
    match: re.Match[str], reading: Reading, rules: Language, shift: int
) -> tuple[str, str | None]:
    """Read a part of a weekday."""
    return "time", f"{_weekday(match, reading, rules, shift)[1]}T{_part_of_day(match, rules)}"


def _day_part(
    match: re.Match[str], reading: Reading, rules: Language, shift: int
) -> tuple[str, str | None]:
    """Read a part of today or yesterday."""
    day = _named_day(match, reading, rules, shift)[1] if reading.published else "XXXX-XX-XX"
    return "time", f"{day}T{_part_of_day(match, rules)}"


def _part_of_day(match: re.Match[str], rules: Language) -> str:
    """Return the letters of the part of a day that a match names."""
    return rules.parts[match["part"].lower()]


def _days(
    match: re.Match[str], reading: Reading, rules: Language, _shift: int
) -> tuple[str, str | None]:
    """Read a range of days of one month."""
    return read_days(match, reading, _index_of(match["month"], rules.months) + 1)


def _unit_in(written: str, rules: Language) -> str:
    """Return the unit of time that *written* ends in, or holds, by its English name."""
    names = rf"{START}(?:{alternatives(rules.units)}){END}"
    found = re.findall(names, written, re.IGNORECASE)
    lowered = {name.lower(): unit for name, unit in rules.units.items()}
    return lowered[found[-1].lower()] if found else "day"


def _unit(
    match: re.Match[str], reading: Reading, rules: Language, shift: int
) -> tuple[str, str | None]:
    """Read "last week" and its like."""
    if reading.published is None:
        return "date", ("PAST_REF", "PRESENT_REF", "FUTURE_REF")[shift + 1]
    return "date", shifted(reading.published, _unit_in(match.group(), rules), shift)


def _ago(
    match: re.Match[str], reading: Reading, rules: Language, _shift: int
) -> tuple[str, str | None]:
    """Read "two years ago"."""
    return "date", _distant(match, reading, rules, -1)


def _ahead(
    match: re.Match[str], reading: Reading, rules: Language, _shift: int
) -> tuple[str, str | None]:
    """Read "in two years"."""
    return "date", _distant(match, reading, rules, 1)


def _ahead_if_future(
    match: re.Match[str], reading: Reading, rules: Language, shift: int
) -> tuple[str, str | None]:
    """Read "in zwei Jahren", which is a length of time unless the words look ahead."""
    read = _ahead if _looks_ahead(reading, rules, match) else _duration
    return read(match, reading, rules, shift)


def _distant(match: re.Match[str], reading: Reading, rules: Language, way: int) -> str | None:
    """Return what lies a count of units from the publication."""
    count = number_of(match["count"], rules)
    if reading.published is None or count is None or count != int(count):
        return "PAST_REF" if way < 0 else "FUTURE_REF"
    published: date = reading.published
    return shifted(published, _unit_in(match.group(), rules), way * int(count))


def _duration(
    match: re.Match[str], _reading: Reading, rules: Language, _shift: int
) -> tuple[str, str | None]:
    """Read a count of units."""
    count = number_of(match["count"], rules)
    if count is None:
        return "duration", None
    return "duration", length(f"{count:g}", _unit_in(match.group(), rules))


def _duration_half(
    match: re.Match[str], _reading: Reading, rules: Language, _shift: int
) -> tuple[str, str | None]:
    """Read a count of units and a half."""
    count = number_of(match["count"], rules)
    if count is None:
        return "duration", None
    return "duration", length(f"{count + 0.5:g}", _unit_in(match.group(), rules))


def _set(
    match: re.Match[str], _reading: Reading, rules: Language, _shift: int
) -> tuple[str, str | None]:
    """Read "every week"."""
    return "set", length("a", _unit_in(match.group(), rules))


def _decade(
    match: re.Match[str], _reading: Reading, rules: Language, _shift: int
) -> tuple[str, str | None]:
    """Read "the nineties" in figures or words."""
    written = match["ten"].lower()
    ten = written if written.isdigit() else f"{number_of(written, rules) or 0:g}"
    if len(ten) == 2 and ten.endswith("0") and ten >= "20":
        return "date", f"19{ten[0]}"
    return "date", ten[:3] if len(ten) == 4 else None


_READERS: dict[str, Read] = {
    "day-month": _day_month,
    "month-year": _month_year,
    "month": _month,
    "year": _year,
    "weekday": _weekday,
    "day": _named_day,
    "unit": _unit,
    "ago": _ago,
    "ahead": _ahead,
    "ahead-if-future": _ahead_if_future,
    "duration": _duration,
    "duration-half": _duration_half,
    "set": _set,
    "decade": _decade,
    "days": _days,
    "weekday-part": _weekday_part,
    "day-part": _day_part,
    "quarter": read_quarter,
    "half": read_half,
    "season": read_season,
    "century": read_century,
    "clock": read_clock,
}
