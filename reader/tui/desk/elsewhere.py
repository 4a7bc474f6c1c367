"""What another running copy of the program changes, shown here while one reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen

POLL_S = 0.5
"""How often to look whether another running copy changed the library."""


class Elsewhere:
    """Looks at the library now and then, and shows what is new in it."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen

    def watch(self) -> None:
        """Look from now on."""
        self._screen.set_interval(POLL_S, self._look)

    def _look(self) -> None:
        """Look once, unless a change of our own is on its way."""
        background = self._screen.background
        if not background.unsaved:
            background.read(self._screen.library.poll, self._show)

    def _show(self, changed: frozenset[str]) -> None:
        """Show the articles that *changed*."""
        if not changed:
            return
        screen = self._screen
        screen.refresh_tree()
        opened = screen.articles.opened
        if opened is not None and opened.article.id in changed:
            screen.articles.show_again()
