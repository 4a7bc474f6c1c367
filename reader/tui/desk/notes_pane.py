"""The way between the page and the list of its notes, and what is done in that list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.annotations.model import Mark
from reader.tui.widgets.note_rows import OtherText
from reader.tui.widgets.row_list import Row

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen

NOTES = 1
"""Which tab of the side panel lists the notes."""


class NotesPane:
    """Leads from a note to its passage and back, and narrows the list."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen

    @property
    def has_keys(self) -> bool:
        """Whether the list of notes has the focus."""
        return self._screen.focused is self._screen.side.notes.rows

    def show_here(self) -> None:
        """Go to the row of the mark at the cursor."""
        screen, mark = self._screen, self._screen.marking.here
        if mark is None:
            screen.tell("there is no mark here; h highlights the sentence")
            return
        screen.follow_now()
        screen.side.turn_to(NOTES)
        if screen.side.notes.filter:
            screen.side.narrow_notes("")
        if screen.side.display:
            screen.set_focus(screen.side.notes.rows)
        else:
            screen.panes.toggle("side")
        screen.side.notes.freshen()
        screen.side.notes.rows.go_to(mark.id)

    def go_to(self, mark: Mark) -> None:
        """Go to the passage of *mark*; of a lost one, to where it may belong."""
        screen = self._screen
        screen.marking.recent = mark.id
        if mark.ranges:
            screen.selecting.stop()
            screen.articles.remember()
            screen.body.go_to(mark.ranges[0][0])
            if not screen.panes.wide:  # the list lies over the page
                screen.panes.focus_page()
        elif mark.is_lost:
            screen.placing.place()
        elif (answered := screen.marking.known(mark.reply_to or "")) is not None:
            self.go_to(answered)
        else:
            screen.tell("this note is on the whole article")

    def ask_filter(self) -> None:
        """Ask for words that the listed marks should have; the list follows as they are typed."""
        screen = self._screen
        before = screen.side.notes.filter

        def back() -> None:
            screen.set_focus(screen.side.notes.rows)
            screen.refresh_status()

        def leave() -> None:
            screen.side.narrow_notes(before)
            back()

        screen.prompt.ask(
            "notes with:",
            lambda _: back(),
            answer=before,
            typed=screen.side.narrow_notes,
            left=leave,
            example="words, #tag, a label or a status; nothing lists all",
        )

    def cancel(self) -> bool:
        """List all notes again when they are narrowed; tell whether they were."""
        narrowed = self.has_keys and bool(self._screen.side.notes.filter)
        if narrowed:
            self._screen.side.narrow_notes("")
        return narrowed

    def take(self, mark: Mark, other: OtherText) -> None:
        """Ask whether what another device wrote into *mark* is to stand, or what stands there."""
        rest = [one for index, one in enumerate(mark.conflicts) if index != other.number]
        rows = [
            Row("Take what the other device wrote", "other", sign="≠"),
            Row("Keep what stands here", "own", sign="="),
        ]

        def settle(row: Row) -> None:
            fields = dict(other.fields) if row.key == "other" else {}
            told = "took the other text" if fields else "kept what stood here"
            self._screen.marking.change(mark, f"{told}; u takes it back", conflicts=rest, **fields)

        self._screen.chooser.open(f"Another device wrote: {other.words}", rows, settle)
