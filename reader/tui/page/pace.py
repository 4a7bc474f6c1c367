"""How fast somebody reads: measured while they turn pages, and which text they have read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.article.model import Article
from reader.article.outline import flatten

USUAL = 230
"""Words a minute, until enough pages were read to know better."""

KEPT = 60
"""So many of the last measurements count."""

_ENOUGH = 5
_LEAST_WORDS = 40
"""What is less says nothing of the pace; it is measured together with what follows."""

_SLOWEST, _FASTEST = 80, 900
"""Words a minute between which somebody reads; else they left the room, or turned over pages."""

_READ_SHARE = 0.9
"""Of a section that much must have been read."""

Ranges = tuple[tuple[int, int], ...]


def words_a_minute(samples: Sequence[float]) -> int:
    """Return the pace that *samples* of words a minute come to."""
    if len(samples) < _ENOUGH:
        return USUAL
    ordered, count = sorted(samples), len(samples)
    return round((ordered[(count - 1) // 2] + ordered[count // 2]) / 2)


@dataclass
class Reading:
    """What was read of one article since it was opened, and how fast.

    Times are seconds on any clock that only goes forward; offsets count in ``Article.text``.
    """

    article: Article
    read: Ranges = ()
    """The ranges that were read, in order, none touching the next."""

    samples: list[float] = field(default_factory=list)
    """The paces measured, in words a minute."""

    _first: int = 0
    _last: int = 0
    _since: float | None = None

    def look(self, first: int, last: int, at: float) -> None:
        """Take note that the text from *first* to *last* is in view from the time *at* on.

        What went out of view at the top has been read, if that took as long as reading does.
        """
        if self._since is None or first < self._first or first > self._last:
            self._begin(first, last, at)
            return
        words = self._words(self._first, first)
        if words >= _LEAST_WORDS:
            self._measure(self._first, first, words, at)
            self._begin(first, last, at)
        else:
            self._last = max(self._last, last)

    def leave(self, at: float) -> None:
        """Take note that the page is left: at the end of the text, all of it has been read."""
        if self._since is not None and self._last >= len(self.article.text):
            words = self._words(self._first, self._last)
            if words >= _LEAST_WORDS:
                self._measure(self._first, self._last, words, at)
        self._since = None

    def _begin(self, first: int, last: int, at: float) -> None:
        """Measure from here on."""
        self._first, self._last, self._since = first, last, at

    def _words(self, start: int, end: int) -> int:
        """Return how many words stand between two offsets."""
        return len(self.article.text[start:end].split())

    def _measure(self, start: int, end: int, words: int, at: float) -> None:
        """Note the pace at which a range was read, and that it was, unless nobody reads so."""
        seconds = at - (self._since or 0.0)
        pace = 60 * words / seconds if seconds > 0 else float("inf")
        if pace <= _FASTEST:
            self.read = joined((*self.read, (start, end)))
        if _SLOWEST <= pace <= _FASTEST:
            self.samples.append(round(pace, 1))

    def sections_read(self) -> frozenset[int]:
        """Return where the sections start that were read."""
        starts = [section.start for _, section in flatten(self.article.sections)]
        ends = [*starts[1:], len(self.article.text)]
        return frozenset(
            start
            for start, end in zip(starts, ends, strict=False)
            if _overlap(self.read, start, end) >= _READ_SHARE * max(1, end - start)
        )


def joined(ranges: Sequence[tuple[int, int]]) -> Ranges:
    """Return *ranges* in order, those that overlap or touch made one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def _overlap(ranges: Ranges, start: int, end: int) -> int:
    """Return how much of the range from *start* to *end* lies in *ranges*."""
    return sum(max(0, min(end, last) - max(start, first)) for first, last in ranges)
