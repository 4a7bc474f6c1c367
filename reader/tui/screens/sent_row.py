"""What a row of the terminal shows, and what is to be sent to make it show something else."""

from __future__ import annotations

from textual.strip import Strip

from reader.tui.page.cells import is_narrow

Placed = tuple[int, Strip]
"""The column at which a strip stands, and the strip."""


class SentRow:
    """One row, as it was sent last.

    Args:
        strips: what it shows, by the column that each strip starts at; where none is, nothing is
            known.
    """

    def __init__(self, strips: dict[int, Strip] | None = None) -> None:
        self._strips = strips or {}

    def send(self, x: int, strip: Strip) -> list[Placed]:
        """Return what is to be sent so that *strip* is shown from column *x* on."""
        before = self._strips.get(x)
        if before is None or before.cell_length != strip.cell_length:
            before = self._take_out(x, x + strip.cell_length)
        self._strips[x] = strip
        return [(x + at, part) for at, part in news(before, strip)]

    def _take_out(self, start: int, end: int) -> Strip | None:
        """Take out what stands between two columns; return it if all of it is known."""
        parts, known = [], start
        for x, strip in sorted(self._strips.items(), key=lambda placed: placed[0]):
            stop = x + strip.cell_length
            if stop <= start or x >= end:
                continue
            del self._strips[x]
            if x < start:
                self._strips[x] = strip.crop(0, start - x)
            if stop > end:
                self._strips[end] = strip.crop(end - x, strip.cell_length)
            if max(x, start) == known:
                known = min(stop, end)
                parts.append(strip.crop(max(start - x, 0), known - x))
        return Strip.join(parts) if known == end else None


def news(before: Strip | None, now: Strip) -> list[Placed]:
    """Return the parts of *now* that differ from *before*, each with the cell it starts at."""
    if before is now:
        return []
    if before is None or before.cell_length != now.cell_length:
        return [(0, now)]
    if not (_is_plain(before) and _is_plain(now)):
        # What takes other cells than were counted is sent whole, with what goes with it.
        return [] if before == now else [(0, now)]
    start = _same_cells(before, now)
    if start >= now.cell_length:
        return []
    end = now.cell_length - _same_cells(before, now, -1)
    return [(start, now.crop(start, max(start + 1, end)))]


def _is_plain(strip: Strip) -> bool:
    """Tell whether each character of *strip* takes one cell, and nothing but text is in it."""
    return all(segment.control is None and is_narrow(segment.text) for segment in strip)


def _same_cells(before: Strip, now: Strip, step: int = 1) -> int:
    """Return how many cells are the same at the start of both; at the end for a *step* of -1."""
    same = 0
    for (old, old_style, _), (new, new_style, _) in zip(
        list(before)[::step], list(now)[::step], strict=False
    ):
        if old_style != new_style:
            break
        if old != new:
            signs = enumerate(zip(old[::step], new[::step], strict=False))
            shorter = min(len(old), len(new))
            return same + next((at for at, (one, other) in signs if one != other), shorter)
        same += len(new)
    return same
