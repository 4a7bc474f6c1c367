"""Bringing the index of the search up to date beside the screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.timer import Timer

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen

PROGRESS_S = 0.25
"""How often it is told how far the index has come."""


class Indexing:
    """Indexes what the index lacks; in a large library that takes minutes once.

    Args:
        screen: the screen.
        tell: called now and then while it goes on.
        changed: called when it is done, if there was anything to index.
    """

    def __init__(
        self, screen: ReadingScreen, tell: Callable[[], None], changed: Callable[[], None]
    ) -> None:
        self._screen = screen
        self._tell = tell
        self._changed = changed
        self._timer: Timer | None = None
        self._reports: list[tuple[int, int]] = []

    @property
    def progress(self) -> tuple[int, int] | None:
        """How many articles of how many are indexed; None when all are."""
        return self._reports[-1] if self._timer is not None and self._reports else None

    def start(self) -> None:
        """Index what is lacking, unless that is being done."""
        if self._timer is None:
            self._reports = []
            self._timer = self._screen.set_interval(PROGRESS_S, self._tell)
            self._screen.background.index(self._index, self._done, lambda _: self._stop())

    def _index(self) -> int:
        """Index all; in a thread of its own."""
        return self._screen.library.texts.index(progress=self._report)

    def _report(self, done: int, total: int) -> None:
        """Note how far it has come."""
        self._reports = [(done, total)]

    def _done(self, _: int) -> None:
        """Tell that it is done."""
        self._stop()
        if self._reports:
            self._changed()

    def _stop(self) -> None:
        """Tell no more how far it is."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
