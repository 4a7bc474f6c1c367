"""Putting articles where they belong: read, starred, kept, tagged, in the trash and out of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.tui.widgets.section_tree import ArticleKey

if TYPE_CHECKING:
    from reader.library import Row as ArticleRow
    from reader.tui.screens.reading import ReadingScreen


class Shelving:
    """What is done with a whole article: the one the tree stands on, else the one that is open."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen

    @property
    def _chosen(self) -> str | None:
        """The id of the article that keys work on; why there is none is told."""
        screen = self._screen
        if not screen.may_change():
            return None
        tree, opened = screen.section_tree, screen.articles.opened
        if screen.focused is tree.rows and tree.rows.current is not None:
            key = tree.rows.current.key
            if isinstance(key, ArticleKey) and tree.row_of(key.id) is not None:
                return key.id
        if opened is not None and not opened.held:
            screen.tell("this article is not in the library yet; mark something, or press A")
            return None
        return opened.article.id if opened is not None else None

    def toggle(self, name: str, on: str, off: str) -> None:
        """Turn a field of the article's state on or off, and say which."""
        screen, article_id = self._screen, self._chosen
        if article_id is None:
            return
        screen.undoing.subject = article_id
        opened, row = screen.articles.opened, screen.section_tree.row_of(article_id)
        if opened is not None and opened.article.id == article_id:
            value = not opened.state.get(name)
            opened.state[name] = value
        else:
            value = row is not None and not _holds(row, name)
        told = on if value else off
        screen.articles.set_state([article_id], told, **{name: value})
        screen.tell(f"{told}: {row.title}" if row is not None else told)

    def set_tags(self, tags: Sequence[str]) -> None:
        """Set the open article's tags."""
        screen, opened = self._screen, self._screen.articles.opened
        if opened is None or not screen.may_change():
            return
        if not opened.held:
            screen.tell("this article is not in the library yet; mark something, or press A")
            return
        opened.state["tags"] = list(tags)
        screen.articles.set_state([opened.article.id], "article tags", tags=list(tags))
        screen.tell("tags: " + (", ".join(tags) or "none"))

    def remove(self) -> None:
        """Send the article to the trash; when it was open, open the one after it."""
        screen, article_id = self._screen, self._chosen
        if article_id is None:
            return
        screen.undoing.subject = article_id
        before, row = screen.section_tree.order, screen.section_tree.row_of(article_id)
        title = row.title if row is not None else article_id

        def removed(_: None) -> None:
            screen.tell(f"in the trash, u brings it back: {title}")
            self.follow(before)

        screen.background.save(lambda: screen.library.remove([article_id]), removed)

    def follow(self, before: Sequence[str]) -> None:
        """Show the tree anew; leave an article that has gone from it, open one that came back.

        Args:
            before: the ids of the articles that stood in the tree.
        """
        screen = self._screen

        def show(rows: Sequence[ArticleRow]) -> None:
            screen.section_tree.show_articles(rows)
            order = screen.section_tree.order
            back = [one for one in order if one not in before]
            opened = screen.articles.opened
            here = opened.article.id if opened is not None else None
            if len(back) == 1:
                screen.articles.open(back[0])
            elif here in before and here not in order:
                at = min(list(before).index(here), len(order) - 1) if here else 0
                screen.articles.leave_for(order[at] if order else None)

        screen.background.read(screen.library.rows, show)


def _holds(row: ArticleRow, name: str) -> bool:
    """Tell whether a field of an article's state is on, by its row."""
    return {
        "read": not row.unread,
        "starred": row.starred,
        "later": row.later,
        "archived": row.archived,
    }[name]
