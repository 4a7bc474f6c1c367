"""Times of day: "5 p.m.", "19:33 IST", "noon"."""

import re

from reader.facts.calendar_terms import PARTS_OF_DAY
from reader.facts.numbers import ONES, number
from reader.facts.timex import Moment, Timex, rule

_ZONES = {
    "UTC": "Z",
    "GMT": "Z",
    "IST": "+05:30",
    "EST": "-05:00",
    "EDT": "-04:00",
    "CST": "-06:00",
    "CDT": "-05:00",
    "MST": "-07:00",
    "MDT": "-06:00",
    "PST": "-08:00",
    "PDT": "-07:00",
    "CET": "+01:00",
    "CEST": "+02:00",
    "BST": "+01:00",
    "JST": "+09:00",
    "KST": "+09:00",
    "HKT": "+08:00",
    "SGT": "+08:00",
    "PKT": "+05:00",
    "MSK": "+03:00",
    "EAT": "+03:00",
    "EET": "+02:00",
    "EEST": "+03:00",
    "SAST": "+02:00",
    "WAT": "+01:00",
    "AEST": "+10:00",
    "AEDT": "+11:00",
    "NZST": "+12:00",
    "NZDT": "+13:00",
}
_ZONE = rf"(?: (?P<zone>(?-i:{'|'.join(_ZONES)}|[ECMP]T)|local time)\b)?"


def _clock(match: re.Match[str], moment: Moment) -> Timex | None:
    """Read hours and minutes."""
    half = (match["half"] or "").lower()[:1]
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    zone = _ZONES.get(match["zone"] or match.groupdict().get("zone2") or "", "")
    return Timex("time", f"{_day(moment)}T{hour:02d}:{minute:02d}{zone}")


def _noon(match: re.Match[str], moment: Moment) -> Timex | None:
    """Read "noon", "midday" and "midnight"."""
    hour = 24 if match["name"].lower() == "midnight" else 12
    return Timex("time", f"{_day(moment)}T{hour}:00")


def _hour_of_part(match: re.Match[str], moment: Moment) -> Timex | None:
    """Read "4 in the morning"."""
    hour = int(number(match["hour"]) or 0)
    if not 1 <= hour <= _NOON:
        return None
    after_noon = match["part"].lower() in {"afternoon", "evening"}
    return Timex("time", f"{_day(moment)}T{hour % _NOON + _NOON * after_noon:02d}:00")


_NOON = 12


def _part(match: re.Match[str], moment: Moment) -> Timex | None:
    """Read "in the morning" and its like."""
    return Timex("time", f"{_day(moment)}T{PARTS_OF_DAY[match['part'].lower()]}")


def _day(moment: Moment) -> str:
    """Return the day that a time without one is of."""
    return moment.published.isoformat() if moment.published else "XXXX-XX-XX"


RULES = (
    rule(
        "time.half-day",
        "digits",
        r"(?<!\d[.:])\b(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?"
        r" ?(?P<half>a\.m\.|p\.m\.|[ap]m\b)" + _ZONE,
        _clock,
    ),
    rule(
        "time.clock",
        "digits",
        r"(?<![\d:.])\b(?P<hour>[01]?\d"
        r"|2[0-3]):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?P<half>)(?![\d:])(?: ?hrs\b)?" + _ZONE,
        _clock,
        cased=True,
    ),
    rule(
        "time.clock",
        "digits",
        r"(?<![\d:.,$£€-])\b(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?P<half>)(?: ?h(?:ou)?rs\b"
        rf"(?: (?P<zone>{'|'.join(_ZONES)})\b)?| (?P<zone2>{'|'.join(_ZONES)})\b)",
        _clock,
        cased=True,
    ),
    rule("time.noon", "part", r"\b(?P<name>noon|midday|midnight)\b", _noon),
    rule(
        "time.half-day",
        "part",
        r"(?:(?<=\bat )|(?<=\baround )|(?<=\babout )|(?<=\buntil )|(?<=\bbefore )|(?<=\bafter ))"
        rf"(?P<hour>\d\d?|{'|'.join(ONES)})(?: o'clock)? in the (?P<part>morning|afternoon"
        r"|evening)\b(?! (?:session|trading|papers|sun)\b)",
        _hour_of_part,
    ),
    rule(
        "time.part",
        "part",
        r"\b(?:(?:in |(?<=during )|(?<=by )|(?<=until )|(?<=through ))the |mid[- ]?)"
        r"(?P<part>morning|afternoon|evening)\b",
        _part,
    ),
)
