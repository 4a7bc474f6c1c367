"""How the values of dates are said: as ISO 8601 writes them, but its additions in words."""

import re

_PARTS = {
    "MO": "morning",
    "MI": "midday",
    "DT": "daytime",
    "AF": "afternoon",
    "EV": "evening",
    "NI": "night",
    "SP": "spring",
    "SU": "summer",
    "FA": "autumn",
    "WI": "winter",
    "WE": "weekend",
}
"""TIMEX3's names of parts of a day, a year and a week."""

_PART = re.compile(rf"(?:-|(?<=\d)T)({'|'.join(_PARTS)})\b")
_CENTURY = re.compile(r"\d\d")
_DECADE = re.compile(r"\d{3}")


def said_date(value: str) -> str:
    """Return a date's TIMEX3 *value* for people: ``2026-06-14 evening``, ``1980s``.

    What is a plain day, month, year or clock stays as it is; the ends of a range are parted by
    a dash.
    """
    return " – ".join(_said(part) for part in value.split("/"))


def _said(value: str) -> str:
    """Return one value for people."""
    if _DECADE.fullmatch(value):
        return f"{value}0s"
    if _CENTURY.fullmatch(value):
        return f"{value}00s"
    worded = _PART.sub(lambda found: f" {_PARTS[found[1]]}", value)
    return re.sub(r"(?<=\d)T(?=\d)", " ", worded)
