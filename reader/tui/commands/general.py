"""What belongs to the program as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.keymap import always, command

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen

_MORE = "More"


@command("o", group=_MORE)
def open_source(screen: ReadingScreen) -> None:
    """Open the article's page in the browser. While selecting: move the other end."""
    if screen.body.selection is not None:
        screen.selecting.other_end()
    else:
        screen.articles.browse()


@command("R", group=_MORE)
def show_dropped(screen: ReadingScreen) -> None:
    """Show what was left out of the article and why, to bring it back; or the article again."""
    screen.left_out.open()


@command("E", group=_MORE, hint="export", rank=17)
def export(screen: ReadingScreen) -> None:
    """Export the article's notes as Markdown."""
    screen.exporting.ask()


@command("!", group=_MORE, when=always)
def messages(screen: ReadingScreen) -> None:
    """List the last messages of the bottom line, with their time."""
    screen.telling.show()


@command(group=_MORE, when=always)
def check_library(screen: ReadingScreen) -> None:
    """Look for damage in the data directory; what is found is listed among the messages."""
    screen.telling.check()


@command("colon", "ctrl+p", group=_MORE, when=always)
def palette(screen: ReadingScreen) -> None:
    """List every command by name, with its keys, and the themes."""
    screen.lists.show_commands()


@command("?", "f1", group=_MORE, hint="all keys", rank=6, when=always)
def keys(screen: ReadingScreen) -> None:
    """List what the keys do, here first; typing searches the list."""
    screen.lists.show_keys()


@command("escape", group=_MORE, when=always)
def cancel(screen: ReadingScreen) -> None:
    """Leave what is open: a selection, found words, a pane over the page."""
    screen.leaving.cancel()


@command("q", group=_MORE, hint="quit", rank=19, when=always)
def back(screen: ReadingScreen) -> None:
    """Back to the page from wherever one is; from the page, quit."""
    screen.leaving.back()


@command("Q", "ctrl+q", group=_MORE, when=always)
def leave(screen: ReadingScreen) -> None:
    """Quit at once; everything is saved."""
    screen.leaving.quit()
