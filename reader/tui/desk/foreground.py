"""What stands before the page or in its place, and takes the keys before the page does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.tui.screens.desk import Desk

if TYPE_CHECKING:
    from reader.tui.desk.checking import Checking
    from reader.tui.desk.correcting import Correcting
    from reader.tui.desk.covering import Covering
    from reader.tui.desk.library_search import LibrarySearch
    from reader.tui.desk.opened import Opened
    from reader.tui.screens.reading import ReadingScreen


class Foreground:
    """Knows what is open besides the page, and puts it away.

    What has not been used yet is not open, and is not loaded to be asked.
    """

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen

    @property
    def cover(self) -> Covering[Any] | None:
        """What stands in place of the page; None while the page itself does."""
        covers = (Desk.changes.made_for(self._screen), Desk.left_out.made_for(self._screen))
        return next((one.cover for one in covers if one is not None and one.cover.is_open), None)

    @property
    def cover_with_keys(self) -> Covering[Any] | None:
        """What stands in place of the page and has the keys."""
        return self.cover if self._screen.focused_rows is None else None

    def uncover(self) -> None:
        """Show the page itself."""
        if (cover := self.cover) is not None:
            cover.leave()

    def make_way(self, opened: Opened) -> None:
        """Let what stands in place of the page follow when *opened* comes there, or leave."""
        if (changes := Desk.changes.made_for(self._screen)) is not None:
            changes.cover.leave()
        if (left_out := Desk.left_out.made_for(self._screen)) is not None:
            left_out.follow(opened)

    @property
    def _forms(self) -> list[Correcting | Checking | LibrarySearch]:
        """The parts with a form of their own."""
        forms = (Desk.correcting, Desk.checking, Desk.library_search)
        return [made for form in forms if (made := form.made_for(self._screen)) is not None]

    @property
    def takes_all_keys(self) -> bool:
        """Whether something is open that asks, so that keys are no commands."""
        asking = (self._screen.prompt, self._screen.chooser, *self._forms)
        noting = Desk.noting.made_for(self._screen)
        return any(one.is_open for one in asking) or (noting is not None and noting.has_keys)

    def leave_what_lost_focus(self) -> None:
        """Put away what asks when the mouse went elsewhere."""
        screen = self._screen
        within = (screen.focused or screen).ancestors
        for part in (screen.prompt, screen.chooser, *(one.form for one in self._forms)):
            if part is not None and part.is_open and part not in within:
                part.leave()
