"""How often a key that moves is meant: the digits that were typed before it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.tui.keymap import COMMANDS

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen

DIGITS = 6
"""No more are taken, which is more than any article has lines."""

_MOST_STEPS = 2000
"""So often at most a step is made again over what stands in place of the page."""

_GROUPS = ("Move", "Find")


class Counting:
    """The count that is being typed, until the key that it is for."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self._typed: str | None = None

    @property
    def is_on(self) -> bool:
        """Whether a count has begun, so that all digits belong to it."""
        return self._typed is not None

    @property
    def given(self) -> int | None:
        """The count; None when none was typed."""
        return int(self._typed) if self._typed else None

    @property
    def times(self) -> int:
        """How often a step is meant: once when nothing else was typed."""
        return max(1, self.given or 1)

    def begin(self) -> None:
        """Begin to count: all digits belong to the count from now on."""
        self._show("")

    def add(self, digit: str) -> None:
        """Take one more digit."""
        self._show(((self._typed or "") + digit)[:DIGITS])

    def drop(self) -> None:
        """Count no longer."""
        if self.is_on:
            self._typed = None
            self._screen.status.show_count("")
            self._screen.refresh_status()

    def lead(self, command: str, do: Callable[[str], None]) -> None:
        """Do *command* by *do* with the count; leaving what is open drops the count alone.

        What stands in place of the page knows no counts: its steps are made one by one.
        """
        foreground = self._screen.foreground
        cover = foreground.cover_with_keys
        if command != "cancel":
            do(command)
        if cover is not None and COMMANDS[command].group in _GROUPS:
            for _ in range(1, min(self.times, _MOST_STEPS)):
                if foreground.cover_with_keys is not cover:
                    break
                do(command)
        self.drop()

    def _show(self, typed: str) -> None:
        """Show the count as it is *typed*, in place of what was said last."""
        self._typed = typed
        self._screen.tell("")
        self._screen.status.show_count(typed or "…")
        self._screen.refresh_status()
