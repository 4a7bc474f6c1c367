"""What another running copy of the program changes, shown here while one reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.tui.desk.opened import Opened

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
        """Look once, unless a change of our own is on its way; tell what was found damaged.

        While something could not be saved, the bottom line says that and how to try again.
        """
        screen = self._screen
        if not screen.unsaved.waiting:
            screen.telling.tell_all(screen.library.take_notices())
        if not screen.background.unsaved:
            screen.background.read(screen.library.poll, self._show)

    def _show(self, changed: frozenset[str]) -> None:
        """Show the articles that *changed*."""
        if not changed:
            return
        screen = self._screen
        screen.refresh_tree()
        opened = screen.articles.opened
        if opened is not None and opened.held and opened.article.id in changed:
            article_id, library = opened.article.id, screen.library
            screen.background.read(
                lambda: library.state(article_id) if library.holds(article_id) else None,
                lambda state: self._show_open(opened, state),
            )

    def _show_open(self, before: Opened, state: dict[str, Any] | None) -> None:
        """Show what became of the open article, the state of which is *state* now.

        One that went to the trash or is gone for good stays on the page: it is being read.
        """
        screen, opened = self._screen, self._screen.articles.opened
        if opened is None or opened.article.id != before.article.id:
            return
        if state is None:
            screen.articles.opened = Opened(opened.article, (), {}, False)
            screen.show_marks(())
            told = "deleted for good by another copy; a mark puts it into the library again"
            screen.tell(f"{opened.article.title}: {told}", error=True)
            return
        screen.articles.show_again()
        if state.get("removed") and not opened.state.get("removed"):
            told = "moved to the trash by another copy; undo brings it back"
            screen.tell(f"{opened.article.title}: {told}", error=True)
