"""Selecting with shift and the arrows, as other programs do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.keymap import command

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen

_MARK = "Mark"


@command("shift+right", group=_MARK)
def select_right(screen: ReadingScreen) -> None:
    """Select a word more, or begin to select."""
    screen.selecting.extend(words=screen.counting.times)


@command("shift+left", group=_MARK)
def select_left(screen: ReadingScreen) -> None:
    """Select a word less, or one more to the left."""
    screen.selecting.extend(words=-screen.counting.times)


@command("shift+down", group=_MARK)
def select_down(screen: ReadingScreen) -> None:
    """Select a line more."""
    screen.selecting.extend(lines=screen.counting.times)


@command("shift+up", group=_MARK)
def select_up(screen: ReadingScreen) -> None:
    """Select a line less, or one more upwards."""
    screen.selecting.extend(lines=-screen.counting.times)
