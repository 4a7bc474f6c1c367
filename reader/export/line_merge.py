"""Three versions of a text to one: what either side changed, and what both did."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import product

Lines = Sequence[str]


@dataclass(frozen=True, slots=True)
class MergedLines:
    """The outcome of a merge."""

    lines: list[str]
    """With the changes of both sides; where they change the same lines, with *mine*."""

    refused: list[str]
    """The lines of the other side that gave way."""


def merge_lines(base: Lines, mine: Lines, fresh: Lines) -> MergedLines:
    """Return *mine* with whatever *fresh* changed in *base*.

    What both put in at one place is kept, theirs first. What both changed stays as it is in
    *mine*, and the lines of *fresh* are told.
    """
    lines: list[str] = []
    refused: list[str] = []
    for old, own, new, stable in _chunks(base, mine, fresh):
        if stable or own in (old, new):
            lines += new
        elif new == old:
            lines += own
        elif not old:
            lines += [*new, *own]
        else:
            lines += own
            refused += [line for line in new if line not in own and line not in old]
    return MergedLines(lines, refused)


def _chunks(
    base: Lines, mine: Lines, fresh: Lines
) -> Iterator[tuple[list[str], list[str], list[str], bool]]:
    """Yield the three texts cut into stretches: alike in all three, or not, in turn."""
    base_at = mine_at = fresh_at = 0
    for start, end, own, new in [*_shared(base, mine, fresh), (len(base), len(base), None, None)]:
        own_start = len(mine) if own is None else own
        new_start = len(fresh) if new is None else new
        yield (
            list(base[base_at:start]),
            list(mine[mine_at:own_start]),
            list(fresh[fresh_at:new_start]),
            False,
        )
        size = end - start
        kept = list(base[start:end])
        yield kept, kept, kept, True
        base_at, mine_at, fresh_at = end, own_start + size, new_start + size


def _shared(base: Lines, mine: Lines, fresh: Lines) -> Iterator[tuple[int, int, int, int]]:
    """Yield the ranges of *base* that stand in both others, with where they start there."""
    for own, new in product(_runs(base, mine), _runs(base, fresh)):
        start = max(own[0], new[0])
        end = min(own[0] + own[2], new[0] + new[2])
        if start < end:
            yield start, end, own[1] + start - own[0], new[1] + start - new[0]


def _runs(one: Lines, other: Lines) -> list[tuple[int, int, int]]:
    """Return the runs of lines that two texts share: where in each, and how many."""
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return [(block.a, block.b, block.size) for block in blocks if block.size]
