"""Tells whether the file of the index is sound, for those who look for damage."""

import sqlite3
from contextlib import closing
from pathlib import Path

from reader.search import database

_WORDS = ("article_words", "note_words")


def damage(file: Path) -> sqlite3.DatabaseError | None:
    """Return what is wrong with the index in *file*; None when it is sound or cannot be told.

    Reads all of the file, and writes nothing that would remain.
    """
    if not file.is_file():
        return None
    try:
        address = f"{file.absolute().as_uri()}?mode=rw"
        found = sqlite3.connect(address, uri=True, timeout=database.BUSY_S)
        with closing(found) as connection:
            _check(connection)
    except sqlite3.DatabaseError as error:
        unclear = database.is_unusable(error) or "no such module" in str(error)
        return None if unclear else error
    return None


def _check(connection: sqlite3.Connection) -> None:
    """Look at every page, and at the words of the full-text search.

    Raises:
        sqlite3.DatabaseError: if they are not as they were written.
    """
    (told,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if told != "ok":
        raise sqlite3.DatabaseError(told)
    for table in _WORDS:
        query = "SELECT 1 FROM sqlite_master WHERE name = ?"
        if connection.execute(query, (table,)).fetchone():
            connection.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")
    connection.rollback()
