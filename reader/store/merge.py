"""Taking in copies that were changed elsewhere: of another device, or of a backup.

Document by document the later change wins, and what is taken goes through the journal like any
change made here. Of two devices that changed the same document, the words of both are kept.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from reader.annotations.model import CONFLICTS
from reader.store.documents import key_of, rank
from reader.store.encoding import salvage
from reader.store.files import make_folder, read_bytes, sync_folder
from reader.store.layout import TableFile
from reader.store.model import Document, DocumentChange, Table
from reader.store.rivals import merged
from reader.store.shelf import Shelf
from reader.store.transaction import carry_out, record_of

Choose = Callable[[Table, Document, Document], Document]
"""Returns what a document and another version of it make."""


def latest_of(_: Table, one: Document, other: Document) -> Document:
    """Return the later of two versions of a document, as of a backup."""
    return max(one, other, key=rank)


def merge_bytes(shelf: Shelf, file: TableFile, raw: bytes) -> tuple[DocumentChange, ...]:
    """Take into *file* what *raw*, another device's copy of it, has more; return what changed.

    The caller holds the lock.

    Raises:
        OSError: if the system refuses; then nothing has changed.
        StoreError: if the file may not be written.
    """
    held = shelf.load(file).documents(file.table)
    changes = tuple(differences(file, held, raw, merged))
    if changes:
        carry_out(shelf, record_of(shelf, "merge", "", changes))
    return changes


def differences(
    file: TableFile, held: Mapping[str, Document], raw: bytes, choose: Choose
) -> Iterator[DocumentChange]:
    """Yield what *raw*, another copy of *file*, changes in the documents that it holds."""
    for number, document in salvage(raw, file.table).items():
        before = held.get(number)
        chosen = document if before is None else choose(file.table, before, document)
        if _is_of(file, document) and chosen != before:
            key = key_of(file.table, document)
            yield DocumentChange(file.table, file.article, key, before, chosen)


def merge_archive(
    shelf: Shelf, name: str, files: Iterable[tuple[TableFile, bytes]]
) -> tuple[DocumentChange, ...]:
    """Take what is newer in the *files* of the backup *name*, in one step; return what changed.

    The caller holds the lock.

    Raises:
        OSError: if the system refuses; then nothing has changed.
        StoreError: if a file may not be written, or the backup cannot be read.
    """
    changes: list[DocumentChange] = []
    for file, raw in files:
        held = shelf.load(file, keep=False).documents(file.table)
        changes += differences(file, held, raw, latest_of)
    if changes:
        carry_out(shelf, record_of(shelf, "step", f"restored {name}", tuple(changes)))
    return tuple(changes)


def merge_copy(shelf: Shelf, copy: Path, file: TableFile) -> None:
    """Take into *file* what is newer in *copy*, put the copy into quarantine, and say so.

    The caller holds the lock.

    Raises:
        OSError: if the system refuses.
        StoreError: if the file may not be written.
    """
    layout = shelf.layout
    changes = merge_bytes(shelf, file, read_bytes(copy) or b"")
    told = f"{len(changes)} of its documents were newer"
    if rivals := sum(_keeps_more(change) for change in changes):
        told += f" or said something else; of {rivals} the words of both are kept"
    make_folder(layout.quarantine, sync=True)
    kept = layout.quarantine / f"{copy.name}.{os.urandom(3).hex()}"
    copy.rename(kept)
    sync_folder(layout.quarantine)
    path = layout.relative(file.path)
    problem = f"another device changed it at the same time, {told}"
    shelf.say(f"{path}: {problem}; its copy is kept in {layout.relative(kept)}")


def _is_of(file: TableFile, document: Document) -> bool:
    """Tell whether *document* belongs into *file*; marks name their article."""
    return file.table != "notes" or document.get("article") == file.article


def _keeps_more(change: DocumentChange) -> bool:
    """Tell whether *change* keeps words of another device beside those that stand."""
    before = (change.before or {}).get(CONFLICTS)
    return bool(change.after.get(CONFLICTS)) and change.after.get(CONFLICTS) != before
