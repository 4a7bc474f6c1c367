"""Parts of the year told from the day of publication: "last summer", "the third quarter"."""

import re
from datetime import timedelta

from reader.facts.calendar_arithmetic import nearest_day, quarter_of, shifted
from reader.facts.calendar_terms import (
    DAY,
    FULL_MONTH,
    MONTH,
    NEXT_WORDS,
    ORDINALS,
    PAST_WORDS,
    SEASON,
    SEASONS,
    YEAR,
    month_number,
)
from reader.facts.timex import THE_PERIOD, Moment, Timex, rule

_PART_OF_YEAR = re.compile(
    r"\b(?:(?:end|rest|remainder|start|beginning|middle|half|months|quarter|part|weeks) of"
    r"|(?:earlier|later|early|late|far) in) $",
    re.IGNORECASE,
)


def _period(match: re.Match[str], moment: Moment) -> Timex | None:
    """Read "the quarter" and "the year"; which one is meant, the dates beside it tell."""
    if match["unit"].lower() == "quarter":
        return Timex("date", "XXXX-QX")
    if match["full"]:
        return Timex("date", "XXXX")
    before = moment.flat[max(0, moment.start - 24) : moment.start]
    return Timex("date", "XXXX") if _PART_OF_YEAR.search(before) else None


def _season(match: re.Match[str], moment: Moment) -> Timex | None:
    """Read a season of a year named, or of the one that "last" and "next" tell."""
    letters = SEASONS[match["season"].lower()]
    if match["year"]:
        return _date(f"{match['year']}-{letters}")
    if moment.published is None:
        return _date(f"XXXX-{letters}")
    which = (match["which"] or "").lower()
    if which in {"", "this past", "this coming"}:
        return _date(f"{_season_year(letters, which, moment)}-{letters}")
    count = -1 if which in PAST_WORDS else 1 if which in NEXT_WORDS else 0
    return _date(f"{moment.published.year + count}-{letters}")


def _season_year(letters: str, which: str, moment: Moment) -> int:
    """Return the year of the season that began last, or of the one to come."""
    assert moment.published is not None
    begins = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[letters]
    year, month = moment.published.year, moment.published.month
    if which == "this coming" or (not which and moment.future):
        return year + (begins < month)
    return year - (begins > month)


def _weekend(_match: re.Match[str], moment: Moment) -> Timex | None:
    """Read "over the weekend": the last one, or the next where the words look ahead."""
    if moment.published is None:
        return None
    saturday = moment.published + timedelta((5 - moment.published.weekday()) % 7)
    if moment.published.weekday() == _SUNDAY or not moment.future:
        saturday -= timedelta(7 if saturday > moment.published else 0)
    return _date(shifted(saturday, "weekend", 0))


_SUNDAY = 6


def _quarter(match: re.Match[str], moment: Moment) -> Timex | None:
    """Read a quarter or half of a year, named or the last one."""
    letter = "H" if "half" in match["unit"].lower() else "Q"
    which = match["which"].lower()
    if which in {"last", "final"}:
        return _last_of_year(match, letter)
    at = ORDINALS.get(which)
    if at is None or (letter == "H" and (at > 2 or not (match["year"] or match["early"]))):
        return None
    if match["year"] or match["early"]:
        return _date(f"{match['year'] or match['early']}-{letter}{at}")
    if moment.published is None:
        return _date(f"XXXX-{letter}{at}")
    year = moment.published.year
    if letter == "Q" and f"{year}-Q{at}" > quarter_of(moment.published) and not moment.future:
        year -= 1
    return _date(f"{year}-{letter}{at}")


def _quarter_of_year_told(match: re.Match[str], moment: Moment) -> Timex | None:
    """Read "next year's first quarter"."""
    if moment.published is None:
        return None
    year = moment.published.year + {"last": -1, "next": 1}.get(match["of"].lower(), 0)
    letter = "H" if match["unit"].lower() == "half" else "Q"
    at = ORDINALS[match["which"].lower()]
    return _date(f"{year}-{letter}{at}") if letter == "Q" or at < _HALVES else None


_HALVES = 3
"""The first number that no half of a year has."""


def _last_of_year(match: re.Match[str], letter: str) -> Timex | None:
    """Read "the last quarter of 2024"."""
    return _date(f"{match['year']}-{letter}{4 if letter == 'Q' else 2}" if match["year"] else None)


def _month_of_year(match: re.Match[str], moment: Moment) -> Timex | None:
    """Read "June last year"."""
    if moment.published is None:
        return None
    which = match["which"].lower()
    year = moment.published.year + (-1 if which in PAST_WORDS else which in NEXT_WORDS)
    return _date(f"{year}-{month_number(match['month']):02d}")


def _year_earlier(_match: re.Match[str], moment: Moment) -> Timex | None:
    """Read "a year earlier" and "the year-earlier period"."""
    if moment.published is None:
        return _date("PAST_REF")
    return _date(shifted(moment.published, "year", -1))


def _year_end(_match: re.Match[str], moment: Moment) -> Timex | None:
    """Read "by year-end": of this year, or of the one before where the words look back to it."""
    if moment.published is None:
        return None
    since = moment.flat.endswith("since ", 0, moment.start)
    return Timex("date", f"{moment.published.year - since:04d}")


def _quarter_ended(match: re.Match[str], moment: Moment) -> Timex | None:
    """Read "the quarter ended Sept. 30", as the one that the day is in."""
    month, day = month_number(match["month"]), int(match["day"])
    if match["year"]:
        return Timex("date", f"{match['year']}-Q{(month + 2) // 3}")
    if moment.published is None:
        return None
    value = nearest_day(moment.published, month, day, future=False)
    return Timex("date", f"{value[:4]}-Q{(month + 2) // 3}") if value else None


def _year_ended(_match: re.Match[str], _moment: Moment) -> Timex | None:
    """Read "the year ended 31 March", which is a length of time that a day beside it ends."""
    return Timex("duration", "P1Y")


def _date(value: str | None) -> Timex | None:
    """Return the date with *value*, or None when there is none."""
    return Timex("date", value) if value else None


_DURING = (
    r"(?:(?<=\bin )|(?<=\bover )|(?<=\bduring )|(?<=\binto )|(?<=\bof )|(?<=\bfor )|(?<=\bby )"
    r"|(?<=\bsince )|(?<=\buntil )|(?<=\bthrough ))"
)

_BEFORE_SEASON = r"(?:(?<=\bby )|(?<=\bsince )|(?<=\buntil )|(?<=\bbefore ))"

RULES = (
    rule(
        "date.month-of-year",
        "month",
        rf"\b(?:(?:early|mid|late)[ -])?(?P<month>{FULL_MONTH}),? (?:of )?(?P<which>last|this"
        rf"|next) year\b",
        _month_of_year,
    ),
    rule(
        THE_PERIOD,
        "unit",
        r"(?=the )(?:(?<=\bin )|(?<=\bfor )|(?<=\bduring )|(?<=\bof ))"
        r"the (?P<full>full (?:fiscal )?)?(?P<unit>quarter|year)\b(?!-|'s"
        r"| (?:of|to|that|when|which|before|after|in which|a year|end(?:ed|ing|s)?|\d+)\b)",
        _period,
    ),
    rule(
        "date.season",
        "season",
        rf"\b(?:(?P<which>last|next|this(?: past| coming)?) )?(?P<season>{SEASON})(?: of)?,?"
        rf" (?P<year>{YEAR})\b",
        _season,
    ),
    rule(
        "date.season",
        "season",
        rf"\b(?P<which>last|next|this(?: past| coming)?) (?P<season>{SEASON})\b(?P<year>)",
        _season,
    ),
    rule(
        "date.season",
        "season",
        rf"(?:{_DURING}the (?:(?:early|mid|late)[ -])?|{_BEFORE_SEASON})(?P<season>{SEASON})\b"
        r"(?P<which>)(?P<year>)(?=[.,;:)!?\"”]|\n|$| (?:and|but|when|after|before|as|because|if|at"
        r"|with|it|he|she|they|we|the|this)\b)",
        _season,
    ),
    rule(
        "date.quarter",
        "quarter",
        rf"\b(?:(?P<early>{YEAR})'?s? )?(?:the )?(?:fiscal )?(?P<which>first|second|third"
        rf"|fourth|1st|2nd|3rd|4th|last|final)"
        rf"[ -](?:fiscal )?(?P<unit>quarter|half)(?!-|s\b|\w| of the (?!year))(?:,? (?:of |in"
        rf" )?(?:fiscal )?"
        rf"(?P<year>{YEAR}))?\b",
        _quarter,
    ),
    rule(
        "date.quarter",
        "quarter",
        r"\b(?P<of>last|this|next) year's (?P<which>first|second|third|fourth)[ -]"
        r"(?P<unit>quarter|half)\b(?!-)",
        _quarter_of_year_told,
    ),
    rule(
        "date.year-earlier",
        "unit",
        r"\b(?:the )?year-(?:earlier|ago)(?: (?:period|quarter|level)\b)?",
        _year_earlier,
    ),
    rule(
        "date.weekend",
        "unit",
        r"(?=the )(?:(?<=over )|(?<=during )|(?<=on )|(?<=at )|(?<=of )|(?<=through )"
        r"|(?<=throughout ))the weekend\b",
        _weekend,
    ),
    rule(
        "date.year-end",
        "year_end",
        r"(?:(?<=\bby )|(?<=\bsince )|(?<=\buntil )|(?<=\bbefore )|(?<=\baround )|(?<=\bat )"
        r"|(?<=\bfrom )|(?<=\bof ))(?:calendar )?year(?:-| |'s )end\b(?! (?-i:(?!said|will|would"
        r"|with|from|after|when|compared|that|than|even)[a-z]{4,})\b)",
        _year_end,
    ),
    rule(
        "date.quarter-ended",
        "quarter",
        rf"\bthe quarter(?= (?:ended|ending|that ended|to|through) (?P<month>{MONTH})"
        rf" (?P<day>{DAY})(?:,? (?P<year>{YEAR}))?)",
        _quarter_ended,
    ),
    rule(
        "duration.year-ended",
        "unit",
        r"\bthe (?:fiscal |financial )?year(?= (?:ended|ending|to) (?:on )?(?:\d|[A-Z]))",
        _year_ended,
    ),
)
