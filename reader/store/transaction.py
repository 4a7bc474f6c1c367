"""One change of the store from its drafting to the moment it is durable.

The order is what keeps notes: the new files are written beside the old ones, the journal's record
is made durable, and only then do the files take their places. Before the record nothing has
happened; after it the change stands, even if the process ends there.
"""

from collections.abc import Iterable, Mapping, Sequence

from reader.annotations.model import new_mark_id, utc_now
from reader.errors import NotFoundError, StoreError
from reader.store.documents import after, content, number_of, stamped
from reader.store.model import Change, Document, DocumentChange, Table
from reader.store.records import Record, RecordKind
from reader.store.shelf import Shelf, StagedSheet
from reader.store.undo import Patch

Place = tuple[Table, str, str]
"""A document by its table, article and key."""


def draft(shelf: Shelf, changes: Sequence[Change]) -> tuple[DocumentChange, ...]:
    """Return what *changes* make of the documents that stand.

    Raises:
        NotFoundError: if a mark that is to be altered does not exist.
        StoreError: if it is deleted, or one that is to be made exists.
    """
    before: dict[Place, Document | None] = {}
    changed: dict[Place, Document] = {}
    for change in changes:
        place = (change.table, change.article, change.key)
        _check_key(change)
        if place not in before:
            before[place] = shelf.document(*place)
        now = changed.get(place, before[place])
        _check(change, now)
        changed[place] = _identified(change, now) | dict(change.patch)
    return _stamped(before, changed, _now(shelf))


def reversed_changes(shelf: Shelf, patches: Iterable[Patch]) -> tuple[DocumentChange, ...]:
    """Return what *patches* make of the documents that stand."""
    before: dict[Place, Document | None] = {}
    changed: dict[Place, Document] = {}
    for change, fields, absent in patches:
        place = (change.table, change.article, change.key)
        now = before[place] = shelf.document(*place) or {}
        changed[place] = {key: body for key, body in now.items() if key not in absent} | fields
    return _stamped(before, changed, _now(shelf))


def record_of(
    shelf: Shelf,
    kind: RecordKind,
    label: str,
    changes: tuple[DocumentChange, ...],
    *,
    of: str = "",
    article: str = "",
) -> Record:
    """Return a record of *changes*, made now."""
    at = _now(shelf)
    if kind == "purge":  # what was saved in this very millisecond is purged, too
        shelf.latest = at = after(at)
    return Record(new_mark_id(), at, kind, label, of, article, changes)


def carry_out(shelf: Shelf, record: Record) -> None:
    """Make the changes of *record* durable; the caller holds the lock.

    Raises:
        OSError: if the system refuses; then nothing has changed.
        StoreError: if a file may not be written.
    """
    staged: list[StagedSheet] = []
    try:
        for (table, article), documents in by_file(record.changes).items():
            file = shelf.layout.table_file(table, article)
            staged.append(shelf.stage(file, documents.items()))
        appended = shelf.journal.append(record)
    except BaseException:
        for sheet in staged:
            sheet.discard()
        raise
    try:
        for sheet in staged:
            sheet.replace()
    except OSError:
        untouched = staged[0].waits()
        for sheet in staged:
            sheet.discard()
        if untouched:
            appended.retract()
            raise
        _postpone(shelf, record)


def by_file(changes: Iterable[DocumentChange]) -> dict[tuple[Table, str], dict[str, Document]]:
    """Return the new documents of *changes* by the file they go into, then by key."""
    found: dict[tuple[Table, str], dict[str, Document]] = {}
    for change in changes:
        found.setdefault((change.table, change.article), {})[change.key] = change.after
    return found


def _postpone(shelf: Shelf, record: Record) -> None:
    """Keep in memory what the journal holds and some files could not take."""
    for place, documents in by_file(record.changes).items():
        shelf.pending.setdefault(place, {}).update(documents)
    shelf.say("history: ahead of some files, which the next start brings up to date")


def _now(shelf: Shelf) -> str:
    """Return this instant, or that of this device's last record when the clock went back."""
    if shelf.latest is None:
        last = next(shelf.journal.own_backwards(None), None)
        shelf.latest = last.at if last is not None else ""
    shelf.latest = max(utc_now(), shelf.latest)
    return shelf.latest


def _check_key(change: Change) -> None:
    """Refuse a mark whose id is none."""
    try:
        number_of(change.table, change.key)
    except ValueError:
        raise NotFoundError(change.key, "not the id of a mark") from None


def _check(change: Change, now: Document | None) -> None:
    """Refuse what *change* asks of the document that stands."""
    if change.create and now is not None and content(now):
        raise StoreError(change.key, "exists already")
    if change.create or change.table != "notes":
        return
    if now is None:
        raise NotFoundError(change.key, "no such mark")
    if now.get("deleted"):
        raise StoreError(change.key, "the mark is deleted", "undo the deletion first")


def _identified(change: Change, now: Document | None) -> Document:
    """Return the document that *change* starts from, which says what it is."""
    if now is not None:
        return now
    if change.table == "notes":
        return {"id": change.key, "article": change.article, "deleted": False}
    return {"key": change.key} if change.table == "library" else {}


def _stamped(
    before: Mapping[Place, Document | None], changed: Mapping[Place, Document], now: str
) -> tuple[DocumentChange, ...]:
    """Return the documents that really changed, with new stamps."""
    changes = []
    for place, document in changed.items():
        old = before[place]
        if document == old:
            continue
        new = stamped(document, old or {}, now)
        changes.append(DocumentChange(*place, old, new))
    return tuple(changes)
