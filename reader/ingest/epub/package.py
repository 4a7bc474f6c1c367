"""What a book says of itself: its title, its makers, and its pages in reading order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from lxml import etree

from reader.article.sanitise import clean_line
from reader.errors import IngestError
from reader.ingest.epub.archive import Archive, beside

_CONTAINER = "META-INF/container.xml"
_EVENT = "{http://www.idpf.org/2007/opf}event"
_OLD_TABLE = "application/x-dtbncx+xml"
_PAGES = frozenset({"application/xhtml+xml", "text/html", "text/x-oeb1-document", ""})
_ENDINGS = (".xhtml", ".html", ".htm", ".xml")


@dataclass(frozen=True, slots=True)
class Package:
    """A book's own account of itself."""

    title: str = ""
    creators: tuple[str, ...] = ()
    date: str | None = None
    """As it is written there."""
    modified: str | None = None
    language: str | None = None
    publisher: str | None = None
    description: str | None = None
    subjects: tuple[str, ...] = ()
    source: str | None = None
    pages: tuple[str, ...] = ()
    """The names of its pages, in reading order, without those that stand beside the text."""
    contents: tuple[str, ...] = ()
    """The names of its tables of contents, the newest form first."""


def read_package(archive: Archive) -> Package:
    """Return what the book in *archive* says of itself.

    Raises:
        IngestError: it names no pages.
    """
    name = _package_name(archive)
    root = xml(archive.read(name), archive.subject)
    manifest = {item.get("id", ""): item for item in _named(root, "item")}
    refs = [ref for ref in _named(root, "itemref") if ref.get("linear", "yes") != "no"]
    items = [manifest[ref.get("idref", "")] for ref in refs if ref.get("idref", "") in manifest]
    pages = [beside(name, item.get("href", "")) for item in items if _is_page(item)]
    if not pages:
        raise IngestError(archive.subject, "is a book without pages", "fetch the file again")
    return replace(
        _described(root), pages=tuple(dict.fromkeys(pages)), contents=_tables(manifest, name)
    )


def _described(root: etree._Element) -> Package:
    """Return what the book says of itself but for its pages."""
    dates = {date.get(_EVENT): _text(date) for date in _named(root, "date")}
    changed = (meta for meta in _named(root, "meta") if meta.get("property") == "dcterms:modified")
    return Package(
        title=next(_texts(root, "title"), ""),
        creators=tuple(_texts(root, "creator")),
        date=dates.get("publication") or dates.get(None) or next(iter(dates.values()), None),
        modified=next((_text(meta) for meta in changed), None),
        language=next(_texts(root, "language"), None),
        publisher=next(_texts(root, "publisher"), None),
        description=next(_texts(root, "description"), None),
        subjects=tuple(_texts(root, "subject")),
        source=next((text for text in _texts(root, "source") if text.startswith("http")), None),
    )


def _tables(manifest: Mapping[str, etree._Element], name: str) -> tuple[str, ...]:
    """Return the names of the tables of contents in the *manifest* of the file *name*."""
    items = list(manifest.values())
    new = [item for item in items if "nav" in item.get("properties", "").split()]
    old = [item for item in items if item.get("media-type") == _OLD_TABLE]
    return tuple(beside(name, item.get("href", "")) for item in (*new, *old))


def xml(data: bytes, subject: str) -> etree._Element:
    """Return the root of the XML in *data*; no entity is expanded and nothing is fetched.

    Raises:
        IngestError: it is no XML at all, or defines entities of its own.
    """
    if b"<!ENTITY" in data:
        raise IngestError(
            subject, "defines entities, as no book does", "take it from its publisher"
        )
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise IngestError(subject, "is a damaged book", "fetch the file again") from error
    if root is None:
        raise IngestError(subject, "is a damaged book", "fetch the file again")
    return root


def _package_name(archive: Archive) -> str:
    """Return the name of the file in which the book speaks of itself."""
    if archive.holds(_CONTAINER):
        for root in _named(xml(archive.read(_CONTAINER), archive.subject), "rootfile"):
            name = beside("", root.get("full-path", ""))
            if archive.holds(name):
                return name
    found = next((name for name in archive.names() if name.endswith(".opf")), None)
    if found is None:
        raise IngestError(archive.subject, "is no book", "give a page or an EPUB file")
    return found


def _is_page(item: etree._Element) -> bool:
    """Tell whether an item of the book is a page of text."""
    kind = item.get("media-type", "").lower()
    return kind in _PAGES or item.get("href", "").lower().endswith(_ENDINGS)


def _named(root: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield the elements below *root* called *name*, in whatever namespace."""
    yield from root.iter(f"{{*}}{name}")


def _texts(root: etree._Element, name: str) -> Iterator[str]:
    """Yield what the elements called *name* say."""
    return (text for element in _named(root, name) if (text := _text(element)))


def _text(element: etree._Element) -> str:
    """Return the text of *element* on one line."""
    return clean_line("".join(element.itertext()))
