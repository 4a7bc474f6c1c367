"""The marks of an article in reading order, those that lost their place in a group of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from reader.annotations.model import Mark
from reader.tui.glyphs import LOST, mark_glyph
from reader.tui.widgets.row_list import Row, RowList

EMPTY = (
    "No marks in this article.\n\nh highlights the sentence,\n"
    "c makes it a claim,\na writes a note on it."
)


class NotesPanel(Vertical):
    """Lists the marks of one article and reports which one the reader chose."""

    @dataclass
    class Picked(Message):
        """The reader chose a mark; the page should go to it."""

        mark: Mark

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.rows = RowList(id="notes-rows", empty=EMPTY)
        self._by_id: dict[str, Mark] = {}

    def compose(self) -> ComposeResult:
        """Hold the rows."""
        yield self.rows

    @property
    def chosen(self) -> Mark | None:
        """The mark at the cursor."""
        row = self.rows.current
        return self._by_id.get(row.key) if row is not None and row.key else None

    def show(self, marks: Sequence[Mark]) -> None:
        """List *marks*."""
        self._by_id = {mark.id: mark for mark in marks}
        self.rows.show(list(_rows(marks)))

    @on(RowList.Chosen)
    def _pick(self, event: RowList.Chosen) -> None:
        """Say which mark was chosen."""
        event.stop()
        mark = self._by_id.get(event.row.key)
        if mark is not None:
            self.post_message(self.Picked(mark))


def _rows(marks: Sequence[Mark]) -> Iterator[Row]:
    """Yield the rows of all marks: those with a place, then the lost ones."""
    placed = [mark for mark in marks if mark.anchor.start is not None]
    lost = [mark for mark in marks if mark.anchor.start is None]
    for mark in placed:
        yield from _mark_rows(mark, mark_glyph(mark), "")
    if lost:
        yield Row("No place in the text", aside=str(len(lost)), style="lost", selectable=False)
        for mark in lost:
            yield from _mark_rows(mark, LOST, "lost")


def _mark_rows(mark: Mark, sign: str, style: str) -> Iterator[Row]:
    """Yield the row of one mark, and one more for each thing that is said of it."""
    yield Row(mark.quote or mark.note or "note on the article", mark.id, sign=sign, style=style)
    said = [mark.claim.verdict if mark.claim else "", mark.note if mark.quote else ""]
    tags = " ".join(f"#{tag}" for tag in mark.tags)
    about = " · ".join(
        part for part in (mark.claim.status if mark.claim else "", mark.label or "", tags) if part
    )
    for words in (about, *said):
        if words:
            yield Row(words, indent=1, style="quiet", selectable=False)
