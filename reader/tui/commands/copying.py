"""Taking words out by the clipboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.desk import copying
from reader.tui.keymap import command, with_selection

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen

_COPY = "Copy"


@command("y", group=_COPY, hint="copy", rank=14)
def copy_quote(screen: ReadingScreen) -> None:
    """Copy the sentence, selection or chosen fact as a quote with its citation."""
    copying.copy_quote(screen)


@command("Y", group=_COPY)
def copy_link(screen: ReadingScreen) -> None:
    """Copy a link: to the words on their page, or to the mark in the reader."""
    copying.copy_link(screen)


@command(
    "ctrl+c",
    group=_COPY,
    when=with_selection,
    idle="nothing is selected to be copied; q quits",
)
def copy_words(screen: ReadingScreen) -> None:
    """While selecting: copy the words alone, without their source."""
    copying.copy_words(screen)
