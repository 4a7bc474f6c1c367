"""Keeps track of which ranges of a text are taken, so that facts do not overlap by accident."""

from bisect import bisect_left, insort
from collections.abc import Iterable


class SpanIndex:
    """Ranges that do not overlap each other; a question costs the logarithm of their number."""

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._spans: list[tuple[int, int]] = []
        for span in sorted(spans):
            self.add(*span)

    def add(self, start: int, end: int) -> bool:
        """Take the range unless part of it is taken, and tell whether that was done."""
        if self.overlaps(start, end):
            return False
        insort(self._spans, (start, end))
        return True

    def overlaps(self, start: int, end: int) -> bool:
        """Tell whether part of the range is taken."""
        return self.find(start, end) is not None

    def find(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the first taken range that overlaps this one."""
        at = bisect_left(self._spans, (start, start))
        for near in (at - 1, at):
            if 0 <= near < len(self._spans):
                low, high = self._spans[near]
                if low < end and start < high:
                    return low, high
        return None
