"""Following the links of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.keymap import command

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen


@command("f", group="More", hint="links", rank=17)
def link_hints(screen: ReadingScreen) -> None:
    """Lay letters over the links and footnote calls in view; typing them follows one."""
    screen.link_hints.ask()
