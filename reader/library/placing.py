"""Keeps marks in their place while their article changes under them."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from reader.annotations import Mark, place
from reader.annotations.model import Anchor
from reader.article.model import Article
from reader.errors import NotFoundError, StoreError
from reader.store import Store

PLACED_IN = "placed_in"
"""The field of a mark's document that says which version its anchor is for.

Without it the anchor is for the version on which the mark was made. A mark that came from another
device, which has not seen the newest version yet, is told by it.
"""


def is_placed(mark: Mark, version: str) -> bool:
    """Tell whether the mark's anchor is one in *version*; a mark without a quote needs none."""
    return not mark.quote or mark.more.get(PLACED_IN, mark.version) == version


def place_all(store: Store, marks: Sequence[Mark], article: Article) -> list[Mark]:
    """Return *marks* with their anchors in *article*; those placed in it already as they are."""

    @cache
    def text_of(version: str | None) -> str | None:
        return version_text(store, article.id, version)

    return [
        mark
        if is_placed(mark, article.version)
        else replace(
            place(article.text, mark, text_of(mark.version)),
            more={**mark.more, PLACED_IN: article.version},
        )
        for mark in marks
    ]


def version_text(store: Store, article_id: str, version: str | None) -> str | None:
    """Return the text of a version of an article; None when it is lost or damaged beyond reading.

    A mark is then found without the text on which it was made.
    """
    if version is None:
        return None
    try:
        return store.article(article_id, version, markdown=False).text
    except (NotFoundError, StoreError):
        return None


def unplaced(mark: Mark) -> Mark:
    """Return *mark* without a place, for an article that the library does not hold."""
    return replace(mark, anchor=Anchor("unplaced", score=0.0))
