"""Makes marks, changes them and reads them in their place."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from reader.annotations import Claim, Mark, Part, reading_order
from reader.annotations.model import CONFLICTS, MarkKind, new_mark_id, utc_now
from reader.article.identity import is_article_id
from reader.article.model import Article
from reader.article.sanitise import clean_text
from reader.errors import DamagedError, NotFoundError, UsageError
from reader.library import labels
from reader.library.articles import article as open_article
from reader.library.cards import is_held, version_on_show
from reader.library.fields import MarkFields, check_fields, claim_with, clean_tags
from reader.library.passages import GivenPart, at, clean_part, on_passage, with_parts
from reader.library.placing import is_placed, place_all, unplaced
from reader.library.ties import check_ties, clean_links
from reader.store import Change, Store


def annotate(store: Store, article_id: str, fields: MarkFields) -> Mark:
    """Make a mark of *fields*; durable when it returns.

    Unless they say its kind, what they tell of a claim makes it one, words or a range to stand on
    a highlight, and neither a note. An article that the library does not hold, and a quote that
    is not in its article, make an unplaced mark; a quote that stands there several times an
    ambiguous one.

    Raises:
        NotFoundError: if *article_id* cannot be the id of an article, or the mark that it answers
            does not exist.
        UsageError: if a field has a value that marks do not have.
        SpanError: if the article has no such range.
    """
    if not is_article_id(article_id):
        raise NotFoundError(article_id, "cannot be the id of an article", "see `reader list`")
    check_fields(fields)
    mark = _on_passage(store, _with_fields(_new(article_id, fields), fields), fields)
    check_ties(store, mark)
    change = Change("notes", article_id, mark.id, mark.as_dict(), create=True)
    return _committed(store, change, labels.making(mark))


def _new(article_id: str, fields: MarkFields) -> Mark:
    """Return a new mark on the words that *fields* give."""
    now = utc_now()
    return Mark(
        new_mark_id(),
        article_id,
        clean_text(fields.get("quote") or "").strip(),
        fields.get("kind") or _usual_kind(fields),
        prefix=fields.get("prefix", ""),
        suffix=fields.get("suffix", ""),
        created=now,
        updated=now,
    )


def _usual_kind(fields: MarkFields) -> MarkKind:
    """Return what a new mark is when nobody says, apart from claims."""
    on_passage = fields.get("quote") or fields.get("start") is not None
    return "highlight" if on_passage else "note"


def change_mark(store: Store, mark_id: str, fields: MarkFields) -> Mark:
    """Set *fields* of a mark; ``start`` and ``end`` place it anew. Durable when it returns.

    Raises:
        NotFoundError: if there is no such mark.
        StoreError: if it is deleted.
        UsageError: if a field has a value that marks do not have.
        SpanError: if its article has no such range.
    """
    check_fields(fields)
    mark = store.mark(mark_id)
    changed = _with_fields(mark, fields)
    if fields.keys() & {"links", "reply_to"}:
        check_ties(store, changed)
    if fields.keys() & {"start", "parts"}:
        article = open_article(store, mark.article, markdown=False)
        changed = placed_in(store, changed, article)
        if (start := fields.get("start")) is not None:
            changed = at(article, changed, start, fields.get("end") or start)
        if "parts" in fields:
            changed = with_parts(article, changed, fields["parts"])
    return commit_changed(store, mark, changed)


def commit_changed(store: Store, mark: Mark, changed: Mark, label: str | None = None) -> Mark:
    """Commit what is other in *changed* than in *mark*, in a step called *label*.

    No step when nothing is; its usual name when it is not given one.

    Raises:
        StoreError: if the mark is deleted.
    """
    before, after = mark.as_dict(), changed.as_dict()
    patch = {name: value for name, value in after.items() if value != before.get(name)}
    if not patch and not mark.deleted:
        return mark
    change = Change("notes", mark.article, mark.id, patch)
    return _committed(store, change, label or labels.changing(mark, patch))


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


def placed_in(store: Store, mark: Mark, article: Article) -> Mark:
    """Return *mark* with its anchor in this version of its *article*."""
    return place_all(store, [mark], article)[0]


def _placed_now(store: Store, article_id: str, marks: Sequence[Mark]) -> Sequence[Mark]:
    """Return *marks* placed in the version on show, or as stored when it cannot be opened."""
    try:
        shown = open_article(store, article_id, markdown=False)
    except (DamagedError, NotFoundError):
        return marks
    return place_all(store, marks, shown)


def _with_fields(mark: Mark, fields: MarkFields) -> Mark:
    """Return *mark* with those of *fields* that need no article."""
    given: Mapping[str, Any] = fields
    plain = {
        name: given[name]
        for name in ("note", "label", "color", "reply_to", "origin", "kind")
        if name in given
    }
    if "note" in plain:
        plain["note"] = clean_text(plain["note"])
    if "tags" in fields:
        plain["tags"] = clean_tags(fields["tags"])
    if "links" in fields:
        plain["links"] = clean_links(fields["links"])
    if "conflicts" in fields:
        plain["more"] = {**mark.more, CONFLICTS: list(fields["conflicts"])}
    claim = claim_with(mark.claim, given)
    if claim is not None:
        plain |= {"claim": claim, "kind": fields.get("kind", "claim")}
    mark = replace(mark, **plain)
    return replace(mark, claim=Claim()) if mark.kind == "claim" and not mark.claim else mark


def _on_passage(store: Store, mark: Mark, fields: MarkFields) -> Mark:
    """Return the new *mark* on its passage of the version on show, and on its further parts."""
    parts = fields.get("parts") or ()
    if is_held(store.state(mark.article)):
        article = open_article(store, mark.article, markdown=False)
        mark = on_passage(article, mark, fields.get("start"), fields.get("end"))
        return with_parts(article, mark, parts)
    mark = replace(mark, parts=tuple(map(_awaiting, parts)))
    return unplaced(mark) if mark.quote else mark


def _awaiting(part: GivenPart) -> Part:
    """Return a part of a mark whose article is not held yet.

    Raises:
        UsageError: if it is a range, for nobody knows of which words.
    """
    if not isinstance(part, Part):
        raise UsageError("parts", "ranges of an article that is not held", "give quotes instead")
    return clean_part(part)


def _committed(store: Store, change: Change, label: str) -> Mark:
    """Commit *change* and return the mark as the store keeps it."""
    step = store.commit([change], label)
    if not step.changes:  # another copy has just made the same change
        return store.mark(change.key)
    return Mark.from_dict(step.changes[0].after)
