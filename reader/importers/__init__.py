"""Other programs' files to articles and marks; the library decides what becomes of them.

Nothing here stores anything, and nothing is fetched.
"""

from collections.abc import Callable, Mapping

from reader.errors import ReaderError, UsageError
from reader.importers.bookmarks import read_bookmarks
from reader.importers.bundle import Bundle, open_bundle
from reader.importers.clippings import read_clippings, read_koreader
from reader.importers.files import read_files
from reader.importers.hypothesis_table import read_hypothesis_table
from reader.importers.kindle_mail import read_kindle_mail
from reader.importers.links import TABLES, read_links
from reader.importers.marks import read_hypothesis, read_own, read_own_table, read_w3c
from reader.importers.model import Found, FoundArticle, FoundMark, Refused
from reader.importers.readwise import read_readwise
from reader.importers.saved import read_omnivore, read_wallabag
from reader.importers.telling import format_of

__all__ = ["FORMATS", "Found", "FoundArticle", "FoundMark", "Refused", "find"]

_Read = Callable[[Bundle, str], Found]


def _read_opml(bundle: Bundle, form: str) -> Found:
    """Return a list of subscriptions as it came."""
    return Found(form, opml=next(iter(bundle.files.values()), b""))


FORMATS: Mapping[str, _Read] = {
    "json": read_own,
    "csv": read_own_table,
    "w3c": read_w3c,
    "hypothesis": read_hypothesis,
    "hypothesis-csv": read_hypothesis_table,
    "readwise": read_readwise,
    "clippings": read_clippings,
    "kindle-csv": read_kindle_mail,
    "koreader": read_koreader,
    "omnivore": read_omnivore,
    "wallabag": read_wallabag,
    **dict.fromkeys(TABLES, read_links),
    "pocket-html": read_bookmarks,
    "bookmarks": read_bookmarks,
    "opml": _read_opml,
    "files": read_files,
}
"""What reads each format."""


def find(source: str, data: bytes | None = None, form: str | None = None) -> Found:
    """Return what the file or folder *source* holds.

    Args:
        source: a path.
        data: what it holds, when it is no file.
        form: one of ``FORMATS``; told by the content when None.

    Raises:
        NotFoundError: if there is no such file.
        ReaderError: if nothing can be made of it.
    """
    bundle = open_bundle(source, data)
    if form is not None and form not in FORMATS:
        raise UsageError(form, "no format of an import", f"use {', '.join(FORMATS)}")
    told = form or format_of(bundle)
    if told is None:
        remedy = f"say which with --as: {', '.join(FORMATS)}"
        raise ReaderError(source, "in no format that is known", remedy)
    try:
        return FORMATS[told](bundle, told)
    except KeyError as error:
        problem = f"not {told}: it has no column {error}"
        raise ReaderError(source, problem, "name another format with --as") from error
