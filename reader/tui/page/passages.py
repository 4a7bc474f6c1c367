"""Passages of a text by the thousand, held as columns of numbers: pairs take ten times the room."""

from array import array
from collections.abc import Sequence
from typing import overload

Range = tuple[int, int]


class Passages(Sequence[Range]):
    """Ranges of one text; each pair is made when it is asked for."""

    def __init__(self) -> None:
        self._starts = array("I")
        self._ends = array("I")

    def append(self, start: int, end: int) -> None:
        """Put the range from *start* to *end* behind those that are there."""
        self._starts.append(start)
        self._ends.append(end)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._starts)

    @overload
    def __getitem__(self, index: int) -> Range: ...
    @overload
    def __getitem__(self, index: slice) -> list[Range]: ...
    def __getitem__(self, index: int | slice) -> Range | list[Range]:
        """Return the range at *index*, or those of a slice."""
        if isinstance(index, slice):
            return list(zip(self._starts[index], self._ends[index], strict=True))
        return self._starts[index], self._ends[index]
