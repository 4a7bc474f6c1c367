"""What a row of the terminal shows, and what is to be sent to make it show something else."""

from __future__ import annotations

from typing import NamedTuple

from textual.strip import Strip

from reader.tui.page.cells import is_narrow

Placed = tuple[int, Strip]
"""The column at which a strip stands, and the strip."""


class Part(NamedTuple):
    """A part of a strip; the strip is cut only when that part alone is asked for."""

    strip: Strip
    start: int
    """The cell of the strip at which it starts."""

    end: int
    """The cell after it."""

    def between(self, start: int, end: int) -> Part:
        """Return a part of this part."""
        return Part(self.strip, self.start + start, self.start + end)

    def cut(self) -> Strip | None:
        """Return it as a strip of its own; None where a wide sign may have been cut in two.

        What a terminal shows of half a sign is not what the strip has there.
        """
        if self.end - self.start == self.strip.cell_length:
            return self.strip
        return self.strip.crop(self.start, self.end) if _is_plain(self.strip) else None


class SentRow:
    """One row, as it was sent last.

    Args:
        strips: what it shows, by the column that each strip starts at; where none is, nothing is
            known.
    """

    def __init__(self, strips: dict[int, Strip] | None = None) -> None:
        self._parts = {x: Part(strip, 0, strip.cell_length) for x, strip in (strips or {}).items()}
        """What is known, in parts by the column that each starts at."""

    def send(self, x: int, strip: Strip) -> list[Placed]:
        """Return what is to be sent so that *strip* is shown from column *x* on."""
        now = Part(strip, 0, strip.cell_length)
        part = self._parts.get(x)
        if part is None or part.end - part.start != now.end:
            before = self._take_out(x, x + now.end)
        else:
            before = part.cut()
        self._parts[x] = now
        return [(x + at, changed) for at, changed in news(before, strip)]

    def _take_out(self, start: int, end: int) -> Strip | None:
        """Take out what stands between two columns; return it if all of it is known."""
        taken, known = [], start
        for x, part in sorted(self._parts.items()):
            stop = x + part.end - part.start
            if stop <= start or x >= end:
                continue
            del self._parts[x]
            if x < start:
                self._parts[x] = part.between(0, start - x)
            if stop > end:
                self._parts[end] = part.between(end - x, stop - x)
            if max(x, start) == known:
                known = min(stop, end)
                taken.append(part.between(max(start - x, 0), known - x))
        if known != end:
            return None
        strips = [strip for part in taken if (strip := part.cut()) is not None]
        if len(strips) < len(taken):
            return None
        return strips[0] if len(strips) == 1 else Strip.join(strips)


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
