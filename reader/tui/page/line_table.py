"""The lines of a long article, held as columns of numbers: tens of thousands take little room."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from typing import NamedTuple, overload

from reader.tui.page.tables import Piece


class Line(NamedTuple):
    """One line of the page."""

    block: int
    """Index of its block; above the text -1 for the headline, -2 for what is known of it."""

    start: int
    """Offset in the text of what it shows; of an empty line, where it stands."""

    end: int
    """Offset after what it shows."""

    prefix: str = ""
    """What is painted before the text: a bullet, a quote's bar, a heading's signs, blanks."""

    pieces: tuple[Piece, ...] = ()
    """A table row's cells on this line, instead of ``start`` to ``end``."""

    own: str | None = None
    """Words of ours that it shows instead of the article's."""


class LineTable(Sequence[Line]):
    """Lines in their order; each is made when it is asked for."""

    def __init__(self) -> None:
        self._blocks = array("i")
        self.starts = array("I")
        """For each line, its ``start``, for searching."""
        self._ends = array("I")
        self._rest: dict[int, tuple[str, tuple[Piece, ...], str | None]] = {}
        """What the few lines have that show more than running text, by their index."""
        self._shared: dict[str, str] = {}

    def append(self, line: Line) -> None:
        """Put *line* below those that stand."""
        if line.prefix or line.pieces or line.own is not None:
            prefix = self._shared.setdefault(line.prefix, line.prefix)
            self._rest[len(self._blocks)] = (prefix, line.pieces, line.own)
        self._blocks.append(line.block)
        self.starts.append(line.start)
        self._ends.append(line.end)

    def run(self, block: int, ranges: Iterable[tuple[int, int]]) -> None:
        """Put lines of running text below, those of *ranges*; most of an article is such lines."""
        for start, end in ranges:
            self.starts.append(start)
            self._ends.append(end)
        self._blocks.extend(repeat(block, len(self.starts) - len(self._blocks)))

    def extend(self, lines: Iterable[Line]) -> None:
        """Put *lines* below those that stand."""
        for line in lines:
            self.append(line)

    def shows_text(self, index: int) -> bool:
        """Tell whether line *index* has a stretch of the article's text."""
        return self._ends[index] > self.starts[index]

    def __len__(self) -> int:
        """Return how many lines there are."""
        return len(self._blocks)

    @overload
    def __getitem__(self, index: int) -> Line: ...
    @overload
    def __getitem__(self, index: slice) -> list[Line]: ...
    def __getitem__(self, index: int | slice) -> Line | list[Line]:
        """Return the line at *index*, or those of a slice."""
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        if index < 0:
            index += len(self)
        line = (self._blocks[index], self.starts[index], self._ends[index])
        return Line(*line, *self._rest[index]) if index in self._rest else Line(*line)

    def __iter__(self) -> Iterator[Line]:
        """Yield the lines."""
        return map(self.__getitem__, range(len(self)))
