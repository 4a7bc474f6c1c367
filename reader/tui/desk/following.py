"""The panes and lines that follow the page: where the reader is, and what is marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.timer import Timer

from reader.annotations.model import Mark
from reader.article.outline import section_at
from reader.tui.desk.showing import about_line

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen

FOLLOW_S = 0.03
"""How long after a change of the marks the panes follow: it is saved by then, and told once."""


class Following:
    """Lets the tree, the side panel and the lines show what the page shows."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self._timer: Timer | None = None
        self._marks_changed = False
        """Whether the panes have yet to show the marks that the page shows."""
        self._shown: tuple[object, ...] = ()
        """What the page showed when the tree and the lines followed it last."""

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Show *marks* on the page at once, in the panes soon."""
        self._screen.body.show_marks(self._screen.sketches.over(marks))
        self._marks_changed = True
        self.soon()

    def after_key(self) -> None:
        """Follow in the very frame that a key paints; soon, while other keys wait behind it.

        A key that is held on a slow machine must not pay for all panes each time.
        """
        if self._screen.app.message_queue_size:
            self.soon()
        elif self._is_behind:
            self._show_place()

    def soon(self) -> None:
        """Follow in a moment, once for all that happens until then."""
        behind = self._marks_changed or self._is_behind
        if behind and self._timer is None and self._screen.is_running:
            self._timer = self._screen.set_timer(FOLLOW_S, self.now)

    def now(self) -> None:
        """Follow at once."""
        self._timer = None
        if self._marks_changed:
            self._marks_changed = False
            self._show_marks_beside()
        self._show_place()

    @property
    def _here(self) -> tuple[object, ...]:
        """What the page shows, as far as the tree and the lines tell of it."""
        body = self._screen.body
        return (body.article, body.cursor, body.top_line, body.size, body.marks)

    @property
    def _is_behind(self) -> bool:
        """Whether the page shows something else than was followed."""
        return self._here != self._shown

    def _show_place(self) -> None:
        """Tell in the tree and in the lines where the reader is."""
        screen = self._screen
        self._shown = self._here
        screen.pace.moved()
        screen.section_tree.show_place(self._heading_here())
        path, about, short = about_line(screen)
        screen.title_line.show(path, about)
        screen.status.show_place("" if screen.title_line.display else short)

    def _show_marks_beside(self) -> None:
        """List the page's marks in the side panel, and count them in the tree."""
        screen, marks = self._screen, self._screen.body.marks
        screen.side.show_marks(marks, screen.article.text if screen.article else "")
        screen.section_tree.show_article(screen.article, marks)

    def _heading_here(self) -> int | None:
        """Return where the section starts that the reader is in; None above the first."""
        opened, cursor = self._screen.articles.opened, self._screen.body.cursor
        if opened is None or cursor is None:
            return None
        section = section_at(opened.article.sections, cursor[0])
        return section.start if section else None
