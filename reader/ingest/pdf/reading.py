"""Puts a PDF together: its text, and what of its account of itself can be believed."""

import re
from collections.abc import Sequence
from itertools import dropwhile, takewhile

from reader.article.model import Dropped
from reader.article.text import BlockDraft
from reader.errors import IngestError
from reader.ingest.dates import iso_date
from reader.ingest.parsed import Parsed
from reader.ingest.pdf.document import PdfDocument, open_pdf
from reader.ingest.pdf.furniture import furniture
from reader.ingest.pdf.lines import PdfLine
from reader.ingest.pdf.paragraphs import Layout, blocks_of, layout_of
from reader.ingest.web.lines import same_words

_NO_TITLE = re.compile(
    r"microsoft\s+word|untitled|powerpoint|\.(?:docx?|indd|pdf|qxd|tex|odt|rtf|xlsx?|html?)\b"
    r"|^(?:document|title|slide|print|layout|template|draft|new)\s*\d*$|[\\/]{1}\S+[\\/]|^\W*\d*\W*$",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"^(?:user|admin|administrator|owner|unknown|author|root|guest|default|anonymous|.{0,2})$"
    r"|[@\\/]|\d{3,}|\.(?:com|org|net)\b|\b(?:acrobat|latex|word|indesign|adobe)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:;|,(?!\s*(?:jr|sr|ph\.?d|m\.?d)\b)|\s(?:and|und|et|y|&)\s)\s*")
_MOMENT = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)")
_MADE = "the day the file was made; the document states no other"
_FROM_SIZE = "no title stated; the largest words of the first page"
_MOST_DROPPED = 200
_TITLE_LINES = 4
_SHORT = 3


def read_pdf(data: bytes, subject: str = "the document") -> Parsed:
    """Return the article that the PDF in *data* is.

    Raises:
        IngestError: it is locked or damaged, has no text but pictures of pages, or the library
            that opens it is not installed.
    """
    document = open_pdf(data, subject)
    if not any(map(str.isalnum, "".join(line.text for line in document.lines))):
        if document.damaged:
            raise IngestError(subject, "is a damaged PDF", "fetch it again")
        problem = "holds pictures of pages and no text"
        raise IngestError(subject, problem, "run text recognition (OCR) over it first")
    out = furniture(document.lines, document.pages)
    lines = [line for line, gone in zip(document.lines, out, strict=True) if not gone]
    if not lines:
        lines, out = list(document.lines), [False] * len(out)
    title, guessed, shown = _title(document, lines, layout_of(lines))
    layout = layout_of([line for line in lines if line not in shown])
    return _told(document, title, blocks_of(lines, layout), _dropped(document, out), guessed)


def _told(
    document: PdfDocument,
    title: str,
    drafts: Sequence[BlockDraft],
    dropped: tuple[Dropped, ...],
    guessed: dict[str, str],
) -> Parsed:
    """Return the article with what the document says of itself."""
    day = _day(document.facts.get("date", ""))
    names = _BETWEEN.split(document.facts.get("author", ""))
    return Parsed(
        title,
        tuple(drafts),
        dropped,
        byline=tuple(name for name in names if name and not _NOBODY.search(name)),
        published=day,
        language=document.facts.get("language"),
        tags=tuple(filter(None, re.split(r"[,;]\s*", document.facts.get("keywords", "")))),
        guessed=guessed | ({"published": _MADE} if day else {}),
        is_cut=document.is_cut,
    )


def _title(
    document: PdfDocument, lines: Sequence[PdfLine], layout: Layout
) -> tuple[str, dict[str, str], Sequence[PdfLine]]:
    """Return the title, what there is to tell of how it was found, and the lines that show it."""
    first = [line for line in lines if line.page == lines[0].page]
    largest = max(line.size for line in first)
    below = dropwhile(lambda line: line.size < largest, first)
    shown = list(takewhile(lambda line: line.size == largest, below))[:_TITLE_LINES]
    if largest not in layout.headings:
        shown = []
    words = " ".join(line.text for line in shown)
    stated = document.facts.get("title", "")
    if len(stated) > _SHORT and not _NO_TITLE.search(stated):
        return stated, {}, shown if same_words(words, stated) else []
    return words, {"title": _FROM_SIZE} if shown else {}, shown


def _day(text: str) -> str | None:
    """Return the day of a PDF's date in ISO 8601, None for none that a calendar has."""
    match = _MOMENT.match(text)
    return iso_date(f"{match[1]}-{match[2]}-{match[3]}") if match else None


def _dropped(document: PdfDocument, out: Sequence[bool]) -> tuple[Dropped, ...]:
    """Return what was left out: the furniture of pages, each line once, and what is damaged."""
    gone = dict.fromkeys(
        line.text for line, is_out in zip(document.lines, out, strict=True) if is_out
    )
    told = [Dropped(text, "boilerplate", 0) for text in gone]
    told += [Dropped(f"page {number}", "damaged", 0) for number in document.damaged]
    return tuple(told[:_MOST_DROPPED])
