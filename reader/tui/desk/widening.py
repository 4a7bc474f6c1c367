"""Making the column of text wider and narrower while one reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.page.column import SETTING, stepped
from reader.tui.page.painter import cells_for

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen


class Widening:
    """Sets how wide the text is, from now on and the next time."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen

    def step(self, count: int) -> None:
        """Make the text wider by *count* steps, or narrower, as far as the page has room."""
        screen, body = self._screen, self._screen.body
        width, configured = body.size.width, screen.config.body_width
        room, before = cells_for(width, width), cells_for(width, body.most_cells)
        cells = stepped(before, room, count)
        if cells == before:
            end = "as wide as the page" if count > 0 else "as narrow as it gets"
            screen.tell(f"the text is {end}, {cells} cells")
            return
        # What fills the page is no wish for that width: a larger window is filled as configured.
        body.most_cells = configured if cells == room <= configured else cells
        screen.tell(f"the text is {cells} cells wide")
        self._keep(body.most_cells)

    def _keep(self, cells: int) -> None:
        """Keep the width for the next time, until the configuration names another one."""
        screen = self._screen
        if not screen.library.read_only:
            kept = {"cells": cells, "in_place_of": screen.config.body_width}
            screen.background.save(lambda: screen.library.settings.set(SETTING, kept))
