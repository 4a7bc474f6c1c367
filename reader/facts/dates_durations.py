"""How long and how often: "two years", "the past 18 months", "twice a week", "daily"."""

import re

from reader.facts.calendar_terms import (
    COUNT,
    FULL_MONTH,
    MULTIPLES,
    SEASON,
    SEASONS,
    UNIT,
    UNITS,
    VAGUE,
    month_number,
    unit_name,
)
from reader.facts.numbers import number
from reader.facts.timex import Moment, Timex, rule

_FREQUENCY_BEFORE = re.compile(
    r"(?:times|once|twice|per ?cent|%|\d|each|dollars|cents|pounds|euros|francs|people|barrels"
    r"|tons|tonnes"
    r"|million|billion|thousand) $",
    re.IGNORECASE,
)
_PLURAL_BEFORE = re.compile(
    r"\b(?!(?:was|has|is|his|as|this|takes|lasts|its|plus)\b)[a-z]+[a-rt-z]s $"
)
_NOT_A_LENGTH_AFTER = re.compile(r" (?:of|to|in which|when|for the|that|later|ago)\b")
_ORDINAL_AFTER = re.compile(
    r"[- ](?!(?:of|or|and|before|after|later|ago|earlier|in|to|at|on|with|for|from|than|when|while"
    r"|as|but|is|was|by|per|too)\b)[\w']"
)
_CAPITAL_AFTER = re.compile(r" [A-Z]")
_BARE_YEAR = re.compile(r"(?:1[4-9]|20)\d\d")
_OLD = re.compile(r"[ -](?:years?[ -])?olds?\b")

_HALVES = {"Y": "6M", "TH": "30M", "TM": "30S"}
_ADVERBS = {
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "yearly": "P1Y",
    "hourly": "PT1H",
}
_WEEKDAY_NUMBERS = {
    "monday": 1,
    "tuesday": 2,
    "wednesday": 3,
    "thursday": 4,
    "friday": 5,
    "saturday": 6,
    "sunday": 7,
}


def length(count: str | None, unit: str) -> str:
    """Return the value of a duration; a count that is vague or missing is ``X``."""
    name = unit_name(unit)
    amount = _amount(count, name)
    letter = UNITS[name]
    if letter in {"E", "C"} and amount != "X":
        amount, letter = _plain(float(amount) * (10 if letter == "E" else 100)), "Y"
    if amount.endswith(".5") and letter in _HALVES:
        whole = amount.removesuffix(".5")
        whole = "" if whole == "0" else whole + letter.removeprefix("T")
        return f"P{'T' if letter[0] == 'T' else ''}{whole}{_HALVES[letter]}"
    return f"PT{amount}{letter[1]}" if letter[0] == "T" else f"P{amount}{letter}"


def _amount(count: str | None, unit: str) -> str:
    """Return how many of a unit *count* says."""
    written = (count or "").lower().strip()
    if written in {"a", "an", "the"}:
        value: float | None = 1
    elif written.startswith("half a"):
        value = 0.5
    elif "couple" in written:
        value = 2
    else:
        value = number(written) if written else None
    return "X" if value is None else _plain(value * MULTIPLES.get(unit, 1))


def _plain(value: float) -> str:
    """Return a number without a needless fraction."""
    return str(int(value)) if value == int(value) else str(value)


def _span_of_time(match: re.Match[str], moment: Moment) -> Timex | None:
    """Read a count of units; after "50 dollars" or "twice", "a day" tells how often."""
    written, unit = match["count"].lower(), match["unit"].lower()
    single = written in {"a", "an"} and "-" not in match.group()
    if match["half"] or _is_label(match, moment):
        return _and_a_half(match) if match["half"] else None
    if single and _FREQUENCY_BEFORE.search(moment.flat[max(0, match.start() - 12) : match.start()]):
        return Timex("set", length("a", unit))
    if single and unit in {"day", "second", "minute", "night"}:
        return None if _NOT_A_LENGTH_AFTER.match(moment.flat, match.end()) else _length(match)
    if single and _PLURAL_BEFORE.search(moment.flat[max(0, match.start() - 24) : match.start()]):
        return None
    if written == "one" and unit in {"day", "night"} and "-" not in match.group():
        return None
    if _OLD.match(moment.flat, match.end()) or (single and unit == "quarter"):
        return None
    if written in {"some", "many", "a few", "few", "several"} and not unit.endswith("s"):
        return None
    return _length(match)


def _and_a_half(match: re.Match[str]) -> Timex:
    """Read "an hour and a half", with the fraction behind the unit."""
    count = "one" if match["count"].lower() in {"a", "an"} else match["count"]
    return Timex("duration", length(f"{count} and a half", match["unit"]))


def _is_label(match: re.Match[str], moment: Moment) -> bool:
    """Tell whether no length is meant: "a second goal", "the 2018 day one"."""
    unit = match["unit"].lower()
    if unit == "second" and match["count"].lower() in {"a", "an"}:
        return _ORDINAL_AFTER.match(moment.flat, match.end()) is not None
    return _BARE_YEAR.fullmatch(match["count"]) is not None and not unit.endswith("s")


def _length(match: re.Match[str]) -> Timex:
    """Return the duration that a match tells."""
    return Timex("duration", length(match["count"], match["unit"]))


def _past_length(match: re.Match[str], _moment: Moment) -> Timex | None:
    """Read "the past two years", "the first nine months"; without a count the length is open."""
    return Timex("duration", length(match["count"], match["unit"]))


def _adverb(match: re.Match[str], moment: Moment) -> Timex | None:
    """Read "daily" and its like, but not the name of a paper: "the Leeds Weekly"."""
    if match["word"][0].isupper():
        opens = match.start() == moment.sentence[0]
        if not opens or _CAPITAL_AFTER.match(moment.flat, match.end()):
            return None
    return Timex("set", _ADVERBS[match["word"].lower()])


def _every(match: re.Match[str], _moment: Moment) -> Timex | None:
    """Read "every year", "each month", "every two weeks"."""
    return Timex("set", length(match["count"] or "a", match["unit"]))


def _every_month(match: re.Match[str], _moment: Moment) -> Timex | None:
    """Read "every July"."""
    return Timex("set", f"XXXX-{month_number(match['month']):02d}")


def _every_season(match: re.Match[str], _moment: Moment) -> Timex | None:
    """Read "each summer"."""
    return Timex("set", f"XXXX-{SEASONS[match['season'].lower()]}")


_SHORT_UNITS = {"h": "hour", "m": "minute", "s": "second", "y": "year"}


def _short(match: re.Match[str], _moment: Moment) -> Timex | None:
    """Read "3 hrs" and "45 mins"."""
    return Timex("duration", length(match["count"], _SHORT_UNITS[match["unit"][0].lower()]))


def _one_more(match: re.Match[str], _moment: Moment) -> Timex | None:
    """Read "another year"."""
    return Timex("duration", length("a", match["unit"]))


def _every_weekday(match: re.Match[str], _moment: Moment) -> Timex | None:
    """Read "Mondays" and "every Friday"."""
    return Timex("set", f"XXXX-WXX-{_WEEKDAY_NUMBERS[(match['day'] or match['days']).lower()]}")


_ABOUT = (
    r"(?:(?:about|around|nearly|almost|more than|over|at least|less than|up to|roughly|another"
    r"|only|just)"
    r" )?"
)
_LONG = (
    r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|weekends?|fortnights?|months?"
    r"|quarters(?! of)|years?"
    r"|decades?|centur(?:y|ies))"
)

RULES = (
    rule(
        "duration.count",
        "unit",
        rf"\b{_ABOUT}(?P<count>{COUNT}|{VAGUE})[ -](?:(?:full|more|whole|consecutive|straight"
        rf"|solid|long)"
        rf" )?(?P<unit>{_LONG})\b(?![ -]old)(?P<half> and a half\b)?",
        _span_of_time,
    ),
    rule(
        "duration.count",
        "short",
        r"(?<![\w.,$£€-])(?P<count>\d+(?:\.\d+)?)[ -]?(?P<unit>hrs?|mins?|secs?|yrs?)\b",
        _short,
    ),
    rule(
        "duration.past",
        "unit",
        rf"\b(?:the )?(?:past|last|next|previous|coming|latest|final) (?P<count>(?:{COUNT}"
        rf"|{VAGUE}) )?"
        r"(?P<unit>seconds|minutes|hours|days|weeks|months|quarters|years|decades)\b",
        _past_length,
    ),
    rule(
        "duration.first",
        "unit",
        rf"\b(?:the )?first (?P<count>{COUNT}|{VAGUE}) (?P<unit>{UNIT})\b",
        _past_length,
    ),
    rule("set.adverb", "frequency", rf"\b(?P<word>{'|'.join(_ADVERBS)})\b", _adverb),
    rule(
        "set.every",
        "unit",
        rf"\b(?:every|each|per)(?: other)? (?P<count>(?:{COUNT}|few) )?(?P<unit>{UNIT})\b",
        _every,
    ),
    rule(
        "set.weekdays",
        "weekday",
        rf"\b(?:(?:every|each)(?: other)? (?P<day>{'|'.join(_WEEKDAY_NUMBERS)})\b"
        rf"|on (?P<days>{'|'.join(_WEEKDAY_NUMBERS)})s\b)",
        _every_weekday,
    ),
    rule("set.weekdays", "month", rf"\b(?:every|each) (?P<month>{FULL_MONTH})\b", _every_month),
    rule("set.weekdays", "season", rf"\b(?:every|each) (?P<season>{SEASON})\b", _every_season),
    rule(
        "duration.count",
        "unit",
        r"\b(?:another|an additional|an extra) (?P<unit>minute|hour|day|week|month|year|decade)\b",
        _one_more,
    ),
)
