"""Going from article to article, and putting them where they belong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.keymap import always, command

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen

_ARTICLES = "Articles"


@command("J", group=_ARTICLES, when=always)
def next_article(screen: ReadingScreen) -> None:
    """Open the next article of the tree."""
    screen.articles.beside(screen.counting.times)


@command("K", group=_ARTICLES, when=always)
def last_article(screen: ReadingScreen) -> None:
    """Open the article before."""
    screen.articles.beside(-screen.counting.times)


@command(".", group=_ARTICLES, hint="next unread", rank=12, when=always)
def next_unread(screen: ReadingScreen) -> None:
    """Open the next article that has not been read."""
    screen.articles.beside(screen.counting.times, unread=True)


@command("enter", group=_ARTICLES, when=always)
def choose(screen: ReadingScreen) -> None:
    """Open what the tree or the side panel stands on. On a mark in the text: go to its note."""
    rows = screen.focused_rows
    if rows is not None:
        rows.choose()
    elif screen.article is not None:
        screen.notes_pane.show_here()


@command("A", group=_ARTICLES, hint="add", rank=13, when=always)
def add(screen: ReadingScreen) -> None:
    """Add a URL, a file, a folder or a feed; what is on the clipboard is offered."""
    screen.adding.ask()


@command("F", group=_ARTICLES, when=always)
def feeds(screen: ReadingScreen) -> None:
    """List the feeds: ask them for what is new, subscribe, rename, put into folders, leave."""
    screen.feed_menus.open()


@command(group=_ARTICLES, when=always)
def refresh_feeds(screen: ReadingScreen) -> None:
    """Ask all feeds for what is new."""
    screen.feeding.refresh()


@command("U", group=_ARTICLES)
def fetch_again(screen: ReadingScreen) -> None:
    """Fetch the article again from where it came; its marks are kept, and the place too."""
    screen.versions.fetch_again()


@command("w", group=_ARTICLES)
def changes(screen: ReadingScreen) -> None:
    """Show what was changed between two versions of the article. While selecting: a word on."""
    if screen.body.selection is not None:
        screen.selecting.sideways(1)
    else:
        screen.changes.open()


@command("r", group=_ARTICLES)
def toggle_read(screen: ReadingScreen) -> None:
    """Mark the article as read, or as unread again; in the tree, the one it stands on."""
    screen.shelving.toggle("read", "read", "unread")


@command("s", group=_ARTICLES)
def toggle_star(screen: ReadingScreen) -> None:
    """Star the article, or take the star away."""
    screen.shelving.toggle("starred", "starred", "star taken away")


@command("e", group=_ARTICLES)
def toggle_archived(screen: ReadingScreen) -> None:
    """Put the article into the archive, or bring it back."""
    screen.shelving.toggle("archived", "archived", "back from the archive")


@command("l", group=_ARTICLES)
def toggle_later(screen: ReadingScreen) -> None:
    """Keep the article for later, or no longer."""
    screen.shelving.toggle("later", "kept for later", "no longer kept for later")


@command("D", group=_ARTICLES)
def remove(screen: ReadingScreen) -> None:
    """Send the article, or the one the tree stands on, to the trash with its marks; undo helps."""
    screen.shelving.remove()


@command("M", group=_ARTICLES)
def correct(screen: ReadingScreen) -> None:
    """Correct the article's headline, date, byline or section."""
    screen.correcting.ask()
