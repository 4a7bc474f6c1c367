"""Choosing a passage: by word or sentence, or by what a panel or the search stands on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from reader.tui.page import selection
from reader.tui.page.motion import Motion, Range
from reader.tui.page.selection import Selection, Unit

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen


class Selecting:
    """The selection on the page."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen

    @property
    def chosen(self) -> Range | None:
        """What is selected, or chosen in the side panel, or found at the cursor."""
        screen = self._screen
        if screen.body.selection is not None:
            return screen.body.selection.span
        fact = screen.side.facts.chosen if screen.focused is screen.side.facts.rows else None
        if fact is not None:
            return fact.start, fact.end
        if 0 <= screen.body.match < len(screen.body.matches):
            return screen.body.matches[screen.body.match]
        return None

    def turn(self, unit: Unit) -> None:
        """Start selecting by *unit*, or stop."""
        body = self._screen.body
        if body.selection is not None:
            self.stop()
            return
        if body.motion is None or body.cursor is None:
            return
        chosen = self.chosen if unit == "word" else None
        self._screen.panes.focus_page()
        self._screen.tell("")  # what can be done with it is told in its place
        if chosen is not None:
            body.show_selection(selection.over(body.motion, chosen))
        else:
            body.show_selection(selection.start(body.motion, body.cursor, unit))

    def stop(self) -> None:
        """Let go of the selection."""
        if self._screen.body.selection is not None:
            self._screen.body.show_selection(None)

    def other_end(self) -> None:
        """Move the other end from now on."""
        if self._screen.body.selection is not None:
            self._screen.body.show_selection(self._screen.body.selection.other_end())

    def grow(self, step: int, unit: Unit) -> None:
        """Move the selection's end by *step* words or sentences."""
        self._grow(step, partial(selection.grow, unit=unit))

    def by_paragraph(self, step: int) -> None:
        """Move the selection's end to that of a paragraph, *step* times."""
        self._grow(step, selection.grow_by_paragraph)

    def _grow(self, step: int, grow: Callable[[Motion, Selection, int], Selection]) -> None:
        """Move the selection's end by *step*, for as long as *grow* moves it."""
        body = self._screen.body
        if body.selection is None or body.motion is None:
            return
        chosen = body.selection
        for _ in range(abs(step)):
            grown = grow(body.motion, chosen, 1 if step > 0 else -1)
            if grown == chosen:
                break
            chosen = grown
        body.show_selection(chosen)

    def to(self, offset: int) -> None:
        """Move the selection's end to the word at *offset*."""
        body = self._screen.body
        if body.selection is not None and body.motion is not None:
            body.show_selection(selection.grow_to(body.motion, body.selection, offset))

    def extend(self, *, words: int = 0, lines: int = 0) -> None:
        """Begin to select by word where the cursor is, or move the selection's end."""
        if self._screen.body.selection is None:
            self.turn("word")
        elif lines:
            self.by_line(lines)
        else:
            self.grow(words, "word")

    def by_line(self, count: int) -> None:
        """Move the selection's end by lines, in the column where it began to."""
        body = self._screen.body
        if body.selection is not None and body.page is not None:
            here = body.page.line_of(body.selection.active[0])
            self.to_line(here + count, 1 if count > 0 else -1)

    def to_line(self, number: int, step: int = 1) -> None:
        """Move the selection's end to line *number*, or to the next with text after *step*."""
        body = self._screen.body
        if body.selection is None or body.motion is None or body.page is None:
            return
        here = body.page.line_of(body.selection.active[0])
        column = body.selection.column
        if column is None:
            column = body.page.cell_of(here, body.selection.active[0])
        line = body.page.line_with_text(number, step)
        word = body.motion.word_at(body.page.offset_at(line, column))
        if word is not None:
            body.show_selection(body.selection.with_active(word, column))

    def sideways(self, step: int) -> None:
        """Grow or shrink the selection, open or close a row, turn to another tab."""
        screen = self._screen
        if screen.body.selection is not None:
            self.grow(step, "sentence" if screen.body.selection.unit == "sentence" else "word")
        elif screen.focused_rows is screen.section_tree.rows:
            screen.section_tree.sideways(1 if step > 0 else -1)
        else:
            screen.side.sideways(1 if step > 0 else -1)
