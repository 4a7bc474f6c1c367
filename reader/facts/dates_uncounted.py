"""Lengths without a number or with two: "for weeks", "a decade-long war", "12 to 18 months"."""

import re

from reader.facts.calendar_terms import COUNT
from reader.facts.dates_durations import length
from reader.facts.numbers import number
from reader.facts.timex import Moment, Timex, rule

_MANY = r"(?P<unit>seconds|minutes|hours|days|weeks|months|years|decades|centuries)"
_ANY = (
    r"(?P<unit>seconds?|minutes?|hours?|days?|nights?|weeks?|months?|quarters?|years?|decades?"
    r"|centur(?:y|ies))"
)
_NUMBER = rf"(?!(?:an?|half)\b){COUNT}"
_OPENS = (
    r"(?:(?<=\bfor )|(?<=\bwithin )|(?<=\bafter )|(?<=\btime in )|(?<=\bfirst in )|(?<=\btook )"
    r"|(?<=\blasted ))"
)
_STANDS = r"(?:(?<=\bin )|(?<=\bin the )|(?<=\bfor )|(?<=\bfor the )|(?<=[.,;:] ))"


def _open_length(match: re.Match[str], _moment: Moment) -> Timex | None:
    """Read units that nobody counted; their number is open."""
    return Timex("duration", length(None, match["unit"]))


def _long(match: re.Match[str], _moment: Moment) -> Timex | None:
    """Read "a day-long talk" and "years-long": one unit, or an open number of them."""
    one = "a" if not match["unit"].lower().endswith("s") else None
    return Timex("duration", length(match.groupdict().get("count") or one, match["unit"]))


def _between(match: re.Match[str], _moment: Moment) -> Timex | None:
    """Read a length with its least and its most: "two to three weeks"."""
    written = match["least"] or match["first"]
    least, most = number(written), number(match["most"])
    if least is None or most is None or least >= most:
        return None
    ends = (length(count, match["unit"]) for count in (written, match["most"]))
    return Timex("duration", "/".join(ends))


def _or_two(match: re.Match[str], _moment: Moment) -> Timex | None:
    """Read "a day or two"."""
    return Timex("duration", f"{length('a', match['unit'])}/{length('two', match['unit'])}")


RULES = (
    rule(
        "duration.open",
        "unit",
        rf"(?=[smhdwyc]){_OPENS}{_MANY}\b(?!-| (?:of the|later|ago|and)\b)",
        _open_length,
    ),
    rule(
        "duration.open",
        "unit",
        rf"(?=[smhdwyc]){_STANDS}{_MANY}"
        r"(?= (?:before|after|since|leading up|following|that followed)\b)",
        _open_length,
    ),
    rule(
        "duration.open",
        "unit",
        rf"\bthe {_MANY}(?= (?:ahead|to come)\b)",
        _open_length,
    ),
    rule("duration.long", "long", rf"\b(?:(?P<count>{_NUMBER})[ -])?{_ANY}-long\b", _long),
    rule("duration.long", "long", r"\b(?P<unit>hour|day|week|month|year)long\b", _long),
    rule(
        "duration.between",
        "unit",
        rf"\b(?:between (?P<least>{_NUMBER}) and |(?P<first>{_NUMBER})"
        rf"(?:[ -](?:to|or)[ -]| ?[-–] ?))(?P<most>{_NUMBER})[ -]{_ANY}\b(?![ -]old)",
        _between,
    ),
    rule("duration.or-two", "unit", rf"\ban? {_ANY} or two\b", _or_two),
)
