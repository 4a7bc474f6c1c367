"""Notices what another running copy of the program changed."""

import threading

from reader.store import Store


class Watch:
    """Tells which articles another copy changed since it was last asked. Any thread may ask."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._seen = store.position()
        self._lock = threading.Lock()

    def changed(self) -> frozenset[str]:
        """Return the ids of the articles that another copy changed since the last call.

        One look at the journal when there are none; else it waits for a change that somebody is
        in the middle of. The empty id stands for the library's own settings. When it cannot be
        told which, all that the library knows of are returned.
        """
        with self._lock:
            if self._store.position() == self._seen:
                return frozenset()
            position = self._store.settled_position()
            changed = self._store.changed_since(self._seen, own=False)
            self._seen = position
        if changed is None:
            return frozenset({"", *(article_id for article_id, _ in self._store.states())})
        return changed
