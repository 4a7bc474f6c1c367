"""Keeps marks in their place while their article changes under them."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from reader.annotations import Mark, place
from reader.annotations.model import Anchor
from reader.article.model import Article
from reader.errors import DamagedError, NotFoundError

PLACED_IN = "placed_in"
"""The field of a mark's document that says which version its anchor is for.

Without it the anchor is for the version on which the mark was made. A mark that came from another
device, which has not seen the newest version yet, is told by it.
"""

VersionText = Callable[[str], str]
"""Gives the text of a version of the article; raises as the store does when it has none."""


def is_placed(mark: Mark, version: str) -> bool:
    """Tell whether the mark's anchor is one in *version*; a mark without a quote needs none."""
    return not mark.quote or mark.more.get(PLACED_IN, mark.version) == version


def place_all(marks: Sequence[Mark], article: Article, text_of: VersionText) -> list[Mark]:
    """Return *marks* with their anchors in *article*; those placed in it already as they are."""
    texts: dict[str, str | None] = {}
    return [
        mark if is_placed(mark, article.version) else _place(mark, article, text_of, texts)
        for mark in marks
    ]


def _place(
    mark: Mark, article: Article, text_of: VersionText, texts: dict[str, str | None]
) -> Mark:
    """Return *mark* with its anchor in *article*."""
    if mark.version is not None and mark.version not in texts:
        try:
            texts[mark.version] = text_of(mark.version)
        except (NotFoundError, DamagedError):  # the anchor is then found without it
            texts[mark.version] = None
    placed = place(article.text, mark, texts.get(mark.version or ""))
    return replace(placed, more={**mark.more, PLACED_IN: article.version})


def unplaced(mark: Mark) -> Mark:
    """Return *mark* without a place, for an article that the library does not hold."""
    return replace(mark, anchor=Anchor("unplaced", score=0.0))
