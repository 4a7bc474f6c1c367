"""What was opened: an article with all that the library knows of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from reader.annotations.model import Mark
from reader.article.model import Article
from reader.tui.page.heading import minutes_of

if TYPE_CHECKING:
    from reader.library import Library
    from reader.tui.page.painter import PagePainter
    from reader.tui.widgets.fact_rows import ArticleFacts

LAST_OPEN = "open"
"""What the settings call the id of the article that was open last."""


@dataclass(frozen=True)
class Opened:
    """An article with what the library knows of it."""

    article: Article
    marks: Sequence[Mark]
    state: dict[str, Any]
    held: bool
    """Whether the library holds it; else it joins when something in it is marked."""

    facts: ArticleFacts | None = None
    """What can be listed of its facts; None when they have to be found."""

    page: PagePainter | None = field(default=None, compare=False)
    """Its page, where that was painted before the screen stood."""

    @property
    def place(self) -> int:
        """The offset at which it was left; 0 for one that was not begun."""
        return int((self.state.get("place") or {}).get("offset", 0))

    def minutes(self, pace: int) -> int:
        """Return how many minutes it takes to read at *pace* words a minute."""
        card = self.state.get("card") or {}
        known = card.get("words") if card.get("version") == self.article.version else None
        return minutes_of(self.article, pace, known)


def read_held(library: Library, article_id: str) -> Opened:
    """Read an article that the library holds."""
    article = library.article(article_id, markdown=False)
    return Opened(article, library.marks(article_id), library.state(article_id), True)
