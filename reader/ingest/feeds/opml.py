"""OPML, the lists of subscriptions that all feed readers exchange; folders are kept."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree
from xml.parsers import expat

from reader.article.sanitise import clean_line
from reader.errors import IngestError, TooLargeError
from reader.ingest.feeds.guard import harmless_xml, text_of

_MOST_FEEDS = 20_000
_MOST_LEVELS = 64
_LONGEST_NAME = 300
_BARE_AMPERSAND = re.compile(r"&(?!(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|amp|lt|gt|quot|apos);)")
_REMEDY = "export it anew from the program it comes from"


@dataclass(frozen=True, slots=True)
class Outline:
    """One subscription in a list."""

    url: str
    """The feed's address."""

    title: str = ""
    home: str | None = None
    """The page that it is the feed of."""

    folder: tuple[str, ...] = ()
    """The folders it lies in, the outermost first."""


@dataclass(frozen=True, slots=True)
class Outlines:
    """A list of subscriptions."""

    feeds: tuple[Outline, ...]
    title: str = ""
    refused: tuple[str, ...] = ()
    """Addresses in it that are none of the web."""


def read_opml(data: bytes, subject: str) -> Outlines:
    """Return the list in *data*; a feed that stands in one folder twice stands in it once.

    Args:
        data: the file as it came.
        subject: what errors call it.

    Raises:
        IngestError: if it is no OPML, or declares entities.
        TooLargeError: if it has more than twenty thousand feeds.
    """
    text = harmless_xml(text_of(data, subject), subject)
    try:
        found = _walk(text, subject)
    except expat.ExpatError:
        try:
            found = _walk(_BARE_AMPERSAND.sub("&amp;", text), subject)
        except expat.ExpatError as error:
            raise IngestError(subject, f"is no sound OPML ({error})", _REMEDY) from error
    if not found.is_opml:
        raise IngestError(subject, "is no OPML", _REMEDY)
    return Outlines(
        tuple(dict.fromkeys(found.feeds)), clean_line(found.title), tuple(found.refused)
    )


def write_opml(feeds: Iterable[Outline], title: str) -> bytes:
    """Return *feeds* as OPML 2.0; those of a folder stand before the folders in it."""
    root = ElementTree.Element("opml", version="2.0")
    ElementTree.SubElement(ElementTree.SubElement(root, "head"), "title").text = clean_line(title)
    within: _Folders = {}
    for feed in feeds:
        _open(within, feed.folder).append(feed)
    _fill(ElementTree.SubElement(root, "body"), (), within)
    ElementTree.indent(root)
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


_Folders = dict[tuple[str, ...], list["Outline | tuple[str, ...]"]]
"""What each folder holds: feeds, and the paths of the folders in it."""


def _open(within: _Folders, path: tuple[str, ...]) -> list["Outline | tuple[str, ...]"]:
    """Return what the folder at *path* holds, made with those around it if it is not there."""
    if path not in within:
        within[path] = []
        if path:
            _open(within, path[:-1]).append(path)
    return within[path]


def _fill(element: ElementTree.Element, path: tuple[str, ...], within: _Folders) -> None:
    """Write what the folder at *path* holds into its *element*."""
    held = within.get(path, [])
    for feed in held:
        if isinstance(feed, Outline):
            ElementTree.SubElement(element, "outline", _attributes(feed))
    for inner in held:
        if isinstance(inner, tuple):
            folder = ElementTree.SubElement(element, "outline", text=clean_line(inner[-1]))
            _fill(folder, inner, within)


def _attributes(feed: Outline) -> dict[str, str]:
    """Return what stands in the outline of *feed*."""
    title = clean_line(feed.title)
    about = {"type": "rss", "text": title or feed.url, "xmlUrl": feed.url}
    about |= {"title": title} if title else {}
    return about | ({"htmlUrl": feed.home} if feed.home else {})


@dataclass(slots=True)
class _Walk:
    """The way through one file."""

    subject: str
    feeds: list[Outline] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    title: str = ""
    is_opml: bool = False
    path: list[str | None] = field(default_factory=list)
    """The folders around, None for an outline that is none."""

    in_title: bool = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Read the beginning of an element."""
        name = name.lower()
        if name in ("opml", "outlinedocument"):
            self.is_opml = True
        self.in_title = name == "title" and not self.path
        if name == "outline":
            self._outline({key.lower(): value for key, value in attributes.items()})

    def end(self, name: str) -> None:
        """Read the end of an element."""
        self.in_title = False
        if name.lower() == "outline":
            self.path.pop()

    def text(self, text: str) -> None:
        """Read a stretch of text."""
        if self.in_title and len(self.title) < _LONGEST_NAME:
            self.title += text

    def _outline(self, about: Mapping[str, str]) -> None:
        """Take a feed, or open a folder."""
        name = clean_line(about.get("title") or about.get("text") or "")[:_LONGEST_NAME]
        address = about.get("xmlurl", "").strip()
        self.path.append(None if address else name or None)
        if len(self.path) > _MOST_LEVELS:
            raise TooLargeError(self.subject, f"has more than {_MOST_LEVELS} levels of folders")
        if not address:
            return
        url = web_address(address)
        if url is None:
            self.refused.append(clean_line(address)[:_LONGEST_NAME])
            return
        if len(self.feeds) >= _MOST_FEEDS:
            raise TooLargeError(self.subject, f"has more than {_MOST_FEEDS} feeds")
        folder = tuple(part for part in self.path if part) or _category(about.get("category", ""))
        home = web_address(about.get("htmlurl", ""))
        self.feeds.append(Outline(url, "" if name == address else name, home, folder))


def web_address(text: str) -> str | None:
    """Return *text* as a web address, None when it is none; ``feed:`` is one of old."""
    text = re.sub(r"^feed:(?://)?(?=https?://)", "", text.strip(), flags=re.IGNORECASE)
    text = re.sub(r"^feed://", "http://", text, flags=re.IGNORECASE)
    whole = re.fullmatch(r"https?://[^/\s?#]+\S*", text, re.IGNORECASE)
    return text if whole and text.isprintable() else None


def _category(text: str) -> tuple[str, ...]:
    """Return the folder that the first path in an outline's category names."""
    path: Sequence[str] = text.partition(",")[0].split("/")
    return tuple(name for part in path if (name := clean_line(part)[:_LONGEST_NAME]))


def _walk(text: str, subject: str) -> _Walk:
    """Return what stands in *text*."""
    walk = _Walk(subject)
    parser: Any = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.StartElementHandler = walk.start
    parser.EndElementHandler = walk.end
    parser.CharacterDataHandler = walk.text
    parser.Parse(text.encode("utf-8", "replace"), True)
    return walk
