"""What is searched of articles and marks, and how one of them becomes a hit."""

from collections.abc import Sequence
from typing import NamedTuple

from reader.search.excerpt import excerpt
from reader.search.findable import Facet, Findable, Note
from reader.search.hit import Hit
from reader.search.query import Clause, Query, facet_word

EVERYTHING = "\ue002"
"""A word that every document has among its facets, so that a query of exclusions finds the rest."""

_QUOTE_BREAK = " \u2013 "


class Document(NamedTuple):
    """An article or a mark as it is searched: its parts, each a text."""

    article: str
    mark: str | None
    """The mark's id; None for an article."""
    title: str
    """The headline of the article, be the document a mark."""
    source: str
    facets: str
    """The words that stand for its facets, with a space between them."""
    texts: tuple[str, ...]
    """Of an article its text, of a mark its note, its quote and what is said about it."""
    offset: int | None
    """Where a mark is in the text of its article."""

    @property
    def searched(self) -> tuple[str, ...]:
        """The texts in which words are looked for."""
        return self.texts if self.mark is not None else (self.title, *self.texts, self.source)


def article_document(found: Findable, text: str) -> Document:
    """Return the document of an article whose text is *text*."""
    facets = _facets(found.facets)
    return Document(found.article, None, found.title, found.source, facets, (text,), None)


def note_document(found: Findable, note: Note) -> Document:
    """Return the document of a mark; its article's section and publisher can be named too."""
    sections = tuple(facet for facet in found.facets if facet[0] == "in")
    texts = (note.note, note.quote, note.about)
    facets = _facets((*note.facets, *sections))
    return Document(found.article, note.mark, found.title, found.source, facets, texts, note.offset)


def _facets(facets: Sequence[Facet]) -> str:
    """Return *facets* as the words that stand for them."""
    return " ".join(
        [EVERYTHING, *filter(None, (facet_word(name, value) for name, value in facets))]
    )


def holds(document: Document, query: Query, plain: Sequence[str], source: str) -> bool:
    """Tell whether *document* has all that *query* asks for.

    Args:
        document: an article or a mark.
        query: what is asked for.
        plain: its searched texts, folded.
        source: its source, folded.
    """
    return all(
        _has(document.facets, clause, plain, source) != clause.excluded for clause in query.clauses
    )


def _has(facets: str, clause: Clause, plain: Sequence[str], source: str) -> bool:
    """Tell whether what *clause* names is there, excluded or not."""
    if clause.field == "text":
        return any(clause.pattern.search(text) for text in plain)
    if clause.field == "by":
        return clause.pattern.search(source) is not None
    (wanted,) = clause.words
    known = facets.split()
    return wanted in known or (clause.prefix and any(each.startswith(wanted) for each in known))


def hit(document: Document, query: Query, score: float) -> Hit:
    """Return *document* as the hit it is for *query*."""
    is_article = document.mark is None
    found = excerpt(_QUOTE_BREAK.join(filter(None, document.texts)), query.wanted)
    return Hit(
        kind="article" if is_article else "mark",
        article=document.article,
        title=document.title,
        mark=document.mark,
        snippet=found.snippet,
        matches=found.matches,
        offset=found.place if is_article else document.offset,
        score=score,
    )
