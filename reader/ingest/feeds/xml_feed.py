"""RSS of all ages and Atom, by feedparser, which also reads those that are no sound XML."""

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reader.article.sanitise import clean_line
from reader.errors import IngestError
from reader.ingest.feeds.addresses import absolute
from reader.ingest.feeds.dates import moment_of
from reader.ingest.feeds.entries import MOST_ENTRIES, Site, Told, entry_of, html_of, once
from reader.ingest.feeds.model import Feed
from reader.ingest.feeds.plain import words_of

_LONGEST_TITLE = 300
_PERIODS = {"hourly": 3600, "daily": 86400, "weekly": 604800, "monthly": 2592000}
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,2}")
_ADDRESS = re.compile(r"\S+@\S+ ?\((.+)\)|([^<(@]+)[<(]\S+@\S+[>)]")


def read_xml_feed(text: str, url: str) -> Feed | None:
    """Return the feed in *text*, whose entities were refused; None when it is none.

    Raises:
        IngestError: if it cannot be read at all.
    """
    read = _parsed(text, url)
    kind = str(read.get("version") or "")
    if not kind:
        return None
    about = read["feed"]
    home = absolute(_plain(about, "link"), url)
    site = Site(url, home)
    told = (_told(entry) for entry in read["entries"][: 2 * MOST_ENTRIES])
    return Feed(
        url=url,
        kind=kind,
        title=words_of(_plain(about, "title"), _LONGEST_TITLE),
        home=home,
        language=_language(_plain(about, "language")),
        ttl_s=_ttl(about),
        entries=once(entry_of(each, site) for each in told),
    )


def _parsed(text: str, url: str) -> Mapping[str, Any]:
    """Return what feedparser makes of *text*; it is never given an address or a path."""
    import feedparser

    headers = {"content-type": "application/xml; charset=utf-8", "content-location": url}
    source = io.BytesIO(text.encode("utf-8", "replace"))
    try:
        found: Mapping[str, Any] = feedparser.parse(
            source, response_headers=headers, sanitize_html=False, resolve_relative_uris=False
        )
    except (MemoryError, RecursionError):
        raise
    except Exception as error:  # it raises whatever its many parts raise
        problem = f"cannot be read as a feed ({type(error).__name__})"
        raise IngestError(url, problem, "tell its publisher") from error
    return found


def _plain(body: Mapping[str, Any], name: str) -> str:
    """Return a text field of *body* as it is stored there, empty when there is none.

    Not through ``get``, by which feedparser puts other fields in the place of missing ones.
    """
    value = dict.get(body, name) if isinstance(body, dict) else None
    return value if isinstance(value, str) else ""


def _list(body: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    """Return the objects in a list field of *body*."""
    value = dict.get(body, name) if isinstance(body, dict) else None
    return [part for part in value if isinstance(part, dict)] if isinstance(value, list) else []


def _told(entry: Mapping[str, Any]) -> Told:
    """Return what feedparser found of one entry."""
    content, base = _content(entry)
    detail = dict.get(entry, "summary_detail")  # type: ignore[call-overload]
    summary = _html(detail) if isinstance(detail, dict) else ""
    own = _plain(detail, "base") if isinstance(detail, dict) else ""
    return Told(
        guid=_plain(entry, "id"),
        title=_plain(entry, "title"),
        link=_plain(entry, "feedburner_origlink") or _plain(entry, "link") or None,
        content=content,
        summary=summary,
        base=base or own or None,
        authors=tuple(_authors(entry)),
        published=_moment(entry, "published") or _moment(entry, "created"),
        updated=_moment(entry, "updated"),
        tags=tuple(_plain(tag, "label") or _plain(tag, "term") for tag in _list(entry, "tags")),
        image=_image(entry),
    )


def _content(entry: Mapping[str, Any]) -> tuple[str, str]:
    """Return the longest content that is text, with its base address."""
    found = [(_html(part), _plain(part, "base")) for part in _list(entry, "content")]
    return max(found, key=lambda pair: len(pair[0]), default=("", ""))


def _html(part: Mapping[str, Any]) -> str:
    """Return a piece of text as HTML, empty when it is no text."""
    kind, value = _plain(part, "type").lower(), _plain(part, "value")
    if kind == "text/plain":
        return html_of(value)
    return value if not kind or "html" in kind or "xml" in kind else ""


def _authors(entry: Mapping[str, Any]) -> Iterator[str]:
    """Yield the names of the authors; an address of mail is none."""
    names = [_plain(author, "name") for author in _list(entry, "authors")]
    whole = _plain(entry, "author")
    # What feedparser leaves of a name beside an address depends on the address.
    for name in [whole] if len(names) < 2 and ("@" in whole or not any(names)) else names:
        match = _ADDRESS.fullmatch(name[:_LONGEST_TITLE].strip())
        name = (match[1] or match[2] or "") if match else name
        if "@" not in name:
            yield name


def _moment(entry: Mapping[str, Any], name: str) -> str | None:
    """Return one of the dates of *entry*."""
    parsed = dict.get(entry, f"{name}_parsed")  # type: ignore[call-overload]
    return moment_of(_plain(entry, name), parsed if isinstance(parsed, Sequence) else None)


def _image(entry: Mapping[str, Any]) -> str | None:
    """Return the address of the picture that stands for *entry*."""
    for part in _list(entry, "media_content"):
        if _plain(part, "medium") == "image" or _plain(part, "type").startswith("image/"):
            return _plain(part, "url")
    for part in _list(entry, "media_thumbnail"):
        return _plain(part, "url")
    for part in _list(entry, "links"):
        if _plain(part, "rel") == "enclosure" and _plain(part, "type").startswith("image/"):
            return _plain(part, "href")
    return None


def _language(text: str) -> str | None:
    """Return a language as BCP 47 writes it."""
    match = _LANGUAGE.fullmatch(clean_line(text))
    if match is None:
        return None
    first, *more = re.split(r"[-_]", match[0])
    return "-".join([first.lower(), *(part.upper() if len(part) == 2 else part for part in more)])


def _ttl(about: Mapping[str, Any]) -> int | None:
    """Return for how many seconds the feed calls itself fresh."""
    minutes = _plain(about, "ttl").strip()
    if re.fullmatch(r"\d{1,6}", minutes):
        return int(minutes) * 60
    period = _PERIODS.get(_plain(about, "sy_updateperiod").strip().lower())
    often = _plain(about, "sy_updatefrequency").strip()
    times = int(often) if re.fullmatch(r"[1-9]\d{0,3}", often) else 1
    return period // times if period else None
