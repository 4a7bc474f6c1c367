"""Dates told from the day of publication: "Thursday", "last week", "two years ago"."""

import re
from datetime import timedelta

from reader.facts.calendar_arithmetic import shifted
from reader.facts.calendar_terms import (
    COUNT,
    NEXT_WORDS,
    PAPERS,
    PART_OF_DAY,
    PARTS_OF_DAY,
    PAST_WORDS,
    SEASON,
    UNIT,
    VAGUE,
    WEEKDAY,
    unit_name,
    weekday_number,
)
from reader.facts.dates_durations import length
from reader.facts.numbers import number
from reader.facts.timex import Moment, Resolver, Timex, rule

_EARLIER_WORDS = frozenset({"previous", "preceding"})

_SHORT = frozenset({"second", "minute", "hour"})


def _weekday(match: re.Match[str], moment: Moment) -> Timex | None:
    """Read the name of a weekday: the last one, or the next after words that look ahead."""
    part = match["part"]
    suffix = f"T{PARTS_OF_DAY[part.lower()]}" if part else ""
    kind: str = "time" if part else "date"
    weekday = weekday_number(match["day"])
    if moment.published is None or _is_any_of_many(match, moment):
        return _timex(kind, f"XXXX-WXX-{weekday + 1}{suffix}")
    which = (match["which"] or "").lower().removeprefix("the ")
    ahead = (weekday - moment.published.weekday()) % 7
    days = ahead - 7 if ahead else 0
    if which in {"next", "following"}:
        days = weekday - moment.published.weekday() + 7
    elif which == "this":
        days = weekday - moment.published.weekday()
    elif which in NEXT_WORDS or (not which and moment.future):
        days = ahead or (7 if which else 0)
    elif which in _EARLIER_WORDS:
        days = (ahead - 7 if ahead else 0) - 7
    elif which in PAST_WORDS:
        days = ahead - 7
    return _timex(kind, f"{(moment.published + timedelta(days)).isoformat()}{suffix}")


_ANY = re.compile(
    r"\b(?:on|for|of|like|until|by|to|than|before|after|every) (?:an?|any|some)"
    r" (?:(?:cold|warm|hot|wet|rainy|snowy|windy|sunny|dark|quiet|busy|slow|typical|normal|single"
    r"|given|random|\w+ing) )?$",
    re.IGNORECASE,
)

_NO_NOUN_AFTER = re.compile(
    r"[^\w ]|$| (?:in|at|of|and|or|when|with|by|to|for|from|after|before|as|because|if|than|but"
    r"|the|again|is|was|will|would|can)\b"
)


def _is_any_of_many(match: re.Match[str], moment: Moment) -> bool:
    """Tell whether no certain day is meant: "on a Sunday night", but not "in a Sunday paper"."""
    before = moment.flat[max(0, moment.start - 24) : moment.start]
    return bool(_ANY.search(before) and _NO_NOUN_AFTER.match(moment.flat, match.end()))


_DAYS_OFF = {
    "today": 0,
    "tonight": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
}


def _named_day(match: re.Match[str], moment: Moment) -> Timex | None:
    """Read "today", "yesterday", "tonight" and their like."""
    name = match["name"].lower()
    part = "night" if name == "tonight" else (match["part"] or "").lower()
    if moment.published is None:
        day = "XXXX-XX-XX"
    else:
        day = (moment.published + timedelta(_DAYS_OFF[name])).isoformat()
    return _timex("time", f"{day}T{PARTS_OF_DAY[part]}") if part else _timex("date", day)


def _this_part_of_day(match: re.Match[str], moment: Moment) -> Timex | None:
    """Read "this morning" and "last night"."""
    days = -1 if match["which"].lower() == "last" else 0
    day = (moment.published + timedelta(days)).isoformat() if moment.published else "XXXX-XX-XX"
    return _timex("time", f"{day}T{PARTS_OF_DAY[match['part'].lower()]}")


def _neighbour(match: re.Match[str], moment: Moment) -> Timex | None:
    """Read "last week", "this year", "the following month"; "the last day" is no yesterday."""
    if match["unit"].lower() == "day" and match["which"].lower() == "last":
        return None
    which = match["which"].lower().removeprefix("the ")
    count = -1 if which in PAST_WORDS else 1 if which in NEXT_WORDS else 0
    if moment.published is None:
        return _timex("date", ("PAST_REF", "PRESENT_REF", "FUTURE_REF")[count + 1])
    return _timex("date", shifted(moment.published, unit_name(match["unit"]), count))


def _before(match: re.Match[str], moment: Moment) -> Timex | None:
    """Read "the year before"."""
    if moment.published is None:
        return _timex("date", "PAST_REF")
    return _timex("date", shifted(moment.published, match["unit"].lower(), -1))


def _distant(match: re.Match[str], moment: Moment) -> Timex | None:
    """Read "two years ago", "a week earlier", "three days from now"."""
    back = match["way"].lower() in {"ago", "earlier", "before that", "previously", "before"}
    vague = _timex("date", "PAST_REF" if back else "FUTURE_REF")
    count = _whole(match["count"])
    if match["way"].lower() in {"earlier", "later"} and unit_name(match["unit"]) in _SHORT:
        return Timex("duration", length(match["count"], match["unit"]))
    if moment.published is None or count is None:
        return vague
    unit = unit_name(match["unit"])
    if unit == "decade":
        unit, count = "year", 10 * count
    value = shifted(moment.published, unit, -count if back else count)
    return _timex("date", value) if value else vague


def _whole(written: str | None) -> int | None:
    """Return a count as a whole number, or None when it is vague or broken."""
    if written is None or written.lower() in {"a", "an", "the"}:
        return 1 if written else None
    if written.lower() in {"a couple of", "a couple", "couple of"}:
        return 2
    value = number(written)
    return int(value) if value is not None and value == int(value) else None


def _reference(value: str) -> Resolver:
    """Return a reading that gives *value* whatever it matches."""

    def resolve(_match: re.Match[str], _moment: Moment) -> Timex | None:
        return Timex("date", value)

    return resolve


def _timex(kind: str, value: str | None) -> Timex | None:
    """Return the expression, or None when it has no value."""
    if value is None:
        return None
    return Timex("time" if kind == "time" else "date", value)


def _open_span(match: re.Match[str], _moment: Moment) -> Timex | None:
    """Read "recent weeks" and "coming years", which nobody counted."""
    return Timex("duration", length(None, match["unit"]))


_SPANS = r"(?:days|weeks|months|years|decades)"

_WHICH = r"last|next|this past|past|this coming|coming|this|(?:the )?previous|(?:the )?preceding"

RULES = (
    rule(
        "date.weekday",
        "weekday",
        rf"\b(?:(?P<which>{_WHICH}) )?(?P<day>{WEEKDAY})(?: (?P<part>{PART_OF_DAY}))?(?!s\b|\w)"
        rf"(?! (?-i:{PAPERS})\b)",
        _weekday,
    ),
    rule(
        "date.named-day",
        "deictic",
        r"\b(?P<name>today|tonight|yesterday|tomorrow|the day before yesterday|the day after"
        r" tomorrow)"
        rf"(?: (?P<part>{PART_OF_DAY}))?\b",
        _named_day,
    ),
    rule(
        "date.part-of-day",
        "part",
        r"\b(?:(?:earlier|later) )?(?P<which>this|last) (?P<part>morning|afternoon|evening"
        r"|night)\b",
        _this_part_of_day,
    ),
    rule(
        "date.neighbour",
        "unit",
        r"\b(?:(?:earlier|later|early|late) )?(?P<which>last|next|this|the (?:previous|following"
        r"|next|current|preceding|coming|past|latest)|previous|current)"
        r" (?:fiscal |calendar |trading )?"
        r"(?P<unit>day|week|weekend|month|quarter|year|decade|century)\b(?!-)",
        _neighbour,
    ),
    rule(
        "date.neighbour",
        "unit",
        r"\bthe (?P<unit>day|week|month|year) before\b(?=[.,;:)!?\"”]|\n|$| (?:and|but|when|that|as"
        r"|to|in|on|at|from|with|for|after|while)\b)",
        _before,
    ),
    rule(
        "date.neighbour",
        "unit",
        r"(?=the )(?:(?<=\bearlier in )|(?<=\blater in )|(?<=\bend of )|(?<=\bearly in )"
        r"|(?<=\blate in )|(?<=\brest of )|(?<=\bstart of ))(?P<which>the)"
        r" (?P<unit>(?<!of the )day|week|month)\b"
        r"(?! (?:before|after|of|that|when)\b|-|'s)",
        _neighbour,
    ),
    rule(
        "date.distant",
        "distant",
        r"(?:\b|(?=\[))(?:(?:about|around|nearly|almost|more than|over|at least|less than|just"
        r"|roughly|some|only) )?"
        rf"\[?(?P<count>{COUNT}|{VAGUE}|the)\]? (?P<unit>{UNIT}) (?:or so )?"
        r"(?P<way>ago|earlier|previously|before that|before(?=[.,;:)!?\"”]|\n|$| (?:and|but)\b)"
        r"|from now|later)\b",
        _distant,
    ),
    rule(
        "date.distant",
        "distant",
        r"(?:(?<=\bjust )|(?<=\bonly )|(?<=[,.] )|(?<=\n))(?P<count>)"
        r"(?P<unit>days|weeks|months|years|decades|centuries) (?P<way>ago|earlier|later)\b",
        _distant,
    ),
    rule(
        "date.present",
        "deictic",
        r"\b(?<!every )(?:(?:right )?now|at present|at the moment|at this time|these days|nowadays"
        r"|currently)\b(?! and (?:then|again)\b)",
        _reference("PRESENT_REF"),
    ),
    rule(
        "date.past",
        "deictic",
        rf"\b(?:recently|the past|lately|long ago)\b"
        rf"(?! (?:\w+ )?(?:{UNIT}|{SEASON}s?|{WEEKDAY}s?)\b)",
        _reference("PAST_REF"),
    ),
    rule(
        "date.future",
        "deictic",
        r"\b(?:(?:the )?(?:near|foreseeable) future|(?<=\bin )the future(?! of))\b",
        _reference("FUTURE_REF"),
    ),
    rule("date.recent", "unit", rf"\brecent (?P<unit>{_SPANS})\b", _open_span),
    rule("date.coming", "unit", rf"\b(?:the )?coming (?P<unit>{_SPANS})\b", _open_span),
)
