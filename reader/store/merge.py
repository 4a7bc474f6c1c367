"""Taking in copies that were changed elsewhere: of another device, or of a backup.

Every copy is merged in the same way: document by document the later change wins, and what is
taken goes through the journal like any change made here.
"""

import secrets
from pathlib import Path

from reader.store.documents import is_newer, key_of
from reader.store.encoding import salvage
from reader.store.files import make_folder, read_bytes, sync_folder
from reader.store.layout import TableFile
from reader.store.model import Document, DocumentChange
from reader.store.shelf import Shelf
from reader.store.transaction import carry_out, record_of


def merge_bytes(shelf: Shelf, file: TableFile, raw: bytes) -> int:
    """Take into *file* what is newer in *raw*, another copy of it; return how many documents.

    The caller holds the lock.

    Raises:
        OSError: if the system refuses; then nothing has changed.
        StoreError: if the file may not be written.
    """
    held = shelf.load(file).documents(file.table)
    newer = [
        _taken(file, held.get(number), document)
        for number, document in salvage(raw, file.table).items()
        if _is_of(file, document) and is_newer(document, held.get(number))
    ]
    if newer:
        carry_out(shelf, record_of("merge", "", tuple(newer)))
    return len(newer)


def merge_copy(shelf: Shelf, copy: Path, file: TableFile) -> None:
    """Take into *file* what is newer in *copy*, put the copy into quarantine, and say so.

    The caller holds the lock.

    Raises:
        OSError: if the system refuses.
        StoreError: if the file may not be written.
    """
    layout = shelf.layout
    count = merge_bytes(shelf, file, read_bytes(copy) or b"")
    make_folder(layout.quarantine, sync=True)
    kept = layout.quarantine / f"{copy.name}.{secrets.token_hex(3)}"
    copy.rename(kept)
    sync_folder(layout.quarantine)
    path = layout.relative(file.path)
    problem = f"another device changed it at the same time, {count} of its documents were newer"
    shelf.say(f"{path}: {problem}; its copy is kept in {layout.relative(kept)}")


def _is_of(file: TableFile, document: Document) -> bool:
    """Tell whether *document* belongs into *file*; marks name their article."""
    return file.table != "notes" or document.get("article") == file.article


def _taken(file: TableFile, before: Document | None, document: Document) -> DocumentChange:
    """Return the change that puts *document* in as it is."""
    key = key_of(file.table, document)
    return DocumentChange(file.table, file.article, key, before, document)
