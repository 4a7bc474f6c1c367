"""Makes marks, changes them and reads them in their place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from reader.annotations import Anchor, Claim, Mark, describe, place, reading_order
from reader.annotations.model import MarkKind, new_mark_id, utc_now
from reader.article.identity import is_article_id
from reader.article.model import Article
from reader.article.sanitise import clean_text
from reader.errors import DamagedError, NotFoundError
from reader.library import labels
from reader.library.articles import article as open_article
from reader.library.cards import is_held, version_on_show
from reader.library.fields import check_fields, claim_with, clean_tags
from reader.library.placing import PLACED_IN, is_placed, place_all, unplaced
from reader.store import Change, Store

_VERBATIM = ("exact", "moved")
"""Anchors of words that stand in the text as they were given, wherever that is."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What a new mark is about: a range of the article on show, or words to be found in it.

    Neither makes a mark on the whole article.
    """

    start: int | None = None
    end: int | None = None
    """With *start*: offsets in the text of the version on show."""

    quote: str | None = None
    prefix: str = ""
    suffix: str = ""


def annotate(
    store: Store, article_id: str, passage: Passage, kind: MarkKind, fields: Mapping[str, Any]
) -> Mark:
    """Make a mark of *kind* on *passage* with further *fields*; durable when it returns.

    An article that the library does not hold, and a quote that is not in its article, make an
    unplaced mark; a quote that stands there several times an ambiguous one.

    Raises:
        NotFoundError: if *article_id* cannot be the id of an article.
        UsageError: if a field has a value that marks do not have.
        SpanError: if the article has no such range.
    """
    if not is_article_id(article_id):
        raise NotFoundError(article_id, "cannot be the id of an article", "see `reader list`")
    check_fields({"kind": kind, **fields})
    now = utc_now()
    mark = Mark(new_mark_id(), article_id, kind=kind, created=now, updated=now)
    mark = _on_passage(store, _with_fields(mark, fields), passage)
    change = Change("notes", article_id, mark.id, mark.as_dict(), create=True)
    return _committed(store, change, labels.making(mark))


def change_mark(store: Store, mark_id: str, fields: Mapping[str, Any]) -> Mark:
    """Set *fields* of a mark; ``start`` and ``end`` place it anew. Durable when it returns.

    Raises:
        NotFoundError: if there is no such mark.
        StoreError: if it is deleted.
        UsageError: if a field has a value that marks do not have.
    """
    check_fields(fields)
    mark = store.mark(mark_id)
    changed = _with_fields(mark, fields)
    if "start" in fields:
        changed = _at(open_article(store, mark.article), changed, fields["start"], fields["end"])
    before, after = mark.as_dict(), changed.as_dict()
    patch = {name: value for name, value in after.items() if value != before.get(name)}
    if not patch and not mark.deleted:
        return mark
    change = Change("notes", mark.article, mark.id, patch)
    return _committed(store, change, labels.changing(mark, patch))


def delete_mark(store: Store, mark_id: str) -> None:
    """Delete a mark, leaving a tombstone; durable when it returns.

    Raises:
        NotFoundError: if there is no such mark.
        StoreError: if it is deleted already.
    """
    mark = store.mark(mark_id)
    change = Change("notes", mark.article, mark.id, {"deleted": True})
    store.commit([change], labels.deleting(mark))


def placed_marks(store: Store, article_id: str) -> list[Mark]:
    """Return the live marks of an article where they are in the version on show.

    In reading order, those without a place last. Reads the article only when a mark has no
    anchor in that version yet; what is found then is not stored.
    """
    marks: Sequence[Mark] = store.marks(article_id)
    version = version_on_show(store.state(article_id))
    if version is None:
        return reading_order(unplaced(mark) if mark.quote else mark for mark in marks)
    if not all(is_placed(mark, version) for mark in marks):
        marks = _placed_now(store, article_id, marks)
    return reading_order(marks)


def _placed_now(store: Store, article_id: str, marks: Sequence[Mark]) -> Sequence[Mark]:
    """Return *marks* placed in the version on show, or as stored when it cannot be opened."""
    try:
        shown = open_article(store, article_id)
    except (DamagedError, NotFoundError):
        return marks
    return place_all(marks, shown, lambda version: store.article(article_id, version).text)


def _with_fields(mark: Mark, fields: Mapping[str, Any]) -> Mark:
    """Return *mark* with those of *fields* that need no article."""
    plain = {
        name: fields[name]
        for name in ("note", "label", "color", "links", "reply_to", "origin", "kind", "section")
        if name in fields
    }
    if "note" in plain:
        plain["note"] = clean_text(plain["note"])
    if "tags" in fields:
        plain["tags"] = clean_tags(fields["tags"])
    claim = claim_with(mark.claim, fields)
    if claim is not None:
        plain |= {"claim": claim, "kind": fields.get("kind", "claim")}
    mark = replace(mark, **plain)
    return replace(mark, claim=Claim()) if mark.kind == "claim" and not mark.claim else mark


def _on_passage(store: Store, mark: Mark, passage: Passage) -> Mark:
    """Return the new *mark* on its passage of the version on show."""
    quote = clean_text(passage.quote or "").strip()
    mark = replace(mark, quote=quote, prefix=passage.prefix, suffix=passage.suffix)
    if not is_held(store.state(mark.article)):
        return unplaced(mark) if quote else mark
    article = open_article(store, mark.article)
    mark = replace(mark, version=article.version)
    if passage.start is not None and passage.end is not None:
        return _at(article, mark, passage.start, passage.end)
    return _at_quote(article, mark) if quote else mark


def _at_quote(article: Article, mark: Mark) -> Mark:
    """Return *mark* where its quote stands in *article*, if it stands in one place."""
    anchor = place(article.text, mark).anchor
    if anchor.status in _VERBATIM and anchor.start is not None and anchor.end is not None:
        return _at(article, mark, anchor.start, anchor.end)
    return replace(mark, start=anchor.start, end=anchor.end, anchor=anchor)


def _at(article: Article, mark: Mark, start: int, end: int) -> Mark:
    """Return *mark* as made on ``article.text[start:end]``."""
    found = describe(article, start, end)
    return replace(
        mark,
        version=article.version,
        quote=found.quote,
        prefix=found.prefix,
        suffix=found.suffix,
        start=found.start,
        end=found.end,
        section=found.section,
        anchor=Anchor("exact", found.start, found.end),
        more={**mark.more, PLACED_IN: article.version} if PLACED_IN in mark.more else mark.more,
    )


def _committed(store: Store, change: Change, label: str) -> Mark:
    """Commit *change* and return the mark as the store keeps it."""
    step = store.commit([change], label)
    if not step.changes:  # another copy has just made the same change
        return store.mark(change.key)
    return Mark.from_dict(step.changes[0].after)
