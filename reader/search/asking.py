"""Questions to the index of the text: which documents a query finds, and how well each fits."""

import sqlite3
from typing import NamedTuple

from reader.search import texts
from reader.search.documents import EVERYTHING, hit
from reader.search.hit import Hit, Where
from reader.search.query import Clause, Query

_RANKED_AT_MOST = 1000
"""Of a query that finds more, the newest so many are ranked: weighing all of them costs most."""


class _Kind(NamedTuple):
    """One kind of document, as its words lie in a table."""

    table: str
    searched: str
    """The columns in which words are looked for."""
    weights: str
    """What a word in each column counts for, in the order of the columns."""


_ARTICLES = _Kind("article_words", "title text source", "10, 1, 3, 0")
_NOTES = _Kind("note_words", "note quote about", "2, 1, 2, 0, 0")


class _Ranked(NamedTuple):
    """A document that was found."""

    fit: float
    """1 for the best of its kind, less for the others."""
    is_note: bool
    number: int


def find(connection: sqlite3.Connection, query: Query, where: Where, limit: int) -> list[Hit]:
    """Return what *query* finds, the best first: of those that fit alike marks, then the newest.

    The two kinds are not weighed against each other, but each against the best of its kind.
    """
    ranked: list[_Ranked] = []
    if where != "articles":
        ranked += _ranked(connection, _NOTES, query, limit)
    if where != "notes":
        ranked += _ranked(connection, _ARTICLES, query, limit)
    ranked.sort(reverse=True)
    shown = ranked[: max(0, limit)]
    return [hit(texts.read(connection, number), query, fit) for fit, _, number in shown]


def _ranked(connection: sqlite3.Connection, kind: _Kind, query: Query, limit: int) -> list[_Ranked]:
    """Return the documents of one kind that fit *query* best."""
    asked = _expression(query, kind.searched)
    first = connection.execute(
        f"SELECT rowid FROM {kind.table} WHERE {kind.table} MATCH ? "
        f"ORDER BY rowid DESC LIMIT 1 OFFSET {_RANKED_AT_MOST}",
        (asked,),
    ).fetchone()
    found = connection.execute(
        f"SELECT rowid, -bm25({kind.table}, {kind.weights}) AS fit FROM {kind.table} "
        f"WHERE {kind.table} MATCH ? AND rowid > ? ORDER BY fit DESC, rowid DESC LIMIT ?",
        (asked, first[0] if first else -1, max(0, limit)),
    ).fetchall()
    best = found[0][1] if found else 0.0
    is_note = kind is _NOTES
    return [_Ranked(fit / best if best else 1.0, is_note, number) for number, fit in found]


def _expression(query: Query, searched: str) -> str:
    """Return *query* as SQLite's full-text search understands it.

    Every word in it stands in quotes and holds no quote itself, so it cannot be misunderstood.
    """
    wanted = [_named(each, searched) for each in query.clauses if not each.excluded]
    unwanted = [_named(each, searched) for each in query.clauses if each.excluded]
    positive = " AND ".join(wanted or [f'facets : "{EVERYTHING}"'])
    return f"({positive}) NOT ({' OR '.join(unwanted)})" if unwanted else positive


def _named(clause: Clause, searched: str) -> str:
    """Return one clause, with the columns in which it must hold."""
    columns = {"text": searched, "by": "source"}.get(clause.field, "facets")
    return f'{{{columns}}} : "{" ".join(clause.words)}"{" *" if clause.prefix else ""}'
