"""The left pane: shelves and sections of the library, articles, the open one's own headings."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from reader.annotations.model import Mark
from reader.article.model import Article
from reader.article.outline import flatten
from reader.tui.glyphs import ARCHIVED, LATER, READ, STARRED, UNREAD
from reader.tui.widgets.row_list import Row, RowList
from reader.tui.widgets.tree_groups import PARTED, SHELVES, TRASH, Groups, Way, gather

if TYPE_CHECKING:
    from reader.library import Row as ArticleRow

PICKED = "✓"
EMPTY = "The library is empty.\n\nPress A to add a URL,\na file or a folder."


class SectionKey(NamedTuple):
    """Stands for a section of the library."""

    name: str


class ShelfKey(NamedTuple):
    """Stands for what the library gathers by itself: all that is starred, what is in the trash."""

    shelf: str
    gathered: bool = True
    """Parts it from the key of a section that is called the same: tuples of like parts are one."""


class ArticleKey(NamedTuple):
    """Stands for an article."""

    id: str
    shelf: str = ""
    """The shelf that it is listed on; empty in its own section."""


class HeadingKey(NamedTuple):
    """Stands for a heading of the open article."""

    article: str
    start: int


class SectionTree(Vertical):
    """Shows the library's sections, their articles, and the headings of the one that is open."""

    @dataclass
    class ArticleChosen(Message):
        """The reader chose an article."""

        article_id: str

    @dataclass
    class HeadingChosen(Message):
        """The reader chose a heading of the open article."""

        offset: int

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.rows = RowList(id="tree-rows", empty=EMPTY)
        self._articles: Sequence[ArticleRow] = ()
        self._by_id: dict[str, ArticleRow] = {}
        self._open: Article | None = None
        self._marks: Sequence[Mark] = ()
        self._trash: Sequence[ArticleRow] = ()
        self._sections: Sequence[str] = ()
        self._shut: set[str] = {_shelf(name) for name in (*SHELVES, TRASH)}
        self._folded: set[str] = set()
        self._picked: set[str] = set()
        self._read: frozenset[int] = frozenset()
        self._gathered: Groups | None = None
        self._made: dict[Way, tuple[Row, ...]] = {}
        """The rows of sections that need not be made anew."""

    def compose(self) -> ComposeResult:
        """Hold the rows."""
        yield self.rows

    @property
    def order(self) -> list[str]:
        """The ids of all articles, in the order of the tree."""
        return [row.id for _, group in self._groups.sections for row in group]

    def row_of(self, article_id: str) -> ArticleRow | None:
        """Return the row of an article; None when the library does not hold it."""
        return self._by_id.get(article_id)

    def is_unread(self, article_id: str) -> bool:
        """Tell whether the library holds the article and nobody has read it."""
        row = self.row_of(article_id)
        return row is not None and row.unread

    def show_articles(
        self,
        articles: Iterable[ArticleRow],
        trash: Iterable[ArticleRow] = (),
        sections: Sequence[str] = (),
    ) -> None:
        """Show *articles* by section.

        Args:
            articles: those of the library.
            trash: those that lie in the trash.
            sections: sections that are to be shown though they may be empty.
        """
        self._articles, self._trash = tuple(articles), tuple(trash)
        self._sections = sections
        self._by_id = {row.id: row for row in (*self._trash, *self._articles)}
        self._picked &= self._by_id.keys()
        self._refill()

    # Several at once

    @property
    def picked(self) -> list[str]:
        """The ids of the articles that were picked, in the order of the tree."""
        return [article for article in self._by_id if article in self._picked]

    def pick(self) -> bool:
        """Pick the article at the cursor, or let go of it; tell whether there is one."""
        row = self.rows.current
        if row is None or not isinstance(row.key, ArticleKey) or row.key.id not in self._by_id:
            return False
        self._picked ^= {row.key.id}
        self._refill()
        self.rows.move(1)
        return True

    def pick_none(self) -> bool:
        """Let go of what was picked; tell whether anything was."""
        had = bool(self._picked)
        self._picked.clear()
        if had:
            self._refill()
        return had

    # What is open

    def show_article(self, article: Article | None, marks: Sequence[Mark]) -> None:
        """Show the headings of *article*, which is open, and how many marks each section has."""
        changed = article is not self._open
        self._open, self._marks = article, marks
        if article is None or changed:
            self._show_opened(article)
        else:
            self._tally_sections(article)

    def _tally_sections(self, article: Article) -> None:
        """Show anew what stands beside the headings of *article*, which are listed."""
        if (at := self.rows.place_of(ArticleKey(article.id))) >= 0:
            counted = list(self._heading_rows(article, self.rows.rows[at].indent))
            if self.rows.place_of(HeadingKey(article.id, _first_start(article))) == at + 1:
                self.rows.put(at + 1, counted)

    def _show_opened(self, article: Article | None) -> None:
        """Show the headings of an article that was opened; None when one was closed."""
        row = self.row_of(article.id) if article is not None else None
        if row is not None:
            self._shut.discard(row.section or "")
        self._refill()
        if article is not None:
            self.rows.go_to(ArticleKey(article.id))

    def show_read(self, starts: Collection[int]) -> None:
        """Tick the headings of the open article that stand at *starts*: their sections are read."""
        if self._read != starts:
            self._read = frozenset(starts)
            if self._open is not None:
                self._tally_sections(self._open)

    def show_place(self, start: int | None) -> None:
        """Show the heading at *start* as where the reader is."""
        if self._open is None:
            return
        folded = self._open.id in self._folded
        key = ArticleKey(self._open.id)
        here = key if start is None or folded else HeadingKey(self._open.id, start)
        if self.rows.here != here:
            self.rows.show_here(here)
            if not self.rows.has_focus:
                self.rows.go_to(here)

    def sideways(self, step: int) -> None:
        """Open what the cursor stands on, or close it."""
        row = self.rows.current
        if row is None:
            return
        if isinstance(row.key, SectionKey):
            self._turn(self._shut, row.key.name, closed=step < 0)
        elif isinstance(row.key, ShelfKey):
            self._turn(self._shut, _shelf(row.key.shelf), closed=step < 0)
        elif isinstance(row.key, ArticleKey):
            self._turn(self._folded, row.key.id, closed=step < 0)
        elif step < 0 and isinstance(row.key, HeadingKey):
            self.rows.go_to(ArticleKey(row.key.article))

    def _turn(self, names: set[str], name: str, *, closed: bool) -> None:
        """Close or open one row."""
        (names.add if closed else names.discard)(name)
        self._list()

    @property
    def _groups(self) -> Groups:
        """The articles by section and shelf."""
        if self._gathered is None:
            here = self._open.id if self._open is not None else None
            self._gathered = gather(self._articles, self._trash, self._sections, here)
        return self._gathered

    def _refill(self) -> None:
        """Make the rows anew."""
        self._gathered = None
        self._made.clear()
        self._list()

    def _list(self) -> None:
        """List the rows; those of sections that stay as they were are taken as they are."""
        self.rows.show(list(self._rows()))

    def _rows(self) -> Iterator[Row]:
        """Yield the rows of the tree."""
        row = self.row_of(self._open.id) if self._open is not None else None
        if self._open is not None and (row is None or row.removed):
            where = "Not in the library" if row is None else "In the trash"
            yield Row(where, SectionKey(""), style="section", selectable=False)
            yield from self._article_rows(self._open.id, self._open.title, row)
        yield from self._shelf_rows()
        for way, articles in self._groups.sections:
            yield from self._section_rows(way, articles, self._groups.unread[way])

    def _shelf_rows(self) -> Iterator[Row]:
        """Yield the rows of the shelves that hold something."""
        for name, articles in self._groups.shelves.items():
            closed = _shelf(name) in self._shut
            sign = "▸" if closed else "▾"
            yield Row(name, ShelfKey(name), sign=sign, aside=str(len(articles)), style="quiet")
            if not closed:
                for row in articles:
                    yield self._article_row(row.id, row.title, row, ArticleKey(row.id, name))

    def _section_rows(
        self, path: Way, articles: Sequence[ArticleRow], unread: int
    ) -> Iterator[Row]:
        """Yield a section's row, and those of its articles; none in a folder that is closed."""
        above = [PARTED.join(path[:depth]) for depth in range(1, len(path))]
        if any(name in self._shut for name in above):
            return
        name = PARTED.join(path)
        closed = name in self._shut
        yield Row(
            path[-1],
            SectionKey(name),
            indent=len(above),
            sign="▸" if closed else "▾",
            aside=str(unread) if unread else "",
            style="section",
        )
        if not closed:
            yield from self._listed(path, articles)

    def _listed(self, path: Way, articles: Sequence[ArticleRow]) -> Sequence[Row]:
        """Return the rows of a section's articles, kept unless the open one is among them."""
        made = self._made.get(path)
        if made is None:
            rows = (self._article_rows(row.id, row.title, row, len(path)) for row in articles)
            made = tuple(chain.from_iterable(rows))
            if self._open is None or all(row.id != self._open.id for row in articles):
                self._made[path] = made
        return made

    def _article_rows(
        self, article_id: str, title: str, row: ArticleRow | None, indent: int = 1
    ) -> Iterator[Row]:
        """Yield an article's row and, when it is open, those of its headings."""
        yield self._article_row(article_id, title, row, ArticleKey(article_id), indent)
        is_open = self._open is not None and self._open.id == article_id
        if self._open is not None and is_open and article_id not in self._folded:
            yield from self._heading_rows(self._open, indent)

    def _article_row(
        self, article_id: str, title: str, row: ArticleRow | None, key: ArticleKey, indent: int = 1
    ) -> Row:
        """Return an article's row."""
        is_open = self._open is not None and self._open.id == article_id and not key.shelf
        unread = row is not None and row.unread
        shows = is_open and article_id not in self._folded
        sign = "▾" if shows and self._open and self._open.sections else "▸" if is_open else " "
        sign = UNREAD if unread and not is_open else sign
        return Row(
            title,
            key,
            indent=indent,
            sign=PICKED if article_id in self._picked else sign,
            aside=_tally(row),
            style="unread" if unread else "article",
        )

    def _heading_rows(self, article: Article, indent: int) -> Iterator[Row]:
        """Yield the rows of an article's headings, with the marks under each and ticks."""
        starts = [section.start for _, section in flatten(article.sections)]
        anchored = [mark.anchor.start for mark in self._marks]
        places = sorted(place for place in anchored if place is not None)
        edges = [*(bisect_left(places, start) for start in starts), len(places)]
        for number, (depth, section) in enumerate(flatten(article.sections)):
            tick = READ if section.start in self._read else ""
            yield Row(
                section.title,
                HeadingKey(article.id, section.start),
                indent=indent + depth,
                aside=f"{edges[number + 1] - edges[number] or ''} {tick}".strip(),
                style="heading",
            )

    @on(RowList.Chosen)
    def _open_chosen(self, event: RowList.Chosen) -> None:
        """Say what was chosen; a section opens and closes."""
        event.stop()
        key = event.row.key
        if isinstance(key, SectionKey):
            self._turn(self._shut, key.name, closed=key.name not in self._shut)
        elif isinstance(key, ShelfKey):
            name = _shelf(key.shelf)
            self._turn(self._shut, name, closed=name not in self._shut)
        elif isinstance(key, ArticleKey):
            self.post_message(self.ArticleChosen(key.id))
        elif isinstance(key, HeadingKey):
            self.post_message(self.HeadingChosen(key.start))


def _first_start(article: Article) -> int:
    """Return where the first section of *article* starts; -1 when it has none."""
    return article.sections[0].start if article.sections else -1


def _shelf(name: str) -> str:
    """Return by what the tree remembers that a shelf is closed; no section is called that."""
    return f"\0{name}"


def _tally(row: ArticleRow | None) -> str:
    """Return what an article's row tells at its edge: where it was put, how many marks it has."""
    if row is None:
        return ""
    signs = ((row.starred, STARRED), (row.later, LATER), (row.archived, ARCHIVED))
    parts = [sign for holds, sign in signs if holds]
    if row.marks:
        parts.append(str(row.marks))
    return " ".join(parts)
