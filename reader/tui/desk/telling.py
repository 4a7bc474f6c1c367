"""What the bottom line says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.timer import Timer

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen

SAY_S = 6
"""How long the bottom line says what was done; three times that for an error."""


class Telling:
    """Says things on the bottom line for a while."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self._until: Timer | None = None

    def tell(self, words: str, *, error: bool = False) -> None:
        """Say *words*; an error stays longer. Empty words take back what was said."""
        status = self._screen.status
        status.say(words)
        status.set_class(error, "-error")
        if self._until is not None:
            self._until.stop()
        if words:
            seconds = SAY_S * (3 if error else 1)
            self._until = self._screen.set_timer(seconds, lambda: self.tell(""))
