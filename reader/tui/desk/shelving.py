"""Putting articles where they belong: read, starred, kept, tagged, in the trash and out of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.tui.widgets.section_tree import ArticleKey

if TYPE_CHECKING:
    from reader.library import Library
    from reader.library import Row as ArticleRow
    from reader.tui.screens.reading import ReadingScreen

    Holdings = tuple[Sequence[ArticleRow], Sequence[ArticleRow], Sequence[str]]


class Shelving:
    """What is done with a whole article: the one the tree stands on, else the one that is open."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen

    @property
    def chosen(self) -> list[str]:
        """The ids of the articles that keys work on: those picked, else one.

        Why there is none is told.
        """
        screen = self._screen
        if not screen.may_change():
            return []
        tree, opened = screen.section_tree, screen.articles.opened
        if screen.focused is tree.rows:
            if tree.picked:
                return tree.picked
            key = tree.rows.current.key if tree.rows.current is not None else None
            if isinstance(key, ArticleKey) and tree.row_of(key.id) is not None:
                return [key.id]
        if opened is not None and not opened.held:
            screen.tell("this article is not in the library yet; mark something, or press A")
            return []
        return [opened.article.id] if opened is not None else []

    def pick(self) -> None:
        """Pick the article at the tree's cursor, for what keys do with several at once."""
        screen, tree = self._screen, self._screen.section_tree
        if not tree.pick():
            screen.tell("v picks articles, and this is none")
        elif tree.picked:
            told = "; r s l e # and D work on all of them, escape lets go"
            screen.tell(f"{_counted(len(tree.picked))} picked{told}")

    def toggle(self, name: str, on: str, off: str) -> None:
        """Turn a field of the articles' state on or off, and say which.

        Of several it is turned on, unless it is on in all of them.
        """
        screen, ids = self._screen, self.chosen
        if not ids:
            return
        screen.undoing.subject = ids[0]
        opened = screen.articles.opened
        rows = [row for one in ids if (row := screen.section_tree.row_of(one)) is not None]
        if len(ids) == 1 and opened is not None and opened.article.id == ids[0]:
            value = not opened.state.get(name)
        else:
            value = not all(_holds(row, name) for row in rows)
        if opened is not None and opened.article.id in ids:
            opened.state[name] = value
        told = on if value else off
        screen.articles.set_state(ids, told, **{name: value})
        about = rows[0].title if len(rows) == 1 else _counted(len(ids)) if len(ids) > 1 else ""
        screen.tell(f"{told}: {about}" if about else told)
        screen.section_tree.pick_none()

    def set_tags(self, ids: Sequence[str], before: Sequence[str], tags: Sequence[str]) -> None:
        """Give articles *tags* in place of those of *before*, which they have in common."""
        screen, opened = self._screen, self._screen.articles.opened
        added = [tag for tag in tags if tag not in before]
        gone = [tag for tag in before if tag not in tags]
        if opened is not None and opened.article.id in ids:
            held = opened.state.get("tags") or []
            kept = [tag for tag in held if tag not in gone]
            opened.state["tags"] = list(dict.fromkeys([*kept, *added]))
        screen.undoing.subject = ids[0]
        screen.background.save(
            lambda: screen.library.retag(ids, added, gone), lambda _: screen.refresh_tree()
        )
        about = f" of {_counted(len(ids))}" if len(ids) > 1 else ""
        screen.tell(f"tags{about}: " + (", ".join(tags) or "none"))
        screen.section_tree.pick_none()

    def remove(self) -> None:
        """Send the articles to the trash, or take them out of it; follow the one that is open."""
        screen, ids = self._screen, self.chosen
        if not ids:
            return
        screen.undoing.subject = ids[0]
        tree = screen.section_tree
        before, rows = tree.order, [row for one in ids if (row := tree.row_of(one)) is not None]
        back = bool(rows) and all(row.removed for row in rows)
        about = rows[0].title if len(rows) == 1 else _counted(len(ids)) if rows else ids[0]
        told = f"out of the trash: {about}" if back else f"in the trash, u brings it back: {about}"
        if len(ids) > 1:
            told = told.replace("brings it", "brings them")

        def removed(_: None) -> None:
            screen.tell(told)
            self.follow(before)

        change = screen.library.restore if back else screen.library.remove
        tree.pick_none()
        screen.background.save(lambda: change(ids), removed)

    def follow(self, before: Sequence[str]) -> None:
        """Show the tree anew; leave an article that has gone from it, open one that came back.

        Args:
            before: the ids of the articles that stood in the tree.
        """
        screen = self._screen

        def show(holdings: Holdings) -> None:
            screen.section_tree.show_articles(*holdings)
            order = screen.section_tree.order
            back = [one for one in order if one not in before]
            opened = screen.articles.opened
            here = opened.article.id if opened is not None else None
            if len(back) == 1:
                screen.articles.open(back[0])
            elif here in before and here not in order:
                at = min(list(before).index(here), len(order) - 1) if here else 0
                screen.articles.leave_for(order[at] if order else None)

        screen.background.read(lambda: _holdings_of(screen.library), show)

    def list_all(self) -> None:
        """Show the articles as they are now."""
        tree, library = self._screen.section_tree, self._screen.library
        self._screen.background.read(
            lambda: _holdings_of(library), lambda held: tree.show_articles(*held)
        )


def _holdings_of(library: Library) -> Holdings:
    """Read what the tree shows: the articles, those in the trash, the sections of feeds."""
    return library.rows(), library.rows(removed=True), library.feed_sections()


def _counted(number: int) -> str:
    """Return ``1 article`` or ``2 articles``."""
    return f"{number} article{'s' * (number != 1)}"


def _holds(row: ArticleRow, name: str) -> bool:
    """Tell whether a field of an article's state is on, by its row."""
    return {
        "read": not row.unread,
        "starred": row.starred,
        "later": row.later,
        "archived": row.archived,
    }[name]
