"""Articles of other programs' files, read as far as these hold them."""

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.article.model import Article
from reader.article.sanitise import clean_line
from reader.article.text import BlockDraft
from reader.errors import IngestError
from reader.library.sources import Sources

if TYPE_CHECKING:
    from reader.importers import FoundArticle

_ADDRESS_ALONE = "cut; the list that it was imported from gives its address, not its text"


def read_found(found: "FoundArticle", known_as: str, sources: Sources) -> Article:
    """Return the article that a file holds, or one that waits for the text of its page.

    Args:
        found: what the file says of it.
        known_as: the id that it has, or will have; its own file knows better.
        sources: what reads texts, within limits of time and memory.

    Raises:
        ReaderError: if nothing of it can be read, and nobody knows where its page is.
    """
    if found.whole is not None:
        return found.whole
    if found.file is not None:
        return sources.read(found.file)
    if found.content:
        try:
            article = replace(_with_text(found, sources), id=known_as)
        except IngestError:
            if found.url is None:
                raise
        else:
            return article
    return replace(_waiting(found), id=known_as)


def is_waiting(article: Article) -> bool:
    """Tell whether an article that was read waits for the text of its page."""
    return article.guessed.get("text") == _ADDRESS_ALONE


def _with_text(found: "FoundArticle", sources: Sources) -> Article:
    """Return an article whose text the file holds as HTML."""
    from reader.ingest.feeds import Entry, Feed

    entry = Entry(
        guid=f"import {found.title}",
        title=clean_line(found.title),
        url=found.url,
        identity=found.url,
        content=found.content,
        base=found.url,
        summary=found.summary,
        authors=found.byline,
        published=found.published,
        tags=(),
    )
    publisher = clean_line(found.publisher or "")
    article = sources.read_entry(entry, Feed("", "import", publisher, language=found.language))
    if not article.text:
        raise IngestError(found.url or found.title, "nothing in it reads as text")
    return article


def _waiting(found: "FoundArticle") -> Article:
    """Return an article of which the file has the address, and its beginning at most."""
    from reader.ingest.parsed import Parsed, assemble

    beginning = clean_line(found.summary or "")
    drafts = (BlockDraft("paragraph", beginning),) if beginning else ()
    parsed = Parsed(
        clean_line(found.title) or found.url or found.where,
        drafts,
        byline=found.byline,
        publisher=found.publisher,
        published=found.published,
        language=found.language,
        guessed={"text": _ADDRESS_ALONE},
    )
    return assemble(parsed, url=found.url)
