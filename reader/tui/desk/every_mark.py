"""The marks of the whole library, for what is looked up in them while the reader waits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reader.annotations.model import Mark

if TYPE_CHECKING:
    from reader.library import Library
    from reader.search import Row

MOST = 5000
"""Up to how many marks of the library are read; more take too long."""


def every_mark(library: Library, rows: Sequence[Row]) -> Iterator[Mark]:
    """Yield the marks of the library whose *rows* those are; none where it has too many."""
    if sum(row.marks for row in rows) <= MOST:
        yield from library.all_marks()
