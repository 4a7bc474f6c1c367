"""When a page was published, and whether it says so or it was guessed."""

import re
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from lxml import etree

from reader.ingest.dates import iso_date as written_date
from reader.ingest.web.address_date import day_in_address, month_in_address
from reader.ingest.web.elsewhere import around, headline_element, is_elsewhere
from reader.ingest.web.head import Metas
from reader.ingest.web.linked_data import Node, text_value
from reader.ingest.web.month_names import know
from reader.ingest.web.shown_date import shown_date
from reader.ingest.web.slashed import iso_of_slashed

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
    "citation_publication_date",
    "citation_date",
    "pub_date",
    "publication_date",
    "article:created",
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
    r"(\d{4})-(\d\d?)-(\d\d?)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?"
)
_NO_DATES = ("1970-01-01", "1969-12-31")
"""What a machine that counts from there writes for no date at all, east and west of Greenwich."""

_LONGEST = 80
_MARKED = etree.XPath(
    "//*[@itemprop='datePublished' or @itemprop='dateCreated' or @itemprop='dateModified']"
)


@dataclass(frozen=True, slots=True)
class Dates:
    """When a page was published and last changed, and how the first was guessed."""

    published: str | None
    modified: str | None
    guess: str | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of a page when its dates are looked for."""

    title: str | None
    language: str | None
    url: str | None
    page: str
    """Its text, tags and all."""


def read_dates(
    root: etree._Element,
    metas: Metas,
    articles: Sequence[Node],
    context: Context,
) -> Dates:
    """Return the page's dates: those it states, else the one it shows, else the likeliest.

    Args:
        root: its tree.
        metas: its meta elements.
        articles: what its linked data says of articles.
        context: what else is known of it.
    """
    known = around(headline_element(root, context.title))
    marked = [element for element in _MARKED(root) if not is_elsewhere(element, known)]

    def stated(names: Iterable[str], *keys: str) -> list[str]:
        found = _stated(marked, metas, articles, names, keys)
        dates = (iso_date(text, context.language) for text in found if text)
        return [date for date in dates if date and not date.startswith(_NO_DATES)]

    changed = next(iter(stated(_MODIFIED, "dateModified")), None)
    moments = stated(_PUBLISHED, "datePublished", "dateCreated")
    if moments:
        return Dates(_as_told_there(moments, root, context.url), changed)
    hint = day_in_address(context.url)
    month = hint or month_in_address(context.url)
    shown = shown_date(root, context.title, context.language, month)
    if shown and (not hint or days_apart(shown, hint) <= 1):
        return Dates(shown, changed, "no explicit date; the one shown beside the text")
    if hint:
        return Dates(hint, changed, "no explicit date; from the page's address")
    day = guessed(context.page, context.url, context.language)
    if day and changed and changed.startswith(day):
        return Dates(day, changed, "no explicit date; the day of the last change")
    return Dates(day, changed, "no explicit date; from the page's text or address" if day else None)


def _as_told_there(moments: Sequence[str], root: etree._Element, url: str | None) -> str:
    """Return the first of *moments* as it is told where the page was made.

    Greenwich's day may be the day before or after; then the same moment with another offset
    counts, else the day in the address.
    """
    first = moments[0]
    if not first.endswith("+00:00"):
        return first
    instant = datetime.fromisoformat(first)
    shown = (iso_date(element.get("datetime") or "") for element in root.iter("time"))
    for other in (*moments[1:], *shown):
        if other and len(other) > 19 and not other.endswith("+00:00"):
            moment = datetime.fromisoformat(other)
            if moment == instant:
                return other
    hint = day_in_address(url)
    return hint if hint and days_apart(hint, first) == 1 else first


def days_apart(one: str, other: str) -> int:
    """Return how many days lie between two dates in ISO 8601."""
    return abs((date.fromisoformat(one[:10]) - date.fromisoformat(other[:10])).days)


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
    """Return the day that htmldate finds; a thorough search is for when a quick one finds none.

    What it reads dates with warns of zones that it does not know, which are of no use to a reader.
    """
    from htmldate import find_date

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return find_date(page, original_date=True, extensive_search=thorough, url=url) or None
    except (ValueError, TypeError, AttributeError, etree.LxmlError):
        return None


def _stated(
    marked: Iterable[etree._Element],
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
        for element in marked:
            if element.get("itemprop") == key:
                told = element.get("datetime") or element.get("content")
                yield told or "".join(element.itertext())[:_LONGEST]


def iso_date(text: str, language: str | None = None) -> str | None:
    """Return *text* as an ISO 8601 date, with time and offset where it gives them.

    Args:
        text: a date as machines write it, or as people do.
        language: the page's, which tells the order of day and month.
    """
    text = text.strip()[:_LONGEST]
    for read in (_from_iso, _from_mail):
        try:
            moment = read(text)
        except (ValueError, TypeError, OverflowError):
            continue
        if moment is not None and 1990 <= moment.year <= 2100:
            return moment.isoformat() if _has_time(text) else moment.date().isoformat()
    return written_date(text) or iso_of_slashed(text, language)


def _from_iso(text: str) -> datetime | None:
    """Return the moment that *text* gives in ISO 8601 or close to it."""
    match = _STAMP.match(text)
    if match:
        year, month, day, hour, minute, second, zone = match.groups()
        stamp = f"{year}-{month:0>2}-{day:0>2}T{hour or '00'}:{minute or '00'}:{second or '00'}"
        return datetime.fromisoformat(stamp + (zone or ""))
    return datetime.fromisoformat(text)


def _from_mail(text: str) -> datetime | None:
    """Return the moment that *text* gives as mail does."""
    return parsedate_to_datetime(text)


def _has_time(text: str) -> bool:
    """Tell whether *text* gives a time of day."""
    return re.search(r"\d:\d\d", text) is not None or re.search(r"T\d{4}", text) is not None
