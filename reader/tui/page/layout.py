"""An article as lines: what stands on each, and where each offset of the text is."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from reader.article.model import Article, Block
from reader.tui.page.cells import cut, graphemes, is_narrow, unjoined, width
from reader.tui.page.line_table import Line, LineTable
from reader.tui.page.tables import (
    column_names,
    column_widths,
    folds,
    row_lines,
    rows_from,
    rule_between,
)
from reader.tui.page.wrap import reads_leftwards, wrap

BULLETS = "•◦▪"

TITLE = -1
"""Stands for the headline where a line names its block."""


@dataclass(slots=True)
class Layout:
    """The lines of an article at one width. Made by ``lay_out``, never changed."""

    article: Article
    cells: int
    """The width of the text, without margins."""

    lines: LineTable = field(default_factory=LineTable)

    narrow: list[bool] = field(default_factory=list)
    """For each block, whether each of its characters takes one cell."""

    @property
    def starts(self) -> Sequence[int]:
        """For each line, its ``start``, for searching."""
        return self.lines.starts

    def line_of(self, offset: int) -> int:
        """Return the index of the line that shows *offset*."""
        index = max(0, bisect_right(self.starts, offset) - 1)
        line = self.lines[index] if self.lines else None
        while line is not None and line.pieces and index > 0:
            if any(piece.start <= offset < piece.end for piece in line.pieces):
                break
            before = self.lines[index - 1]
            if before.block != line.block:
                break
            index, line = index - 1, before
        return index

    def offset_at(self, index: int, x: int) -> int:
        """Return the offset of what is painted *x* cells into line *index*, or its nearest."""
        return self.sign_at(index, x)[0]

    def sign_at(self, index: int, x: int) -> tuple[int, int]:
        """Return the range of the grapheme painted *x* cells into line *index*, or its nearest."""
        line = self.lines[min(max(index, 0), len(self.lines) - 1)]
        if line.own is not None or line.block < 0:
            return line.start, line.start
        start, end, x = self._piece_at(line, x)
        sign = (0, 0)
        taken = 0
        for first, last, size in graphemes(self.article.text[start:end]):
            sign = (first, last)
            taken += size
            if taken > x:
                break
        return start + sign[0], start + sign[1]

    def cell_of(self, index: int, offset: int) -> int:
        """Return how many cells into line *index* the text at *offset* is painted."""
        line, text = self.lines[index], self.article.text
        for piece in line.pieces:
            if piece.start <= offset < piece.end:
                return piece.x + width(text[piece.start : offset])
        return width(line.prefix) + width(text[line.start : max(line.start, offset)])

    def line_with_text(self, index: int, step: int) -> int:
        """Return the index of the first line with text at *index* or further in that direction.

        Where there is none, it is the nearest to *index* at all.
        """
        index = max(0, min(index, len(self.lines) - 1))
        onward = range(index, len(self.lines) if step > 0 else -1, step)
        back = range(index, -1 if step > 0 else len(self.lines), -step)
        return next(filter(self.lines.shows_text, chain(onward, back)), index)

    def _piece_at(self, line: Line, x: int) -> tuple[int, int, int]:
        """Return the range painted under *x* and how far into it that is."""
        if not line.pieces:
            return line.start, line.end, max(0, x - width(line.prefix))
        under = [piece for piece in line.pieces if piece.x <= x] or [line.pieces[0]]
        piece = under[-1]
        return piece.start, piece.end, max(0, x - piece.x)

    def top_offset(self, index: int, place: int | None = None) -> int:
        """Return the offset of the first text at or below line *index*.

        It is *place* when that stands on the line, so that no line is lost from width to width.
        """
        if place is not None and self.line_of(place) == index:
            return place
        below = range(max(index, 0), len(self.lines))
        last = len(self.lines) - 1
        found = next(filter(self.lines.shows_text, below), last)
        return self.starts[found] if found >= 0 else 0


def lay_out(article: Article, cells: int, heading: Sequence[str] = ()) -> Layout:
    """Return the lines of *article* when its text is *cells* cells wide.

    Args:
        article: what to lay out.
        cells: the width of a line of text, at least 8.
        heading: lines of our own above the text: the headline, then what is known of it.
    """
    if (text := unjoined(article.text)) is not article.text:
        article = replace(article, text=text)
    layout = Layout(article, cells)
    lines = layout.lines
    for number, words in enumerate(heading, start=1):
        lines.extend(_own_line(-number, words[a:z], cells) for a, z in wrap_own(words, cells))
    if heading:
        lines.append(Line(-1, 0, 0, own=""))
    flow = _Flow()
    for index, block in enumerate(article.blocks):
        if flow.previous is not None and not _close(flow.previous, block):
            lines.append(Line(index, block.start, block.start))
        narrow = is_narrow(article.text[block.start : block.end])
        layout.narrow.append(narrow)
        if narrow and block.kind == "paragraph":  # as ``_block_lines`` has it, but sooner
            lines.run(index, wrap(article.text, block.start, block.end, cells, narrow=True))
        else:
            lines.extend(_block_lines(layout, index, flow))
        flow.previous = block
    return layout


@dataclass(slots=True)
class _Flow:
    """What one block leaves behind for the next."""

    previous: Block | None = None
    numbers: dict[int, int] = field(default_factory=dict)
    """The last number of the list on each level."""
    rows: Sequence[Block] = ()
    """The rows of the table that the last row belonged to."""
    widths: tuple[int, ...] = ()
    """The columns of that table; none where they have no room."""
    folds: bool = False
    """Whether a row of it takes several lines."""


def wrap_own(words: str, cells: int) -> Iterator[tuple[int, int]]:
    """Wrap a line of our own."""
    return wrap(words, 0, len(words), cells, narrow=is_narrow(words))


def _own_line(number: int, words: str, cells: int) -> Line:
    """Return a line above the text; at the right edge when it is written from there."""
    pad = cells - width(words) if reads_leftwards(words, 0, len(words)) else 0
    return Line(number, 0, 0, " " * pad, own=words)


def _close(previous: Block, block: Block) -> bool:
    """Tell whether *block* follows *previous* without an empty line between them."""
    if block.kind == "row":
        return previous.kind in ("table", "row")
    if block.kind == previous.kind == "list_item":
        return block.ordered == previous.ordered or block.level != previous.level
    return (block.kind, previous.kind) == ("caption", "image")


def _prefix(block: Block, flow: _Flow) -> str:
    """Return what is painted before the first line of *block*."""
    match block.kind:
        case "heading":
            return "#" * (block.level or 2) + " "
        case "quote":
            return "▎ "
        case "code":
            return "  "
        case "image":
            return "▣ "
        case "list_item":
            return _bullet(block, flow)
    return ""


def _bullet(block: Block, flow: _Flow) -> str:
    """Return the bullet or number of a list item, counting on from the one before it."""
    depth, numbers = block.level or 1, flow.numbers
    if flow.previous is None or flow.previous.kind != "list_item":
        numbers.clear()
    for deeper in [level for level in numbers if level > depth]:
        del numbers[deeper]
    if block.ordered:
        numbers[depth] = numbers.get(depth, 0) + 1 if block.number is None else block.number
        sign = f"{numbers[depth]}."
    else:
        numbers.pop(depth, None)
        sign = BULLETS[min(depth, 3) - 1]
    return "  " * (depth - 1) + f" {sign} "


def _block_lines(layout: Layout, index: int, flow: _Flow) -> Iterator[Line]:
    """Yield the lines of the block at *index*."""
    block = layout.article.blocks[index]
    prefix = _prefix(block, flow)
    match block.kind:
        case "table":
            return
        case "rule":
            yield Line(index, block.start, block.start, own="─" * layout.cells)
            return
        case "row":
            yield from _table_lines(layout, index, flow)
            return
        case "image" if block.start == block.end:
            yield Line(index, block.start, block.end, own="▣ image")
            return
    yield from _passage_lines(layout, index, prefix)


def _passage_lines(layout: Layout, index: int, prefix: str) -> Iterator[Line]:
    """Yield the lines of a block of running text; at the right edge where it is read from there."""
    block, text, narrow = layout.article.blocks[index], layout.article.text, layout.narrow[index]
    prefix = prefix[-(layout.cells // 2) :]
    room = layout.cells - width(prefix)
    leftwards = not narrow and block.kind != "code"
    leftwards = leftwards and reads_leftwards(text, block.start, block.end)
    for start, end in wrap(text, block.start, block.end, room, narrow=narrow):
        pad = " " * (room - width(text[start:end])) if leftwards else ""
        before = prefix + pad if block.kind == "quote" else pad + prefix
        yield Line(index, start, end, before)
        prefix = _continued(block, prefix)


def _continued(block: Block, prefix: str) -> str:
    """Return what is painted before the further lines of a block."""
    return prefix if block.kind in ("quote", "code") else " " * width(prefix)


def _table_lines(layout: Layout, index: int, flow: _Flow) -> Iterator[Line]:
    """Yield the lines of one row of a table, and a rule below a header.

    Where the columns have no room side by side, each cell has lines of its own.
    """
    blocks, text = layout.article.blocks, layout.article.text
    block = blocks[index]
    if flow.previous is None or flow.previous.kind != "row":
        flow.rows = rows_from(blocks, index)
        flow.widths = column_widths(flow.rows, text, layout.cells)
        flow.folds = folds(flow.rows, text, flow.widths)
    widths = flow.widths
    if not widths:
        yield from _stacked_lines(layout, index, flow)
        return
    if flow.folds and block is not flow.rows[0] and not _is_header(flow.previous):
        yield Line(index, block.start, block.start, own=rule_between(widths, " ", "│"))
    for pieces in row_lines(block, text, widths):
        yield Line(index, block.start, block.end, pieces=pieces)
    if block.header:
        yield Line(index, block.start, block.start, own=rule_between(widths, "─", "┼"))


def _is_header(block: Block | None) -> bool:
    """Tell whether *block* is the header of a table, below which there is a rule."""
    return block is not None and block.header


def _stacked_lines(layout: Layout, index: int, flow: _Flow) -> Iterator[Line]:
    """Yield the lines of one row below each other, each cell with the name of its column."""
    block, text, cells = layout.article.blocks[index], layout.article.text, layout.cells
    if block is not flow.rows[0]:
        yield Line(index, block.start, block.start)
    for (start, end), name in zip(block.cells, column_names(flow.rows, text, block), strict=False):
        prefix = cut(name, cells // 3) + ": " if name else ""
        room = cells - width(prefix)
        for first, last in wrap(text, start, end, room, narrow=is_narrow(text[start:end])):
            if last > first:
                yield Line(index, first, last, prefix)
                prefix = " " * width(prefix)
