"""Dates and times of day as a language's newsrooms write them, made plain before they are read."""

import re

from reader.ingest.dates import iso_date

_HOUR = re.compile(r"(?<![\w:.])([0-2]?\d)\s?h\s?([0-5]\d)\b", re.IGNORECASE)
_HOUR_WORD = re.compile(r"(?<=\d[:.]\d\d)\s?(?:h|hs|hrs|uhr)\b", re.IGNORECASE)
_SLASHED = re.compile(r"(?<![\d/])(\d\d?)/(\d\d?)/((?:19|20)\d\d)(?![\d/])")


def iso_local_date(text: str, language: str | None = None) -> str | None:
    """Return the first date in *text* as ISO 8601, None when there is none."""
    return iso_date(plain(text, language))


def plain(text: str, language: str | None = None) -> str:
    """Return *text* with its dates and times of day as ``iso_date`` reads them.

    Args:
        text: a line.
        language: the one it is in; in English the month comes first where both could.
    """
    if not any(map(str.isdigit, text)):
        return text
    text = _HOUR_WORD.sub("", _HOUR.sub(r"\1:\2", text))
    return _SLASHED.sub(lambda match: _dashed(match, language), text)


def _dashed(match: re.Match[str], language: str | None) -> str:
    """Return a date with slashes as year, month and day."""
    first, second = int(match[1]), int(match[2])
    month_first = second > 12 or (first <= 12 and language == "en")
    month, day = (first, second) if month_first else (second, first)
    return f"{match[3]}-{month:02}-{day:02}"
