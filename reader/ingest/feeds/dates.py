"""The dates of entries, in all the forms that feeds give them, to ISO 8601."""

import calendar
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from reader.ingest.dates import iso_date

_ISO = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ]+(\d\d):?(\d\d)(?::?(\d\d))?(?:[.,]\d+)?\s*"
    r"(Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?)?(?![\w:])",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\d:\d\d")
_LONGEST = 100


def moment_of(text: str | None, parsed: Sequence[int] | None = None) -> str | None:
    """Return the moment or day that *text* names, None when it names none from 1990 to 2100.

    Args:
        text: as it stands in the feed.
        parsed: the same in UTC as the feed's parser reads it, which knows some forms that are
            its own.
    """
    if not text or len(text) > _LONGEST:
        return None
    text = text.strip()
    found = _from_iso(text) or _from_mail(text) or iso_date(text)
    if found is None and parsed and _CLOCK.search(text):
        found = _from_parsed(parsed)
    return found if found and 1990 <= int(found[:4]) <= 2100 else None


def _from_iso(text: str) -> str | None:
    """Return the moment or day that *text* gives in ISO 8601 or close to it."""
    match = _ISO.fullmatch(text)
    if match is None:
        return None
    year, month, day, hour, minute, second, zone = match.groups()
    try:
        if hour is None:
            return datetime.fromisoformat(f"{year}-{month}-{day}").date().isoformat()
        zone = "+00:00" if (zone or "").upper() in ("Z", "UTC", "GMT") else zone or ""
        stamp = f"{year}-{month}-{day}T{hour}:{minute}:{second or '00'}{zone}"
        return datetime.fromisoformat(stamp).isoformat()
    except ValueError:
        return None


def _from_mail(text: str) -> str | None:
    """Return the moment that *text* gives as mail does; in a zone that mail does not know, None."""
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError):
        return None
    if moment.tzinfo is None and not text.rstrip().endswith("-0000"):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return moment.isoformat() if _CLOCK.search(text) else moment.date().isoformat()


def _from_parsed(parsed: Sequence[int]) -> str | None:
    """Return the moment that the feed's parser read."""
    try:
        seconds = calendar.timegm((*parsed[:6], 0, 0, 0))
        return datetime.fromtimestamp(seconds, UTC).isoformat()
    except (ValueError, TypeError, OverflowError, OSError):
        return None
