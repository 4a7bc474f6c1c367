"""What was set on the screen, and should hold the next time: the theme, the reader's pace."""

from typing import Any

from reader.store import Change, Store

_KEY = "screen"


class Settings:
    """Keeps values by their names, beside the feeds among the library's own entries.

    They are no steps: undo passes over them.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, name: str) -> Any:
        """Return the value called *name*; None when it was never set. Reads the disk."""
        return (self._store.library().get(_KEY) or {}).get(name)

    def set(self, name: str, value: Any) -> None:
        """Keep *value*, which must be ready for JSON. Durable when it returns.

        Raises:
            StoreError: if the store cannot be written.
        """
        self._store.commit([Change("library", "", _KEY, {name: value})], "")
