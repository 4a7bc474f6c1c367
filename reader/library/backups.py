"""The daily archives of what the user made: which there are, and what to take from one."""

from pathlib import Path

from reader.store import Restored, Store


class Backups:
    """The backups of one library."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> list[Path]:
        """Return the archives, the latest first."""
        return self._store.backups()

    def restore(self, name: str) -> Restored:
        """Take from a backup what is newer there or missing here, as one step; return how much.

        The *name* is the day or the file's name of one of ``all``, or any path.

        Raises:
            NotFoundError: if there is no such backup.
            StoreError: if it is none.
        """
        return self._store.merge_backup(name)
