"""The only place that knows TinyDB: it reads and changes the tables that a file holds.

The bytes are not TinyDB's business here: a file is read, checked and replaced elsewhere, and
TinyDB works on what was read. It is imported when a table is first used, for its import costs as
much as a small command.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document as Row
from tinydb.table import Table as Rows

from reader.store.encoding import Tables
from reader.store.model import Document


class HeldTables(Storage):
    """A storage whose tables are already in memory, and stay there."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables

    def read(self) -> Tables:
        """Return the tables as they stand."""
        return self.tables

    def write(self, data: Any) -> None:
        """Take the tables as changed."""
        self.tables = data


def read_rows(documents: Mapping[str, Document], name: str) -> list[Document]:
    """Return the *documents* of the table *name* in the order of their numbers."""
    rows: list[Row] = _rows(HeldTables({name: dict(documents)}), name).all()
    rows.sort(key=lambda row: row.doc_id)
    return list(rows)


def replace_rows(tables: Tables, name: str, documents: Sequence[tuple[int, Document]]) -> Tables:
    """Return *tables* with *documents*, by their numbers, put into the table *name*.

    Neither *tables* nor the documents in it are touched; those that stay may be unread.
    """
    storage = HeldTables(dict(tables))
    rows = _rows(storage, name)
    rows.remove(doc_ids=[number for number, _ in documents])
    rows.insert_multiple([Row(document, doc_id=number) for number, document in documents])
    return storage.tables


def _rows(storage: HeldTables, name: str) -> Rows:
    """Return a table that remembers no answers, for another process may change the file."""
    return TinyDB(storage=lambda: storage).table(name, cache_size=0)
