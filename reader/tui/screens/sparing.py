"""Paints and sends to the terminal only what differs from what it shows.

A widget that changed in one place asks to be painted whole more often than not: when it takes the
focus, when another row of a list is set apart. Over a slow line each needless row is felt; and
Textual paints all widgets between two that changed, those among them that others hide.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from rich.console import Console
from rich.control import Control
from textual._compositor import ChopsUpdate, Compositor, LayoutUpdate, ReflowResult
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from reader.tui.screens.sent_row import Placed, SentRow

OnTerminal = tuple[int, Placed]
"""A row, and a strip on it."""


class Piece(NamedTuple):
    """A part of a row that one widget is seen on."""

    start: int
    """The column it starts at."""

    end: int
    """The column after it."""

    widget: Widget
    region: Region
    """Where the widget is on the screen, as far as it would go if nothing hid it."""


class SparingUpdate(ChopsUpdate):
    """Strips at their places on the terminal."""

    def __init__(self, placed: Sequence[OnTerminal]) -> None:
        super().__init__([], [], [])
        self._placed = placed

    def render_segments(self, console: Console) -> str:
        """Return what is written to the terminal."""
        return "".join(
            Control.move_to(x, y).segment.text + strip.render(console)
            for y, (x, strip) in self._placed
        )


class SparingCompositor(Compositor):
    """Paints the rows that changed of the widgets that are seen, and remembers what was sent.

    A full update is sent whole, as after another program has written to the terminal.
    """

    def __init__(self) -> None:
        super().__init__()
        self._sent: dict[int, SentRow] = {}
        self._sent_size = self.size
        """The size of the terminal when they were sent."""
        self._edges: Sequence[int] = ()
        """The rows at which some widget begins or ends; all rows between two have one make-up."""
        self._pieces: dict[int, Sequence[Piece]] = {}
        """The pieces of the rows below each edge that were asked for since it was laid out."""
        self._laid_out: Mapping[Widget, tuple[Region, Region]] = {}
        """Where the widgets were then, those in front first."""

    def reflow(self, parent: Widget, size: Size) -> ReflowResult:
        """Lay out the screen; where all widgets are is known then, whatever was scrolled before."""
        result = super().reflow(parent, size)
        self._full_map_invalidated = False
        return result

    def render_full_update(self, simplify: bool = False) -> LayoutUpdate:
        """Return the whole screen."""
        update = super().render_full_update(simplify)
        self._sent_size = self.size
        self._sent = {
            y: SentRow(dict(zip(cuts, strips, strict=False)))
            for y, (cuts, strips) in enumerate(zip(self.cuts, update.strips, strict=False))
        }
        return update

    def forget(self) -> None:
        """Know nothing of what the terminal shows: what was painted did not reach it."""
        self._sent = {}

    def render_partial_update(self) -> ChopsUpdate | None:
        """Return what of the changed regions the terminal does not show yet.

        A widget that changed with others but has not told the screen yet is painted with them,
        rather than in a frame of its own.
        """
        self.update_widgets(set(self.visible_widgets))
        spans = list(self._regions_to_spans(self._dirty_regions))
        self._dirty_regions.clear()
        if self.size != self._sent_size:
            self._sent, self._sent_size = {}, self.size
        rows: dict[int, list[Placed]] = {}
        for y, x, strip in _painted(self._seen(spans)):
            rows.setdefault(y, []).append((x, strip))
        placed = [
            (y, news)
            for y, strips in rows.items()
            for news in self._sent.setdefault(y, SentRow()).send(strips)
        ]
        return SparingUpdate(placed) if placed else None

    def _seen(self, spans: Iterable[tuple[int, int, int]]) -> dict[Widget, dict[int, list[Piece]]]:
        """Return what is seen of each widget, row by row, where *spans* touch it.

        Args:
            spans: rows, each with the columns between which it changed.
        """
        seen: dict[Widget, dict[int, list[Piece]]] = {}
        for y, first, last in spans:
            for piece in self._on_row(y):
                if piece.start < last and piece.end > first:
                    on_row = seen.setdefault(piece.widget, {}).setdefault(y, [])
                    if piece not in on_row:  # two spans of a row may touch one piece
                        on_row.append(piece)
        return seen

    def _on_row(self, y: int) -> Sequence[Piece]:
        """Return the pieces of a row, as the screen is laid out now."""
        if self._laid_out is not self.visible_widgets:
            self._laid_out, self._pieces = self.visible_widgets, {}
            self._edges = _edges_of(self._laid_out.values())
        edge = bisect_right(self._edges, y)
        if edge not in self._pieces:
            self._pieces[edge] = _pieces_on(y, self.size.width, self._laid_out)
        return self._pieces[edge]


def _edges_of(placed: Iterable[tuple[Region, Region]]) -> list[int]:
    """Return the rows at which regions or their clips begin or end, from the top."""
    return sorted({y for both in placed for one in both for y in (one.y, one.bottom)})


def _pieces_on(
    y: int, width: int, widgets: Mapping[Widget, tuple[Region, Region]]
) -> Sequence[Piece]:
    """Return what is seen on row *y* of *widgets*, those in front first, each with its clip."""
    pieces: list[Piece] = []
    free = [(0, width)]
    for widget, (region, clip) in widgets.items():
        if not (region.y <= y < region.bottom and clip.y <= y < clip.bottom):
            continue
        left, right = max(region.x, clip.x), min(region.right, clip.right)
        rest: list[tuple[int, int]] = []
        for start, end in free:
            first, last = max(start, left), min(end, right)
            if first < last:
                pieces.append(Piece(first, last, widget, region))
                rest += [(start, first), (last, end)]
            else:
                rest.append((start, end))
        free = [(start, end) for start, end in rest if start < end]
    return pieces


def _painted(
    seen: Mapping[Widget, Mapping[int, Sequence[Piece]]],
) -> Iterator[tuple[int, int, Strip]]:
    """Paint the rows that are *seen* of each widget; yield their strips by row and column."""
    for widget, rows in seen.items():
        for first, last in _runs(sorted(rows)):
            region = rows[first][0].region
            crop = Region(0, first - region.y, region.width, last - first)
            for y, strip in enumerate(widget.render_lines(crop), first):
                for start, end, _, _ in rows[y]:
                    whole = end - start == region.width
                    part = strip if whole else strip.crop(start - region.x, end - region.x)
                    yield y, start, part


def _runs(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first of each run of *rows* that follow one another, and the one after its last."""
    start = 0
    for index in range(1, len(rows) + 1):
        if index == len(rows) or rows[index] != rows[index - 1] + 1:
            yield rows[start], rows[index - 1] + 1
            start = index
