"""Puts a book together: its pages one after the other, and what it says of itself."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.article.model import Dropped
from reader.article.sanitise import clean_line
from reader.article.text import BlockDraft
from reader.errors import IngestError, TooLargeError
from reader.ingest.dates import iso_date
from reader.ingest.epub.archive import Archive, beside
from reader.ingest.epub.contents import page_titles
from reader.ingest.epub.package import Package, read_package, xml
from reader.ingest.parsed import Parsed
from reader.ingest.web.blocks import blocks_of
from reader.ingest.web.guard import open_source
from reader.ingest.web.inline_markdown import with_markdown
from reader.ingest.web.tree import parse, strip_unread

_YEAR = re.compile(r"\d{4}(?:-\d\d)?")
_CLOSED = re.compile(
    r"<(title|script|style|a|span|p|div|i|b|em|strong|td|li)\b([^<>]*)/>", re.IGNORECASE
)
"""Elements that are empty in XML, where a parser of HTML would take them for open."""

_TAG = re.compile(r"<[^<>]{0,1000}>")
_BESIDE = re.compile(
    r"(?:title|half-?title|cover|copyright|contents?|toc|colophon|imprint|dedication)",
    re.IGNORECASE,
)
_LOCKS = "META-INF/encryption.xml"
_SHORT_PAGE = 1_500
_CONTENTS = "contents"
_CHAPTER = 2
"""The level of a chapter's heading; the book's own title is the first."""


def read_epub(data: bytes, subject: str = "the book") -> Parsed:
    """Return the book in *data* as one article.

    Args:
        data: an EPUB file.
        subject: what the user calls it, for errors.

    Raises:
        IngestError: it is damaged, encrypted, or has no text.
        TooLargeError: it is beyond what is read.
    """
    with Archive(data, subject) as archive:
        package = read_package(archive)
        _refuse_locked(archive, package)
        drafts: list[BlockDraft] = []
        dropped: list[Dropped] = []
        for page, reason in _pages(archive, package):
            if reason is None:
                drafts += page
            else:
                dropped += [Dropped(one.text, reason, len(drafts)) for one in page if one.text]
    if not any(draft.text for draft in drafts):
        raise IngestError(subject, "is a book without text", "its pages may be pictures")
    return _told(package, with_markdown(_raised(drafts)), tuple(dropped))


def _refuse_locked(archive: Archive, package: Package) -> None:
    """Raise IngestError for a book whose seller locked its pages; fonts alone may be."""
    if not archive.holds(_LOCKS):
        return
    locked = xml(archive.read(_LOCKS), archive.subject).iter("{*}CipherReference")
    names = {beside("", reference.get("URI", "")) for reference in locked}
    if names & set(package.pages):
        raise IngestError(archive.subject, "is locked by its seller", "open it in its own reader")


def _pages(archive: Archive, package: Package) -> Iterator[tuple[list[BlockDraft], str | None]]:
    """Yield the blocks of each page, and why they are left out where they are.

    A page that is missing or damaged leaves a gap that is told, and the rest of the book.
    """
    titles = page_titles(archive, package)
    for name in package.pages:
        try:
            data = archive.read(name)
        except TooLargeError:
            raise
        except IngestError as error:
            yield [BlockDraft("paragraph", f"{name}: {error.problem}")], "damaged"
            continue
        if not data.strip():
            continue
        drafts = _page(data, archive.subject)
        if titles.get(name) and not any(draft.kind == "heading" for draft in drafts):
            drafts.insert(0, BlockDraft("heading", titles[name]))
        yield drafts, _CONTENTS if name in package.contents or _is_beside(name, drafts) else None


def _page(data: bytes, subject: str) -> list[BlockDraft]:
    """Return the blocks of one page; its pictures are in the book and cannot be shown."""
    root = parse(_CLOSED.sub(r"<\1\2></\1>", open_source(data, subject).text))
    strip_unread(root)
    drafts = [block.draft for block in blocks_of(root)]
    while drafts and drafts[-1].kind == "rule":
        drafts.pop()
    return drafts


def _is_beside(name: str, drafts: Sequence[BlockDraft]) -> bool:
    """Tell whether a page is a table of contents or says who made the book."""
    stem = name.rpartition("/")[2].partition(".")[0]
    if len(stem) > 30 or not _BESIDE.search(stem):
        return False
    spoken = [draft for draft in drafts if draft.text]
    linked = sum(any(mark.kind == "link" for mark in draft.inline) for draft in spoken)
    return sum(len(draft.text) for draft in spoken) < _SHORT_PAGE or 2 * linked > len(spoken)


def _raised(drafts: Sequence[BlockDraft]) -> list[BlockDraft]:
    """Return *drafts* with their highest headings on the level where chapters stand."""
    levels = [draft.level for draft in drafts if draft.kind == "heading" and draft.level]
    down = _CHAPTER - min(levels, default=_CHAPTER)
    return [
        replace(draft, level=min(6, draft.level + down) if draft.level else _CHAPTER)
        if draft.kind == "heading"
        else draft
        for draft in drafts
    ]


def _told(package: Package, drafts: tuple[BlockDraft, ...], dropped: tuple[Dropped, ...]) -> Parsed:
    """Return the article with what the book says of itself."""
    return Parsed(
        package.title,
        drafts,
        dropped,
        byline=tuple(_in_reading_order(name) for name in package.creators),
        publisher=package.publisher,
        published=_date(package.date),
        modified=_date(package.modified),
        language=package.language,
        tags=package.subjects,
        summary=clean_line(_TAG.sub(" ", package.description)) if package.description else None,
        canonical_url=package.source,
    )


def _in_reading_order(name: str) -> str:
    """Return the name of a person that is filed under the surname as it is spoken."""
    family, comma, given = name.partition(", ")
    return f"{given} {family}" if comma and "," not in given and family and given else name


def _date(text: str | None) -> str | None:
    """Return a book's date in ISO 8601; a year alone is no day."""
    return None if not text or _YEAR.fullmatch(text) else iso_date(text)
