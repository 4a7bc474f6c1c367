"""Reading everything there is, file by file, so that memory does not grow with the library."""

from collections.abc import Iterable, Iterator

from reader.annotations.model import Mark
from reader.errors import StoreError
from reader.store.files import told
from reader.store.model import PAST, Document, Table
from reader.store.shelf import Shelf


def readable(shelf: Shelf, table: Table) -> Iterator[tuple[str, list[Document]]]:
    """Yield the articles of *table*, by id, with their documents.

    What cannot be read does not hide the rest; it is told among the notices.

    Raises:
        StoreError: if the folders themselves cannot be read.
    """
    with told(table):
        files = shelf.layout.table_files(table)
    if shelf.pending:
        files = sorted({*files, *shelf.waiting(table)}, key=lambda file: file.article)
    for file in files:
        try:
            documents = shelf.documents(file, keep=False)
        except StoreError as error:
            shelf.say(str(error))
        else:
            yield file.article, documents


def live_marks(documents: Iterable[Document], *, deleted: bool) -> Iterator[Mark]:
    """Yield the marks that *documents* describe; with *deleted* those deleted as well."""
    for document in documents:
        if deleted or not document.get("deleted"):
            yield mark_of(document)


def mark_of(document: Document) -> Mark:
    """Return the mark that *document* describes, without what is the store's own."""
    return Mark.from_dict({name: value for name, value in document.items() if name != PAST})
