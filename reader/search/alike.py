"""Which articles tell the same story as another one: by the names and figures that both have.

Two reports of one event share many names and figures that few other articles have, and some of
them already at their beginnings. Two articles on one subject share a few. Only those are found
that clearly do the first.
"""

import math
import re
import sqlite3
from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple

from reader.search import texts
from reader.search.documents import EVERYTHING
from reader.search.words import words

_READ = 6000
"""How many characters of a text are looked at: a report says first what it is about."""

_HEAD = 500
_WORDS = 40
"""How many words are asked for."""

_CANDIDATES = 12
_COMMON = 0.03
"""A word that a greater share of all articles have tells nothing."""

_FEW = 6
"""So many articles may share a word in the smallest library."""

_LEAST_SHARED = 4
_LEAST_IN_HEADS = 2
_LIKE = ((0, 0.55), (1, 0.4), (2, 0.3))
"""How like two articles must be that share so many figures, or more. The people and places of two
events may be the same ones, their figures hardly."""

_BACKGROUND = 400
"""So many other articles are imagined, for in a small library every word is rare."""

_WORD = re.compile(r"[^\W_](?:[\w.,’'-]*[^\W_])?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_BEFORE_START = re.compile(r"(?:^|[.!?:;\n“\"'‘(–—•])\s*$")


class Alike(NamedTuple):
    """An article that tells the same story."""

    article: str
    likeness: float
    """From 0 to 1."""
    shared: tuple[str, ...]
    """The words that both have, the rarest first."""


class _Told(NamedTuple):
    """The names and figures of an article, folded."""

    every: frozenset[str]
    head: frozenset[str]
    """Those of its headline and its beginning."""


def alike(connection: sqlite3.Connection, article: str, title: str, text: str) -> list[Alike]:
    """Return what tells the same story as *article*, the likest first."""
    counts = _Counts(connection)
    own = told(title, text)
    asked = sorted((word for word in own.every if counts.is_telling(word)), key=counts.of)[:_WORDS]
    if len(asked) < _LEAST_SHARED:
        return []
    expression = " OR ".join(f'"{word}"' for word in asked)
    rows = connection.execute(
        "SELECT rowid FROM article_words WHERE article_words MATCH ? "
        "ORDER BY bm25(article_words, 3, 1, 0, 0) LIMIT ?",
        (f"{{title text}} : ({expression})", _CANDIDATES),
    ).fetchall()
    found = []
    for (number,) in rows:
        document = texts.read(connection, number)
        if document.article != article:
            other = told(document.title, document.texts[0])
            likeness, shared = compared(own, other, counts.weight)
            if shared:
                found.append(Alike(document.article, likeness, shared))
    return sorted(found, key=lambda one: one.likeness, reverse=True)


class _Counts:
    """In how many articles a word stands, of how many."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._known: dict[str, int] = {}
        self._all = self.of(EVERYTHING)

    def of(self, word: str) -> int:
        """Return in how many articles *word* stands."""
        if word not in self._known:
            query = "SELECT doc FROM article_vocabulary WHERE term = ?"
            row = self._connection.execute(query, (word,)).fetchone()
            self._known[word] = int(row[0]) if row else 0
        return self._known[word]

    def is_telling(self, word: str) -> bool:
        """Tell whether few enough articles have *word*, but more than one."""
        return 1 < self.of(word) <= max(_FEW, _COMMON * self._all)

    def weight(self, word: str) -> float:
        """Return how much it says that two articles have *word*."""
        everything = self._all + _BACKGROUND
        return math.log(everything / (1 + self.of(word))) / math.log(everything)


def compared(
    one: _Told, other: _Told, weight: Callable[[str], float]
) -> tuple[float, tuple[str, ...]]:
    """Return how like two articles are, and the words they share; none when it is another story."""
    shared = one.every & other.every
    heads = (one.head & other.every) | (one.every & other.head)
    if len(shared) < _LEAST_SHARED or len(heads & shared) < _LEAST_IN_HEADS:
        return 0.0, ()
    weights: Mapping[str, float] = {word: weight(word) for word in one.every | other.every}
    both = _length(shared, weights)
    likeness = both / math.sqrt(_length(one.every, weights) * _length(other.every, weights))
    figures = sum(_is_figure(word) for word in shared)
    if not any(figures >= count and likeness >= least for count, least in _LIKE):
        return likeness, ()
    return likeness, tuple(sorted(shared, key=lambda word: (-weights[word], word)))


def _is_figure(word: str) -> bool:
    """Tell whether *word* is a figure that stands for something by itself, unlike a day."""
    return word[0].isdigit() and sum(sign.isdigit() for sign in word) > 1 + word.isdigit()


def _length(members: Collection[str], weights: Mapping[str, float]) -> float:
    """Return the sum of the squares of the weights of *members*."""
    return sum(weights[word] ** 2 for word in members)


def told(title: str, text: str) -> _Told:
    """Return the names and figures of an article.

    A name is a word with a capital letter that is written so in the middle of a sentence. Scripts
    without capitals have figures only, and mostly too few of them to be likened.
    """
    names = _names(text[:_READ])
    first = {*_folded(title), *_folded(text[:_HEAD])}
    return _Told(frozenset(names), frozenset(names & first))


def _names(text: str) -> set[str]:
    """Return the names and figures in *text*, folded."""
    found: set[str] = set()
    for match in _WORD.finditer(text):
        word = match[0]
        if word[0].isdigit():
            if len(word) > 1 and not _YEAR.fullmatch(word):
                found.update(_folded(word), (word,))
        elif word[0].isupper() and len(word) > 2:
            before = text[max(0, match.start() - 3) : match.start()]
            if match.start() and not _BEFORE_START.search(before):
                found.update(_folded(word))
    return found


def _folded(text: str) -> set[str]:
    """Return the words of *text* that are longer than a letter or two."""
    return {word for word in words(text) if len(word) > 2 or (len(word) > 1 and word.isdigit())}
