"""The way between the page and the list of its facts, and what is done in that list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.article.model import Article
from reader.errors import ReaderError
from reader.facts.model import Fact, is_worth_a_row

if TYPE_CHECKING:
    from reader.tui.desk.articles import Opened
    from reader.tui.screens.reading import ReadingScreen

FACTS_S = 0.1
"""How long an article is on the page before its facts are looked for: the page comes first."""


class FactsPane:
    """Looks for the facts of the open article, and lists them."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen

    def show(self, opened: Opened) -> None:
        """List the facts of an article: at once when they are known, else when they are found."""
        screen, article = self._screen, opened.article
        screen.side.show_facts(opened.facts)
        if opened.facts is None:
            screen.set_timer(FACTS_S, lambda: self._look(article))

    def _look(self, article: Article) -> None:
        """Look for the facts of *article* beside the page, if it is still there."""
        screen = self._screen
        if screen.article is not article:
            return

        def find() -> Sequence[Fact] | None:
            if screen.article is not article:  # turned over while others were looked for
                return None
            return screen.library.fact_book.facts_of(article, is_worth_a_row)

        def show(found: Sequence[Fact] | None) -> None:
            if screen.article is article and found is not None:
                screen.side.show_facts(found)

        def fail(error: ReaderError) -> None:
            if screen.article is article:
                screen.side.facts.show_failure(error)

        screen.background.think(find, show, fail)
