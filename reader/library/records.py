"""The store, as the catalogue reads it."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from reader.annotations.model import MarkKind
from reader.library.cards import is_held, row_of
from reader.search import Catalogue, Row
from reader.store import Store


class StoreRecords:
    """Makes the catalogue's rows from the store's documents; keeps nothing itself."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.name = str(store.root)

    def position(self) -> str:
        """Return how far the store's changes have come."""
        return self._store.position()

    def settled_position(self) -> str:
        """Return that position when nobody is in the middle of a change."""
        return self._store.settled_position()

    def changed_since(self, position: str) -> frozenset[str] | None:
        """Return the ids of articles changed since *position*; None when that cannot be told."""
        return self._store.changed_since(position)

    def row(self, article_id: str) -> Row | None:
        """Return the row of an article, or None when the library does not hold it."""
        state = self._store.state(article_id)
        if not is_held(state):
            return None
        return row_of(article_id, state, [mark.kind for mark in self._store.each_mark(article_id)])

    def rows(self) -> Iterator[Row]:
        """Yield the rows of every article the library holds; reads every document."""
        kinds: dict[str, list[MarkKind]] = defaultdict(list)
        for mark in self._store.all_marks():
            kinds[mark.article].append(mark.kind)
        for article_id, state in self._store.states():
            if is_held(state):
                yield row_of(article_id, state, kinds[article_id])


def catalogue_of(store: Store, file: Path) -> Catalogue:
    """Return the rows of what *store* holds, which are kept in *file*."""
    return Catalogue(StoreRecords(store), file)
