"""The terminal's own cursor, which programs that read the screen out and input methods follow.

It is hidden, and sent with each paint, so leading it along costs nothing that is not sent anyway.
"""

from textual.geometry import Offset
from textual.widget import Widget

from reader.tui.page.layout import Layout


def lead_cursor(widget: Widget, column: int, row: int) -> None:
    """Let the terminal's cursor stand in a cell of *widget*, when that has the focus."""
    focused = widget.is_attached and widget.screen.focused is widget
    if focused and 0 <= row < widget.size.height:
        widget.app.cursor_position = widget.region.offset + Offset(column, row)


def lead_over_page(widget: Widget, page: Layout, offset: int, *, top: int, left: int) -> None:
    """Let it stand on the text at *offset* of the *page* that *widget* shows.

    Args:
        widget: what shows the page.
        page: the lines of the article.
        offset: where in the text the reader is.
        top: index of the line at the top.
        left: cells before the text.
    """
    line = page.line_of(offset)
    lead_cursor(widget, left + page.cell_of(line, offset), line - top)
