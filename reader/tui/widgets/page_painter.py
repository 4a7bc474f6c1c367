"""Lines of the page to strips of cells."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.strip import Strip

from reader.annotations.model import Mark
from reader.article.sanitise import clean_line
from reader.tui.glyphs import CURSOR
from reader.tui.page.cells import width as cells_of
from reader.tui.page.layers import Wash, Washes, by_block, runs
from reader.tui.page.layout import TITLE, Layout
from reader.tui.page.line_table import Line
from reader.tui.page.mark_layer import MarkLayer
from reader.tui.page.track import SIGNS

GUTTER = 3
"""Cells before the text: a mark's sign, the cursor's, what befell the mark."""

CACHED_LINES = 4000

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
"""What is painted in a style of its own; ``styles/article_body.tcss`` gives them."""

BLOCK_STYLES = {
    "heading": "heading",
    "quote": "quote",
    "code": "code",
    "caption": "caption",
    "image": "caption",
}


@dataclass(slots=True)
class PagePainter:
    """Paints the lines of one layout, and keeps what it has painted.

    The layers lie over the text in this order: the sentence at the cursor, colours of code,
    links and emphasis, marks, mentions of the chosen fact, found words, the selection.
    """

    layout: Layout
    width: int
    """Cells of a whole line, margins and track included."""

    style_of: Callable[[str], Style]
    """Gives the style of a name, as in ``heading``."""

    base: Style
    filters: Sequence[LineFilter] = ()
    background: Color = field(default_factory=lambda: Color(0, 0, 0))
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

    _hints: Mapping[int, Sequence[tuple[int, str]]] = field(default_factory=dict)
    """For a line, the letters that lie over it and how many cells into it."""

    _strips: dict[tuple[int, str], Strip] = field(default_factory=dict)
    _mixed: dict[tuple[str, ...], Style] = field(default_factory=dict)

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
        """Lay *washes* over the text in place of the layer before; lines are not forgotten."""
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

    def forget(self, lines: range | None = None) -> None:
        """Paint *lines* anew when they are next shown; all of them when none are named."""
        if lines is None:
            self._strips.clear()
            return
        for index in lines:
            for track in (" ", *SIGNS):
                self._strips.pop((index, track), None)

    def show_hints(self, hints: Mapping[int, str]) -> None:
        """Lay letters over the text at these offsets, in place of those before."""
        lines: dict[int, list[tuple[int, str]]] = {}
        for offset, letters in sorted(hints.items()):
            index = self.layout.line_of(offset)
            column = self.left + self.layout.cell_of(index, offset)
            lines.setdefault(index, []).append((column, letters))
        self._hints = lines

    def strip(self, index: int, track: str = " ") -> Strip:
        """Return line *index* with *track* as the scroll track's sign at its end."""
        strip = self._plain_strip(index, track)
        for column, letters in self._hints.get(index, ()):
            over = self._filtered(Strip([Segment(letters, self._style("hint"))], len(letters)))
            after = strip.crop(column + len(letters), strip.cell_length)
            strip = Strip.join([strip.crop(0, column), over, after])
        return strip

    def _filtered(self, strip: Strip) -> Strip:
        """Return *strip* in the colours that the terminal is to have."""
        for line_filter in self.filters:
            strip = strip.apply_filter(line_filter, self.background)
        return strip

    def _plain_strip(self, index: int, track: str) -> Strip:
        """Return line *index* without the letters over links."""
        strip = self._strips.get((index, track))
        if strip is None:
            strip = self._filtered(self._paint(index, track))
            if len(self._strips) >= CACHED_LINES:
                self._strips.clear()
            self._strips[index, track] = strip
        return strip

    def _paint(self, index: int, track: str) -> Strip:
        """Paint one line."""
        lines = self.layout.lines
        if 0 <= index < len(lines):
            segments, taken = self._line(index, lines[index])
        else:
            segments, taken = [], 0
        fill = self.width - 1 - taken
        if fill > 0:
            segments.append(Segment(" " * fill, self.base))
        segments.append(Segment(track, self._style(SIGNS.get(track, "track"))))
        return Strip(segments, max(taken, self.width - 1) + 1)

    def _line(self, index: int, line: Line) -> tuple[list[Segment], int]:
        """Return the segments of a line up to the end of its text, and the cells they take."""
        segments = [self._margin(index, line)]
        if line.own is not None or line.block < 0:
            words = clean_line(line.own or "") if line.block < 0 else line.own or ""
            segments.append(Segment(line.prefix + words, self._style(self._own_style(line))))
            return segments, self.left + cells_of(line.prefix) + cells_of(words)
        if line.pieces:
            return self._row(line, segments)
        if line.start == line.end and not line.prefix:
            return segments, self.left
        block = self.layout.article.blocks[line.block]
        name = "heading" if block.header else BLOCK_STYLES.get(block.kind, "")
        if line.prefix:
            segments.append(Segment(line.prefix, self._style(name, "prefix")))
        segments.extend(self._passage(line.block, line.start, line.end, name))
        return segments, self.left + cells_of(line.prefix) + self._cells(line)

    def _cells(self, line: Line) -> int:
        """Return the cells that the text of *line* takes."""
        if self.layout.narrow[line.block]:
            return line.end - line.start
        return cells_of(self.layout.article.text[line.start : line.end])

    def _row(self, line: Line, segments: list[Segment]) -> tuple[list[Segment], int]:
        """Return the segments of a table's row."""
        name = "heading" if self.layout.article.blocks[line.block].header else ""
        at = 0
        for piece in line.pieces:
            if piece.x:
                segments.append(Segment(" " * (piece.x - at - 2) + "│ ", self._style("prefix")))
            segments.extend(self._passage(line.block, piece.start, piece.end, name))
            at = piece.x + cells_of(self.layout.article.text[piece.start : piece.end])
        return segments, self.left + at

    def _own_style(self, line: Line) -> str:
        """Return the style of a line of our own: the headline above all, then what is known."""
        if line.block >= 0:
            return "prefix"
        return "title" if line.block == TITLE else "meta"

    def _margin(self, index: int, line: Line) -> Segment:
        """Return what stands before the text: a mark's sign and the cursor's."""
        sign = self.signs.get(index, " ")
        here = " "
        if self.cursor is not None and line.end > line.start and line.start <= self.cursor[0]:
            here = CURSOR if self.cursor[0] < line.end else " "
        badge = self.badges.get(index) or " "
        margin = " " * (self.left - GUTTER) + sign + here + badge
        return Segment(margin, self._style("gutter"))

    def _passage(self, block: int, start: int, end: int, name: str) -> list[Segment]:
        """Return the segments of ``text[start:end]``, every layer over it."""
        washes: list[Wash] = []
        if self.cursor is not None:
            washes.append(Wash(*self.cursor, "cursor"))
        for layer in ("code", "inline", "marks", "overlaps", "lit", "matches", "here"):
            washes.extend(self.layers.get(layer, {}).get(block, ()))
        if self.selection is not None:
            washes.append(Wash(*self.selection, "selection"))
        text = self.layout.article.text
        return [
            Segment(text[a:z].replace("\t", " "), self._style(name, *names))
            for a, z, names in runs(start, end, washes)
        ]

    def _style(self, *names: str) -> Style:
        """Return the base style with each of *names* laid over it."""
        style = self._mixed.get(names)
        if style is None:
            style = self.base
            for name in names:
                style += self.style_of(name) if name else Style.null()
            self._mixed[names] = style
        return style
