"""Reading everything there is, file by file, so that memory does not grow with the library."""

import contextlib
from collections.abc import Iterable, Iterator

from reader.annotations.model import Mark
from reader.article.identity import is_article_id
from reader.errors import StoreError
from reader.store.files import told
from reader.store.model import PAST, Document, Table
from reader.store.shape import sound
from reader.store.shelf import Shelf


def readable(shelf: Shelf, table: Table) -> Iterator[tuple[str, Iterator[Document]]]:
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
    """Yield the marks that *documents* describe; with *deleted* those deleted as well.

    A document that does not say which mark it is, and of which article, is none.
    """
    for document in documents:
        if deleted or not document.get("deleted"):
            with contextlib.suppress(KeyError):
                yield mark_of(document)


def mark_of(document: Document) -> Mark:
    """Return the mark that *document* describes, without what is the store's own.

    Raises:
        KeyError: if it does not say which it is, and of which article.
    """
    body = {name: value for name, value in sound("notes", document).items() if name != PAST}
    if not (body["id"] and is_article_id(body["article"])):
        raise KeyError(body["id"])
    return Mark.from_dict(body)
