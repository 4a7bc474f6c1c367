"""Finding words in the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.keymap import always, command

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen

_FIND = "Find"
_NOTHING_FOUND = "there are no found words to step through"


def found(screen: ReadingScreen) -> bool:
    """Say that a command needs found words."""
    return bool(screen.body.matches)


def _find(screen: ReadingScreen, *, back: bool = False) -> None:
    """Ask for words to find on the page, or to be listed by in the facts or notes."""
    if screen.notes_pane.has_keys:
        screen.notes_pane.ask_filter()
    elif screen.facts_pane.has_keys:
        screen.facts_pane.ask_filter()
    else:
        screen.searching.ask(back=back)


@command("/", group=_FIND, hint="find", rank=7)
def find(screen: ReadingScreen) -> None:
    """Find words in the article, as you type; in facts and notes, list those that have them."""
    _find(screen)


@command("\\", group=_FIND)
def find_back(screen: ReadingScreen) -> None:
    """Find words upwards from here, as you type; then the next place is the one above."""
    _find(screen, back=True)


@command("ctrl+f", group=_FIND, hint="search all", rank=14, when=always)
def search_library(screen: ReadingScreen) -> None:
    """Search the whole library, articles and notes, as you type."""
    screen.library_search.open()


@command("n", group=_FIND, when=found, idle=_NOTHING_FOUND)
def next_match(screen: ReadingScreen) -> None:
    """To the next place where the words were found."""
    screen.searching.step(screen.counting.times)


@command("N", group=_FIND, when=found, idle=_NOTHING_FOUND)
def last_match(screen: ReadingScreen) -> None:
    """To the place before; against the way in which they were looked for."""
    screen.searching.step(-screen.counting.times)
