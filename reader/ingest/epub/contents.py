"""A book's table of contents: what it calls the pages that do not name themselves."""

from collections.abc import Iterator

from lxml import etree

from reader.article.sanitise import clean_line
from reader.errors import IngestError
from reader.ingest.epub.archive import Archive, beside
from reader.ingest.epub.package import Package, xml

_LONGEST = 200


def page_titles(archive: Archive, package: Package) -> dict[str, str]:
    """Return the titles of pages by the pages' names, as the first table that can be read has it.

    What cannot be read is passed over: the book is whole without it.
    """
    for name in package.contents:
        try:
            root = xml(archive.read(name), archive.subject)
        except IngestError:
            continue
        titles: dict[str, str] = {}
        for href, text in (*_links(root), *_points(root)):
            titles.setdefault(beside(name, href), clean_line(text)[:_LONGEST])
        if titles:
            return titles
    return {}


def _links(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield the addresses and texts of a table that is a page."""
    for link in root.iter("{*}a"):
        if link.get("href"):
            yield str(link.get("href")), "".join(link.itertext())


def _points(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield the addresses and texts of a table of the older form (NCX)."""
    for point in root.iter("{*}navPoint"):
        label, content = point.find("{*}navLabel"), point.find("{*}content")
        if label is not None and content is not None and content.get("src"):
            yield str(content.get("src")), "".join(label.itertext())
