"""CSV as other programs write it, row by row, with the line that each row starts on."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from reader.importers.model import Refused

Row = Mapping[str, str]
"""The cells of a row by the names of their columns, in lower case."""

_LONGEST_CELL = 64 * 2**20


def text_of(data: bytes) -> str:
    """Return the text of a file, whatever signs its start; bytes that are none read as such."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    return data.decode("utf-8-sig", "replace")


def header(data: bytes) -> tuple[str, ...]:
    """Return the names of the columns of a table, in lower case; of anything else some words."""
    first = next(records(text_of(data)), (0, []))[1]
    return tuple(cell.strip().lower() for cell in first)


def rows(data: bytes) -> Iterator[tuple[str, Row | Refused]]:
    """Yield where each row starts, and the row, or why it is none."""
    columns: Sequence[str] | None = None
    for line, cells in records(text_of(data)):
        where = f"line {line}"
        if columns is None:
            columns = [cell.strip().lower() for cell in cells]
        elif not any(cell.strip() for cell in cells):
            continue
        elif len(cells) > len(columns) and any(cells[len(columns) :]):
            problem = f"has {len(cells)} cells for {len(columns)} columns"
            yield where, Refused(where, problem)
        else:
            padded = [*cells, *[""] * (len(columns) - len(cells))]
            yield where, dict(zip(columns, padded, strict=False))


def records(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the records of a table with the line that each starts on."""
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text.replace("\0", ""), newline=""))
    while True:
        line = reader.line_num + 1
        try:
            yield line, next(reader)
        except StopIteration:
            return
        except csv.Error:
            continue
