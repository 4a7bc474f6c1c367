"""The table of notes on a book that Kindle's app sends by mail: seven lines of it, then rows."""

import re
from collections.abc import Iterator, Sequence

from reader.importers.bundle import Bundle
from reader.importers.clippings import Clipping, article_of
from reader.importers.model import Found, FoundArticle, Refused, RowError
from reader.importers.tables import records, text_of

_COLUMNS = ["annotation type", "location", "starred?", "annotation"]
_NUMBER = re.compile(r"\d+")
_COLOR = re.compile(r"\((\w+)\)")
_BY = re.compile(r"by\s+", re.IGNORECASE)
_LONGEST_HEAD = 12


def is_kindle_mail(data: bytes) -> bool:
    """Tell whether *data* is such a table; of a long file only its start is read."""
    return any(_names_columns(cells) for _, cells in _head(text_of(data[: 2**16])))


def read_kindle_mail(bundle: Bundle, form: str) -> Found:
    """Return the highlights of a book, each with the note that was made on it."""
    articles: list[FoundArticle] = []
    refused: list[Refused] = []
    for data in bundle.files.values():
        heading = _heading(text_of(data))
        found: list[Clipping] = []
        for where, cells in _rows(text_of(data)):
            try:
                found += _clippings(cells, where, heading)
            except RowError as error:
                refused.append(Refused(where, str(error)))
        articles += [article_of(heading, found)] if found else []
    return Found(form, tuple(articles), tuple(refused))


def _head(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the lines before the rows, the names of the columns among them."""
    for _, (line, cells) in zip(range(_LONGEST_HEAD), records(text), strict=False):
        yield line, cells


def _names_columns(cells: Sequence[str]) -> bool:
    """Tell whether *cells* are the names of the columns."""
    return [cell.strip().lower() for cell in cells[:4]] == _COLUMNS


def _heading(text: str) -> str:
    """Return the book's title and its author, as a list of clippings names them."""
    told = [cells[0].strip() for _, cells in _head(text) if cells]
    title = told[1] if len(told) > 1 else ""
    author = _BY.sub("", told[2], count=1) if len(told) > 2 and _BY.match(told[2]) else ""
    return f"{title} ({author})"


def _rows(text: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the rows below the names of the columns, and where each starts."""
    below = False
    for line, cells in records(text):
        if below and any(cell.strip() for cell in cells):
            yield f"line {line}", [*cells, "", "", ""]
        below = below or _names_columns(cells)


def _clippings(cells: Sequence[str], where: str, heading: str) -> list[Clipping]:
    """Return what a row tells; nothing for a bookmark, which has no words."""
    kind, spot, _, words = (cell.strip() for cell in cells[:4])
    if kind.lower().startswith("bookmark"):
        return []
    if not words:
        raise RowError("has no words")
    numbers = [int(number[:9]) for number in _NUMBER.findall(spot)] or [0]
    color = _COLOR.search(kind)
    return [
        Clipping(
            where,
            heading,
            kind.lower().startswith("note"),
            (numbers[0], numbers[-1]),
            "",
            words,
            color[1].lower() if color else None,
        )
    ]
