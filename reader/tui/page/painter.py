"""Lines of the page to runs of words, each with the names of the styles that lie over them.

It knows no colours and loads nothing of Textual, for the first text stands before that is loaded.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from reader.annotations.model import Mark
from reader.article.model import Article
from reader.article.sanitise import clean_line, mask_text
from reader.tui.glyphs import CURSOR
from reader.tui.page.cells import TAB
from reader.tui.page.cells import width as cells_of
from reader.tui.page.layers import Wash, Washes, by_block, runs
from reader.tui.page.layout import TITLE, Layout, lay_out
from reader.tui.page.line_table import Line
from reader.tui.page.mark_layer import MarkLayer
from reader.tui.page.track import SIGNS

Run = tuple[str, tuple[str, ...]]
"""Words, and the names in ``STYLES`` of what is laid over the page's own style, in this order."""

GUTTER = 3
"""Cells before the text: a mark's sign, the cursor's, what befell the mark."""

STYLES = (
    "title", "meta", "heading", "quote", "code", "caption", "prefix", "gutter",
    "link", "strong", "emphasis", "inline-code",
    "lit", "cursor", "match", "match-here", "selection",
    "highlight", "note", "claim", "changed", "overlap",
    "label-key-point", "label-evidence", "label-quote", "label-question", "label-doubt",
    "label-follow-up",
    "track", "thumb", "tick", "tick-here", "found", "hint",
    "code-comment", "code-keyword", "code-string", "code-number", "code-name",
)  # fmt: skip
"""What is painted in a style of its own; ``styles/article_body.tcss`` says which."""

BLOCK_STYLES = {
    "heading": "heading",
    "quote": "quote",
    "code": "code",
    "caption": "caption",
    "image": "caption",
}


@dataclass(slots=True)
class PagePainter:
    """Says in which styles the lines of one layout are painted.

    The layers lie over the text in this order: the sentence at the cursor, colours of code,
    links and emphasis, marks, mentions of the chosen fact, found words, the selection.
    """

    layout: Layout
    width: int
    """Cells of a whole line, margins and track included."""

    layers: dict[str, Washes] = field(default_factory=dict)
    signs: Mapping[int, str] = field(default_factory=dict)
    """For a line, the sign of the mark on it."""

    badges: Mapping[int, str] = field(default_factory=dict)
    """For a line on which a mark starts, the sign of what befell that."""

    cursor: tuple[int, int] | None = None
    """The sentence at the cursor."""

    selection: tuple[int, int] | None = None
    marks: MarkLayer = field(init=False)
    """The marks, as they lie over the text."""

    @property
    def left(self) -> int:
        """Cells before the text, so that it stands in the middle."""
        return max(GUTTER, (self.width - self.layout.cells) // 2)

    def __post_init__(self) -> None:
        """Find the links and emphasis, which do not change."""
        self.marks = MarkLayer(self.layout)
        self.layers["inline"] = {
            index: tuple(
                Wash(mark.start, mark.end, "inline-code" if mark.kind == "code" else mark.kind)
                for mark in block.inline
            )
            for index, block in enumerate(self.layout.article.blocks)
            if block.inline
        }

    def paint(self, layer: str, washes: Sequence[Wash]) -> None:
        """Lay *washes* over the text in place of the layer before."""
        self.layers[layer] = by_block(washes, self.layout.article.blocks)

    def paint_marks(self, marks: Sequence[Mark]) -> list[tuple[int, int]]:
        """Lay the washes of *marks* over the text, and their signs beside it.

        Returns:
            The passages whose marks are others than before; nothing else is looked at again.
        """
        changed = self.marks.show(marks)
        self.layers["marks"], self.layers["overlaps"] = self.marks.washes, self.marks.overlaps
        self.signs, self.badges = self.marks.signs, self.marks.badges
        return changed

    def line(self, index: int, track: str = " ") -> tuple[list[Run], int]:
        """Return line *index* with *track* as the scroll track's sign at its end.

        Returns:
            Its runs, and the cells that they take: more than the page has only where a sign is
            wider than it.
        """
        lines = self.layout.lines
        painted, taken = self._line(index, lines[index]) if 0 <= index < len(lines) else ([], 0)
        fill = self.width - 1 - taken
        if fill > 0:
            painted.append((" " * fill, ()))
        painted.append((track, (SIGNS.get(track, "track"),)))
        return painted, max(taken, self.width - 1) + 1

    def _line(self, index: int, line: Line) -> tuple[list[Run], int]:
        """Return the runs of a line up to the end of its text, and the cells they take."""
        painted = [self._margin(index, line)]
        if line.own is not None or line.block < 0:
            words = clean_line(line.own or "") if line.block < 0 else line.own or ""
            painted.append((line.prefix + words, (_own_style(line),)))
            return painted, self.left + cells_of(line.prefix) + cells_of(words)
        if line.pieces:
            return self._row(line, painted)
        if line.start == line.end and not line.prefix:
            return painted, self.left
        block = self.layout.article.blocks[line.block]
        name = "heading" if block.header else BLOCK_STYLES.get(block.kind, "")
        if line.prefix:
            painted.append((line.prefix, (name, "prefix")))
        painted.extend(self._passage(line.block, line.start, line.end, name))
        return painted, self.left + cells_of(line.prefix) + self._cells(line)

    def _cells(self, line: Line) -> int:
        """Return the cells that the text of *line* takes."""
        if self.layout.narrow[line.block]:
            return line.end - line.start
        return cells_of(self.layout.article.text[line.start : line.end])

    def _row(self, line: Line, painted: list[Run]) -> tuple[list[Run], int]:
        """Return the runs of a table's row."""
        name = "heading" if self.layout.article.blocks[line.block].header else ""
        at = 0
        for piece in line.pieces:
            if piece.x:
                painted.append((" " * (piece.x - at - 2) + "│ ", ("prefix",)))
            painted.extend(self._passage(line.block, piece.start, piece.end, name))
            at = piece.x + cells_of(self.layout.article.text[piece.start : piece.end])
        return painted, self.left + at

    def _margin(self, index: int, line: Line) -> Run:
        """Return what stands before the text: a mark's sign and the cursor's."""
        sign = self.signs.get(index, " ")
        here = " "
        if self.cursor is not None and line.end > line.start and line.start <= self.cursor[0]:
            here = CURSOR if self.cursor[0] < line.end else " "
        badge = self.badges.get(index) or " "
        return " " * (self.left - GUTTER) + sign + here + badge, ("gutter",)

    def _passage(self, block: int, start: int, end: int, name: str) -> list[Run]:
        """Return the runs of ``text[start:end]``, every layer over it."""
        washes: list[Wash] = []
        if self.cursor is not None:
            washes.append(Wash(*self.cursor, "cursor"))
        for layer in ("code", "inline", "marks", "overlaps", "lit", "matches", "here"):
            washes.extend(self.layers.get(layer, {}).get(block, ()))
        if self.selection is not None:
            washes.append(Wash(*self.selection, "selection"))
        text = self.layout.article.text
        return [
            (text[a:z].replace("\t", TAB), (name, *names))
            for a, z, names in runs(start, end, washes)
        ]


def cells_for(width: int, most: int) -> int:
    """Return how wide the text is on a page of *width* cells, when it is to be *most* at most."""
    return max(8, min(most, width - GUTTER - 3))


def paint_article(article: Article, heading: Sequence[str], width: int, cells: int) -> PagePainter:
    """Lay an article out, so that it can be painted.

    Args:
        article: the article; what a terminal could take for orders is masked in its text.
        heading: the lines above the text.
        width: the cells of the page.
        cells: the cells of its text, as ``cells_for`` gives them.
    """
    safe = replace(article, text=mask_text(article.text))
    return PagePainter(lay_out(safe, cells, heading), width)


def _own_style(line: Line) -> str:
    """Return the style of a line of our own: the headline above all, then what is known."""
    if line.block >= 0:
        return "prefix"
    return "title" if line.block == TITLE else "meta"
