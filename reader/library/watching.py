"""Notices what another running copy of the program changed."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from reader.store import Store


class Watch:
    """Tells which articles another copy changed since it was last asked."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._seen = store.position()
        self._lock = threading.RLock()

    @contextmanager
    def own_change(self) -> Iterator[None]:
        """Enclose a change by this copy, which is no news.

        When another copy changed something too since the last look, both are told: seeing one's
        own change again does no harm, missing another's would. Any thread may be in one.
        """
        before = self._seen
        nothing_new = self._store.position() == before
        try:
            yield
        finally:
            position = self._store.position()
            with self._lock:
                if nothing_new and self._seen == before:
                    self._seen = position

    def changed(self) -> frozenset[str]:
        """Return the ids of the articles changed since the last call.

        One look at the journal when there are none. The empty id stands for the library's own
        settings. When it cannot be told which, all that the library knows of are returned.
        """
        with self._lock:
            position = self._store.position()
            if position == self._seen:
                return frozenset()
            changed = self._store.changed_since(self._seen)
            self._seen = position
        if changed is None:
            return frozenset({"", *(article_id for article_id, _ in self._store.states())})
        return changed
