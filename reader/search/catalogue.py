"""The rows of all articles, kept beside the store so that a list reads no article."""

import sqlite3
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Protocol, TypeVar, Unpack

from reader.search import database
from reader.search.followed import Followed
from reader.search.row import Conditions, Row

Result = TypeVar("Result")


class Records(Followed, Protocol):
    """What the catalogue is made from."""

    def row(self, article_id: str) -> Row | None:
        """Return the row of an article, or None when the library does not hold it."""

    def rows(self) -> Iterable[Row]:
        """Return the rows of every article the library holds."""


class Catalogue:
    """Answers what the library holds, and keeps up with the store on its own.

    Every question first catches up with the store: one stat when nothing changed, a read of the
    articles that did, or all of them when the file is new, damaged or lost. Any thread may ask.
    """

    def __init__(self, records: Records, file: Path) -> None:
        self._records = records
        self._file: Path | None = file
        self._connection: sqlite3.Connection | None = None
        self._opened: tuple[int, int] | None = None
        self._position: str | None = None
        self._lock = threading.RLock()

    def refresh(self) -> None:
        """Catch up with the store."""
        self._ask(lambda connection: None)

    def rows(self, **conditions: Unpack[Conditions]) -> list[Row]:
        """Return the rows that fit every one of *conditions*, the latest first."""
        where, values = "removed = ?", [conditions.get("removed", False)]
        found = self._ask(lambda db: list(database.read_rows(db, where, values)))
        picky = any(value for name, value in conditions.items() if name != "removed")
        return [row for row in found if row.fits(conditions)] if picky else found

    def row(self, article_id: str) -> Row | None:
        """Return the row of one article, or None when the library does not hold it."""
        found = self._ask(lambda db: list(database.read_rows(db, "id = ?", [article_id])))
        return found[0] if found else None

    def starting_with(self, prefix: str) -> list[str]:
        """Return the ids that start with *prefix*, those in the trash too."""
        end = prefix + chr(0x10FFFF)
        where = "id >= ? AND id < ?"
        return self._ask(
            lambda db: [row.id for row in database.read_rows(db, where, [prefix, end])]
        )

    def from_address(self, address: str) -> list[str]:
        """Return the ids of articles that came from *address* or are known by it."""
        where = "url = ? OR canonical_url = ?"
        values = [address, address]
        return self._ask(lambda db: [row.id for row in database.read_rows(db, where, values)])

    def close(self) -> None:
        """Let go of the file; the next question opens it again."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
            self._connection = None

    def _ask(self, question: Callable[[sqlite3.Connection], Result]) -> Result:
        """Return the answer of an up-to-date catalogue, whatever state its file is in.

        A damaged file is made again once; a file that cannot be used gives way to memory.
        """
        with self._lock:
            try:
                return question(self._current())
            except sqlite3.DatabaseError as error:
                self._give_up(error)
            try:
                return question(self._current())
            except sqlite3.DatabaseError:
                self.close()
                self._file = None
            return question(self._current())

    def _give_up(self, error: sqlite3.DatabaseError) -> None:
        """Let go of a file that failed: delete it when it is damaged, else leave it to others."""
        self.close()
        if self._file is not None and not database.discard(self._file, error):
            self._file = None

    def _current(self) -> sqlite3.Connection:
        """Return a connection to the catalogue, caught up with the store.

        A file that another copy of the program deleted is not written any more: its journal would
        be taken for that of the new file.
        """
        if self._file is not None and database.identity(self._file) != self._opened:
            self.close()
        if self._connection is None:
            self._connection = self._open()
            self._position = None
        position = self._records.position()
        if position != self._position:
            if database.read_meta(self._connection) != self._meta(position):
                position = self._records.settled_position()
                self._catch_up(self._connection, position)
            self._position = position
        return self._connection

    def _open(self) -> sqlite3.Connection:
        """Return a connection to the file, or to memory when it has no folder to lie in."""
        if self._file is not None and not database.make_room(self._file):
            self._file = None
        self._opened = database.identity(self._file) if self._file is not None else None
        return database.connect(self._file)

    def _catch_up(self, connection: sqlite3.Connection, position: str) -> None:
        """Bring the tables to *position*, in one step, so that another copy sees all or nothing."""
        with database.step(connection):
            self._write_changes(connection)
            database.write_meta(connection, **self._meta(position))

    def _write_changes(self, connection: sqlite3.Connection) -> None:
        """Write the rows that the store changed since the tables were last brought up to date."""
        meta = database.read_meta(connection)
        known = meta.get("position") if meta.get("name") == self._records.name else None
        changed = None if known is None else self._records.changed_since(known)
        if changed is None:
            database.delete_rows(connection)
            database.write_rows(connection, self._records.rows())
            return
        changed -= {""}
        database.delete_rows(connection, changed)
        found = (self._records.row(article_id) for article_id in changed)
        database.write_rows(connection, (row for row in found if row is not None))

    def _meta(self, position: str) -> dict[str, str]:
        """Return what the tables note of themselves when they stand at *position*."""
        return {"name": self._records.name, "position": position}
