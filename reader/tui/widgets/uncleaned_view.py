"""The article with what was left out of it, in place of the page."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import ClassVar

from textual import events
from textual.strip import Strip

from reader.article.cleaning import Line
from reader.tui.page.uncleaned import Uncleaned, lay_out
from reader.tui.widgets.canvas import Canvas
from reader.tui.widgets.cover import bring_into_view, paint, scroll_by, take_lines, text_cells

NAMES = ("kept", "heading", "back", "dropped", "reason", "sign", "here")
"""The styles that ``styles/uncleaned_view.tcss`` gives."""


class UncleanedPage(Canvas, can_focus=True):
    """Shows what an article keeps and what was left out, and walks from line to line."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"uncleaned-page--{name}" for name in NAMES}
    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._back: Collection[tuple[str, int]] = ()
        self._laid = Uncleaned()
        self.lines: Sequence[Line] = ()
        """The article's lines, kept and left out."""
        self.here = 0
        """The index of the line that the reader is at."""

    @property
    def line(self) -> Line | None:
        """The line that the reader is at; None when there is none."""
        return self.lines[self.here] if self.here < len(self.lines) else None

    def show(self, lines: Sequence[Line], back: Collection[tuple[str, int]], here: int) -> None:
        """Show *lines*, those of *back* as brought back by the reader, who is at *here*."""
        self.lines, self._back = lines, back
        self._lay_out()
        self.go_to(here)

    def _lay_out(self) -> None:
        """Make the lines for the present width."""
        self._laid = lay_out(self.lines, text_cells(self), self._back)
        take_lines(self, len(self._laid.lines))

    def on_resize(self, event: events.Resize) -> None:
        """Lay it out for the new width, at the same line."""
        self._lay_out()
        self.go_to(self.here)

    def step(self, step: int, *, left_out: bool) -> bool:
        """Go to the next line in the direction of *step*; tell whether there is one.

        Args:
            step: 1 or -1.
            left_out: whether only lines that were left out are gone to.
        """
        index = self.here + step
        while 0 <= index < len(self.lines):
            line = self.lines[index]
            if line.text and not (left_out and line.kept):
                self.go_to(index)
                return True
            index += step
        return False

    def go_to(self, index: int) -> None:
        """Go to the line at *index*, a third down when it was not in view."""
        self.here = max(0, min(index, len(self.lines) - 1))
        if self.here < len(self._laid.starts):
            bring_into_view(self, self._laid.starts[self.here], self._laid.ends[self.here])
        self.refresh()

    def scroll_lines(self, count: int) -> None:
        """Scroll by *count* lines, and take the cursor along into view."""
        scroll_by(self, count)
        top, bottom = int(self.scroll_offset.y), int(self.scroll_offset.y) + self.size.height
        shown = [one.number for one in self._laid.lines[top:bottom] if one.number >= 0]
        if shown and self.here not in shown:
            self.here = shown[0] if self.here < shown[0] else shown[-1]
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Paint the line that stands on line *y*."""
        index = int(self.scroll_offset.y) + y
        if index >= len(self._laid.lines):
            return Strip.blank(self.size.width, self.rich_style)
        line = self._laid.lines[index]
        here = ("here",) if line.number == self.here else ()
        runs = [(line.text, (line.kind, *here)), (line.reason, ("reason", *here))]
        return paint(self, "uncleaned-page", (line.sign, ("sign", *here)), runs)
