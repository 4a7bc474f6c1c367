"""Feasts and days of observance, and the day each falls on in a year."""

import re
from collections.abc import Callable
from datetime import date, timedelta


def easter(year: int) -> date:
    """Return Easter Sunday of *year* in the Gregorian calendar (the anonymous algorithm)."""
    golden, century = year % 19, year // 100
    skipped = century - century // 4 - (8 * century + 13) // 25
    moon = (19 * golden + skipped + 15) % 30
    moon -= moon // 28 * (1 - (29 // (moon + 1)) * ((21 - golden) // 11))
    sunday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    offset = moon - sunday
    month = 3 + (offset + 40) // 44
    return date(year, month, offset + 28 - 31 * (month // 4))


def _fixed(month: int, day: int) -> Callable[[int], date]:
    """Return a feast that falls on the same day every year."""
    return lambda year: date(year, month, day)


def _beside_easter(days: int) -> Callable[[int], date]:
    """Return a feast that lies *days* from Easter Sunday."""
    return lambda year: easter(year) + timedelta(days)


def _weekday_of(month: int, weekday: int, at: int, days: int = 0) -> Callable[[int], date]:
    """Return a feast on the *at*-th weekday of a month (-1: the last), or *days* after it."""

    def fall(year: int) -> date:
        if at < 0:
            last = date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
            return last - timedelta((last.weekday() - weekday) % 7)
        first = date(year, month, 1)
        return first + timedelta((weekday - first.weekday()) % 7 + 7 * (at - 1) + days)

    return fall


_FEASTS = {
    "christmas eve": _fixed(12, 24),
    "christmas day": _fixed(12, 25),
    "christmas": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
    "new year's day": _fixed(1, 1),
    "new year's eve": _fixed(12, 31),
    "valentine's day": _fixed(2, 14),
    "st patrick's day": _fixed(3, 17),
    "april fools' day": _fixed(4, 1),
    "earth day": _fixed(4, 22),
    "halloween": _fixed(10, 31),
    "bastille day": _fixed(7, 14),
    "thanksgiving day": _weekday_of(11, 3, 4),
    "thanksgiving": _weekday_of(11, 3, 4),
    "black friday": _weekday_of(11, 3, 4, 1),
    "labor day": _weekday_of(9, 0, 1),
    "memorial day": _weekday_of(5, 0, -1),
    "martin luther king day": _weekday_of(1, 0, 3),
    "veterans day": _fixed(11, 11),
    "armistice day": _fixed(11, 11),
    "remembrance sunday": _weekday_of(11, 6, 2),
    "juneteenth": _fixed(6, 19),
    "anzac day": _fixed(4, 25),
    "canada day": _fixed(7, 1),
    "bonfire night": _fixed(11, 5),
    "cinco de mayo": _fixed(5, 5),
    "groundhog day": _fixed(2, 2),
    "all saints' day": _fixed(11, 1),
    "epiphany": _fixed(1, 6),
    "international workers' day": _fixed(5, 1),
    "may day": _fixed(5, 1),
    "holocaust memorial day": _fixed(1, 27),
    "columbus day": _weekday_of(10, 0, 2),
    "presidents' day": _weekday_of(2, 0, 3),
    "cyber monday": _weekday_of(11, 3, 4, 4),
    "maundy thursday": _beside_easter(-3),
    "shrove tuesday": _beside_easter(-47),
    "ascension day": _beside_easter(39),
    "whit monday": _beside_easter(50),
    "pentecost": _beside_easter(49),
    "easter sunday": _beside_easter(0),
    "easter monday": _beside_easter(1),
    "easter": _beside_easter(0),
    "good friday": _beside_easter(-2),
    "ash wednesday": _beside_easter(-46),
    "palm sunday": _beside_easter(-7),
}

FEAST = "|".join(sorted((re.escape(name) for name in _FEASTS), key=len, reverse=True)).replace(
    "st\\ patrick", r"(?:st\.?|saint)\ patrick"
)
"""The name of a feast. Match it with ``re.IGNORECASE``."""


def feast_day(name: str, year: int) -> date:
    """Return the day that the feast called *name*, which ``FEAST`` matches, falls on."""
    plain = " ".join(name.lower().split()).replace("saint", "st").replace("st.", "st")
    return _FEASTS[plain](year)
