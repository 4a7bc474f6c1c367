"""Lists the library without opening it, as long as its catalogue is up to date.

Opening the store costs several times what the list itself does. Nothing but the length of the
journal tells whether the catalogue still holds, and that takes one look at its folder.
"""

import json
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Unpack

from reader.paths import Paths
from reader.search import Catalogue, Conditions, Row


class _StaleError(Exception):
    """The catalogue is behind the store, and cannot catch up without it."""


class ClosedRecords:
    """The store as it can be told from outside: how far it has come, and nothing else."""

    def __init__(self, root: Path) -> None:
        self._history = root / "history"
        self.name = str(root)

    def position(self) -> str:
        """Return the store's position, as the store itself tells it.

        Raises:
            OSError: if there is no journal to look at.
        """
        segments = (path for path in self._history.iterdir() if path.suffix == ".jsonl")
        return json.dumps({path.name: path.stat().st_size for path in segments}, sort_keys=True)

    def settled_position(self) -> str:
        """Refuse: only the store can wait for a change."""
        raise _StaleError

    def changed_since(self, position: str) -> frozenset[str] | None:
        """Refuse: only the store can read its changes."""
        raise _StaleError

    def row(self, article_id: str) -> Row | None:
        """Refuse: only the store can read its documents."""
        raise _StaleError

    def rows(self) -> Iterable[Row]:
        """Refuse: only the store can read its documents."""
        raise _StaleError


def current_rows(paths: Paths, **conditions: Unpack[Conditions]) -> list[Row] | None:
    """Return what ``Library.rows`` would, or None when that takes opening the library.

    Reads the catalogue and looks at the folder of the journal.
    """
    records = ClosedRecords(paths.data)
    if not paths.index_file.exists():
        return None
    try:
        with closing(Catalogue(records, paths.index_file)) as catalogue:
            return catalogue.rows(**conditions)
    except (_StaleError, OSError):
        return None
