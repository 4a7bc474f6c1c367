"""The article with what was left out of it, in place of the page."""

from __future__ import annotations

from collections.abc import Collection, Sequence
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

from reader.article.cleaning import Line
from reader.article.sanitise import clean_line
from reader.tui.page.cells import width
from reader.tui.page.uncleaned import Uncleaned, lay_out

NAMES = ("kept", "heading", "back", "dropped", "reason", "sign", "here")
"""The styles that ``styles/uncleaned_view.tcss`` gives."""

GUTTER = 3
MOST_CELLS = 84


class UncleanedPage(ScrollView, can_focus=True):
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
        cells = max(8, min(MOST_CELLS, self.size.width - GUTTER - 1))
        self._laid = lay_out(self.lines, cells, self._back)
        self.virtual_size = Size(self.size.width, max(1, len(self._laid.lines)))
        self.refresh()

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
            first, after = self._laid.starts[self.here], self._laid.ends[self.here]
            top, height = int(self.scroll_offset.y), self.size.height
            if first < top or after > top + height:
                self.scroll_to(y=max(0, first - height // 3), animate=False, force=True)
        self.refresh()

    def scroll_lines(self, count: int) -> None:
        """Scroll by *count* lines, and take the cursor along into view."""
        self.scroll_to(y=int(self.scroll_offset.y) + count, animate=False, force=True)
        top, bottom = int(self.scroll_offset.y), int(self.scroll_offset.y) + self.size.height
        shown = [one.number for one in self._laid.lines[top:bottom] if one.number >= 0]
        if shown and self.here not in shown:
            self.here = shown[0] if self.here < shown[0] else shown[-1]
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Paint the line that stands on line *y*."""
        cells, index = self.size.width, int(self.scroll_offset.y) + y
        if index >= len(self._laid.lines):
            return Strip.blank(cells, self.rich_style)
        line = self._laid.lines[index]
        here = ("here",) if line.number == self.here else ()
        segments = [
            Segment(f" {line.sign} ", self._style("sign", *here)),
            Segment(line.text, self._style(line.kind, *here)),
            Segment(line.reason, self._style("reason", *here)),
        ]
        taken = GUTTER + width(line.text) + width(line.reason)
        segments.append(Segment(" " * max(0, cells - taken), self.rich_style))
        return Strip(segments, max(cells, taken)).crop(0, cells)

    def _style(self, *names: str) -> Style:
        """Return the styles that the sheet gives *names*, one over the other."""
        style = self.rich_style
        for name in names:
            style += self.get_component_rich_style(f"uncleaned-page--{name}", partial=True)
        return style


class UncleanedView(Vertical):
    """Stands in place of the page: how much was left out, and where."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._about = Static("", markup=False)
        self.page = UncleanedPage()

    def compose(self) -> ComposeResult:
        """Hold the head and the article."""
        yield self._about
        yield self.page

    @property
    def is_open(self) -> bool:
        """Whether it stands in place of the page."""
        return bool(self.display)

    def tell(self, words: str) -> None:
        """Say *words* above the article."""
        self._about.update(clean_line(words))
