"""The first paint, held back until there is something to see."""

from __future__ import annotations

import gc
from contextlib import ExitStack
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen


class Curtain:
    """Hides the screen while its parts are put in place, so that it is painted once and whole."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self._held = ExitStack()
        self._is_lifted = False

    def lower(self) -> None:
        """Hold back what would be painted from now on."""
        self._held.enter_context(self._screen.app.batch_update())

    def lift_soon(self) -> None:
        """Paint once the page has its lines: it is told of its size before it is told of this."""
        if not self._is_lifted:
            self._screen.body.call_later(self._lift)

    def _lift(self) -> None:
        """Paint for the first time, and then take up what need not hold that back."""
        if not self._is_lifted:
            self._is_lifted = True
            self._held.close()
            self._screen.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """Let the collector work again, which leaves what stands now alone, and the screen."""
        gc.enable()
        gc.freeze()
        self._screen.start()
