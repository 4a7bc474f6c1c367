"""The feeds that a page names, and where sites keep theirs when it names none."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from lxml import etree

from reader.article.sanitise import clean_line
from reader.errors import IngestError
from reader.ingest.feeds.addresses import absolute
from reader.ingest.fetch import FEED_TYPES
from reader.ingest.web.guard import open_source
from reader.ingest.web.tree import parse

_LOOSE_TYPES = frozenset({"application/xml", "text/xml", "application/json"})
"""Types of feeds and of much else: the address has to look like a feed's too."""

_LOOKS_LIKE_FEED = re.compile(
    r"(?:/|\b)(?:feeds?|rss|atom|rdf)(?:/|\.xml|\.json|\.rss|\.rdf|\d?\.0)?/?$"
    r"|\.(?:rss|atom|rdf)$|/(?:index|feeds?|rss|atom)\.(?:xml|json)$|/feeds?/",
    re.IGNORECASE,
)
_COMMENTS = re.compile(r"comment|kommentar|comentario|replies", re.IGNORECASE)
_PATHS = ("feed", "rss", "rss.xml", "feed.xml", "atom.xml", "index.xml", "feed.json")
_MOST = 20
_LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class Found:
    """A feed that somebody may subscribe to."""

    url: str
    title: str = ""


def feeds_named_in(data: bytes, url: str) -> list[Found]:
    """Return the feeds that the page in *data* names, the likeliest to be meant first.

    Feeds of comments come last. Links in the text count only when the head names no feed.

    Args:
        data: the page as it came.
        url: where it came from.
    """
    try:
        root = parse(open_source(data, url).text)
    except IngestError:
        return []
    base = next((element.get("href") for element in root.iter("base")), None)
    start = absolute(base, url) or url
    found = list(_once(_in_head(root, start))) or list(_once(_in_text(root, start)))
    return sorted(found[:_MOST], key=lambda each: _is_of_comments(each))


def usual_places(url: str) -> list[str]:
    """Return where the site of the page at *url* may keep its feed."""
    parts = urlsplit(url)
    folders = [urljoin(url, ".")] if parts.path.count("/") > 1 else []
    folders.append(f"{parts.scheme}://{parts.netloc}/")
    return [f"{folder}{path}" for folder in reversed(folders) for path in _PATHS]


def _in_head(root: etree._Element, base: str) -> Iterator[Found]:
    """Yield the feeds that the page's ``link`` elements name."""
    for element in root.iter("link"):
        relations = (element.get("rel") or "").lower().split()
        media = (element.get("type") or "").partition(";")[0].strip().lower()
        address = absolute(element.get("href"), base)
        if address is None or not {"alternate", "feed"}.intersection(relations):
            continue
        loose = media in _LOOSE_TYPES and _LOOKS_LIKE_FEED.search(urlsplit(address).path)
        if media in FEED_TYPES or loose or "feed" in relations:
            yield Found(address, clean_line(element.get("title") or "")[:_LONGEST_TITLE])


def _in_text(root: etree._Element, base: str) -> Iterator[Found]:
    """Yield the feeds that the page's links seem to lead to."""
    for element in root.iter("a"):
        address = absolute(element.get("href"), base)
        if address and _LOOKS_LIKE_FEED.search(urlsplit(address).path):
            title = element.get("title") or str(element.xpath("string()"))
            yield Found(address, clean_line(title)[:_LONGEST_TITLE])


def _once(found: Iterator[Found]) -> Iterator[Found]:
    """Yield the first that is found at each address."""
    seen: set[str] = set()
    for each in found:
        if each.url not in seen:
            seen.add(each.url)
            yield each


def _is_of_comments(found: Found) -> bool:
    """Tell whether a feed is about what readers wrote below the articles."""
    return _COMMENTS.search(f"{found.title} {urlsplit(found.url).path}") is not None
