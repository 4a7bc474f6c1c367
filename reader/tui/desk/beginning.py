"""The article that the screen begins with: the one that was read last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.tui.desk.opened import LAST_OPEN, Opened, read_held

if TYPE_CHECKING:
    from reader.article.model import Article
    from reader.library import Library


def begin_with(library: Library, article_id: str | None, guest: Article | None) -> Opened | None:
    """Read the article to begin with: the one asked for, else the one that was open last.

    Where that is gone, and in a library that nobody has read in yet, the latest unread one.

    Args:
        library: the open library; a new one gets its first sample.
        article_id: the article that is asked for.
        guest: an article that is asked for and that the library need not hold.

    Returns:
        None when there is nothing that can be read.

    Raises:
        ReaderError: if the article that is asked for cannot be read.
    """
    if guest is not None:
        return read_held(library, guest.id) if library.holds(guest.id) else _as_guest(guest)
    if article_id is not None:
        return read_held(library, article_id)
    try:
        if library.is_new:
            library.seed_one()
        return _left_open(library) or _latest_unread(library)
    except ReaderError:
        return None


def _as_guest(article: Article) -> Opened:
    """Return an article that the library does not hold."""
    return Opened(article, (), {}, False)


def _left_open(library: Library) -> Opened | None:
    """Read the article that was open last; None when there is none, or it was thrown away."""
    kept = library.settings.get(LAST_OPEN)
    try:
        opened = read_held(library, kept) if isinstance(kept, str) else None
    except ReaderError:
        return None
    return None if opened is None or opened.state.get("removed") else opened


def _latest_unread(library: Library) -> Opened | None:
    """Read the latest unread article, or the latest one when all have been read."""
    rows = library.rows()
    row = next((row for row in rows if row.unread), rows[0] if rows else None)
    return read_held(library, row.id) if row else None
