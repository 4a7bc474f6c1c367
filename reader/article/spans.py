"""Ranges of an article's text."""

from collections.abc import Iterable
from dataclasses import dataclass

from reader.errors import SpanError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of an article's plain text.

    Offsets count Unicode code points from the start of ``Article.text``, the unit Python
    slices in, so ``text[span.start : span.end]`` is the passage itself.

    Raises:
        SpanError: if the range is empty, reversed or starts before zero.
    """

    start: int
    """Offset of the first code point inside the range."""

    end: int
    """Offset of the first code point after the range."""

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise SpanError(self.start, self.end)

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the passage of *text* that the range covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two ranges share a code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Tell whether *other* lies wholly inside this range."""
        return self.start <= other.start and other.end <= self.end


def merge_overlapping(spans: Iterable[Span]) -> list[Span]:
    """Return *spans* in reading order, with those that overlap or touch made one.

    The body is painted from the result, so a passage highlighted twice is styled once.
    """
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
