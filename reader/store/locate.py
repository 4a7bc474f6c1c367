"""Finding which article a mark belongs to, from its id alone."""

from reader.errors import NotFoundError
from reader.store.documents import number_of
from reader.store.files import read_bytes
from reader.store.shelf import Shelf


def article_of(shelf: Shelf, mark_id: str) -> str:
    """Return the article of a mark.

    The journal knows every mark, and searching its bytes is quick; the files are asked only when
    the journal's segment is missing.

    Raises:
        NotFoundError: if there is no such mark.
    """
    try:
        opening = b'"%d":' % number_of("notes", mark_id)
    except ValueError:
        raise NotFoundError(mark_id, "not the id of a mark") from None
    for record in shelf.journal.about(mark_id):
        for change in record.changes:
            if change.table == "notes" and change.key == mark_id:
                return change.article
    for file in shelf.layout.table_files("notes"):
        if opening in (read_bytes(file.path) or b""):
            return file.article
    raise NotFoundError(mark_id, "no such mark")
