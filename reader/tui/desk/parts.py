"""Marks of several passages: adding one, taking one away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.annotations.model import Mark, Part
from reader.tui.page.motion import Range

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen


class Parts:
    """The further passages of marks."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen

    def add(self) -> None:
        """Add what is selected, or the sentence, to the mark chosen, made last or nearest."""
        screen, passage = self._screen, self._passage
        if passage is None or not screen.may_change():
            return
        mark = self._target(passage)
        if mark is None:
            screen.tell("there is no mark to add this to; h makes one")
        elif any(start < passage[1] and passage[0] < end for start, end in mark.ranges):
            screen.tell("this belongs to the mark already; select another passage")
        else:
            screen.selecting.stop()
            self._save(mark, [*mark.parts, passage], f"added to “{mark.quote}”")

    @property
    def _passage(self) -> Range | None:
        """What is to be added: the panel's own choice is the mark, so the page tells."""
        body = self._screen.body
        if self._screen.focused is self._screen.side.notes.rows:
            return body.selection.span if body.selection is not None else body.cursor
        return self._screen.marking.passage()

    def _target(self, passage: Range) -> Mark | None:
        """Return the mark that *passage* is to be added to."""
        screen = self._screen
        if screen.focused is screen.side.notes.rows:
            chosen = screen.side.notes.chosen
            return chosen if chosen is not None and chosen.ranges else None
        recent = screen.marking.known(screen.marking.recent or "")
        if recent is not None and recent.ranges:
            return recent
        placed = [mark for mark in screen.body.marks if mark.ranges]
        return min(placed, key=lambda mark: _gap(mark, passage), default=None)

    def part_here(self, mark: Mark) -> int | None:
        """Return which further part of *mark* the cursor is on; None when it is on none."""
        screen = self._screen
        if screen.focused is screen.side.notes.rows or not mark.parts:
            return None
        passage = screen.selecting.chosen or screen.body.cursor or (0, 0)
        first, *rest = mark.ranges or ((0, 0),)
        if first[0] < passage[1] and passage[0] < first[1]:
            return None
        over = [place for place in rest if place[0] < passage[1] and passage[0] < place[1]]
        places = [(one.start, one.end) for one in mark.anchor.parts]
        return places.index(over[0]) if over else None

    def take_away(self, mark: Mark, index: int) -> None:
        """Take the part at *index* from *mark*."""
        left = [part for at, part in enumerate(mark.parts) if at != index]
        self._save(mark, left, "passage taken from the mark; u brings it back")

    def _save(self, mark: Mark, parts: Sequence[Part | Range], what: str) -> None:
        """Give *mark* the *parts*."""
        self._screen.marking.change(mark, what, parts=parts)


def _gap(mark: Mark, passage: Range) -> int:
    """Return how far *passage* is from the nearest range of *mark*."""
    return min(max(start - passage[1], passage[0] - end, 0) for start, end in mark.ranges)
