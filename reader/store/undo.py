"""Undo and redo, read from the journal, so that they outlive a restart.

An undo is itself a record: it names the step it takes back, and reversing it is the redo. A step
made since ends what could be redone.
"""

from collections.abc import Iterator

from reader.store.journal import Journal
from reader.store.model import BOOKKEEPING, Document, DocumentChange
from reader.store.records import Record
from reader.store.shelf import Shelf

Patch = tuple[DocumentChange, dict[str, object], frozenset[str]]
"""A change to reverse: the fields to set, and the fields to take away."""


def last_done(journal: Journal, article: str | None) -> Record | None:
    """Return the step or redo that an undo takes back, or None.

    Args:
        journal: where to look.
        article: the article to stay with; None for the last of all.
    """
    undone: set[str] = set()
    for record in _steps(journal, article):
        if record.kind == "undo":
            undone.add(record.of)
        elif (record.of or record.id) not in undone:
            return record
    return None


def last_undone(journal: Journal, article: str | None) -> Record | None:
    """Return the undo that a redo takes back, or None; a step made since ends the search."""
    redone: set[str] = set()
    for record in _steps(journal, article):
        if record.kind == "redo":
            redone.add(record.of)
        elif record.kind == "step":
            return None
        elif record.of not in redone:
            return record
    return None


def reversal(record: Record, shelf: Shelf) -> list[Patch]:
    """Return what takes *record* back, field by field.

    Fields that the step did not change keep what they hold now. A document that is gone stays
    gone, and one that the step made is marked deleted, or emptied where there are no tombstones.
    """
    patches: list[Patch] = []
    for change in record.changes:
        if shelf.document(change.table, change.article, change.key) is None:
            continue
        if change.before is not None:
            patches.append(_back(change, change.before))
        elif change.table == "notes":
            patches.append((change, {"deleted": True}, frozenset()))
        else:
            patches.append((change, {}, frozenset(change.after) - BOOKKEEPING - {"key"}))
    return patches


def _back(change: DocumentChange, before: Document) -> Patch:
    """Return what makes the fields that differ as they were before."""
    absent = object()
    differing = {
        name
        for name in before.keys() | change.after.keys()
        if before.get(name, absent) != change.after.get(name, absent)
    } - BOOKKEEPING
    restored = {name: before[name] for name in differing if name in before}
    return change, restored, frozenset(differing - restored.keys())


def _steps(journal: Journal, article: str | None) -> Iterator[Record]:
    """Yield this device's undoable records, the latest first."""
    text = None if article is None else article or "library"
    for record in journal.own_backwards(text):
        if not record.label or record.kind not in ("step", "undo", "redo"):
            continue
        if article is None or article in record.articles:
            yield record
