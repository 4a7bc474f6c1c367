"""The annotations of Hypothesis as the table that its client writes."""

from dataclasses import replace

from reader.importers.bundle import Bundle
from reader.importers.model import Found, FoundArticle, FoundMark, Refused, RowError, made_mark
from reader.importers.tables import Row, header, rows
from reader.importers.values import address, digest, instant, names

_COLUMNS = frozenset({"created at", "author", "page", "url", "quote/description", "comment"})


def is_hypothesis_table(columns: tuple[str, ...]) -> bool:
    """Tell whether a table with these *columns* is one of Hypothesis."""
    return set(columns) >= _COLUMNS


def read_hypothesis_table(bundle: Bundle, form: str) -> Found:
    """Return the annotations of the tables in *bundle*, by the page that they are on."""
    pages: dict[str, tuple[FoundArticle, list[FoundMark]]] = {}
    refused: list[Refused] = []
    for data in bundle.files.values():
        if not is_hypothesis_table(header(data)):
            continue
        for where, row in rows(data):
            try:
                if isinstance(row, Refused):
                    raise RowError(row.problem)
                _take(row, where, pages)
            except RowError as error:
                refused.append(Refused(where, str(error)))
    articles = (replace(about, marks=tuple(marks)) for about, marks in pages.values())
    return Found(form, tuple(articles), tuple(refused))


def _take(row: Row, where: str, pages: dict[str, tuple[FoundArticle, list[FoundMark]]]) -> None:
    """Put the mark of one row on its page."""
    url = address(row["url"])
    about, marks = pages.setdefault(
        url, (FoundArticle(where, url, row["page"], is_listed=False), [])
    )
    quote, note = row["quote/description"], row["comment"]
    mark = made_mark(
        "hypothesis",
        digest(url, quote, note, row["created at"]),
        about,
        quote=quote,
        note=note,
        tags=names(row.get("tags")),
        created=instant(row["created at"]),
    )
    marks.append(FoundMark(mark, where))
