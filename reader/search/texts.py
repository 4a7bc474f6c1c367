"""The tables of the index of the text in SQLite: what is written, and what a query finds.

The words lie in tables of SQLite's full-text search that hold no text of their own (a word of
theirs is one of ``words``); the documents lie beside them, compressed, each under the number it
has there. The numbers grow with the time at which a document appeared, so that the newest come
first without sorting.
"""

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple
from unicodedata import unidata_version

from reader.search import database
from reader.search.documents import Document
from reader.search.words import words

MADE = f"1 {unidata_version}"
"""Raised with every change of the tables or of what a word is; other tables are made again."""

_OPTIONS = "content='', tokenize='ascii', prefix='2 3'"
_TABLES = (
    "CREATE TABLE text_meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID",
    "CREATE TABLE awaiting (number INTEGER PRIMARY KEY AUTOINCREMENT, article TEXT UNIQUE)",
    "CREATE TABLE documents (number INTEGER PRIMARY KEY, article, mark, stamp, body)",
    "CREATE INDEX by_article ON documents (article)",
    f"CREATE VIRTUAL TABLE article_words USING fts5(title, text, source, facets, {_OPTIONS})",
    f"CREATE VIRTUAL TABLE note_words USING fts5(note, quote, about, source, facets, {_OPTIONS})",
    "CREATE VIRTUAL TABLE article_vocabulary USING fts5vocab(article_words, row)",
    "CREATE VIRTUAL TABLE note_vocabulary USING fts5vocab(note_words, row)",
)
_NAMES = (
    "article_vocabulary",
    "note_vocabulary",
    "article_words",
    "note_words",
    "documents",
    "awaiting",
    "text_meta",
)
_PER_MINUTE = 256


class Stored(NamedTuple):
    """What the tables tell of a document without reading it."""

    number: int
    stamp: str
    """Changes with all that is searched of it."""


class Entry(NamedTuple):
    """A document made ready for the tables, which takes longer than writing it."""

    document: Document
    stamp: str
    moment: str
    body: bytes
    words: tuple[str, ...]


def prepare(connection: sqlite3.Connection, store: str) -> None:
    """Make the tables for the store called *store* unless they stand.

    Raises:
        sqlite3.OperationalError: if SQLite has no full-text search, among other things.
    """
    connection.execute("PRAGMA cache_spill = OFF")  # else a long step shuts readers out early
    if _is_made(connection, store):
        return
    with database.step(connection):
        if _is_made(connection, store):
            return
        for name in _NAMES:
            connection.execute(f"DROP TABLE IF EXISTS {name}")
        for statement in _TABLES:
            connection.execute(statement)
        write_meta(connection, made=MADE, name=store)


def _is_made(connection: sqlite3.Connection, store: str) -> bool:
    """Tell whether the tables stand, and are those of this program and of *store*."""
    query = "SELECT 1 FROM sqlite_master WHERE name = 'text_meta'"
    if connection.execute(query).fetchone() is None:
        return False
    meta = read_meta(connection)
    return (meta.get("made"), meta.get("name")) == (MADE, store)


def read_meta(connection: sqlite3.Connection) -> dict[str, str]:
    """Return what the tables note of themselves."""
    return dict(connection.execute("SELECT key, value FROM text_meta"))


def write_meta(connection: sqlite3.Connection, **values: str) -> None:
    """Note *values* of the tables themselves."""
    connection.executemany("INSERT OR REPLACE INTO text_meta VALUES (?, ?)", values.items())


def await_articles(connection: sqlite3.Connection, ids: Iterable[str]) -> None:
    """Note that the articles of *ids* are to be indexed, each under a number it never had."""
    connection.executemany(
        "INSERT OR REPLACE INTO awaiting (article) VALUES (?)", ((each,) for each in ids)
    )


def count_awaiting(connection: sqlite3.Connection) -> int:
    """Return how many articles are to be indexed."""
    return int(connection.execute("SELECT count(*) FROM awaiting").fetchone()[0])


def next_awaiting(connection: sqlite3.Connection, most: int) -> list[tuple[int, str]]:
    """Return some of the articles to be indexed with their numbers, those noted last first."""
    query = "SELECT number, article FROM awaiting ORDER BY number DESC LIMIT ?"
    return [(int(number), str(article)) for number, article in connection.execute(query, (most,))]


def is_awaiting(connection: sqlite3.Connection, number: int) -> bool:
    """Tell whether nobody indexed what was noted under *number*, and it did not change since."""
    query = "SELECT 1 FROM awaiting WHERE number = ?"
    return connection.execute(query, (number,)).fetchone() is not None


def done(connection: sqlite3.Connection, number: int) -> None:
    """Note that what was noted under *number* is indexed."""
    connection.execute("DELETE FROM awaiting WHERE number = ?", (number,))


def indexed_articles(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield the ids of the articles of which anything is indexed."""
    return (str(each) for (each,) in connection.execute("SELECT DISTINCT article FROM documents"))


def stored(connection: sqlite3.Connection, article: str) -> dict[str | None, Stored]:
    """Return what is indexed of *article*: itself under None, its marks by id."""
    query = "SELECT mark, number, stamp FROM documents WHERE article = ?"
    return {
        mark: Stored(number, stamp) for mark, number, stamp in connection.execute(query, (article,))
    }


def entry(document: Document, stamp: str, moment: str) -> Entry:
    """Return *document* ready to be written."""
    body = zlib.compress(json.dumps(document, ensure_ascii=False).encode(), 1)
    return Entry(document, stamp, moment, body, _words(document))


def _words(document: Document) -> tuple[str, ...]:
    """Return what stands in the columns of the words of *document*."""
    title = (document.title,) if document.mark is None else ()
    texts = (*title, *document.texts, document.source)
    return (*(" ".join(words(text)) for text in texts), document.facets)


def add(connection: sqlite3.Connection, new: Entry) -> None:
    """Write a document that is not there."""
    number = _free_number(connection, new.moment)
    article, mark = new.document.article, new.document.mark
    row = (number, article, mark, new.stamp, new.body)
    connection.execute("INSERT INTO documents VALUES (?, ?, ?, ?, ?)", row)
    slots = ", ".join("?" * (len(new.words) + 1))
    columns = _columns(mark)
    table = _table(mark)
    connection.execute(
        f"INSERT INTO {table} (rowid, {columns}) VALUES ({slots})", (number, *new.words)
    )


def drop(connection: sqlite3.Connection, number: int) -> None:
    """Take the document *number* out; its words must be told as they were written."""
    document = read(connection, number)
    written = _words(document)
    slots = ", ".join("?" * (len(written) + 2))
    table = _table(document.mark)
    connection.execute(
        f"INSERT INTO {table} ({table}, rowid, {_columns(document.mark)}) VALUES ({slots})",
        ("delete", number, *written),
    )
    connection.execute("DELETE FROM documents WHERE number = ?", (number,))


def read(connection: sqlite3.Connection, number: int) -> Document:
    """Return the document *number*.

    Raises:
        sqlite3.DatabaseError: if there is none, though its words were found.
        zlib.error: if it is damaged.
    """
    query = "SELECT body FROM documents WHERE number = ?"
    found = connection.execute(query, (number,)).fetchone()
    if found is None:
        raise sqlite3.DatabaseError("words without their document")
    fields = json.loads(zlib.decompress(found[0]))
    document = Document(*fields)
    return document._replace(texts=tuple(document.texts))


def _free_number(connection: sqlite3.Connection, moment: str) -> int:
    """Return a number that no document has, the next after those that appeared at *moment*."""
    number = _minute(moment) * _PER_MINUTE
    query = "SELECT max(number) FROM documents WHERE number BETWEEN ? AND ?"
    while True:
        end = number + _PER_MINUTE - 1
        (taken,) = connection.execute(query, (number, end)).fetchone()
        if taken is None:
            return number
        if taken < end:
            return int(taken) + 1
        number = end + 1


def _minute(moment: str) -> int:
    """Return the minute of *moment*, counted from the year 1; 0 when it is no time."""
    try:
        at = datetime.fromisoformat(moment)
    except ValueError:
        return 0
    return (at.toordinal() * 24 + at.hour) * 60 + at.minute


def _table(mark: str | None) -> str:
    """Return the table of the words of a mark, or of an article when there is none."""
    return "article_words" if mark is None else "note_words"


def _columns(mark: str | None) -> str:
    """Return the columns of that table."""
    return "title, text, source, facets" if mark is None else "note, quote, about, source, facets"
