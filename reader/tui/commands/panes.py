"""The panes around the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.keymap import always, command

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen

_PANES = "Panes"


@command("tab", group=_PANES, hint="panes", rank=11, when=always)
def next_pane(screen: ReadingScreen) -> None:
    """Take the focus to the next pane."""
    screen.panes.step_focus(1)


@command("shift+tab", group=_PANES, when=always)
def last_pane(screen: ReadingScreen) -> None:
    """Take the focus to the pane before."""
    screen.panes.step_focus(-1)


@command("t", group=_PANES, hint="tree", rank=15, when=always)
def toggle_tree(screen: ReadingScreen) -> None:
    """Show the section tree, or put it away."""
    screen.panes.toggle("tree")


@command("i", group=_PANES, hint="facts", rank=16, when=always)
def toggle_side(screen: ReadingScreen) -> None:
    """Show the side panel with facts and notes, or put it away."""
    screen.panes.toggle("side")


@command("B", group=_PANES, when=always)
def notebook(screen: ReadingScreen) -> None:
    """List every mark of the library, to be narrowed by words, labels, statuses and tags."""
    screen.notebook.open()


@command("z", group=_PANES, when=always)
def toggle_zen(screen: ReadingScreen) -> None:
    """Show the page and nothing else, or everything again."""
    screen.panes.toggle_zen()


@command("=", group=_PANES)
def wider(screen: ReadingScreen) -> None:
    """Make the text wider by four cells, at most to the page's edges; it stays so."""
    screen.widening.step(screen.counting.times)


@command("-", group=_PANES)
def narrower(screen: ReadingScreen) -> None:
    """Make the text narrower by four cells, at least 40; it stays so."""
    screen.widening.step(-screen.counting.times)
