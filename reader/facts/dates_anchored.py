"""Dates told from another one named beside them: "two weeks after May 3", "in two months"."""

import re
from datetime import date, timedelta

from reader.facts.calendar_arithmetic import iso, nearest_day, shifted
from reader.facts.calendar_terms import (
    COUNT,
    DAY,
    DAY_SUFFIX,
    MONTH,
    UNIT,
    WEEKDAY,
    YEAR,
    month_number,
    unit_name,
    weekday_number,
)
from reader.facts.feasts import feast_day
from reader.facts.numbers import number
from reader.facts.timex import Moment, Timex, rule

_ABOUT = r"(?:(?:about|around|nearly|almost|more than|less than|over|at least|just|some) )?"
_NAMED = (
    rf"(?P<name>today|tomorrow|yesterday|now)|(?P<weekday>{WEEKDAY})"
    rf"|(?P<month>{MONTH}) (?P<day>{DAY}){DAY_SUFFIX}(?:,? (?P<year>{YEAR}))?"
    rf"|(?P<day2>{DAY}){DAY_SUFFIX} (?P<month2>{MONTH})(?:,? (?P<year2>{YEAR}))?"
    r"|(?P<feast>christmas|easter|new year(?:'s day)?)"
)
_DAYS_OFF = {"today": 0, "now": 0, "tomorrow": 1, "yesterday": -1}
_NOT_A_DATE_AFTER = re.compile(
    r" (?:of|to|or|and|by|in (?:which|jail|prison|power|office)|that|when|at|the|with|flat)\b|[-']"
)
_HAPPENS = re.compile(
    r"\b(?:will|would|'ll|shall|expires?|expects?|expected|due|back|again|returns?|ends?|begins?"
    r"|starts?|opens?|meets?|(?:is|are|am|be) (?:\w+ing|due|set))\b[^.;]{0,120}$"
)
_BEFORE = 130
_MOST = 10_000
_ORDINAL = {
    **{"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4},
    "last": -1,
    "final": -1,
}


def _from_named(match: re.Match[str], moment: Moment) -> Timex | None:
    """Read a count of units before or after a day that is named."""
    anchor = _anchor(match, moment)
    count = _whole(match["count"])
    if anchor is None or count is None:
        return None
    return _date(_exactly(anchor, unit_name(match["unit"]), count * _sign(match["way"])))


def _sign(way: str) -> int:
    """Return -1 for a word that leads back, 1 for one that leads on."""
    return -1 if way.lower() in {"before", "prior to", "ahead of"} else 1


def _whole(written: str) -> int | None:
    """Return a count of units as a whole number."""
    if written.lower() in {"a", "an", "the"}:
        return 1
    value = number(written)
    return int(value) if value is not None and value == int(value) and value < _MOST else None


def _anchor(match: re.Match[str], moment: Moment) -> date | None:
    """Return the day that a match names, told from the publication."""
    if match["month"] or match["month2"]:
        return _named_date(match, moment)
    if moment.published is None:
        return None
    if match["name"]:
        return moment.published + timedelta(_DAYS_OFF[match["name"].lower()])
    if match["weekday"]:
        ahead = (weekday_number(match["weekday"]) - moment.published.weekday()) % 7
        return moment.published + timedelta(ahead or 7)
    return _feast(match["feast"].lower(), moment.published)


def _named_date(match: re.Match[str], moment: Moment) -> date | None:
    """Return the day of a month that a match names."""
    month = month_number(match["month"] or match["month2"])
    day, year = int(match["day"] or match["day2"]), match["year"] or match["year2"]
    if year:
        value = iso(int(year), month, day)
    elif moment.published:
        value = nearest_day(moment.published, month, day, future=moment.future)
    else:
        value = None
    return date.fromisoformat(value) if value else None


def _feast(name: str, published: date) -> date:
    """Return the next feast of that name."""
    name = "new year's day" if name == "new year" else name
    day = feast_day(name, published.year)
    return day if day >= published else feast_day(name, published.year + 1)


def _exactly(anchor: date, unit: str, count: int) -> str | None:
    """Return the day that lies *count* units from *anchor*."""
    days = {"day": 1, "night": 1, "week": 7, "fortnight": 14}.get(unit)
    if days:
        return (anchor + timedelta(days * count)).isoformat()
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120}.get(unit)
    if months is None:
        return None
    total = anchor.year * 12 + anchor.month - 1 + months * count
    for day in range(anchor.day, 27, -1):
        if value := iso(total // 12, total % 12 + 1, day):
            return value
    return iso(total // 12, total % 12 + 1, anchor.day)


def _in_time(match: re.Match[str], moment: Moment) -> Timex | None:
    """Read "in two weeks", which is a day where something will happen then."""
    count = _whole(match["count"])
    low = max(moment.sentence[0], match.start() - _BEFORE)
    if moment.published is None or count is None:
        return None
    if _NOT_A_DATE_AFTER.match(moment.flat, match.end()):
        return None
    before = moment.flat[low : match.start()].lower()
    if not (moment.opens_future or _HAPPENS.search(before)):
        return None
    unit = unit_name(match["unit"])
    if unit in {"year", "decade", "quarter", "century"}:
        return _date(shifted(moment.published, unit, count))
    return _date(_exactly(moment.published, unit, count))


def _two_units_ago(match: re.Match[str], moment: Moment) -> Timex | None:
    """Read "a year and two months ago"."""
    more, less = _whole(match["count"]), _whole(match["count2"])
    if moment.published is None or more is None or less is None:
        return None
    day = _exactly(moment.published, unit_name(match["unit"]), -more)
    anchor = date.fromisoformat(day) if day else None
    return _date(shifted(anchor, unit_name(match["unit2"]), -less)) if anchor else None


def _day_of_week_told(match: re.Match[str], moment: Moment) -> Timex | None:
    """Read a weekday of a week told from now: "Tuesday of next week", "next week on Tuesday"."""
    if moment.published is None:
        return None
    which = (match["which"] or match["which2"]).lower()
    weeks = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(which, 0)
    monday = moment.published - timedelta(moment.published.weekday())
    day = weekday_number(match["weekday"] or match["weekday2"])
    return _date((monday + timedelta(7 * weeks + day)).isoformat())


def _week_of_month(match: re.Match[str], moment: Moment) -> Timex | None:
    """Read "the first week of March" and "the last week of 2016"."""
    at = _ORDINAL[match["at"].lower()]
    year = _year_of(match, moment)
    if year is None:
        return None
    month = month_number(match["month"]) if match["month"] else None
    if month is None:
        first = date(year, 1, 4) if at > 0 else date(year, 12, 28)
        return _date(_week(first + timedelta(7 * (at - 1) if at > 0 else 0)))
    first = date(year, month, 1)
    if at > 0:
        thursday = first + timedelta((3 - first.weekday()) % 7)
        return _date(_week(thursday + timedelta(7 * (at - 1))))
    following = date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
    return _date(_week(following - timedelta((following.weekday() - 3) % 7)))


def _year_of(match: re.Match[str], moment: Moment) -> int | None:
    """Return the year of a week: the one named, else that of the month nearest to now."""
    if match["year"] or match["year2"]:
        return int(match["year"] or match["year2"])
    if moment.published is None or not match["month"]:
        return None
    value = nearest_day(moment.published, month_number(match["month"]), 15, future=moment.future)
    return int(value[:4]) if value else None


def _week(day: date) -> str:
    """Return the ISO week of *day*."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def _week_beginning(match: re.Match[str], moment: Moment) -> Timex | None:
    """Read "the week of May 3", as the week that holds the day."""
    anchor = _named_date(match, moment)
    return _date(_week(anchor)) if anchor else None


def _date(value: str | None) -> Timex | None:
    """Return the date with *value*, or None when there is none."""
    return Timex("date", value) if value else None


RULES = (
    rule(
        "date.from-named",
        "unit",
        rf"\b{_ABOUT}(?P<count>{COUNT}|the) (?P<unit>{UNIT}) (?P<way>before|after|from|prior to"
        rf"|ahead of|since) (?:{_NAMED})\b(?!'s? \w)",
        _from_named,
    ),
    rule(
        "date.from-named",
        "distant",
        r"(?<!last )(?<!past )(?<!next )(?<!first )(?<!previous )"
        rf"\b{_ABOUT}(?P<count>{COUNT}) (?P<unit>{UNIT})(?: and |, )(?P<count2>{COUNT})"
        rf" (?P<unit2>{UNIT}) ago\b",
        _two_units_ago,
    ),
    rule(
        "date.in-time",
        "unit",
        rf"\bin {_ABOUT}(?P<count>{COUNT}) (?P<unit>days?|weeks?|fortnights?|months?|years?)\b",
        _in_time,
    ),
    rule(
        "date.weekday-of-week",
        "weekday",
        rf"\b(?:(?:on )?(?P<weekday>{WEEKDAY}),? (?:of )?(?:the )?(?P<which>last|next|this"
        rf"|following|previous) week|(?P<which2>last|next|this|previous|following) week(?: -)?"
        rf"(?: on)? (?P<weekday2>{WEEKDAY}))\b",
        _day_of_week_told,
    ),
    rule(
        "date.week-of",
        "unit",
        rf"\b(?:the )?(?P<at>{'|'.join(_ORDINAL)}) week of (?:(?P<month>{MONTH})(?:,? (?:of )?"
        rf"(?P<year>{YEAR}))?\b|(?P<year2>{YEAR})\b)",
        _week_of_month,
    ),
    rule(
        "date.week-beginning",
        "unit",
        rf"\b(?:the )?week (?:of|beginning|starting|commencing|ending)(?: on)?"
        rf" (?:(?P<month>{MONTH}) (?P<day>{DAY}){DAY_SUFFIX}(?:,? (?P<year>{YEAR}))?"
        rf"|(?P<day2>{DAY}){DAY_SUFFIX} (?P<month2>{MONTH})(?:,? (?P<year2>{YEAR}))?)\b",
        _week_beginning,
    ),
)
