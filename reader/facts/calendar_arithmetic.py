"""Pure reckoning with dates, in the values of TIMEX3."""

from contextlib import suppress
from datetime import date, timedelta

_INCLINATION = 90
_CERTAINTY = 362
"""How many days further than it is a day counts that lies on the side not expected."""

_HOURS = 24


def iso(year: int, month: int, day: int) -> str | None:
    """Return the day as a value, or None when there is no such day."""
    with suppress(ValueError):
        return date(year, month, day).isoformat()
    return None


def full_year(year: int) -> int:
    """Return the year that two digits stand for; four digits are as they are."""
    if year > 99:
        return year
    return year + (1900 if year > 40 else 2000)


def week_of(day: date) -> str:
    """Return the ISO week that *day* lies in."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def month_of(day: date, months: int = 0) -> str:
    """Return the month that is *months* after the one of *day*."""
    count = day.year * 12 + day.month - 1 + months
    return f"{count // 12:04d}-{count % 12 + 1:02d}"


def quarter_of(day: date, quarters: int = 0) -> str:
    """Return the quarter that is *quarters* after the one of *day*."""
    count = day.year * 4 + (day.month - 1) // 3 + quarters
    return f"{count // 4:04d}-Q{count % 4 + 1}"


def shifted(day: date, unit: str, count: int) -> str | None:
    """Return what lies *count* units from *day*, in the precision of the unit.

    None when it lies outside the calendar or the unit is below a day.
    """
    with suppress(OverflowError, ValueError):
        return _shifted(day, unit, count)
    return None


def _shifted(day: date, unit: str, count: int) -> str | None:
    """Return what ``shifted`` does, or raise at the ends of the calendar."""
    if unit == "hour" and abs(count) >= _HOURS:
        return (day + timedelta(hours=count)).isoformat()
    if unit in {"day", "night"}:
        return (day + timedelta(count)).isoformat()
    if unit in {"week", "weekend", "fortnight"}:
        week = week_of(day + timedelta(7 * count * (2 if unit == "fortnight" else 1)))
        return f"{week}-WE" if unit == "weekend" else week
    if unit == "month":
        return month_of(day, count)
    if unit == "quarter":
        return quarter_of(day, count)
    years = {"year": 1, "decade": 10, "century": 100}.get(unit)
    if years is None or not 0 < day.year + years * count < 10_000:
        return None
    return f"{day.year + years * count:04d}"[: {1: 4, 10: 3, 100: 2}[years]]


def nearest_day(
    day: date, month: int, of_month: int, *, future: bool, sure: bool = False
) -> str | None:
    """Return the day of that month that is meant without a year: the last one, or the next.

    Args:
        day: the day from which it is told.
        month: the month, from 1.
        of_month: the day of the month.
        future: whether it is rather still to come.
        sure: whether words say so; else the nearest day can win all the same.
    """
    against = _CERTAINTY if sure else _INCLINATION
    years = range(day.year - 1, day.year + 2)
    days = [date.fromisoformat(value) for year in years if (value := iso(year, month, of_month))]
    if not days:
        return None
    return min(days, key=lambda at: _distance(day, at, future=future, against=against)).isoformat()


def _distance(day: date, other: date, *, future: bool, against: int) -> int:
    """Return how far *other* is from *day*, more when it is on the side not expected."""
    gap = (other - day).days
    return abs(gap) + (0 if gap == 0 or (gap > 0) == future else against)
