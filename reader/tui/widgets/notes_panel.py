"""The marks of an article in reading order, those that lost their place in a group of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from reader.annotations.model import Mark
from reader.tui.widgets.note_rows import OtherText, RowCache, fits, rows_of
from reader.tui.widgets.row_list import RowList

EMPTY = (
    "No marks in this article.\n\nh highlights the sentence,\n"
    "c makes it a claim,\na writes a note on it,\nv selects other words."
)
NOTHING_FITS = "No mark has these words.\n\n/ looks for others,\nesc shows all."


class NotesPanel(Vertical):
    """Lists the marks of one article and reports which one the reader chose."""

    @dataclass
    class Picked(Message):
        """The reader chose a mark; the page should go to it."""

        mark: Mark

    @dataclass
    class Taken(Message):
        """The reader wants what another device wrote into a mark."""

        mark: Mark
        other: OtherText

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.rows = RowList(id="notes-rows", empty=EMPTY)
        self.marks: Sequence[Mark] = ()
        """All marks of the article."""
        self.filter = ""
        """The words that the listed marks have."""
        self._article = ""
        self._stale = False
        """Whether the rows have yet to be written: nobody writes them while they are hidden."""
        self._cache: RowCache = {}
        self._by_id: dict[str, Mark] = {}

    def compose(self) -> ComposeResult:
        """Hold the rows."""
        yield self.rows

    @property
    def chosen(self) -> Mark | None:
        """The mark at the cursor."""
        key = self.rows.current.key if self.rows.current is not None else None
        return self._by_id.get(key.mark if isinstance(key, OtherText) else key or "")

    @property
    def count(self) -> str:
        """How many marks there are; how many of them are listed, when it is not all."""
        if not self.filter:
            return str(len(self.marks) or "")
        words = self.filter.casefold().split()
        listed = sum(fits(mark, words) for mark in self.marks)
        return f"{listed}/{len(self.marks)}"

    def show(self, marks: Sequence[Mark], article: str = "") -> None:
        """List *marks*, which are of the text *article*."""
        if article != self._article:
            self._cache.clear()
        self.marks, self._article = marks, article
        self._by_id = {mark.id: mark for mark in marks}
        self._stale = True
        self.freshen()

    def narrow(self, words: str) -> None:
        """List only the marks that have every one of *words*."""
        self.filter = words.strip()
        self._list()

    @on(events.Show)
    def freshen(self) -> None:
        """Write the rows that became others while they were hidden."""
        if self._stale and all(one.display for one in (self, self.parent) if one is not None):
            self._list()

    def _list(self) -> None:
        """Write the rows."""
        self._stale = False
        words = self.filter.casefold().split()
        shown = frozenset(mark.id for mark in self.marks if not words or fits(mark, words))
        empty = NOTHING_FITS if self.filter and self.marks else EMPTY
        self.rows.show(rows_of(self.marks, shown, self._article, self._cache), empty)

    @on(RowList.Chosen)
    def _pick(self, event: RowList.Chosen) -> None:
        """Say which mark was chosen."""
        event.stop()
        mark = self.chosen
        if mark is not None and isinstance(event.row.key, OtherText):
            self.post_message(self.Taken(mark, event.row.key))
        elif mark is not None:
            self.post_message(self.Picked(mark))
