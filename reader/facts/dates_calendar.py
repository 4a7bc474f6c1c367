"""Dates that name a day, a month, a year: "11 December 2025", "May 3-5", "the 1990s"."""

import re

from reader.facts.calendar_arithmetic import full_year, iso, nearest_day
from reader.facts.calendar_terms import (
    DASH,
    DAY,
    DAY_SUFFIX,
    FULL_MONTH,
    MONTH,
    WEEKDAY,
    YEAR,
    month_number,
)
from reader.facts.foreign_months import FOREIGN_MONTH, foreign_month_number
from reader.facts.numbers import TENS
from reader.facts.timex import Moment, Timex, rule

_OF_WEEK = rf"(?:{WEEKDAY},? (?:the )?)?"
_TO = rf"(?:{DASH}| to | through | until | and )"
_AMBIGUOUS = re.compile(
    r"\b(?:in|last|next|this|since|until|till|by|of|from|through|during|late|early|mid|between"
    r"|and|to"
    r"|before|after|for|at|starting|beginning|ending|ended)[ -](?:the )?$",
    re.IGNORECASE,
)
_AFTER_MODAL_MONTH = re.compile(r" (?:not|be|have|also|well|still|even|soon|or may)\b")
_THIS_YEAR = re.compile(r"\bthis year,? (?:in|through|until|since|to|from|by|up to|before) $")
_AGE_OF = re.compile(
    r"\b(?:his|her|my|your|our|their)(?: (?:early|mid|late)[ -])? ?$", re.IGNORECASE
)
_PEOPLE_AFTER = re.compile(r" [a-z]+(?:s|people|men|women|children)\b")
_PLAIN_YEAR = 1800
"""Before it, a number with a plural behind it rather counts: "1709 schoolchildren"."""

_LATEST_YEAR = 2100


def _day_month_year(match: re.Match[str], _moment: Moment) -> Timex | None:
    """Read a day of a month of a year."""
    return _date(iso(int(match["year"]), month_number(match["month"]), int(match["day"])))


def _day_month_year_abroad(match: re.Match[str], _moment: Moment) -> Timex | None:
    """Read a day of a month that is named in another language."""
    month = foreign_month_number(match["month"])
    return _date(iso(int(match["year"]), month, int(match["day"])))


def _days_of_month(match: re.Match[str], moment: Moment) -> Timex | None:
    """Read a range of days, as in "May 3-5, 2015"."""
    month = month_number(match["month"])
    ends = [_day_value(match, moment, month, int(match[name])) for name in ("day", "last")]
    if None in ends or int(match["day"]) >= int(match["last"]):
        return None
    return Timex("date", f"{ends[0]}/{ends[1]}")


def _first_day(match: re.Match[str], _moment: Moment) -> Timex | None:
    """Read the first day of a range whose last day has the year: "Nov. 18-Jan. 19, 2015"."""
    months = month_number(match["month"]), month_number(match["month2"])
    year = int(match["year"]) - (months[0] > months[1])
    return _date(iso(year, months[0], int(match["day"])))


def _day_month(match: re.Match[str], moment: Moment) -> Timex | None:
    """Read a day of a month, of the year nearest to the publication."""
    month = month_number(match["month"])
    return _date(_day_value(match, moment, month, int(match["day"])))


def _day_value(match: re.Match[str], moment: Moment, month: int, day: int) -> str | None:
    """Return the value of a day, with the year named or the nearest one."""
    year = match.groupdict().get("year")
    if year:
        return iso(int(year), month, day)
    if moment.published is None:
        return f"XXXX-{month:02d}-{day:02d}"
    return nearest_day(moment.published, month, day, future=moment.future, sure=moment.just_past)


def _month_year(match: re.Match[str], _moment: Moment) -> Timex | None:
    """Read a month of a year."""
    return Timex("date", f"{match['year']}-{month_number(match['month']):02d}")


def _months_of_year(match: re.Match[str], _moment: Moment) -> Timex | None:
    """Read a range of months, of which the last has the year: "November-February 2017"."""
    first, last = month_number(match["month"]), month_number(match["last"])
    if first == last:
        return None
    year = int(match["year"])
    return Timex("date", f"{year - (first > last)}-{first:02d}/{year}-{last:02d}")


def _month_alone(match: re.Match[str], moment: Moment) -> Timex | None:
    """Read a month without a year; "May", "March" and "August" only where a date can stand."""
    if match["month"] in {"May", "March", "August"} and not match["which"]:
        before = moment.flat[max(0, match.start() - 12) : match.start("month")]
        if not _AMBIGUOUS.search(before) or _AFTER_MODAL_MONTH.match(moment.flat, match.end()):
            return None
    month = month_number(match["month"])
    if moment.published is None:
        return Timex("date", f"XXXX-{month:02d}")
    year = moment.published.year
    before = moment.flat[max(moment.sentence[0], match.start() - 32) : match.start()]
    if match["which"] or not _THIS_YEAR.search(before):
        year += _years_off(match["which"] or "", month, moment)
    return Timex("date", f"{year}-{month:02d}")


def _years_off(which: str, month: int, moment: Moment) -> int:
    """Return how many years from the publication the month called *which* lies.

    In March "last February" is none of this year: that one was "last month".
    """
    assert moment.published is not None
    now = moment.published.month
    which = which.lower()
    if which == "last":
        return -1 if month >= now - 1 else 0
    if which == "next" or (which in {"", "by", "early", "mid", "late"} and moment.future):
        return 1 if month < now else 0
    if which == "this":
        return 0
    return -1 if month > now else 0


def _numeric(match: re.Match[str], moment: Moment) -> Timex | None:
    """Read a date in digits; where the order is open, as readers of the language would."""
    first, second, year = int(match["first"]), int(match["second"]), full_year(int(match["year"]))
    dotted = match["sign"] == "."
    if dotted or first > 12 or not moment.english:
        first, second = second, first
    return _date(iso(year, first, second))


def _iso_day(match: re.Match[str], _moment: Moment) -> Timex | None:
    """Read a date of ISO 8601."""
    return _date(iso(int(match["year"]), int(match["month"]), int(match["day"])))


def _year(match: re.Match[str], moment: Moment) -> Timex | None:
    """Read a year that stands alone."""
    if int(match["year"]) > _LATEST_YEAR:
        return None
    if int(match["year"]) < _PLAIN_YEAR and _PEOPLE_AFTER.match(moment.flat, match.end()):
        return None
    return Timex("date", match["year"])


def _years(match: re.Match[str], _moment: Moment) -> Timex | None:
    """Read a range of years, as in "1995-98"."""
    first, last = match["year"], match["last"]
    last = first[: 4 - len(last)] + last
    return Timex("date", f"{first}/{last}") if int(first) < int(last) <= _LATEST_YEAR else None


def _decade(match: re.Match[str], moment: Moment) -> Timex | None:
    """Read a decade, as in "the 1990s" or "the '60s", but not an age: "in her 30s"."""
    if not match["century"] and _AGE_OF.search(
        moment.flat[max(0, match.start() - 16) : match.start()]
    ):
        return None
    return Timex("date", (match["century"] or "19") + match["ten"])


def _decade_in_words(match: re.Match[str], _moment: Moment) -> Timex | None:
    """Read "the sixties"."""
    return Timex("date", f"19{TENS[match['name'].lower().removesuffix('ies') + 'y'] // 10}")


def _century(match: re.Match[str], _moment: Moment) -> Timex | None:
    """Read a century, as in "the 21st century"."""
    return Timex("date", f"{int(match['number']) - 1:02d}")


def _date(value: str | None) -> Timex | None:
    """Return the date with *value*, or None when there is none."""
    return Timex("date", value) if value else None


RULES = (
    rule(
        "date.day-month-year",
        "month",
        rf"\b{_OF_WEEK}(?:the )?(?P<day>{DAY}){DAY_SUFFIX} (?:of )?(?P<month>{MONTH}),?"
        rf" (?P<year>{YEAR})\b",
        _day_month_year,
    ),
    rule(
        "date.month-day-year",
        "month",
        rf"\b{_OF_WEEK}(?P<month>{MONTH}) (?P<day>{DAY}){DAY_SUFFIX},? (?:of )?(?P<year>{YEAR})\b",
        _day_month_year,
    ),
    rule(
        "date.month-days",
        "month",
        rf"\b(?P<month>{MONTH}) (?P<day>{DAY}){DAY_SUFFIX}(?:{DASH}| to | through )(?P<last>{DAY})"
        rf"{DAY_SUFFIX}(?:,? (?P<year>{YEAR}))?\b",
        _days_of_month,
    ),
    rule(
        "date.month-day",
        "month",
        rf"\b(?P<month>{MONTH}) (?P<day>{DAY}){DAY_SUFFIX}"
        rf"(?={_TO}(?P<month2>{MONTH}) {DAY}{DAY_SUFFIX},? (?P<year>{YEAR})\b)",
        _first_day,
    ),
    rule(
        "date.day-month",
        "month",
        rf"\b(?P<day>{DAY}){DAY_SUFFIX} (?P<month>{MONTH})"
        rf"(?={_TO}{DAY}{DAY_SUFFIX} (?P<month2>{MONTH}),? (?P<year>{YEAR})\b)",
        _first_day,
    ),
    rule(
        "date.days-month",
        "month",
        rf"\b(?P<day>{DAY}){DAY_SUFFIX}{_TO}(?P<last>{DAY}){DAY_SUFFIX} (?:of )?(?P<month>{MONTH})"
        rf"(?:,? (?P<year>{YEAR}))?\b",
        _days_of_month,
    ),
    rule(
        "date.months-year",
        "month",
        rf"\b(?P<month>{MONTH}){_TO}(?P<last>{MONTH}),? (?P<year>{YEAR})\b",
        _months_of_year,
    ),
    rule(
        "date.month-year",
        "month",
        rf"\b(?:(?:early|mid|late)[ -])?(?P<month>{MONTH}),? (?:of )?(?P<year>{YEAR})\b",
        _month_year,
    ),
    rule(
        "date.month-day",
        "month",
        rf"\b{_OF_WEEK}(?P<month>{MONTH}) (?P<day>{DAY}){DAY_SUFFIX}\b(?!,?\d|:\d)",
        _day_month,
    ),
    rule(
        "date.day-month",
        "month",
        rf"\b{_OF_WEEK}(?:the )?(?P<day>{DAY}){DAY_SUFFIX} (?:of )?(?P<month>{MONTH})\b(?!"
        rf" \d{{1,2}}\b)",
        _day_month,
        cased=True,
    ),
    rule(
        "date.month",
        "month",
        rf"\b(?:(?P<which>last|next|this|early|late|mid|[Ll]ast|[Ee]arly|[Ll]ate|[Mm]id)[ -])?"
        rf"(?P<month>{FULL_MONTH})\b(?! \d)",
        _month_alone,
        cased=True,
    ),
    rule(
        "date.abroad",
        "digits",
        rf"\b(?P<day>{DAY})(?:\.|º|er)? (?:de |of )?(?P<month>{FOREIGN_MONTH}),?"
        rf" (?:de |del )?(?P<year>{YEAR})\b",
        _day_month_year_abroad,
    ),
    rule(
        "date.signs",
        "digits",
        rf"(?<!\d)(?P<year>{YEAR}) ?[年년] ?(?P<month>1[0-2]|0?[1-9]) ?[月월]"
        rf" ?(?P<day>{DAY}) ?[日일]",
        _iso_day,
    ),
    rule("date.iso", "digits", r"\b(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)\b", _iso_day),
    rule(
        "date.iso-slashed", "digits", r"\b(?P<year>\d{4})/(?P<month>\d\d)/(?P<day>\d\d)\b", _iso_day
    ),
    rule(
        "date.numeric",
        "digits",
        r"(?<![\d/.])(?P<first>\d{1,2})(?P<sign>[/.])(?P<second>\d{1,2})(?P=sign)"
        r"(?P<year>(?:19|20)\d\d|\d\d(?![\d.]))(?![\d/]|\.\d)",
        _numeric,
    ),
    rule(
        "date.years",
        "digits",
        rf"(?<![\d.,$£€/\w-])(?P<year>{YEAR})(?:-|–)(?P<last>\d{{4}}|\d\d)\b(?![\d.,]\d|-|%)",
        _years,
    ),
    rule(
        "date.year",
        "digits",
        rf"(?<![\d.,$£€/:#-])(?<!No. )(?<!than )(?<!about )(?<!some )(?<!nearly )(?<!almost )"
        rf"(?:\b(?:(?:early|mid|late)[ -]|(?:pre|post)-|(?:the )?(?:fiscal|year) ))?\b"
        rf"(?P<year>{YEAR})\b(?![.,]\d|%|/\d|:\d|-\d| years?\b(?! (?:ago|election|budget))"
        rf"| ?(?:per ?cent|people|dollars|votes|troops|points|"
        r"feet|miles|metres|meters|km|jobs|million|billion|tonnes|tons|barrels|pounds|euros|men"
        r"|women|soldiers|shares|yen|francs|marks|lire|deaths|homes|workers|employees|GMT)\b)",
        _year,
    ),
    rule(
        "date.decade",
        "decade",
        r"(?:\bthe )?\b(?:(?:early|mid|late)(?:[ -]to[ -]late)?[ -])?'?(?P<century>1[4-9]"
        r"|20)?(?P<ten>\d)0'?s\b",
        _decade,
    ),
    rule(
        "date.decade",
        "decade",
        r"\bthe (?:(?:early|mid|late)[ -])?(?:nineteen[ -])?"
        r"(?P<name>(?:twen|thir|for|fif|six|seven|eigh|nine)ties)\b",
        _decade_in_words,
    ),
    rule(
        "date.century",
        "unit",
        r"\b(?:the )?(?:(?:early|mid|late)[ -])?(?P<number>\d{1,2})(?:st|nd|rd|th)[ -]century\b",
        _century,
    ),
)
