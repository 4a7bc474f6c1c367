"""The scroll track: where in the article the page is, and where its marks and found words are."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

FREE, THUMB, TICK, TICK_HERE, FOUND = "│", "┃", "◂", "◀", "·"

SIGNS = {FREE: "track", THUMB: "thumb", TICK: "tick", TICK_HERE: "tick-here", FOUND: "found"}
"""The track's signs, and the style of each."""


@dataclass(slots=True)
class Track:
    """One sign for each row of the screen, standing for its share of the lines."""

    lines: int
    rows: int
    ticks: dict[int, str] = field(default_factory=dict)

    def tick(self, marked: Iterable[int], found: Iterable[int]) -> None:
        """Put a tick where lines are *marked*, and a dot on the rows where words were *found*."""
        self.ticks = dict.fromkeys(found, FOUND)
        rows, lines = max(1, self.rows), max(1, self.lines)  # asked of thousands at each mark
        self.ticks |= dict.fromkeys((line * rows // lines for line in marked), TICK)

    def rows_with(
        self, passages: Sequence[tuple[int, int]], starts: Sequence[int]
    ) -> Iterator[int]:
        """Yield the rows that stand for a line on which one of *passages* starts.

        Args:
            passages: passages of the text in reading order.
            starts: for each line, the offset of the text at which it starts.
        """
        rows, lines = max(1, self.rows), max(1, self.lines)
        firsts = [-(-row * lines // rows) for row in range(rows + 1)]
        edges = [starts[line] if line < len(starts) else None for line in firsts]
        for row, (low, high) in enumerate(pairwise(edges)):
            if low is None:
                return
            at = bisect_left(passages, (low,)) if row else 0
            if at < len(passages) and (high is None or passages[at][0] < high):
                yield row

    def row_of(self, line: int) -> int:
        """Return the row that stands for *line*."""
        return line * max(1, self.rows) // max(1, self.lines)

    def signs(self, top: int) -> list[str]:
        """Return the sign of each row when *top* is the first line in view."""
        if self.lines <= self.rows:
            return [" "] * self.rows
        first, last = self.row_of(top), self.row_of(min(top + self.rows, self.lines) - 1)
        signs = [THUMB if first <= row <= last else FREE for row in range(self.rows)]
        for row, sign in self.ticks.items():
            if row < self.rows:
                inside = sign == TICK and first <= row <= last
                signs[row] = TICK_HERE if inside else sign
        return signs

    def changed(self, before: "Track", top: int) -> Iterator[int]:
        """Yield the rows whose sign is another than *before* when *top* is the first in view."""
        signs = zip(before.signs(top), self.signs(top), strict=False)
        return (row for row, (old, new) in enumerate(signs) if old != new)
