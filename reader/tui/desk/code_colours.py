"""Colouring the code of the open article, beside the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.page.code import code_washes, has_colours

if TYPE_CHECKING:
    from reader.article.model import Article
    from reader.tui.page.layers import Washes
    from reader.tui.screens.reading import ReadingScreen


def colour_code(screen: ReadingScreen, article: Article) -> None:
    """Colour the code of *article* as soon as its words are told apart, if it is still open."""

    def show(washes: Washes) -> None:
        if screen.article is article:
            screen.body.show_code(washes)

    if has_colours(article):
        screen.background.think(lambda: code_washes(article), show)
