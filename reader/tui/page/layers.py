"""What is painted over the text, by block, so that a line finds its own at once."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.article.model import Block


class Wash(NamedTuple):
    """A passage painted in a style of its own."""

    start: int
    end: int
    style: str
    """The name of the style, as in ``mark-claim``."""


Washes = Mapping[int, tuple[Wash, ...]]
"""For the index of a block, the washes in it, in reading order."""


class EvenWashes(Washes):
    """Passages in one style, of which there may be thousands: a block's are cut when it is painted.

    Args:
        passages: the passages in reading order, none over another.
        style: the name of their style.
        blocks: the blocks of the article.
    """

    def __init__(
        self, passages: Sequence[tuple[int, int]], style: str, blocks: Sequence[Block]
    ) -> None:
        self._passages = passages
        self._style = style
        self._blocks = blocks
        self._cut: dict[int, tuple[Wash, ...]] = {}

    def __getitem__(self, index: int) -> tuple[Wash, ...]:
        """Return the washes of the block at *index*, which is asked for once a line."""
        washes = self._cut.get(index)
        if washes is None:
            washes = self._cut[index] = tuple(self._washes_of(self._blocks[index]))
        return washes

    def _washes_of(self, block: Block) -> Iterator[Wash]:
        """Yield the washes of *block*."""
        at = max(0, bisect_right(self._passages, (block.start, block.start)) - 1)
        while at < len(self._passages) and self._passages[at][0] < block.end:
            start, end = self._passages[at]
            if end > block.start:
                yield Wash(max(start, block.start), min(end, block.end), self._style)
            at += 1

    def __iter__(self) -> Iterator[int]:
        """Yield the index of every block."""
        return iter(range(len(self._blocks)))

    def __len__(self) -> int:
        """Return how many blocks there are."""
        return len(self._blocks)


def by_block(washes: Iterable[Wash], blocks: Sequence[Block]) -> Washes:
    """Return *washes* by the block that they lie in; one over several blocks is cut.

    Of those that start together the longer comes first, so that what lies inside is painted last.
    """
    found: dict[int, list[Wash]] = {}
    for wash in washes:
        index = max(0, bisect_right(blocks, wash.start, key=_start) - 1)
        while index < len(blocks) and blocks[index].start < wash.end:
            block = blocks[index]
            start, end = max(wash.start, block.start), min(wash.end, block.end)
            if start < end:
                found.setdefault(index, []).append(Wash(start, end, wash.style))
            index += 1
    return {
        index: tuple(sorted(parts, key=lambda wash: (wash.start, -wash.end)))
        for index, parts in found.items()
    }


def _start(block: Block) -> int:
    """Return where *block* starts."""
    return block.start


def overlaps(washes: Iterable[Wash]) -> list[tuple[int, int]]:
    """Return the stretches over which two or more of *washes* lie, in reading order."""
    edges = sorted(
        edge
        for wash in washes
        for edge in ((wash.start, 1), (wash.end, -1))
        if wash.end > wash.start
    )
    found: list[tuple[int, int]] = []
    depth, since = 0, 0
    for offset, step in edges:
        if depth == 1 and step == 1:
            since = offset
        elif depth == 2 and step == -1 and offset > since:
            found.append((since, offset))
        depth += step
    return found


def runs(start: int, end: int, washes: Sequence[Wash]) -> list[tuple[int, int, tuple[str, ...]]]:
    """Cut ``start`` to ``end`` wherever a wash starts or ends.

    Returns:
        For each stretch, its range and the styles over it, in the order of *washes*.
    """
    over = [wash for wash in washes if wash.start < end and wash.end > start]
    if not over:
        return [(start, end, ())]
    cuts = {start, end}
    for wash in over:
        cuts.add(max(start, wash.start))
        cuts.add(min(end, wash.end))
    edges = sorted(cuts)
    return [
        (a, z, tuple(wash.style for wash in over if wash.start <= a and wash.end >= z))
        for a, z in pairwise(edges)
    ]
