"""What a row of the terminal shows, and what is to be sent to make it show something else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import itemgetter
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

    def send(self, strips: Iterable[Placed]) -> list[Placed]:
        """Return what is to be sent so that *strips* are shown, of which none lies over another.

        Those side by side that do not stand just where one stood, as when a box opens, are
        compared as one.
        """
        sent: list[Placed] = []
        run: list[Placed] = []
        end = -1
        for x, strip in sorted(strips, key=itemgetter(0)):
            part, cells = self._parts.get(x), strip.cell_length
            if part is not None and part.end - part.start == cells:
                self._parts[x] = Part(strip, 0, cells)
                sent += _moved(x, news(part.cut(), strip))
                continue
            if x != end:
                sent += self._send_anew(run)
                run = []
            run.append((x, strip))
            end = x + cells
        return sent + self._send_anew(run)

    def _send_anew(self, run: Sequence[Placed]) -> list[Placed]:
        """Return what is to be sent of strips that stand side by side, each in a new place."""
        if not run:
            return []
        now = Strip.join([strip for _, strip in run]) if len(run) > 1 else run[0][1]
        start = run[0][0]
        before = self._take_out(start, start + now.cell_length)
        for x, strip in run:
            self._parts[x] = Part(strip, 0, strip.cell_length)
        return _moved(start, news(before, now))

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


def _moved(x: int, placed: Iterable[Placed]) -> list[Placed]:
    """Return what is *placed* on a strip by its columns on the row, where that starts at *x*."""
    return [(x + at, part) for at, part in placed]


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
