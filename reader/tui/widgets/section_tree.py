"""The left pane: library section, article, the article's own headings."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from reader.annotations.model import Mark
from reader.article.model import Article
from reader.article.outline import flatten
from reader.tui.glyphs import ARCHIVED, LATER, STARRED, UNREAD
from reader.tui.widgets.row_list import Row, RowList

if TYPE_CHECKING:
    from reader.library import Row as ArticleRow

EMPTY = "The library is empty.\n\nPress A to add a URL,\na file or a folder."


class SectionKey(NamedTuple):
    """Stands for a section of the library."""

    name: str


class ArticleKey(NamedTuple):
    """Stands for an article."""

    id: str


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
        self._shut: set[str] = set()
        self._folded: set[str] = set()

    def compose(self) -> ComposeResult:
        """Hold the rows."""
        yield self.rows

    @property
    def order(self) -> list[str]:
        """The ids of all articles, in the order of the tree."""
        return [row.id for _, group in self._groups() for row in group]

    def row_of(self, article_id: str) -> ArticleRow | None:
        """Return the row of an article; None when the library does not hold it."""
        return self._by_id.get(article_id)

    def show_articles(self, articles: Iterable[ArticleRow]) -> None:
        """Show *articles* by section."""
        self._articles = tuple(articles)
        self._by_id = {row.id: row for row in self._articles}
        self._refill()

    def show_article(self, article: Article | None, marks: Sequence[Mark]) -> None:
        """Show the headings of *article*, which is open, and how many marks each section has."""
        changed = article is not self._open
        self._open, self._marks = article, marks
        if article is not None and changed:
            row = self.row_of(article.id)
            if row is not None:
                self._shut.discard(row.section or "")
        self._refill()
        if article is not None and changed:
            self.rows.go_to(ArticleKey(article.id))

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
        elif isinstance(row.key, ArticleKey):
            self._turn(self._folded, row.key.id, closed=step < 0)
        elif step < 0 and isinstance(row.key, HeadingKey):
            self.rows.go_to(ArticleKey(row.key.article))

    def _turn(self, names: set[str], name: str, *, closed: bool) -> None:
        """Close or open one row."""
        (names.add if closed else names.discard)(name)
        self._refill()

    def _groups(self) -> Iterator[tuple[str, list[ArticleRow]]]:
        """Yield each section with its articles."""
        sections: dict[str, list[ArticleRow]] = {}
        for row in self._articles:
            sections.setdefault(row.section or "Saved", []).append(row)
        yield from sorted(sections.items(), key=lambda item: (item[0] == "Samples", item[0]))

    def _refill(self) -> None:
        """Make the rows anew."""
        self.rows.show(list(self._rows()))

    def _rows(self) -> Iterator[Row]:
        """Yield the rows of the tree."""
        if self._open is not None and self.row_of(self._open.id) is None:
            yield Row("Not in the library", SectionKey(""), style="section", selectable=False)
            yield from self._article_rows(self._open.id, self._open.title, None)
        for name, articles in self._groups():
            unread = sum(row.unread for row in articles)
            closed = name in self._shut
            yield Row(
                name,
                SectionKey(name),
                sign="▸" if closed else "▾",
                aside=str(unread) if unread else "",
                style="section",
            )
            if not closed:
                for row in articles:
                    yield from self._article_rows(row.id, row.title, row)

    def _article_rows(self, article_id: str, title: str, row: ArticleRow | None) -> Iterator[Row]:
        """Yield an article's row and, when it is open, those of its headings."""
        is_open = self._open is not None and self._open.id == article_id
        unread = row is not None and row.unread
        shows = is_open and article_id not in self._folded
        sign = "▾" if shows and self._open and self._open.sections else "▸" if is_open else " "
        yield Row(
            title,
            ArticleKey(article_id),
            indent=1,
            sign=UNREAD if unread and not is_open else sign,
            aside=_tally(row),
            style="unread" if unread else "article",
        )
        if shows and self._open is not None:
            yield from self._heading_rows(self._open)

    def _heading_rows(self, article: Article) -> Iterator[Row]:
        """Yield the rows of an article's headings, with how many marks stand under each."""
        starts = [section.start for _, section in flatten(article.sections)]
        places = [mark.anchor.start for mark in self._marks]
        counts = Counter(bisect_right(starts, place) for place in places if place is not None)
        for number, (depth, section) in enumerate(flatten(article.sections), start=1):
            count = counts.get(number, 0)
            yield Row(
                section.title,
                HeadingKey(article.id, section.start),
                indent=1 + depth,
                aside=str(count) if count else "",
                style="heading",
            )

    @on(RowList.Chosen)
    def _open_chosen(self, event: RowList.Chosen) -> None:
        """Say what was chosen; a section opens and closes."""
        event.stop()
        key = event.row.key
        if isinstance(key, SectionKey):
            self._turn(self._shut, key.name, closed=key.name not in self._shut)
        elif isinstance(key, ArticleKey):
            self.post_message(self.ArticleChosen(key.id))
        elif isinstance(key, HeadingKey):
            self.post_message(self.HeadingChosen(key.start))


def _tally(row: ArticleRow | None) -> str:
    """Return what an article's row tells at its edge: where it was put, how many marks it has."""
    if row is None:
        return ""
    signs = ((row.starred, STARRED), (row.later, LATER), (row.archived, ARCHIVED))
    parts = [sign for holds, sign in signs if holds]
    if row.marks:
        parts.append(str(row.marks))
    return " ".join(parts)
