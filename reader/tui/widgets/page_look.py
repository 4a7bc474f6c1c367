"""How a page looks: all that its lines are painted in, so that a change of it is known."""

from __future__ import annotations

from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.strip import Strip
from textual.widget import Widget

from reader.tui.page.cells import fit
from reader.tui.page.painter import STYLES

EMPTY = (
    "There is nothing to read here yet.",
    "",
    "A   add a URL, a file or a folder",
    "?   all keys",
    "q   quit",
)
"""What a page says that has no article."""


@dataclass(frozen=True, slots=True)
class Look:
    """The styles of a page, what lies under them, and what changes the colours of each line."""

    base: Style
    background: Color
    filters: tuple[LineFilter, ...]
    styles: tuple[Style, ...]
    """The style of each name in ``STYLES``."""


def empty_line(style: Style, row: int, cells: int, *, told: bool) -> Strip:
    """Return a row of what an empty page says; blank where nothing is *told* yet."""
    words = EMPTY[row] if told and 0 <= row < len(EMPTY) else ""
    return Strip([Segment(fit(f"   {words}", cells), style)], cells)


def look_of(page: Widget) -> Look:
    """Return how the sheets have *page* look now."""
    return Look(
        page.rich_style,
        page.background_colors[1],
        tuple(one for one in page.get_line_filters() if one.enabled),
        tuple(page.get_component_rich_style(_class_of(name), partial=True) for name in STYLES),
    )


def _class_of(name: str) -> str:
    """Return the component class that the sheets know a style by."""
    return f"article-body--{name}"
