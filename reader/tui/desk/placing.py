"""Finding a place for marks that lost theirs, or keeping them as lost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.annotations.model import Mark
from reader.library.labels import quoted
from reader.tui.page.motion import Range

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen

_NONE_CHOSEN = "several marks are lost; choose one in the notes beside the page, then p or P"


class Placing:
    """Shows where a lost mark may belong, and puts it where the reader says."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self._offered: str | None = None
        """The id of the lost mark that the last key named or showed places for."""

    @property
    def lost(self) -> Mark | None:
        """The lost mark that the keys work on: the one chosen in the panel, shown, or the only."""
        screen = self._screen
        lost = [mark for mark in screen.body.marks if mark.is_lost]
        chosen = screen.side.notes.chosen
        if self._in_notes:
            return chosen if chosen in lost else None
        wanted = {self._offered, chosen.id if chosen is not None else None}
        return next(
            (mark for mark in lost if mark.id in wanted), lost[0] if len(lost) == 1 else None
        )

    def place(self) -> None:
        """Show where the lost mark may belong; asked again, put it there.

        From the page it is put on the selection, or on the sentence at the cursor, once the
        reader has been told which mark that is.
        """
        screen, mark = self._screen, self.lost
        if mark is None:
            screen.tell(_NONE_CHOSEN)
        elif not screen.may_change():
            return
        elif self._is_offered(mark):
            self._put(mark, screen.marking.passage())
        elif self._in_notes:
            self.suggest(mark)
        else:
            self._offered = mark.id
            screen.tell(f"p again puts {quoted(mark.quote)} here; others are chosen in the notes")

    @property
    def _in_notes(self) -> bool:
        """Whether the keys are for the notes beside the page."""
        return self._screen.focused is self._screen.side.notes.rows

    def _is_offered(self, mark: Mark) -> bool:
        """Tell whether *mark* was named and, in the notes, its suggested places are on show."""
        return self._offered == mark.id and (not self._in_notes or self._screen.body.match >= 0)

    def suggest(self, mark: Mark) -> None:
        """Show the suggested places of *mark* on the page."""
        screen = self._screen
        screen.background.read(
            lambda: screen.library.lost.candidates(mark.id), lambda found: self._show(mark, found)
        )

    def _show(self, mark: Mark, places: Sequence[Range]) -> None:
        """Light *places* as found words are, so that n and N step through them."""
        screen = self._screen
        self._offered = mark.id
        if not places:
            screen.tell("nothing like it is here; go to the passage that it belongs to, then p")
            return
        screen.articles.remember()
        screen.body.show_matches(list(places), 0)
        screen.body.go_to(places[0][0])
        more = f"; 1 of {len(places)}, n the next" if len(places) > 1 else ""
        screen.tell(f"does it belong here? p again places it, P keeps it as lost{more}")

    def _put(self, mark: Mark, passage: Range | None) -> None:
        """Place *mark* on *passage*."""
        screen = self._screen
        if passage is None:
            return
        start, end = passage
        self.let_go()
        screen.selecting.stop()
        screen.marking.save(
            mark,
            f"placed {quoted(mark.quote)} here; u undoes it",
            lambda key: screen.library.lost.place(key, start, end),
        )

    def keep(self) -> None:
        """Keep the lost mark as lost: nothing asks for its place any more."""
        screen, mark = self._screen, self.lost
        if mark is None:
            screen.tell(_NONE_CHOSEN)
            return
        self.let_go()
        kept = f"kept {quoted(mark.quote)} as lost; u undoes it"
        screen.marking.save(mark, kept, screen.library.lost.keep)

    def let_go(self) -> None:
        """Stop showing suggested places."""
        if self._offered is not None:
            self._offered = None
            self._screen.searching.clear()
