"""What was changed between two versions of an article, in place of the page."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import Static

from reader.article.revision import Revision
from reader.article.sanitise import clean_line
from reader.tui.page.cells import width
from reader.tui.page.revised import Revised, lay_out

NAMES = ("same", "added", "removed", "moved", "quiet", "sign", "here")
"""The styles that ``styles/changes_view.tcss`` gives."""

GUTTER = 3
MOST_CELLS = 84


class RevisionPage(ScrollView, can_focus=True):
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
        cells = max(8, min(MOST_CELLS, self.size.width - GUTTER - 1))
        written = self.app.has_class("-plain")
        self.revised = lay_out(self._revision.pieces, cells, folded=self._folded, written=written)
        self.virtual_size = Size(self.size.width, max(1, len(self.revised.lines)))
        self.refresh()

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
        line, top, height = self.revised.starts[change], int(self.scroll_offset.y), self.size.height
        if not top <= line < top + height:
            self.scroll_to(y=max(0, line - height // 3), animate=False, force=True)
        self.refresh()
        return True

    def scroll_lines(self, count: int) -> None:
        """Scroll by *count* lines."""
        self.scroll_to(y=int(self.scroll_offset.y) + count, animate=False, force=True)

    def render_line(self, y: int) -> Strip:
        """Paint the line that stands on line *y*."""
        cells, index = self.size.width, int(self.scroll_offset.y) + y
        if index >= len(self.revised.lines):
            return Strip.blank(cells, self.rich_style)
        line = self.revised.lines[index]
        segments = [Segment(f" {line.sign} ", self._style("sign"))]
        for run in line.runs:
            here = ("here",) if run.change == self.change else ()
            segments.append(Segment(run.text, self._style(run.kind, *here)))
        taken = GUTTER + sum(width(run.text) for run in line.runs)
        segments.append(Segment(" " * max(0, cells - taken), self.rich_style))
        return Strip(segments, max(cells, taken)).crop(0, cells)

    def _style(self, *names: str) -> Style:
        """Return the styles that the sheet gives *names*, one over the other."""
        style = self.rich_style
        for name in names:
            style += self.get_component_rich_style(f"revision-page--{name}", partial=True)
        return style


class ChangesView(Vertical):
    """Stands in place of the page: which versions are compared, and what differs."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._about = Static("", markup=False)
        self.page = RevisionPage()

    def compose(self) -> ComposeResult:
        """Hold the head and the changes."""
        yield self._about
        yield self.page

    @property
    def is_open(self) -> bool:
        """Whether it stands in place of the page."""
        return bool(self.display)

    def tell(self, words: str) -> None:
        """Say *words* above the changes."""
        self._about.update(clean_line(words))
