"""Going to an address: here when the library holds it, else in the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import NotFoundError
from reader.tui.desk.browsing import open_in_browser
from reader.tui.widgets.source_rows import ADDRESSES

if TYPE_CHECKING:
    from reader.library import Library
    from reader.tui.screens.reading import ReadingScreen


def go_to_address(screen: ReadingScreen, address: str) -> None:
    """Open the article of *address* when the library holds it, else the browser on it.

    The browser gets no address but one of the web or of a mailbox.
    """

    def follow(held: str | None) -> None:
        opened = screen.articles.opened
        if held is not None and (opened is None or held != opened.article.id):
            screen.articles.remember()
            screen.articles.open(held)
            screen.panes.focus_page()
        elif address.startswith(ADDRESSES):
            open_in_browser(screen, address)
        else:
            screen.tell(f"this is no address that a browser opens: {address}")

    screen.background.read(lambda: _held(screen.library, address), follow)


def _held(library: Library, address: str) -> str | None:
    """Return the id of the article that the library holds of *address*."""
    try:
        return library.resolve(address)
    except NotFoundError:
        return None
