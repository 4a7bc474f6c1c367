"""What a mark keeps of its passage, so that it is found again: the words, and what is around."""

from dataclasses import dataclass

from reader.annotations.graphemes import cluster_end, cluster_start
from reader.annotations.model import CONTEXT
from reader.article.model import Article
from reader.article.outline import section_at
from reader.errors import SpanError


@dataclass(frozen=True, slots=True)
class Selector:
    """A passage of one version of an article, described by its words and by its place.

    The names are those of ``Mark``. ``article.text[start:end] == quote`` always.
    """

    quote: str
    prefix: str
    """Up to ``CONTEXT`` characters before the quote."""
    suffix: str
    """Up to ``CONTEXT`` characters after the quote."""
    start: int
    end: int
    section: str | None
    """The title of the innermost section that the passage starts in."""


def describe(article: Article, start: int, end: int) -> Selector:
    """Return the selector of ``article.text[start:end]``.

    White space at its ends is left out, and a range that cuts a character as a reader sees it
    is widened to the whole of it.

    Raises:
        SpanError: if the article has no such range, or nothing but white space in it.
    """
    text = article.text
    if not 0 <= start < end <= len(text):
        raise SpanError(start, end)
    first, after = _trim(text, cluster_start(text, start), cluster_end(text, end))
    if first == after:
        raise SpanError(start, end)
    section = section_at(article.sections, first)
    return Selector(
        quote=text[first:after],
        prefix=text[cluster_end(text, max(0, first - CONTEXT)) : first],
        suffix=text[after : cluster_start(text, min(len(text), after + CONTEXT))],
        start=first,
        end=after,
        section=section.title if section else None,
    )


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range without the white space at its ends; empty at *end* when it is all that."""
    start = cluster_start(text, end - len(text[start:end].lstrip()))
    return start, start + len(text[start:end].rstrip())
