"""Finds the fields of documents that cannot be what they should, and puts them right."""

from collections.abc import Iterator, Mapping
from typing import Any

from reader.annotations.model import Mark, mark_id
from reader.errors import StoreError
from reader.store.documents import content, key_of
from reader.store.encoding import DamageError, decode
from reader.store.files import read_bytes
from reader.store.layout import TableFile
from reader.store.model import Change, Document
from reader.store.repair import quarantine
from reader.store.shape import misfits
from reader.store.shelf import Shelf
from reader.store.transaction import carry_out, draft, record_of


def misfits_in(file: TableFile) -> Iterator[tuple[str, list[str]]]:
    """Yield the key of each live document of *file* that has such fields, and their names.

    Raises:
        OSError: if it cannot be read.
    """
    raw = read_bytes(file.path)
    try:
        documents = decode(raw, file.table).documents(file.table) if raw is not None else {}
    except DamageError:  # of which nothing is believed; another look tells of it
        return
    for number, document in documents.items():
        names = sorted(misfits(file.table, document))
        if names and not document.get("deleted"):
            yield _key(file, number, document), names


def _key(file: TableFile, number: str, document: Document) -> str:
    """Return the key of a stored *document*, whatever it says itself when it is a mark."""
    if file.table == "notes" and number.isdecimal():
        return mark_id(int(number))
    return key_of(file.table, document)


def put_right(shelf: Shelf, file: TableFile, key: str) -> None:
    """Give the document *key* of *file* what was last saved in place of what does not fit.

    What the journal does not know is emptied. The file as it was goes to quarantine; the caller
    holds the lock.

    Raises:
        OSError: if the system refuses.
        StoreError: if it does not say what it is, or may not be written.
    """
    document = shelf.document(file.table, file.article, key)
    if document is None:
        raise StoreError(shelf.layout.relative(file.path), "a document without its own name")
    quarantine(shelf.layout, file.path, read_bytes(file.path) or b"")
    patch = {
        name: _merged(part, _last_fitting(shelf, file, key, name))
        for name, part in misfits(file.table, document).items()
    }
    changes = draft(shelf, [Change(file.table, file.article, key, patch)])
    carry_out(shelf, record_of(shelf, "step", "", changes))


def _last_fitting(shelf: Shelf, file: TableFile, key: str, name: str) -> Any:
    """Return the field *name* as it was when it last fitted, else what it is in a new document."""
    found = _new(file, key).get(name)
    for record in shelf.journal.about(file.article or file.table):
        for change in record.changes:
            mine = (change.table, change.article, change.key) == (file.table, file.article, key)
            if mine and name in change.after and name not in misfits(file.table, change.after):
                found = change.after[name]
    return found


def _new(file: TableFile, key: str) -> Document:
    """Return what a document is of which nothing is known."""
    return content(Mark(key, file.article).as_dict()) if file.table == "notes" else {}


def _merged(part: Any, last: Any) -> Any:
    """Return what is sound of a field, with what it lacks as it was *last*."""
    if isinstance(part, Mapping) and isinstance(last, Mapping):
        return {**last, **{name: value for name, value in part.items() if value is not None}}
    return last if part is None else part
