"""The catalogue's tables in SQLite: what is written, and how a row comes back."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

from reader.search.row import Row

SCHEMA = 1
"""Raised with every change of the tables; a file of another schema is made again."""

_BUSY_S = 5.0
_TAG_BREAK = "\n"
_COLUMNS = tuple(spec.name for spec in fields(Row))
_FLAGS = {"unread", "starred", "later", "archived", "removed"}
_LISTED = ", ".join(_COLUMNS)

_TABLES = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID",
    f"CREATE TABLE articles ({_LISTED}, moment, PRIMARY KEY (id)) WITHOUT ROWID",
    "CREATE INDEX by_url ON articles (url)",
    "CREATE INDEX by_canonical_url ON articles (canonical_url)",
    f"PRAGMA user_version = {SCHEMA}",
)


def connect(file: Path | None) -> sqlite3.Connection:
    """Return a connection to the catalogue in *file*, or to one in memory when there is none.

    What it holds can be made again, so nothing waits for the disk. Any thread may use it, one at
    a time.

    Raises:
        sqlite3.DatabaseError: if the file is damaged, of another schema, or cannot be written.
    """
    place = ":memory:" if file is None else str(file)
    connection = sqlite3.connect(
        place, timeout=_BUSY_S, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute("PRAGMA synchronous = OFF")
        _prepare(connection)
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection) -> None:
    """Make the tables of a new file; refuse one that another schema made."""
    if _schema(connection) == SCHEMA:
        return
    connection.execute("BEGIN IMMEDIATE")
    if _schema(connection) == 0:
        for statement in _TABLES:
            connection.execute(statement)
    connection.execute("COMMIT")
    if _schema(connection) != SCHEMA:
        raise sqlite3.DatabaseError("of another schema")


def _schema(connection: sqlite3.Connection) -> int:
    """Return the schema of the file; 0 when it is new."""
    (schema,) = connection.execute("PRAGMA user_version").fetchone()
    return int(schema)


def read_meta(connection: sqlite3.Connection) -> dict[str, str]:
    """Return what the catalogue notes of itself."""
    return dict(connection.execute("SELECT key, value FROM meta"))


def write_meta(connection: sqlite3.Connection, **values: str) -> None:
    """Note *values* of the catalogue itself."""
    connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", values.items())


def write_rows(connection: sqlite3.Connection, rows: Iterable[Row]) -> None:
    """Put *rows* in, each in place of the one with its id."""
    slots = ", ".join("?" * (len(_COLUMNS) + 1))
    connection.executemany(
        f"INSERT OR REPLACE INTO articles VALUES ({slots})", (_values(row) for row in rows)
    )


def delete_rows(connection: sqlite3.Connection, ids: Iterable[str] | None = None) -> None:
    """Take the rows of *ids* out, or all of them."""
    if ids is None:
        connection.execute("DELETE FROM articles")
    else:
        connection.executemany("DELETE FROM articles WHERE id = ?", ((each,) for each in ids))


def read_rows(
    connection: sqlite3.Connection, where: str = "1", values: Iterable[Any] = ()
) -> Iterator[Row]:
    """Yield the rows for which the condition *where* holds, the latest first."""
    query = f"SELECT {_LISTED} FROM articles WHERE {where} ORDER BY moment DESC, id"
    for found in connection.execute(query, tuple(values)):
        yield _row(found)


def _values(row: Row) -> tuple[Any, ...]:
    """Return what stands in the table for *row*."""
    values = [getattr(row, name) for name in _COLUMNS]
    values[_COLUMNS.index("tags")] = _TAG_BREAK.join(row.tags)
    return (*values, row.moment)


def _row(found: tuple[Any, ...]) -> Row:
    """Return the row that stands in the table as *found*."""
    values = dict(zip(_COLUMNS, found, strict=True))
    values["tags"] = tuple(values["tags"].split(_TAG_BREAK)) if values["tags"] else ()
    return Row(**values | {name: bool(values[name]) for name in _FLAGS})
