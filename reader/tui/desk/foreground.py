"""What stands before the page or in its place, and takes the keys before the page does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.tui.desk.covering import Covering

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen


class Foreground:
    """Knows what is open besides the page, and puts it away."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen

    @property
    def cover(self) -> Covering[Any] | None:
        """What stands in place of the page; None while the page itself does."""
        screen = self._screen
        covers: tuple[Covering[Any], ...] = (screen.changes.cover, screen.left_out.cover)
        return next((one for one in covers if one.is_open), None)

    @property
    def cover_with_keys(self) -> Covering[Any] | None:
        """What stands in place of the page and has the keys."""
        return self.cover if self._screen.focused_rows is None else None

    def uncover(self) -> None:
        """Show the page itself."""
        if (cover := self.cover) is not None:
            cover.leave()

    @property
    def takes_all_keys(self) -> bool:
        """Whether something is open that asks, so that keys are no commands."""
        screen = self._screen
        asking = screen.prompt.is_open or screen.chooser.is_open or screen.correcting.is_open
        asking = asking or screen.library_search.is_open
        return asking or screen.checking.is_open or screen.noting.has_keys

    def leave_what_lost_focus(self) -> None:
        """Put away what asks when the mouse went elsewhere."""
        screen = self._screen
        over = (screen.prompt, screen.chooser, screen.correcting.form, screen.checking.form)
        within = (screen.focused or screen).ancestors
        for part in (*over, screen.library_search.pane):
            if part is not None and part.is_open and part not in within:
                part.leave()
