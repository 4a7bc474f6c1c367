"""Every mark of the library in one list, narrowed by what is typed, with a way to its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.annotations.model import Mark
from reader.tui.glyphs import mark_glyph
from reader.tui.widgets.row_list import Row

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen

EMPTY = "There are no marks yet.\n\nOn the page, h highlights the sentence,\nc makes it a claim."

READING = "Reading the marks …"


class Notebook:
    """Shows the marks of all articles, the latest first."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen

    def open(self) -> None:
        """Read all marks, then list them."""
        screen = self._screen
        screen.chooser.open("Notebook", (), self._go_to, empty=READING)
        screen.background.read(self._rows, self._show, lambda _: screen.chooser.leave())

    def _rows(self) -> list[Row]:
        """Return a row for each mark of the library."""
        library = self._screen.library
        titles = {row.id: row.title for row in library.rows()}
        marks = [mark for mark in library.all_marks() if mark.article in titles]
        marks.sort(key=lambda mark: mark.created, reverse=True)
        return [
            Row(_words(mark), mark, sign=mark_glyph(mark), aside=(titles[mark.article] or "")[:24])
            for mark in marks
        ]

    def _show(self, rows: list[Row]) -> None:
        """List *rows*."""
        count = "1 mark" if len(rows) == 1 else f"{len(rows)} marks"
        self._screen.chooser.fill(f"Notebook: {count}", rows, empty=EMPTY)

    def _go_to(self, row: Row) -> None:
        """Open the article of the chosen mark, at the mark."""
        mark = row.key
        if isinstance(mark, Mark):
            self._screen.articles.remember()
            self._screen.articles.open(mark.article, mark=mark.id)


def _words(mark: Mark) -> str:
    """Return what a mark's row says, and what it is searched by."""
    parts = [mark.quote, mark.note, mark.label or "", mark.claim.status if mark.claim else ""]
    parts.append(mark.claim.verdict if mark.claim else "")
    parts.extend(f"#{tag}" for tag in mark.tags)
    return " · ".join(part for part in parts if part) or "note on the article"
