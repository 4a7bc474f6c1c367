"""Opening addresses in the browser, where there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.desk.clipboard import copy

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen

_ON_TERMINALS = {"www-browser", "links", "elinks", "lynx", "w3m"}
"""Browsers that would write over the screen."""


def has_browser() -> bool:
    """Tell whether there is a browser that opens a window of its own."""
    import webbrowser

    try:
        found = webbrowser.get()
    except webbrowser.Error:
        return False
    return getattr(found, "name", "") not in _ON_TERMINALS


def open_in_browser(screen: ReadingScreen, address: str) -> None:
    """Open *address* in the browser; where there is none, as on a far computer, copy it."""
    if has_browser():
        screen.app.open_url(address)
        screen.tell(f"opened in the browser: {address}")
    else:
        copy(screen, address, "there is no browser here; the address was")
