"""The other articles of the library that tell the same story as one of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from reader.article.model import Article
from reader.search import Row

if TYPE_CHECKING:
    from reader.library.reading_room import Library

MOST = 8
_DAYS = 14
"""How many days may lie between two reports of one event."""


def same_story(library: Library, article: Article) -> list[Row]:
    """Return the rows of the articles that tell the same story as *article*, the likest first.

    Those that were published more than two weeks earlier or later are left out. Reads the index,
    and a moment of it may be spent on bringing that up to date.
    """
    rows = (
        library.row(one.article)
        for one in library.texts.alike(article.id, article.title, article.text)
    )
    return [row for row in rows if row is not None and not row.removed and _near(row, article)][
        :MOST
    ]


def _near(row: Row, article: Article) -> bool:
    """Tell whether two articles may be of one event by their dates; nobody knows without them."""
    one, other = _day(row.published), _day(article.published)
    return one is None or other is None or abs((one - other).days) <= _DAYS


def _day(published: str | None) -> date | None:
    """Return the day of an ISO 8601 date; None when it is none."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
