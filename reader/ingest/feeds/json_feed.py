"""JSON Feed, versions 1 and 1.1."""

import json
import re
from collections.abc import Mapping
from typing import Any

from reader.errors import IngestError
from reader.ingest.feeds.addresses import absolute
from reader.ingest.feeds.dates import moment_of
from reader.ingest.feeds.entries import MOST_ENTRIES, Site, Told, entry_of, html_of, once
from reader.ingest.feeds.model import Feed
from reader.ingest.feeds.plain import words_of

_VERSION = re.compile(r"https?://(?:www\.)?jsonfeed\.org/version/(\d+(?:\.\d+)?)/?")
_LONGEST_TITLE = 300


def read_json_feed(text: str, url: str) -> Feed | None:
    """Return the feed in *text*; None when it is none.

    Raises:
        IngestError: if it is no sound JSON.
    """
    try:
        body = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise IngestError(url, "is no sound JSON", "tell its publisher") from error
    version = _VERSION.fullmatch(_text(body, "version")) if isinstance(body, dict) else None
    items = body.get("items") if isinstance(body, dict) else None
    if version is None or not isinstance(items, list):
        return None
    home = absolute(_text(body, "home_page_url"), url)
    site = Site(url, home)
    found = [item for item in items[: 2 * MOST_ENTRIES] if isinstance(item, dict)]
    return Feed(
        url=url,
        kind=f"json{version[1].replace('.', '')}",
        title=words_of(_text(body, "title"), _LONGEST_TITLE),
        home=home,
        language=_text(body, "language")[:35] or None,
        entries=once(entry_of(_told(item, _names(body)), site) for item in found),
    )


def _text(body: Mapping[str, Any], name: str) -> str:
    """Return a text field of *body*; a number, as some give for ids, as text."""
    value = body.get(name)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) else ""


def _told(item: Mapping[str, Any], feed_authors: tuple[str, ...]) -> Told:
    """Return what the feed tells of one item."""
    tags = item.get("tags")
    return Told(
        guid=_text(item, "id"),
        title=_text(item, "title"),
        link=_text(item, "url") or _text(item, "external_url") or None,
        content=_text(item, "content_html") or html_of(_text(item, "content_text")),
        summary=html_of(_text(item, "summary")),
        authors=_names(item) or feed_authors,
        published=moment_of(_text(item, "date_published")),
        updated=moment_of(_text(item, "date_modified")),
        tags=tuple(tag for tag in tags if isinstance(tag, str)) if isinstance(tags, list) else (),
        image=_text(item, "image") or _text(item, "banner_image") or None,
    )


def _names(body: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the names of the authors of *body*; version 1 knew one only."""
    listed = body.get("authors")
    authors = listed if isinstance(listed, list) and listed else [body.get("author")]
    names = (_text(author, "name") for author in authors if isinstance(author, dict))
    return tuple(name for name in names if name)
