"""What the user may have meant by words that stand nowhere."""

import re
import sqlite3
from difflib import get_close_matches

from reader.search.query import Query
from reader.search.words import fold, is_unspaced

_VOCABULARIES = ("article_vocabulary", "note_vocabulary")
_SHORTEST = 3
_SAME_START = 2
_LENGTHS_APART = 2
_MOST_CANDIDATES = 2000
_LIKENESS = 0.72


def suggestion(connection: sqlite3.Connection, text: str) -> str | None:
    """Return the query *text* with words that are indexed in place of those that are not.

    None when there is nothing like them, or when every word is known.
    """
    better: dict[str, str] = {}
    for clause in Query.parse(text).wanted:
        for word in clause.words:
            if len(word) >= _SHORTEST and not is_unspaced(word) and not _is_known(connection, word):
                better |= _likest(connection, word)
    if not better:
        return None
    return re.sub(r"\w+", lambda found: better.get(fold(found[0]), found[0]), text)


def _is_known(connection: sqlite3.Connection, word: str) -> bool:
    """Tell whether a document has *word*, or one that starts with it."""
    return any(
        connection.execute(
            f"SELECT 1 FROM {vocabulary} WHERE term >= ? AND term < ? LIMIT 1",
            (word, word + chr(0x10FFFF)),
        ).fetchone()
        for vocabulary in _VOCABULARIES
    )


def _likest(connection: sqlite3.Connection, word: str) -> dict[str, str]:
    """Return the indexed word most like *word* that starts like it, by *word*; else nothing."""
    start = word[:_SAME_START]
    known = {
        str(term): int(count)
        for vocabulary in _VOCABULARIES
        for term, count in connection.execute(
            f"SELECT term, doc FROM {vocabulary} WHERE term >= ? AND term < ? "
            "AND length(term) BETWEEN ? AND ? ORDER BY doc DESC LIMIT ?",
            (
                start,
                start + chr(0x10FFFF),
                len(word) - _LENGTHS_APART,
                len(word) + _LENGTHS_APART,
                _MOST_CANDIDATES,
            ),
        )
    }
    found = get_close_matches(word, known, n=1, cutoff=_LIKENESS)
    return {word: found[0]} if found else {}
