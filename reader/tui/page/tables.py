"""Tables: how wide each column is, and how a row folds into it."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from reader.article.model import Block
from reader.tui.page.cells import is_narrow, width
from reader.tui.page.wrap import wrap

GAP = 3
"""Cells between two columns: a space, a line, a space."""

LEAST = 4
"""How narrow a column may become."""


class Piece(NamedTuple):
    """Part of a cell on one line."""

    start: int
    end: int
    x: int
    """How many cells from the start of the line it is painted."""


def rows_from(blocks: Sequence[Block], first: int) -> Sequence[Block]:
    """Return the rows of the table whose first row is at *first*."""
    last = first
    while last < len(blocks) and blocks[last].kind == "row":
        last += 1
    return blocks[first:last]


def column_widths(rows: Sequence[Block], text: str, cells: int) -> tuple[int, ...]:
    """Return the width of each column of a table, so that a line takes at most *cells* cells.

    The widest columns give way first, none below ``LEAST``; there are none when even so they take
    more.
    """
    columns = max((len(row.cells) for row in rows), default=0)
    room = cells - GAP * (columns - 1)
    if room < LEAST * columns:
        return ()
    widths = [1] * columns
    for row in rows:
        for number, (start, end) in enumerate(row.cells):
            widths[number] = max(widths[number], width(text[start:end]))
    while sum(widths) > room:
        widest = max(widths)
        second = max((size for size in widths if size < widest), default=LEAST)
        share = -(-(sum(widths) - room) // widths.count(widest))
        target = max(second, widest - share, LEAST)
        widths = [target if size == widest else size for size in widths]
    return tuple(widths)


def column_names(rows: Sequence[Block], text: str, row: Block) -> list[str]:
    """Return the name of each column as *row* is to be told: none in the header itself."""
    header = next((one for one in rows if one.header), None)
    names = [] if header is None or row.header else [text[a:z] for a, z in header.cells]
    return names + [""] * (len(row.cells) - len(names))


def row_lines(row: Block, text: str, widths: Sequence[int]) -> list[tuple[Piece, ...]]:
    """Return the pieces on each line that *row* takes."""
    columns: list[list[Piece]] = []
    x = 0
    for (start, end), size in zip(row.cells, widths, strict=False):
        narrow = is_narrow(text[start:end])
        columns.append([Piece(a, z, x) for a, z in wrap(text, start, end, size, narrow=narrow)])
        x += size + GAP
    return [tuple(piece for piece in line if piece is not None) for line in zip_longest(*columns)]
