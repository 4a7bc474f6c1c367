"""Sources to articles: told apart by content, read by format, assembled in one place.

Everything but fetching an address is pure: the same document gives the same article.
"""

from collections.abc import Callable, Mapping

from reader.article.model import Article
from reader.errors import IngestError
from reader.ingest.parsed import Parsed, assemble
from reader.ingest.sniff import GZIP, KINDS, Kind, is_web_archive, sniff
from reader.ingest.source import Document, document_of


def ingest(source: str | bytes, *, url: str | None = None, kind: str | None = None) -> Article:
    """Return the article that *source* is.

    Args:
        source: a document as bytes, or the path or web address of one.
        url: the address that bytes came from.
        kind: ``html``, ``markdown``, ``text``, ``mail``, ``epub`` or ``pdf``; told by the
            content when None.

    Raises:
        IngestError: if it is no article.
        NotFoundError: if there is no such file.
        NetworkError: if the address cannot be fetched.
    """
    document = document_of(source, url)
    if kind is not None and kind not in KINDS:
        raise IngestError(kind, "is no kind of source", f"choose one of {', '.join(KINDS)}")
    return read_document(document, kind)


def read_document(document: Document, kind: str | None = None) -> Article:
    """Return the article of a document at hand; touches neither disk nor network.

    One that was cut before its text began is an article all the same: it has none, and says why.
    """
    told = sniff(document.data, document.name, document.subject)
    parsed = _read(document, told if kind is None else kind)
    if not parsed.has_text and not parsed.is_cut:
        remedy = "see its source with --raw" if parsed.dropped else "give a file that holds a text"
        raise IngestError(document.subject, "nothing in it reads as the text of an article", remedy)
    return assemble(parsed, url=document.url, path=document.path)


def _read(document: Document, kind: str) -> Parsed:
    """Return what the reader of the format *kind* makes of the document."""
    from reader.ingest.encoding import decode

    if kind in _READERS:
        return _READERS[kind](document)
    text = decode(document.data, document.charset)
    if kind == "markdown":
        from reader.ingest.markdown import read_markdown

        return read_markdown(text, document.url)
    from reader.ingest.scrape import read_scrape

    return read_scrape(text)


def _read_mail(document: Document) -> Parsed:
    """Return what the reader of mail makes of the document."""
    from reader.ingest.mail.reading import read_mail

    return read_mail(document.data, document.subject)


def _read_page(document: Document) -> Parsed:
    """Return what the reader of pages makes of the document, which may be one saved as mail is."""
    from reader.ingest.encoding import decode
    from reader.ingest.html import read_html

    data = document.data
    if is_web_archive(data):
        from reader.ingest.mail.archive import open_archive

        page, origin = open_archive(data, document.subject)
        data = page.encode("utf-8", "replace")
        return read_html(data, document.url, origin, document.subject)
    if document.charset and not data.startswith(GZIP):
        data = decode(data, document.charset).encode("utf-8", "replace")
    return read_html(data, document.url, subject=document.subject)


def _read_book(document: Document) -> Parsed:
    """Return what the reader of books makes of the document."""
    from reader.ingest.epub.reading import read_epub

    return read_epub(document.data, document.subject)


def _read_pdf(document: Document) -> Parsed:
    """Return what the reader of PDF makes of the document."""
    from reader.ingest.pdf.reading import read_pdf

    return read_pdf(document.data, document.subject)


_READERS: Mapping[str, Callable[[Document], Parsed]] = {
    "html": _read_page,
    "mail": _read_mail,
    "epub": _read_book,
    "pdf": _read_pdf,
}
"""How the formats are read that are more than text."""

__all__ = ["Kind", "ingest", "read_document"]
