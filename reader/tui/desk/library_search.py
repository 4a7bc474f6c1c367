"""Searching every article and mark of the library, as one types."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from textual.timer import Timer

from reader.errors import ReaderError
from reader.tui.desk.indexing import Indexing
from reader.tui.glyphs import ARTICLE, NOTE
from reader.tui.page.heading import day_of
from reader.tui.widgets.hit_list import ShownHit

if TYPE_CHECKING:
    from reader.search import Hit, Where
    from reader.tui.screens.reading import ReadingScreen
    from reader.tui.widgets.search_pane import SearchPane

TYPED_S = 0.06
"""How long after a key the search starts: whoever types fast is not searched for in between."""

MOST = 50
RECENT = 20
WHERE: tuple[Where, ...] = ("all", "articles", "notes")

EMPTY = (
    "\n   Type words to find them in every article and note.\n\n"
    '   "a phrase"   wor* the start of a word   -word without it\n'
    "   tag:trade   status:disputed   label:evidence   by:reuters   in:world\n\n"
    "   ↓↑ move  ⏎ open  tab articles, notes or all  ↑ earlier searches  esc back"
)


class _Found(NamedTuple):
    """What one search came to."""

    number: int
    """Which search it was; what an overtaken one found is not shown."""
    hits: Sequence[Hit]
    suggestion: str | None


class LibrarySearch:
    """The search of the whole library: in place of the page, which stays as it is behind it."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self._pane: SearchPane | None = None
        self._where: Where = "all"
        self._query = ""
        self._number = 0
        """How many searches were begun; only the last one's hits are shown."""
        self._hits: Sequence[Hit] = ()
        self._suggestion: str | None = None
        self._recent: list[str] = []
        """The searches that something was opened from, the latest last."""
        self._recalled = 0
        self._soon: Timer | None = None
        self._indexing = Indexing(screen, lambda: self._tell(""), self._look_again)

    @property
    def form(self) -> SearchPane | None:
        """What is searched in, once it was needed."""
        return self._pane

    @property
    def is_open(self) -> bool:
        """Whether the library is being searched."""
        return self._pane is not None and self._pane.is_open

    def prepare(self) -> None:
        """Make the pane, out of sight, so that a first search need not wait for it."""
        if self._pane is None:
            from reader.tui.widgets.search_pane import SearchPane

            self._pane = SearchPane(self, id="search")
            self._pane.display = False
            self._screen.query_one("#middle").mount(self._pane, after=self._screen.body)

    def open(self) -> None:
        """Search in place of the page; what was found last is still there."""
        self.prepare()
        screen, pane = self._screen, self._pane
        if pane is None:
            return
        screen.noting.put_away()
        self._recalled = 0
        pane.open()
        self._indexing.start()
        self.look(pane.query_typed)

    def leave(self) -> None:
        """Go back to the page, which stands where it stood."""
        screen = self._screen
        self._number += 1
        if self._pane is not None:
            self._pane.display = False
        screen.panes.focus_page()

    # Looking

    def typed(self, query: str) -> None:
        """Look for *query* when no other key follows at once."""
        if self._soon is not None:
            self._soon.stop()
        if query != self._query:
            self._soon = self._screen.set_timer(TYPED_S, lambda: self.look(query))

    def look(self, query: str) -> None:
        """Look for *query* beside the screen; only the last search shows what it found."""
        self._query = query
        self._number += 1
        if not query.strip():
            self._show(_Found(self._number, (), None))
            return
        number, where, library = self._number, self._where, self._screen.library

        def find() -> _Found:
            if number != self._number:
                return _Found(number, (), None)
            hits = library.search(query, where=where, limit=MOST, typing=True)
            return _Found(number, hits, None if hits else library.texts.did_you_mean(query))

        self._tell("searching …")
        self._screen.background.search(find, self._show, self._failed)

    def _look_again(self) -> None:
        """Look again, for the index has more now."""
        if self.is_open:
            self.look(self._query)

    def _failed(self, error: ReaderError) -> None:
        """Say in the list why nothing can be found."""
        self._hits, self._suggestion = (), None
        if self._pane is not None:
            self._pane.show((), f"\n   {error}")
            self._tell("")

    def _show(self, found: _Found) -> None:
        """Show what was found, unless another search has begun since."""
        if found.number != self._number or self._pane is None:
            return
        self._hits, self._suggestion = found.hits, found.suggestion
        self._pane.show([self._shown(hit) for hit in found.hits], self._empty())
        count = len(found.hits)
        self._tell(
            "" if not self._query.strip() else f"{count}{' or more' * (count == MOST)} found"
        )

    def _empty(self) -> str:
        """Return what stands in the list when there are no hits."""
        if not self._query.strip():
            earlier = "".join(f"\n   {query}" for query in reversed(self._recent))
            return f"{EMPTY}\n\n   Earlier:{earlier}" if earlier else EMPTY
        where = {"all": "", "articles": " in the articles", "notes": " in the notes"}[self._where]
        told = f"\n   Nothing has these words{where}."
        if self._indexing.progress is not None:
            told += " Not all articles are indexed yet."
        if self._suggestion is not None:
            told += f"\n\n   Did you mean “{self._suggestion}”? ⏎ takes it."
        return told

    def _shown(self, hit: Hit) -> ShownHit:
        """Return *hit* as it is shown, with who published the article and when."""
        row = self._screen.section_tree.row_of(hit.article)
        parts = (row.publisher, day_of((row.published or "")[:10])) if row is not None else ()
        return ShownHit(
            NOTE if hit.kind == "mark" else ARTICLE,
            hit.title or hit.article,
            " · ".join(part for part in parts if part),
            hit.snippet,
            hit.matches,
        )

    def _tell(self, words: str) -> None:
        """Say above the query what is searched, what came of it, and how far the index is."""
        if self._pane is None:
            return
        where = {"all": "articles and notes", "articles": "articles", "notes": "notes"}
        parts = [f"Search: {where[self._where]}", words]
        if (progress := self._indexing.progress) is not None:
            parts.append("indexing {} of {} articles".format(*progress))
        self._pane.tell("  ".join(part for part in parts if part))

    # What keys do

    def turn(self) -> None:
        """Search articles, notes, or all, one after the other."""
        self._where = WHERE[(WHERE.index(self._where) + 1) % len(WHERE)]
        self.look(self._query)

    def recall(self) -> None:
        """Put the earlier search in place of what was typed."""
        if self._pane is not None and self._recalled < len(self._recent):
            self._recalled += 1
            self._pane.write(self._recent[-self._recalled])

    def take(self, index: int) -> None:
        """Open the hit at *index*; with none, search for what was probably meant."""
        if self._pane is None:
            return
        if self._pane.query_typed != self._query:  # nothing was looked for since the last key
            self.look(self._pane.query_typed)
        elif 0 <= index < len(self._hits):
            self._open(self._hits[index])
        elif self._suggestion is not None:
            self._pane.write(self._suggestion)

    def _open(self, hit: Hit) -> None:
        """Go to what was found, its words lit in the text."""
        screen, query = self._screen, self._query
        self._recent = [*[one for one in self._recent if one != query][-RECENT:], query]
        self.leave()
        screen.articles.remember()

        def light() -> None:
            screen.searching.light(query, hit.offset)
            if hit.mark is not None and hit.offset is None:
                screen.tell("this mark has no place in the text; it stands under Notes")

        screen.articles.open(hit.article, offset=hit.offset, mark=hit.mark, then=light)
