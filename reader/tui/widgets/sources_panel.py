"""Where an article comes from and what it leads to, as rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from reader.tui.widgets.row_list import Row, RowList

EMPTY = "Where the open article\ncomes from would be here.\n\nenter in the tree opens one."


class SourcesPanel(Vertical):
    """Lists sources, and hands on the one chosen."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.rows = RowList(id="sources-rows", empty=EMPTY)
        self._chosen: Callable[[Row], None] = lambda row: None

    def compose(self) -> ComposeResult:
        """Hold the rows."""
        yield self.rows

    def show(self, rows: Sequence[Row], chosen: Callable[[Row], None]) -> None:
        """List *rows*; *chosen* is called with the one that the reader takes."""
        self._chosen = chosen
        self.rows.show(rows)

    @on(RowList.Chosen)
    def _hand_on(self, event: RowList.Chosen) -> None:
        """Hand on the row."""
        event.stop()
        self._chosen(event.row)
