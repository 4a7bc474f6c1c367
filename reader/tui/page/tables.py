"""Tables: how wide each column is, and how a row folds into it."""

from collections.abc import Sequence
from typing import NamedTuple

from reader.article.model import Block
from reader.tui.page.cells import is_narrow, width
from reader.tui.page.wrap import wrap

GAP = 3
"""Cells between two columns: a space, a line, a space."""

WORD = 12
"""A longer word may be broken for its column to be narrower."""


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

    The widest columns give way first, none below its longest word; there are none when even so
    they take more.
    """
    columns = max((len(row.cells) for row in rows), default=0)
    room = cells - GAP * (columns - 1)
    least, widths = [1] * columns, [1] * columns
    for row in rows:
        for number, (start, end) in enumerate(row.cells):
            widths[number] = min(max(widths[number], width(text[start:end])), max(room, 1))
            least[number] = max(least[number], _longest_word(text[start:end]))
    if sum(map(min, least, widths)) > room:
        return ()
    while sum(widths) > room:
        wider = (number for number in range(columns) if widths[number] > least[number])
        widths[max(wider, key=widths.__getitem__)] -= 1
    return () if _is_lower_stacked(rows, text, widths, cells) else tuple(widths)


def _is_lower_stacked(rows: Sequence[Block], text: str, widths: Sequence[int], cells: int) -> bool:
    """Tell whether a table takes fewer lines with each cell on lines of its own."""
    folded = stacked = 0
    for row in rows:
        sizes = [width(text[start:end]) for start, end in row.cells]
        folded += max(
            (-(-size // room) for size, room in zip(sizes, widths, strict=False)), default=0
        )
        stacked += 1 + sum(-(-size // cells) for size in sizes)
    return folded > stacked


def _longest_word(words: str) -> int:
    """Return how many cells the longest of *words* takes that is not to be broken."""
    return min(WORD, max(map(width, words.split()), default=1))


def folds(rows: Sequence[Block], text: str, widths: Sequence[int]) -> bool:
    """Tell whether a row takes several lines, so that a rule has to part it from the next."""
    return any(
        width(text[start:end]) > size
        for row in rows
        if not row.header
        for (start, end), size in zip(row.cells, widths, strict=False)
    )


def rule_between(widths: Sequence[int], line: str, crossing: str) -> str:
    """Return a rule of *line*, *crossing* where a line parts two columns."""
    return f"{line}{crossing}{line}".join(line * size for size in widths)


def column_names(rows: Sequence[Block], text: str, row: Block) -> list[str]:
    """Return the name of each column as *row* is to be told: none in the header itself."""
    header = next((one for one in rows if one.header), None)
    names = [] if header is None or row.header else [text[a:z] for a, z in header.cells]
    return names + [""] * (len(row.cells) - len(names))


def row_lines(row: Block, text: str, widths: Sequence[int]) -> list[tuple[Piece, ...]]:
    """Return the pieces on each line that *row* takes: one for each column, be it empty."""
    columns: list[list[Piece]] = []
    x = 0
    for (start, end), size in zip(row.cells, widths, strict=False):
        narrow = is_narrow(text[start:end])
        columns.append([Piece(a, z, x) for a, z in wrap(text, start, end, size, narrow=narrow)])
        x += size + GAP
    for column in columns:
        last = column[-1]
        column += [Piece(last.end, last.end, last.x)] * (max(map(len, columns)) - len(column))
    return list(zip(*columns, strict=True))
