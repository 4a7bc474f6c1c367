"""Sends to the terminal only what differs from what it shows.

A widget that changed in one place asks to be painted whole more often than not: when it takes the
focus, when another row of a list is set apart. Over a slow line each needless row is felt.
"""

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.control import Control
from rich.segment import Segment
from textual._compositor import ChopsUpdate, Compositor, LayoutUpdate
from textual.strip import Strip

from reader.tui.page.cells import is_narrow

Chops = Mapping[int, Strip | None]
"""The strips of one row by the column that each starts at; None for one not painted now."""

Placed = tuple[int, int, Strip]
"""The column and the row at which a strip is to be sent, and the strip."""


class SparingUpdate(ChopsUpdate):
    """Strips at their places on the terminal."""

    def __init__(self, placed: Sequence[Placed]) -> None:
        super().__init__([], [], [])
        self._placed = placed

    def render_segments(self, console: Console) -> str:
        """Return what is written to the terminal."""
        return "".join(
            Control.move_to(x, y).segment.text + strip.render(console)
            for x, y, strip in self._placed
        )


class SparingCompositor(Compositor):
    """Remembers what was sent, and leaves it out of what is sent next.

    A full update is sent whole, as after another program has written to the terminal.
    """

    def __init__(self) -> None:
        super().__init__()
        self._sent: dict[int, dict[int, Strip]] = {}
        """For each row, the strips that the terminal shows, by the column each starts at."""
        self._sent_size = self.size
        """The size of the terminal when they were sent."""

    def render_full_update(self, simplify: bool = False) -> LayoutUpdate:
        """Return the whole screen."""
        update = super().render_full_update(simplify)
        self._sent_size = self.size
        self._sent = {
            y: dict(zip(cuts, strips, strict=False))
            for y, (cuts, strips) in enumerate(zip(self.cuts, update.strips, strict=False))
        }
        return update

    def render_partial_update(self) -> ChopsUpdate | None:
        """Return what of the changed regions the terminal does not show yet."""
        update = super().render_partial_update()
        if update is None:
            return None
        placed: list[Placed] = []
        for y, first, last in update.spans:
            chops = update.chops[y]
            sent = self._sent_on(y, chops)
            for end, (x, strip) in zip(update.chop_ends[y], chops.items(), strict=False):
                if strip is not None and x < last and end > first:
                    placed.extend((x + at, y, part) for at, part in _news(sent.get(x), strip))
                    sent[x] = strip
        return SparingUpdate(placed) if placed else None

    def _sent_on(self, y: int, chops: Chops) -> dict[int, Strip]:
        """Return what row *y* shows; nothing is known when it was cut at other columns."""
        if self.size != self._sent_size:
            self._sent, self._sent_size = {}, self.size
        sent = self._sent.get(y)
        if sent is None or not sent.keys() <= chops.keys():
            sent = self._sent[y] = {}
        return sent


def _news(before: Strip | None, now: Strip) -> list[tuple[int, Strip]]:
    """Return the parts of *now* that differ from *before*, each with the cell it starts at."""
    if before is now:
        return []
    if before is None or before.cell_length != now.cell_length:
        return [(0, now)]
    if not (_is_plain(before) and _is_plain(now)):
        # What takes other cells than were counted is sent whole, with what goes with it.
        return [] if before == now else [(0, now)]
    start = _same_cells(list(before), list(now))
    if start >= now.cell_length:
        return []
    end = now.cell_length - _same_cells(_reversed(before), _reversed(now))
    return [(start, now.crop(start, max(start + 1, end)))]


def _is_plain(strip: Strip) -> bool:
    """Tell whether each character of *strip* takes one cell, and nothing but text is in it."""
    return all(segment.control is None and is_narrow(segment.text) for segment in strip)


def _reversed(strip: Strip) -> list[Segment]:
    """Return the segments of *strip* from its end, their texts from the end too."""
    return [Segment(text[::-1], style) for text, style, _ in reversed(list(strip))]


def _same_cells(before: Sequence[Segment], now: Sequence[Segment]) -> int:
    """Return how many cells are the same at the start of both."""
    same = 0
    for (old, old_style, _), (new, new_style, _) in zip(before, now, strict=False):
        if old_style != new_style:
            break
        if old != new:
            signs = enumerate(zip(old, new, strict=False))
            same += next(
                (at for at, (one, other) in signs if one != other), len(min(old, new, key=len))
            )
            break
        same += len(new)
    return same
