"""When a page was published, and whether it says so or it was guessed."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from email.utils import parsedate_to_datetime

from lxml import etree

from reader.ingest.web.head import Metas
from reader.ingest.web.linked_data import Node, text_value
from reader.ingest.web.month_names import know

_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "dc.date.created",
    "cxenseparse:recs:publishtime",
    "article.published",
    "published_at",
    "date",
)
_MODIFIED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "last-modified",
)
_MAX_PAGE = 1_000_000
_NEW_YEAR = re.compile(
    r"\b0?1[./-]0?1[./-]|[./-]0?1[./-]0?1\b|\bjan\w*\.? 0?1(?:st)?\b|\b0?1(?:st)?\.? jan",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?"
)

_SLASHED = re.compile(r"(\d\d?)/(\d\d?)/(\d{4})(?!\d).*", re.DOTALL)


def published(root: etree._Element, metas: Metas, articles: Sequence[Node]) -> str | None:
    """Return the date of publication that the page states."""
    return _first_date(_stated(root, metas, articles, _PUBLISHED, ("datePublished", "dateCreated")))


def modified(root: etree._Element, metas: Metas, articles: Sequence[Node]) -> str | None:
    """Return the date of the last change that the page states."""
    return _first_date(_stated(root, metas, articles, _MODIFIED, ("dateModified",)))


def guessed(page: str, url: str | None, language: str | None = None) -> str | None:
    """Return the day that the page's text, address and pictures point to.

    New Year's Day is what a bare year becomes, as in a copyright line; it must stand in the page.
    """
    page = page[:_MAX_PAGE]
    know(language)
    day = _found(page, url, thorough=False) or _found(page, url, thorough=True)
    if not day or (day.endswith("-01-01") and not _NEW_YEAR.search(page)):
        return None
    return day


def _found(page: str, url: str | None, *, thorough: bool) -> str | None:
    """Return the day that htmldate finds; a thorough search is for when a quick one finds none."""
    from htmldate import find_date

    try:
        return find_date(page, original_date=True, extensive_search=thorough, url=url) or None
    except (ValueError, TypeError, AttributeError, etree.LxmlError):
        return None


def _stated(
    root: etree._Element,
    metas: Metas,
    articles: Sequence[Node],
    names: Iterable[str],
    keys: Sequence[str],
) -> Iterator[str | None]:
    """Yield what the page states, the likeliest to be right first."""
    for node in articles:
        yield from (text_value(node.get(key)) for key in keys)
    for name in names:
        yield from metas.get(name, ())
    for key in keys:
        for element in root.iter("*"):
            if element.get("itemprop") == key:
                yield element.get("datetime") or element.get("content")


def _first_date(stated: Iterable[str | None]) -> str | None:
    """Return the first of *stated* that is a date, as ISO 8601."""
    return next((date for text in stated if text and (date := iso_date(text))), None)


def iso_date(text: str) -> str | None:
    """Return *text* as an ISO 8601 date, with time and offset where it gives them."""
    text = _without_slashes(text.strip())
    for read in (_from_iso, _from_mail):
        try:
            moment = read(text)
        except (ValueError, TypeError, OverflowError):
            continue
        if moment is not None and 1990 <= moment.year <= 2100:
            return moment.isoformat() if _has_time(text) else moment.date().isoformat()
    return None


def _from_iso(text: str) -> datetime | None:
    """Return the moment that *text* gives in ISO 8601 or close to it."""
    match = _STAMP.match(text)
    if match:
        year, month, day, hour, minute, second, zone = match.groups()
        stamp = f"{year}-{month}-{day}T{hour or '00'}:{minute or '00'}:{second or '00'}"
        return datetime.fromisoformat(stamp + (zone or ""))
    return datetime.fromisoformat(text)


def _without_slashes(text: str) -> str:
    """Return the day of *text* in ISO 8601 when but one of its first two numbers can be a month.

    The time goes: it is told in as many ways as there are sites.
    """
    match = _SLASHED.fullmatch(text)
    if match is None:
        return text
    first, second = int(match[1]), int(match[2])
    if (first > 12) == (second > 12):
        return text
    day, month = (first, second) if first > 12 else (second, first)
    return f"{match[3]}-{month:02}-{day:02}"


def _from_mail(text: str) -> datetime | None:
    """Return the moment that *text* gives as mail does."""
    return parsedate_to_datetime(text)


def _has_time(text: str) -> bool:
    """Tell whether *text* gives a time of day."""
    return re.search(r"\d:\d\d", text) is not None or re.search(r"T\d{4}", text) is not None
