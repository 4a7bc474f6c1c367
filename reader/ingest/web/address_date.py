"""The day or month that a page's address names."""

import re
from datetime import date
from urllib.parse import urlsplit

from reader.ingest.dates import iso_date

_IN_ADDRESS = re.compile(
    r"(?<!\d)(?:((?:19|20)\d\d)([/_-])(0?[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01]|[1-9])"
    r"|(199\d|20\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01]))(?!\d)"
)
"""A shorter number than of eight digits is an article's own, not a day without its noughts."""

_SPELT_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)/([a-z]{3,9})/(\d\d?)/", re.IGNORECASE)
_MONTH_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)/(0?[1-9]|1[0-2])/")


def day_in_address(url: str | None) -> str | None:
    """Return the day that *url* names, as ISO 8601."""
    path = _path(url)
    spelt = _SPELT_IN_ADDRESS.search(path)
    if spelt and (day := iso_date(f"{spelt[3]} {spelt[2]} {spelt[1]}")):
        return day
    for match in _IN_ADDRESS.finditer(path):
        year, month, number = match.group(1, 3, 4) if match[1] else match.group(5, 6, 7)
        try:
            return date(int(year), int(month), int(number)).isoformat()
        except ValueError:
            continue
    return None


def month_in_address(url: str | None) -> str | None:
    """Return the month that *url* names, as ISO 8601."""
    match = _MONTH_IN_ADDRESS.search(_path(url))
    return f"{match[1]}-{match[2]:0>2}" if match else None


def _path(url: str | None) -> str:
    """Return the path of *url*, nothing when it is no address at all."""
    try:
        return urlsplit(url or "").path
    except ValueError:
        return ""
