"""Marks whose words are nowhere in the version on show, or in several places of it."""

from dataclasses import replace

from reader.annotations import Mark
from reader.annotations.model import EARLIER, KEPT_LOST
from reader.library.articles import article as open_article
from reader.library.labels import quoted
from reader.library.marks import commit_changed, placed_in
from reader.library.passages import at
from reader.library.placing import version_text
from reader.store import Store


class LostMarks:
    """Where they may belong, and what a reader decides of them.

    A decision is durable when the call returns, and a step that undo takes back.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def candidates(self, mark_id: str) -> list[tuple[int, int]]:
        """Return the ranges of the version on show that may be the passage of a mark, best first.

        Raises:
            NotFoundError: if there is no such mark, or its article is not held.
            DamagedError: if the article's file is damaged.
        """
        from reader.annotations import anchor  # few marks are lost

        mark = self._store.mark(mark_id)
        text = open_article(self._store, mark.article).text
        found = anchor(
            text,
            mark.quote,
            mark.prefix,
            mark.suffix,
            mark.start,
            old_text=version_text(self._store, mark.article, mark.version),
        )
        if found.start is not None and found.end is not None:
            return [(found.start, found.end)]
        return list(found.suggestion or ())

    def place(self, mark_id: str, start: int, end: int) -> Mark:
        """Put a mark on ``text[start:end]`` of the version on show, noting what it was on before.

        Raises:
            NotFoundError: if there is no such mark, or its article is not held.
            SpanError: if the article has no such range.
            StoreError: if the mark is deleted.
        """
        mark = self._store.mark(mark_id)
        article = open_article(self._store, mark.article)
        placed = at(article, placed_in(self._store, mark, article), start, end)
        more = {name: value for name, value in placed.more.items() if name != KEPT_LOST}
        if KEPT_LOST in mark.more:
            more[KEPT_LOST] = None
        if mark.quote:
            was = {
                "quote": mark.quote,
                "version": mark.version,
                "start": mark.start,
                "end": mark.end,
            }
            more[EARLIER] = [*(mark.more.get(EARLIER) or ()), was]
        return commit_changed(
            self._store, mark, replace(placed, more=more), f"placed {quoted(mark.quote)}"
        )

    def keep(self, mark_id: str) -> Mark:
        """Note that the words of a mark are gone, so that nobody asks for its place again.

        A version in which they stand again finds them all the same.

        Raises:
            NotFoundError: if there is no such mark, or its article is not held.
            StoreError: if the mark is deleted.
        """
        mark = self._store.mark(mark_id)
        version = open_article(self._store, mark.article).version
        kept = replace(mark, more={**mark.more, KEPT_LOST: version})
        return commit_changed(self._store, mark, kept, f"kept {quoted(mark.quote)} as lost")
