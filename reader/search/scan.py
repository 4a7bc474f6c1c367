"""Search without an index: every text is read.

For a system whose SQLite has no full-text search, and for a cache directory that takes no file.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reader.search.documents import Document, article_document, hit, holds, note_document
from reader.search.findable import Findables
from reader.search.hit import Hit, Where
from reader.search.query import Query
from reader.search.words import fold

_TITLE_WEIGHT = 10.0


class _Found(NamedTuple):
    """A document that holds what is asked for, and how well it fits."""

    score: float
    moment: str
    document: Document


def scan(records: Findables, query: Query, where: Where, limit: int) -> list[Hit]:
    """Return what *query* finds in all that *records* have, the best first; reads all of it."""
    found = sorted(_found(records, query, where), key=lambda each: each[:2], reverse=True)
    best = dict[bool, float]()
    for each in found:
        best.setdefault(each.document.mark is None, each.score)
    return [
        hit(each.document, query, each.score / best[each.document.mark is None])
        for each in _interleaved(found, best)[:limit]
    ]


def _interleaved(found: Iterable[_Found], best: dict[bool, float]) -> list[_Found]:
    """Return *found* by how near each comes to the best of its kind; marks first among equals."""
    return sorted(
        found,
        key=lambda each: (
            -each.score / best[each.document.mark is None],
            each.document.mark is None,
        ),
    )


def _found(records: Findables, query: Query, where: Where) -> Iterator[_Found]:
    """Yield the documents that hold what *query* asks for."""
    for article_id in records.ids():
        found = records.findable(article_id)
        if found is None:
            continue
        documents: list[Document] = []
        if where != "notes" and found.version is not None:
            text = records.text(article_id, found.version) or ""
            documents.append(article_document(found, text))
        if where != "articles":
            documents += [note_document(found, note) for note in found.notes]
        for document in documents:
            plain = [fold(text) for text in document.searched]
            if holds(document, query, plain, fold(document.source)):
                yield _Found(_worth(query, plain), found.moment, document)


def _worth(query: Query, plain: list[str]) -> float:
    """Return how well texts fit: how often they have the words for their length, the first most."""
    weights = (_TITLE_WEIGHT, *(1.0 for _ in plain[1:]))
    return 1.0 + sum(
        weight * len(clause.pattern.findall(text)) / (100 + len(text))
        for clause in query.wanted
        for weight, text in zip(weights, plain, strict=True)
    )
