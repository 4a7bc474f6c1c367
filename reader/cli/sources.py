"""From what the user named to the article: a file, an address, standard input, or one held."""

import os
import re
from typing import TYPE_CHECKING

from reader.cli.session import Session
from reader.errors import IngestError, NotFoundError

if TYPE_CHECKING:
    from reader.article.model import Article

STANDARD_INPUT = "-"
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


def is_address(name: str) -> bool:
    """Tell whether *name* is written as an address."""
    return _ADDRESS.match(name) is not None


def is_path(name: str) -> bool:
    """Tell whether *name* is meant as a path: it leads to something, or is written as one."""
    return os.path.lexists(name) or (os.sep in name and not is_address(name))


def find_article(session: Session, name: str) -> "Article":
    """Return the article that *name* means: what is on disk first, then what the library holds.

    Raises:
        ReaderError: if it is neither, or no article.
    """
    if name == STANDARD_INPUT or is_path(name):
        return read_source(session, name)
    try:
        return session.library.article(session.library.resolve(name))
    except NotFoundError:
        if is_address(name):
            return read_source(session, name)
        raise NotFoundError(
            name, "no such file, and no such article in the library", "see `reader list`"
        ) from None


def read_source(session: Session, source: str) -> "Article":
    """Return the article of a file, an address or standard input; nothing is stored.

    Raises:
        ReaderError: if it cannot be read or is no article.
    """
    url = getattr(session.arguments, "url", None)
    kind = getattr(session.arguments, "kind", None)
    if source == STANDARD_INPUT:
        return session.read(session.piped, url=url, kind=kind)
    if os.path.isdir(source):  # noqa: PTH112  # cheap to load
        raise IngestError(source, "a folder, not an article", "name one of the files in it")
    return session.read(source, url=url, kind=kind)


def source_text(session: Session, source: str) -> str | None:
    """Return the text of a source as it came, article or not.

    None for what is neither a file nor standard input.
    """
    from reader.ingest.encoding import decode
    from reader.ingest.source import document_of

    if source == STANDARD_INPUT:
        return decode(session.piped)
    return decode(document_of(source).data) if is_path(source) else None
