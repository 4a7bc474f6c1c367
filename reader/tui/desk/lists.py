"""The list of every key, over the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.desk.showing import key_rows
from reader.tui.keymap import COMMANDS
from reader.tui.widgets.row_list import Row

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen


def show_keys(screen: ReadingScreen) -> None:
    """List every key; the command that is chosen is done."""

    def do_chosen(row: Row) -> None:
        found = COMMANDS.get(str(row.key))
        if found is not None and found.when(screen):
            screen.action_command(found.id)

    screen.chooser.open("Keys", key_rows(screen.config.keys), do_chosen)
