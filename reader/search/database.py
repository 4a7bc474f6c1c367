"""The catalogue's tables in SQLite: what is written, and how a row comes back."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from reader.search.row import Row

SCHEMA = 1
"""Raised with every change of the tables; a file of another schema is made again."""

_UNUSABLE = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_READONLY,
    }
)
"""Errors of a file that may be sound: it is left alone."""

BUSY_S = 5.0
"""How long a file that another copy has locked is waited for."""

_TAG_BREAK = "\n"
_TYPES = {"tags": "tagtext"} | dict.fromkeys(
    ("unread", "starred", "later", "archived", "removed"), "flag"
)
"""The types of the columns that SQLite has no type for; one with ``text`` in it keeps digits."""
_LISTED = ", ".join(Row._fields)
_COLUMNS = ", ".join(f"{name} {_TYPES.get(name, '')}" for name in Row._fields)

_TABLES = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID",
    f"CREATE TABLE articles ({_COLUMNS}, moment, PRIMARY KEY (id)) WITHOUT ROWID",
    "CREATE INDEX by_url ON articles (url)",
    "CREATE INDEX by_canonical_url ON articles (canonical_url)",
    f"PRAGMA user_version = {SCHEMA}",
)


def make_room(file: Path) -> bool:
    """Make *file* and its folder, for their owner alone; return whether there is such a file."""
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not file.exists():
            file.touch(mode=0o600)
    except OSError:
        return False
    return True


def identity(file: Path) -> tuple[int, int] | None:
    """Return what is another one when another file stands in its place; None without a file."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def is_unusable(error: Exception) -> bool:
    """Tell whether *error* is of a file that may be sound, but cannot be used now."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    return code & 0xFF in _UNUSABLE


def discard(file: Path, error: Exception) -> bool:
    """Delete *file* if *error* says that it is damaged; return whether a new one may be made."""
    if is_unusable(error):
        return False
    try:
        for ending in ("", "-journal", "-wal", "-shm"):
            file.with_name(file.name + ending).unlink(missing_ok=True)
    except OSError:
        return False
    return True


def connect(file: Path | None) -> sqlite3.Connection:
    """Return a connection to the catalogue in *file*, or to one in memory when there is none.

    What it holds can be made again, so nothing waits for the disk. Any thread may use it, one at
    a time.

    Raises:
        sqlite3.DatabaseError: if the file is damaged, of another schema, or cannot be written.
    """
    place = ":memory:" if file is None else str(file)
    connection = sqlite3.connect(
        place,
        timeout=BUSY_S,
        isolation_level=None,
        check_same_thread=False,
        detect_types=sqlite3.PARSE_DECLTYPES,
    )
    try:
        connection.execute("PRAGMA synchronous = OFF")
        _prepare(connection)
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


@contextmanager
def step(connection: sqlite3.Connection) -> Iterator[None]:
    """Enclose what is written all at once or not at all."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.rollback()
        raise
    connection.execute("COMMIT")


def _prepare(connection: sqlite3.Connection) -> None:
    """Make the tables of a new file; refuse one that another schema made."""
    if _schema(connection) == SCHEMA:
        return
    with step(connection):
        if _schema(connection) == 0:
            for statement in _TABLES:
                connection.execute(statement)
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
    slots = ", ".join("?" * (len(Row._fields) + 1))
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
    """Return the rows for which the condition *where* holds, the latest first."""
    query = f"SELECT {_LISTED} FROM articles WHERE {where} ORDER BY moment DESC, id"
    return map(Row._make, connection.execute(query, tuple(values)))


def _values(row: Row) -> tuple[Any, ...]:
    """Return what stands in the table for *row*.

    SQLite does not convert an empty text, so tags start with a break.
    """
    tags = _TAG_BREAK + _TAG_BREAK.join(row.tags)
    return (*(tags if name == "tags" else getattr(row, name) for name in Row._fields), row.moment)


def _tags(written: bytes) -> tuple[str, ...]:
    """Return the tags that a column of them holds."""
    text = written.decode()[1:]
    return tuple(text.split(_TAG_BREAK)) if text else ()


sqlite3.register_converter("tagtext", _tags)
sqlite3.register_converter("flag", b"1".__eq__)
