"""Tables in a page: those that hold data, row by row."""

from collections.abc import Iterator

from lxml import etree

from reader.article.text import CELL_BREAK, BlockDraft, InlineDraft
from reader.ingest.web.inline import INLINE_KINDS, Mark, Piece, absolute, join, piece_of

_MAX_SPAN = 20
_LAYOUT = etree.XPath(
    "boolean(.//table|.//h1|.//h2|.//h3|.//blockquote|.//pre|.//figure|.//form|.//article)"
)
_FORMAL = etree.XPath("boolean(./thead|./caption|.//th)")
_MANY_PARAGRAPHS = 3


def is_data(table: etree._Element) -> bool:
    """Tell whether *table* holds data; many only lay out a page."""
    if table.get("role") in ("presentation", "none") or _LAYOUT(table):
        return False
    rows = [_cells(row) for row in _rows(table)]
    if not rows or max(len(row) for row in rows) < 2:
        return False
    if _FORMAL(table):
        return True
    cells = [cell for row in rows for cell in row]
    if any(sum(1 for _ in cell.iter("p")) > _MANY_PARAGRAPHS for cell in cells):
        return False
    return len(rows) > 1 and max(len(cell.xpath("string()")) for cell in cells) < 1000


def table_drafts(
    table: etree._Element, base: str | None
) -> Iterator[tuple[BlockDraft, etree._Element, float]]:
    """Yield the drafts of *table* with the element of each and which part of it is links."""
    for caption in table.iterchildren("caption"):
        text, inline = join(list(_pieces(caption, base)))
        if text:
            yield BlockDraft("caption", text, inline=inline), caption, 0.0
    yield BlockDraft("table"), table, 0.0
    hanging: dict[int, int] = {}
    for row in _rows(table):
        cells = _cells(row)
        texts = _laid_out(cells, hanging, base)
        if any(text for text, _ in texts):
            draft = _row_draft(texts, header=_is_header(row, cells))
            linked = sum(mark.end - mark.start for mark in draft.inline if mark.kind == "link")
            yield draft, row, linked / len(draft.text)


def _rows(table: etree._Element) -> list[etree._Element]:
    """Return the rows of *table* itself."""
    return [row for row in table.iter("tr") if next(row.iterancestors("table"), None) is table]


def _cells(row: etree._Element) -> list[etree._Element]:
    """Return the cells of one row."""
    return list(row.iterchildren("td", "th"))


def _is_header(row: etree._Element, cells: list[etree._Element]) -> bool:
    """Tell whether a row names its columns."""
    parent = row.getparent()
    in_head = parent is not None and parent.tag == "thead"
    return in_head or (len(cells) > 1 and all(cell.tag == "th" for cell in cells))


def _span(cell: etree._Element, name: str) -> int:
    """Return how many columns or rows a cell takes, within reason."""
    value = (cell.get(name) or "").strip()
    return min(max(int(value[:4]), 1), _MAX_SPAN) if value.isdecimal() else 1


_Text = tuple[str, tuple[InlineDraft, ...]]


def _laid_out(
    cells: list[etree._Element], hanging: dict[int, int], base: str | None
) -> list[_Text]:
    """Return the text of each column of a row; empty where a cell reaches over from elsewhere.

    Args:
        cells: the row's own cells.
        hanging: for each column, how many more rows a cell above reaches down; brought up to date.
        base: the address that relative links count from.
    """
    row: list[_Text] = []
    for cell in cells:
        _skip_hanging(row, hanging)
        down = _span(cell, "rowspan") - 1
        text = join(list(_pieces(cell, base)))
        for extra in range(_span(cell, "colspan")):
            if down:
                hanging[len(row)] = down
            row.append(("", ()) if extra else text)
    _skip_hanging(row, hanging)
    return row


def _skip_hanging(row: list[_Text], hanging: dict[int, int]) -> None:
    """Leave the columns empty that a cell from a row above reaches into."""
    while hanging.get(len(row)):
        hanging[len(row)] -= 1
        row.append(("", ()))


def _row_draft(texts: list[_Text], *, header: bool) -> BlockDraft:
    """Return a row's draft of its cells' texts."""
    inline: list[InlineDraft] = []
    parts: list[str] = []
    at = 0
    for text, marks in texts:
        inline += [InlineDraft(at + m.start, at + m.end, m.kind, m.href) for m in marks]
        parts.append(text.replace("\n", " "))
        at += len(text) + len(CELL_BREAK)
    return BlockDraft("row", CELL_BREAK.join(parts), inline=tuple(inline), header=header)


def _pieces(
    element: etree._Element, base: str | None, marks: tuple[Mark, ...] = ()
) -> Iterator[Piece]:
    """Yield the text of a cell; its blocks are parted by a space."""
    if element.text:
        yield piece_of(element.text, marks)
    for child in element:
        kind = INLINE_KINDS.get(child.tag)
        if kind:
            href = absolute(child.get("href"), base) if kind == "link" else None
            yield from _pieces(child, base, (*marks, Mark(kind, href)))
        elif child.tag in _PARTING:
            yield piece_of(" ")
            yield from _pieces(child, base, marks)
            yield piece_of(" ")
        else:
            yield from _pieces(child, base, marks)
        if child.tail:
            yield piece_of(child.tail, marks)


_PARTING = frozenset(("p", "div", "li", "br", "ul", "ol", "dt", "dd", "section"))
