"""What was changed between two versions of an article, in place of the page."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.strip import Strip

from reader.article.revision import Revision
from reader.tui.page.revised import Revised, lay_out
from reader.tui.widgets.canvas import Canvas
from reader.tui.widgets.cover import bring_into_view, paint, scroll_by, take_lines, text_cells

NAMES = ("same", "added", "removed", "moved", "quiet", "sign", "here")
"""The styles that ``styles/changes_view.tcss`` gives."""


class RevisionPage(Canvas, can_focus=True):
    """Shows the words that were added and removed, and walks from one change to the next."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"revision-page--{name}" for name in NAMES}
    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._revision = Revision()
        self._folded = True
        self.revised = Revised()
        self.change = 0
        """The change that the reader is at."""

    def show(self, revision: Revision) -> None:
        """Show *revision* from its start."""
        self._revision, self._folded, self.change = revision, True, 0
        self._lay_out()
        self.scroll_to(y=0, animate=False, force=True)

    def _lay_out(self) -> None:
        """Make the lines for the present width."""
        written, cells = self.app.has_class("-plain"), text_cells(self)
        self.revised = lay_out(self._revision.pieces, cells, folded=self._folded, written=written)
        take_lines(self, len(self.revised.lines))

    def on_resize(self, event: events.Resize) -> None:
        """Lay it out for the new width, at the same change."""
        self._lay_out()
        self.go_to(self.change)

    def fold(self) -> None:
        """Unfold the paragraphs that did not change, or fold them again."""
        self._folded = not self._folded
        self._lay_out()
        self.go_to(self.change)

    def go_to(self, change: int) -> bool:
        """Bring a change into view, a third down when it was not; tell whether there is one."""
        if not 0 <= change < len(self.revised.starts):
            return False
        self.change = change
        bring_into_view(self, self.revised.starts[change], self.revised.starts[change] + 1)
        return True

    def scroll_lines(self, count: int) -> None:
        """Scroll by *count* lines."""
        scroll_by(self, count)

    def render_line(self, y: int) -> Strip:
        """Paint the line that stands on line *y*."""
        index = int(self.scroll_offset.y) + y
        if index >= len(self.revised.lines):
            return Strip.blank(self.size.width, self.rich_style)
        line = self.revised.lines[index]
        runs = [
            (run.text, (run.kind, "here") if run.change == self.change else (run.kind,))
            for run in line.runs
        ]
        return paint(self, "revision-page", (line.sign, ("sign",)), runs)
