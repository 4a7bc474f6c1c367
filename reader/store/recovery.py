"""Checkpoints, and what opening a data directory makes good after a crash.

The journal is durable before any other file; the other files are only replaced, and made durable
at checkpoints. So whatever a power cut takes from them stands in the journal after the last
checkpoint, and is put back from there.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from reader.errors import StoreError
from reader.store import articles
from reader.store.absence import Counts, count, count_all, emptied, folder_of, purged_from
from reader.store.documents import is_newer, number_of, rank
from reader.store.files import parsed, read_bytes, replace_file, sync_file, sync_folder, words_of
from reader.store.journal import Journal
from reader.store.layout import Layout
from reader.store.model import OF_ARTICLES, Document, Table
from reader.store.records import Record
from reader.store.shelf import Shelf

Wanted = dict[tuple[Table, str], dict[str, Document]]
"""Documents by table, article and key."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What ``checkpoint.json`` notes; empty when it is absent, damaged or of another device."""

    segments: Mapping[str, int] = field(default_factory=dict)
    """How far each segment is known to have reached the files durably."""
    ours: bool = False
    """Whether the file is there, sound and of this device."""
    swept: int = 0
    """Up to when folders were last looked through, in nanoseconds since the epoch."""
    files: Mapping[str, int] | None = field(default_factory=dict)
    """How many files each folder held; None where a version wrote it that did not count."""


def read_checkpoint(layout: Layout, device: str) -> Checkpoint:
    """Return the last checkpoint of *device*.

    Where ``history/`` is synchronised another device's may stand there, which says nothing about
    the files of this one.
    """
    try:
        body = parsed(read_bytes(layout.checkpoint))
        if body["device"] != device:
            return Checkpoint()
        segments = {str(name): int(offset) for name, offset in body["segments"].items()}
        files = {str(name): int(count) for name, count in body.get("files", {}).items()}
        counted = files if "files" in body else None
        return Checkpoint(segments, True, int(body.get("swept", 0)), counted)
    except (ValueError, KeyError, TypeError, AttributeError, OSError):
        return Checkpoint()


def replay(shelf: Shelf) -> None:
    """Put into the files what the journal holds beyond the checkpoint and they lack.

    What cannot be written now is kept in memory, so that it is seen all the same.
    """
    known = read_checkpoint(shelf.layout, shelf.journal.device)
    records: list[Record] = []
    if _is_behind(shelf.journal, known.segments):
        with shelf.lock:
            records, _ = shelf.journal.read(known.segments)
            _finish_purges(shelf, records)
            if _put_back(shelf, wanted(records)):
                checkpoint(shelf)
    _look_for_lost(shelf, known, records)


def look_again(shelf: Shelf) -> None:
    """Bring back the files that were deleted from outside since the last look."""
    known = read_checkpoint(shelf.layout, shelf.journal.device)
    if known.files and emptied(shelf.layout, known.files, (), shelf.swept):
        records, _ = shelf.journal.read(known.segments)
        _look_for_lost(shelf, known, records)


def overlay(shelf: Shelf) -> None:
    """Keep in memory what the journal holds and the files lack, where nothing can be written."""
    known = read_checkpoint(shelf.layout, shelf.journal.device)
    records, _ = shelf.journal.read(known.segments)
    shelf.pending.update(wanted(records))
    if lost := emptied(shelf.layout, known.files or {}, records):
        gone = _gone(shelf, lost)
        shelf.pending.update(gone)
        _tell_of(shelf, gone, "read from the journal")


def _look_for_lost(shelf: Shelf, known: Checkpoint, records: Iterable[Record]) -> None:
    """Bring back what was deleted from outside since the checkpoint *known*.

    Args:
        shelf: the files.
        known: what was counted last.
        records: what the journal holds beyond that.
    """
    layout = shelf.layout
    if known.files is None:
        lost = count_all(layout).keys() | _named(shelf)
    else:
        lost = emptied(layout, known.files, records, known.swept)
    if lost:
        with shelf.lock:
            _bring_back(shelf, lost)
            segments = read_checkpoint(layout, shelf.journal.device).segments
            _note(shelf, segments, count_all(layout))
    shelf.files = read_checkpoint(layout, shelf.journal.device).files or {}


def _named(shelf: Shelf) -> set[str]:
    """Return every folder that the journal names."""
    named = {(c.table, c.article) for record in shelf.journal.every() for c in record.changes}
    return {folder_of(shelf.layout, shelf.layout.table_file(*place)) for place in named}


def _bring_back(shelf: Shelf, folders: Collection[str]) -> None:
    """Write the files anew that are gone from *folders*, and say so."""
    gone = _gone(shelf, folders)
    _put_back(shelf, gone)
    _tell_of(shelf, gone, "written anew from the journal")


def _gone(shelf: Shelf, folders: Collection[str]) -> Wanted:
    """Return the documents of the files that the journal knows and that are gone from *folders*."""
    layout = shelf.layout

    def is_gone(place: tuple[Table, str]) -> bool:
        """Tell whether a file should lie in one of the folders and does not."""
        file = layout.table_file(*place)
        return folder_of(layout, file) in folders and not file.path.exists()

    about = (
        record
        for record in shelf.journal.every()
        if record.kind == "purge" or any(is_gone((c.table, c.article)) for c in record.changes)
    )
    return {place: documents for place, documents in wanted(about).items() if is_gone(place)}


def _tell_of(shelf: Shelf, gone: Wanted, done: str) -> None:
    """Say which files were deleted from outside, and what was *done*."""
    if gone:
        first = shelf.layout.relative(shelf.layout.table_file(*min(gone)).path)
        rest = f" and {len(gone) - 1} more files were" if len(gone) > 1 else " was"
        documents = sum(map(len, gone.values()))
        shelf.say(f"{first}:{rest} deleted from outside, {documents} documents {done}")


def checkpoint(shelf: Shelf) -> None:
    """Make durable every file that the journal names since the last checkpoint, and note it.

    The caller holds the lock. While a file still waits for what the journal holds, nothing is
    noted.

    Raises:
        OSError: if the system refuses; the next checkpoint then does it.
    """
    layout, journal = shelf.layout, shelf.journal
    known = read_checkpoint(layout, journal.device)
    starts = known.segments
    if not _is_behind(journal, starts):
        return
    if shelf.pending:
        _put_back(shelf, {place: shelf.pending.pop(place) for place in list(shelf.pending)})
    records, ends = journal.read(starts)
    # Another copy may have been killed between its record and its files, or another device's
    # segment have arrived; once the checkpoint is noted nobody would look again.
    _put_back(shelf, wanted(records))
    if shelf.pending or ends == starts:
        return
    _sync(shelf, wanted(records))
    _note(shelf, ends, _recounted(shelf, known.files or {}, records))


def _sync(shelf: Shelf, places: Iterable[tuple[Table, str]]) -> None:
    """Make the files of *places* durable, and their names."""
    root = shelf.layout.root
    folders = {root}
    for table, article in places:
        path = shelf.layout.table_file(table, article).path
        sync_file(path)
        folders |= {path.parent, path.parent.parent}
    for folder in folders:
        if folder.is_dir() and folder.is_relative_to(root):
            sync_folder(folder)


def _recounted(shelf: Shelf, noted: Counts, records: list[Record]) -> dict[str, int]:
    """Return *noted* with the folders counted anew that *records* are about.

    What was deleted from them by somebody else comes back before.
    """
    layout = shelf.layout
    places = wanted(records)
    touched = {folder_of(layout, layout.table_file(*place)) for place in places}
    touched |= purged_from(records).keys()
    before = {folder: noted.get(folder, 0) for folder in touched}
    if lost := emptied(layout, before, records):
        _bring_back(shelf, lost)
    return {**noted, **count(layout, touched)}


def rewrite_checkpoint(shelf: Shelf) -> None:
    """Write the checkpoint anew, so that it names no more of the journal than there is.

    The caller holds the lock.

    Raises:
        OSError: if the system refuses.
    """
    sizes = shelf.journal.sizes()
    known = read_checkpoint(shelf.layout, shelf.journal.device).segments
    shorter = {name: min(known.get(name, 0), size) for name, size in sizes.items()}
    _note(shelf, shorter, count_all(shelf.layout))
    checkpoint(shelf)


def wanted(records: Iterable[Record]) -> Wanted:
    """Return the newest document of every key among *records*, without articles purged since."""
    found: Wanted = {}
    purged: dict[str, str] = {}
    records = list(records)
    for record in records:
        if record.kind == "purge":
            purged[record.article] = max(record.at, purged.get(record.article, ""))
    for record in records:
        for change in record.changes:
            if change.article and record.at < purged.get(change.article, ""):
                continue
            documents = found.setdefault((change.table, change.article), {})
            if is_newer(change.after, documents.get(change.key)):
                documents[change.key] = change.after
    return found


def _finish_purges(shelf: Shelf, records: Iterable[Record]) -> None:
    """Remove what is left of purged articles; what was made of them since stays."""
    for record in records:
        if record.kind != "purge":
            continue
        made_since = False
        for table in OF_ARTICLES:
            file = shelf.layout.table_file(table, record.article)
            documents = shelf.load(file, keep=False).documents(table)
            if all(rank(document) < (record.at, "") for document in documents.values()):
                shelf.remove(file)
            else:
                made_since = True
        if not made_since and articles.newest_put(shelf.layout, record.article) < record.at:
            articles.remove(shelf.layout, record.article)


def _is_behind(journal: Journal, starts: Mapping[str, int]) -> bool:
    """Tell whether the journal is longer than the checkpoint knows."""
    return any(size > starts.get(name, 0) for name, size in journal.sizes().items())


def _put_back(shelf: Shelf, documents: Wanted) -> bool:
    """Write to the files what they lack of *documents*; tell whether any lacked something."""
    changed = False
    for (table, article), bodies in documents.items():
        file = shelf.layout.table_file(table, article)
        sheet = shelf.load(file, keep=False)
        newer = [
            (key, body)
            for key, body in bodies.items()
            if is_newer(body, sheet.document(table, str(number_of(table, key))))
        ]
        if newer:
            changed = True
            _write(shelf, table, article, newer)
    return changed


def _write(shelf: Shelf, table: Table, article: str, newer: list[tuple[str, Document]]) -> None:
    """Write documents to their file, or keep them in memory and say so."""
    file = shelf.layout.table_file(table, article)
    try:
        shelf.write(file, newer)
    except (OSError, StoreError) as error:
        shelf.pending[(table, article)] = dict(newer)
        problem = f"behind the journal and not brought up to date ({words_of(error)})"
        shelf.say(f"{shelf.layout.relative(file.path)}: {problem}")


def _note(shelf: Shelf, segments: Mapping[str, int], files: Counts) -> None:
    """Write ``checkpoint.json``."""
    shelf.files = files
    body = {"device": shelf.journal.device, "segments": segments, "swept": shelf.swept}
    body["files"] = dict(sorted(files.items()))
    replace_file(shelf.layout.checkpoint, json.dumps(body, indent=2).encode() + b"\n")
