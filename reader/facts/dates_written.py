"""Dates in words, with the parts in other orders, and feasts: "fourth of July", "Q3 2019"."""

import re
from datetime import date

from reader.facts.calendar_arithmetic import full_year, iso, nearest_day
from reader.facts.calendar_terms import DAY, MONTH, WEEKDAY, YEAR, month_number, weekday_number
from reader.facts.feasts import FEAST, feast_day
from reader.facts.numbers import ONES, TENS
from reader.facts.timex import Moment, Timex, rule

_TEENS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_ORDINALS = {name: at for at, name in enumerate(_TEENS.split(), start=1)}
_ORDINALS |= {
    f"twenty{sign}{name}": 20 + at
    for name, at in list(_ORDINALS.items())[:9]
    for sign in ("-", " ")
}
_ORDINALS |= {"thirtieth": 30, "thirty-first": 31, "thirty first": 31}
_IN_WORDS = "|".join(sorted(_ORDINALS, key=len, reverse=True))
_NTH = rf"(?:{DAY}(?:st|nd|rd|th)|{_IN_WORDS})"
_YEARS_IN_WORDS = rf"(?:nineteen|twenty)[ -](?:(?:{'|'.join(TENS)})(?:[ -](?:{'|'.join(ONES)}))?)"
_UP_TO_99 = rf"(?:(?:{'|'.join(TENS)})(?:[ -](?:{'|'.join(ONES)}))?|(?:{'|'.join(ONES)}))"
_YEARS_BY_THOUSAND = rf"two thousand(?: (?:and )?{_UP_TO_99}\b)?"
_GIVEN_BEFORE = re.compile(
    r"[a-z,] (?!Merry|Happy|Orthodox|Coptic|White|Western|Catholic)[A-Z][a-z]+ $"
)


def _day_number(written: str) -> int:
    """Return the number of a day, in digits or words."""
    lowered = written.lower()
    return _ORDINALS.get(lowered) or int(re.sub(r"\D", "", lowered))


def _day_in_words(match: re.Match[str], moment: Moment) -> Timex | None:
    """Read a day of a month with its number in words, or the year apart from it."""
    month = month_number(match["month"])
    return _day_of(match["year"], month, _day_number(match["day"]), moment)


def _day_of(year: str | None, month: int, day: int, moment: Moment) -> Timex | None:
    """Return a day of the year named, or of the nearest one."""
    if year:
        value = iso(int(year), month, day)
    elif moment.published:
        value = nearest_day(
            moment.published, month, day, future=moment.future, sure=moment.just_past
        )
    else:
        value = f"XXXX-{month:02d}-{day:02d}"
    return Timex("date", value) if value else None


def _year_month_day(match: re.Match[str], moment: Moment) -> Timex | None:
    """Read a date that begins with the year, its month in letters."""
    month = month_number(match["month"])
    if match["day"]:
        return _day_of(match["year"], month, int(match["day"]), moment)
    year = match["year"] or str(full_year(int(match["short"])))
    return Timex("date", f"{year}-{month:02d}")


def _part_of_year(match: re.Match[str], _moment: Moment) -> Timex | None:
    """Read "Q3 2019" and "2019-H2"."""
    year = match["year"] or match["year2"]
    year = f"20{year}" if len(year) == 2 else year
    return Timex("date", f"{year}-{(match['part'] or match['part2']).upper()}")


def _day_of_this_month(match: re.Match[str], moment: Moment) -> Timex | None:
    """Read "the 21st of next month"."""
    if moment.published is None:
        return None
    months = {"last": -1, "next": 1}.get(match["which"].lower(), 0)
    total = moment.published.year * 12 + moment.published.month - 1 + months
    value = iso(total // 12, total % 12 + 1, _day_number(match["day"]))
    return Timex("date", value) if value else None


def _weekday_the_nth(match: re.Match[str], moment: Moment) -> Timex | None:
    """Read "Friday the 13th": the nearest month in which that day is that weekday."""
    if moment.published is None:
        return None
    day, weekday = _day_number(match["day"]), weekday_number(match["weekday"])
    months = [moment.published.year * 12 + moment.published.month - 1 + off for off in _NEAR]
    for total in months:
        value = iso(total // 12, total % 12 + 1, day)
        if value and date.fromisoformat(value).weekday() == weekday:
            return Timex("date", value)
    return None


_NEAR = (0, -1, 1, -2, 2, -3, 3)


def _is_surname(match: re.Match[str], moment: Moment) -> bool:
    """Tell whether a feast is a person's name: "the artist Anna Christmas"."""
    before = moment.flat[max(0, match.start() - 24) : match.start()]
    return " " not in match["name"] and _GIVEN_BEFORE.search(before) is not None


def _feast_of_any_year(name: str) -> str:
    """Return what the day of a feast has in every year: month and day, month, or nothing."""
    days = [feast_day(name, year) for year in range(2001, 2008)]
    if len({(day.month, day.day) for day in days}) == 1:
        return f"XXXX-{days[0]:%m-%d}"
    return f"XXXX-{days[0]:%m}" if len({day.month for day in days}) == 1 else "XXXX"


def _feast(match: re.Match[str], moment: Moment) -> Timex | None:
    """Read the name of a feast."""
    name = match["name"]
    if (name[0].islower() and not match["year"]) or (
        not match["which"] and _is_surname(match, moment)
    ):
        return None
    if match["year"]:
        return Timex("date", feast_day(name, int(match["year"])).isoformat())
    if moment.published is None:
        return Timex("date", _feast_of_any_year(name))
    off = {"last": -1, "next": 1}.get((match["which"] or "").lower())
    days = [feast_day(name, moment.published.year + years) for years in (-1, 0, 1)]
    if off:
        wanted = [day for day in days if (day > moment.published) == (off > 0)]
        return Timex("date", (wanted[0] if off > 0 else wanted[-1]).isoformat())
    value = nearest_day(
        moment.published, days[1].month, days[1].day, future=moment.future, sure=moment.just_past
    )
    year = int(value[:4]) if value else moment.published.year
    return Timex("date", feast_day(name, year).isoformat())


def _year_in_words(match: re.Match[str], _moment: Moment) -> Timex | None:
    """Read "nineteen ninety-six"."""
    century, *rest = re.split(r"[ -]", match["spoken"].lower())
    value = {"nineteen": 1900, "twenty": 2000, "two": 2000}[century]
    value += sum(TENS.get(word, 0) + ONES.get(word, 0) for word in rest)
    month = match.groupdict().get("month")
    return Timex("date", f"{value}-{month_number(month):02d}" if month else str(value))


RULES = (
    rule(
        "date.day-in-words",
        "month",
        rf"\b(?:the )?(?P<day>{_NTH}) (?:day )?of (?P<month>{MONTH})"
        rf"(?:,? (?:of |in )?(?P<year>{YEAR}))?\b",
        _day_in_words,
    ),
    rule(
        "date.month-day-in-words",
        "month",
        rf"(?<!\d )\b(?P<month>{MONTH}),? (?:the )?(?P<day>{_NTH})\b(?: ?,? (?P<year>{YEAR}))?\b",
        _day_in_words,
    ),
    rule(
        "date.day-month-apart",
        "month",
        rf"\b(?P<day>{DAY})(?:st|nd|rd|th)? (?P<month>{MONTH}) (?:in|of) (?P<year>{YEAR})\b",
        _day_in_words,
    ),
    rule(
        "date.month-day-loose",
        "month",
        rf"\b(?P<month>{MONTH}) ?(?P<day>{DAY}) ?, ?(?P<year>{YEAR})\b",
        _day_in_words,
    ),
    rule(
        "date.day-month-signs",
        "month",
        rf"\b(?P<day>{DAY})(?P<sign>[/-])(?P<month>{MONTH})(?P=sign)(?P<year>{YEAR})\b",
        _day_in_words,
    ),
    rule(
        "date.month-day-loose",
        "month",
        rf"\b(?P<month>{MONTH})(?P<sign>[-/])(?P<day>{DAY})(?P=sign)(?P<year>{YEAR})\b",
        _day_in_words,
    ),
    rule(
        "date.year-month",
        "month",
        rf"\b(?P<month>{MONTH})(?:[-/](?P<year>{YEAR})|,? (?:of )?'(?P<short>\d\d))"
        r"(?P<day>)\b(?![-/])",
        _year_month_day,
    ),
    rule(
        "date.year-month",
        "month",
        rf"\b(?P<year>{YEAR})[ /-](?P<month>{MONTH})(?:[ /-](?P<day>{DAY})\b(?!%))?",
        _year_month_day,
    ),
    rule(
        "date.spoken-month",
        "month",
        rf"\b(?P<month>{MONTH}),? (?:of )?(?P<spoken>{_YEARS_IN_WORDS})\b",
        _year_in_words,
    ),
    rule(
        "date.spoken",
        "spoken",
        rf"\b(?P<spoken>{_YEARS_IN_WORDS})\b(?!-)(?! (?-i:[a-z]+s)\b)",
        _year_in_words,
    ),
    rule(
        "date.spoken",
        "spoken",
        rf"(?:\b(?:the )?year |(?<=\bin )|(?<=\bsince )|(?<=\buntil )|(?<=\bby ))"
        rf"(?P<spoken>{_YEARS_BY_THOUSAND})\b(?!-)"
        r"(?! (?:hundred|\w+ (?:hundred|thousand)|(?-i:(?!has|was|is|as|its|his|this)[a-z]+s))\b)",
        _year_in_words,
    ),
    rule(
        "date.spoken-month",
        "month",
        rf"\b(?P<month>{MONTH}),? (?:of )?(?P<spoken>{_YEARS_BY_THOUSAND})\b",
        _year_in_words,
    ),
    rule(
        "date.part-of-year",
        "part_of_year",
        rf"\b(?:(?P<part>[QH][1-4]),? (?:of |in )?(?:FY)?(?P<year>{YEAR}|'?\d\d(?!\d))"
        rf"|(?P<year2>{YEAR})[ -](?P<part2>[QH][1-4]))\b",
        _part_of_year,
    ),
    rule(
        "date.day-of-this-month",
        "this_month",
        rf"\b(?:the )?(?P<day>{_NTH}) (?:day )?(?:of )?(?P<which>this|last|next) month\b",
        _day_of_this_month,
    ),
    rule(
        "date.weekday-the-nth",
        "weekday",
        rf"\b(?P<weekday>{WEEKDAY}),? (?:the )?"
        rf"(?P<day>{DAY}(?:st|nd|rd|th)\b|(?:{_IN_WORDS})\b(?! \w))(?! of)",
        _weekday_the_nth,
    ),
    rule(
        "date.feast",
        "holiday",
        rf"\b(?:(?P<which>last|next|this) )?(?P<name>{FEAST})\b(?:,? (?:of )?(?P<year>{YEAR})\b)?",
        _feast,
    ),
)
