"""Dates with slashes, whose day and month the page's language puts in order."""

import re
from datetime import date

_SLASHED = re.compile(r"(?<![\d/])(\d\d?)[/-](\d\d?)[/-]((?:19|20)\d\d)(?![\d/])")
_MONTH_FIRST = frozenset(("en", "en-us", "en-ca", "en-ph", "fil", "tl"))
"""Languages whose pages write the month first, where both numbers could be either."""


def iso_of_slashed(text: str, language: str | None) -> str | None:
    """Return the first date with slashes in *text* as ISO 8601, None when there is none.

    Args:
        text: a line of a page.
        language: the page's, as BCP 47 writes it; without it, a date of which both numbers could
            be the month is none.
    """
    match = _SLASHED.search(text)
    if match is None:
        return None
    first, second, year = int(match[1]), int(match[2]), int(match[3])
    if language is None and max(first, second) <= 12 and first != second:
        return None
    month_first = second > 12 or (first <= 12 and (language or "").lower() in _MONTH_FIRST)
    month, day = (first, second) if month_first else (second, first)
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
