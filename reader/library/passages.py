"""Puts marks on their passages: ranges of an article, or words to be found in it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from reader.annotations import Anchor, Mark, Part, describe, place
from reader.article.model import Article
from reader.article.sanitise import clean_text
from reader.errors import UsageError
from reader.library.placing import PLACED_IN

GivenPart = tuple[int, int] | Part
"""A further passage: offsets in the text of the version on show, or words to be found in it."""

_VERBATIM = ("exact", "moved")
"""Anchors of words that stand in the text as they were given, wherever that is."""


def on_passage(article: Article, mark: Mark, start: int | None, end: int | None) -> Mark:
    """Return the new *mark* on the range given, else where its words stand in *article*.

    Raises:
        SpanError: if the article has no such range.
    """
    mark = replace(mark, version=article.version)
    if start is not None and end is not None:
        return at(article, mark, start, end)
    return _at_quote(article, mark) if mark.quote else mark


def _at_quote(article: Article, mark: Mark) -> Mark:
    """Return *mark* where its quote stands in *article*, if it stands in one place."""
    anchor = place(article.text, mark).anchor
    if anchor.status in _VERBATIM and anchor.start is not None and anchor.end is not None:
        return at(article, mark, anchor.start, anchor.end)
    return replace(mark, start=anchor.start, end=anchor.end, anchor=anchor)


def at(article: Article, mark: Mark, start: int, end: int) -> Mark:
    """Return *mark* as made on ``article.text[start:end]``, its parts where they are there.

    Raises:
        SpanError: if the article has no such range.
    """
    found = describe(article, start, end)
    anchor = Anchor("exact", found.start, found.end, parts=mark.anchor.parts)
    same = mark.version == article.version
    return replace(
        mark,
        version=article.version,
        quote=found.quote,
        prefix=found.prefix,
        suffix=found.suffix,
        start=found.start,
        end=found.end,
        section=found.section,
        parts=mark.parts if same else tuple(map(_elsewhere, mark.parts)),
        anchor=anchor,
        more={**mark.more, PLACED_IN: article.version} if PLACED_IN in mark.more else mark.more,
    )


def _elsewhere(part: Part) -> Part:
    """Return *part* without the place that it had in a version on which its mark is no more."""
    return replace(part, start=None, end=None)


def with_parts(article: Article, mark: Mark, given: Sequence[GivenPart]) -> Mark:
    """Return *mark*, which is placed in *article*, with the parts *given* instead of its own.

    Those of its own parts that are among them stay as they are.

    Raises:
        SpanError: if the article has no such range.
        UsageError: if the mark has no words of its own.
    """
    if given and not mark.quote:
        raise UsageError("parts", "further passages of no passage", "give a quote or a range too")
    own = dict(zip(mark.parts, mark.anchor.parts, strict=False))
    made = [
        (one, own[one]) if isinstance(one, Part) and one in own else _made(article, mark, one)
        for one in given
    ]
    anchor = replace(mark.anchor, parts=tuple(anchor for _, anchor in made))
    return replace(mark, parts=tuple(part for part, _ in made), anchor=anchor)


def clean_part(part: Part) -> Part:
    """Return *part* with clean words, and without a place.

    Raises:
        UsageError: if it has no words.
    """
    quote = clean_text(part.quote).strip()
    if not quote:
        raise UsageError("parts", "a passage without words", "give its quote, or its range")
    return Part(quote, clean_text(part.prefix), clean_text(part.suffix))


def _made(article: Article, mark: Mark, given: GivenPart) -> tuple[Part, Anchor]:
    """Return a new part of *mark* and where it is in *article*.

    It keeps its offsets only when they are in the version on which the mark was made.
    """
    if isinstance(given, Part):
        given = clean_part(given)
        anchor = place(article.text, replace(mark, **_words(given), parts=())).anchor
        if anchor.status not in _VERBATIM or anchor.start is None or anchor.end is None:
            return given, anchor
        given = anchor.start, anchor.end
    found = describe(article, *given)
    part = Part(found.quote, found.prefix, found.suffix, found.start, found.end)
    anchor = Anchor("exact", found.start, found.end)
    return part if mark.version == article.version else _elsewhere(part), anchor


def _words(part: Part) -> dict[str, Any]:
    """Return the fields of a mark on the words of *part*, wherever they stand."""
    return {"quote": part.quote, "prefix": part.prefix, "suffix": part.suffix, "start": None}
