"""The frame of what stands in place of the page: a line that says what it is, and lines below it.

What stands in the frame is a widget of its own that makes its lines; how they fit the width, come
into view and are painted is the same for all of them and stands here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from rich.segment import Segment
from rich.style import Style
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import Static

from reader.article.sanitise import clean_line
from reader.tui.page.cells import width

GUTTER = 3
"""The cells before the text, where a sign stands."""

MOST_CELLS = 84

Page = TypeVar("Page", bound=ScrollView)
Run = tuple[str, tuple[str, ...]]
"""Words, and the names of the styles they have, one over the other."""


class Cover(Vertical, Generic[Page]):
    """Stands in place of the page, which stays as it is behind it.

    Args:
        page: what is shown.
        id: Textual's own name of it.
    """

    def __init__(self, page: Page, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._about = Static("", markup=False)
        self.page = page

    def compose(self) -> ComposeResult:
        """Hold the head and the page."""
        yield self._about
        yield self.page

    @property
    def is_open(self) -> bool:
        """Whether it stands in place of the page."""
        return bool(self.display)

    def tell(self, words: str) -> None:
        """Say *words* above the page."""
        self._about.update(clean_line(words))


def text_cells(page: ScrollView) -> int:
    """Return how many cells the text of *page* may take."""
    return max(8, min(MOST_CELLS, page.size.width - GUTTER - 1))


def take_lines(page: ScrollView, count: int) -> None:
    """Let *page* be as high as *count* lines, and paint it anew."""
    page.virtual_size = Size(page.size.width, max(1, count))
    page.refresh()


def scroll_by(page: ScrollView, count: int) -> None:
    """Scroll *page* by *count* lines."""
    page.scroll_to(y=int(page.scroll_offset.y) + count, animate=False, force=True)


def bring_into_view(page: ScrollView, first: int, after: int) -> None:
    """Bring the lines from *first* up to *after* into view: a third down when they were not."""
    top, height = int(page.scroll_offset.y), page.size.height
    if first < top or after > top + height:
        page.scroll_to(y=max(0, first - height // 3), animate=False, force=True)
    page.refresh()


def paint(page: ScrollView, prefix: str, sign: Run, runs: Sequence[Run]) -> Strip:
    """Return a line of *page*: a *sign* in the gutter, then *runs*.

    Args:
        page: what the line is on.
        prefix: what its component styles are called before ``--``.
        sign: one cell, and its styles.
        runs: the text.
    """
    cells = page.size.width
    segments = [Segment(f" {sign[0]} ", _style(page, prefix, sign[1]))]
    segments += [Segment(words, _style(page, prefix, names)) for words, names in runs]
    taken = GUTTER + sum(width(words) for words, _ in runs)
    segments.append(Segment(" " * max(0, cells - taken), page.rich_style))
    return Strip(segments, max(cells, taken)).crop(0, cells)


def _style(page: ScrollView, prefix: str, names: Sequence[str]) -> Style:
    """Return the styles that the sheet gives *names*, one over the other."""
    style = page.rich_style
    for name in names:
        style += page.get_component_rich_style(f"{prefix}--{name}", partial=True)
    return style
