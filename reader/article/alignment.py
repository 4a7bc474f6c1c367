"""Finds what two sequences have in common, in order, in a time that grows as they do."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise

_FULL = 1 << 16
"""Stretches are compared in full when the product of their lengths is no more than this."""
_DEEPEST = 8
"""How often a stretch is cut into shorter ones before its rest is given up as different."""

Pair = tuple[int, int]
"""The places of one item in both sequences."""

_Stretch = tuple[int, int, int, int, int]
"""Where it begins and ends in both sequences, and how often it was cut."""


def aligned(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Return the places of the items that *old* and *new* share, rising in both.

    What stands at both ends is matched first, then what stands once in each and in the same
    order, then what stands between.
    """
    pairs: list[Pair] = []
    stretches: list[_Stretch] = [(0, len(old), 0, len(new), 0)]
    while stretches:
        low, high, first, last, depth = stretches.pop()
        ends, (low, high, first, last) = _same_ends(old, new, (low, high, first, last))
        pairs += ends
        if (high - low) * (last - first) <= _FULL:
            pairs += _compared(old[low:high], new[first:last], low, first)
        elif depth < _DEEPEST:
            unique = rising(_once_in_both(old, new, (low, high, first, last)))
            pairs += unique
            stretches += _between(unique, (low, high, first, last), depth + 1)
    return sorted(pairs)


def rising(pairs: Sequence[Pair]) -> list[Pair]:
    """Return the most of *pairs*, which rise in their first places, that rise in both."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, place) in enumerate(pairs):
        length = bisect_left(tails, place)
        if length == len(tails):
            tails.append(place)
            ends.append(index)
        else:
            tails[length], ends[length] = place, index
        before.append(ends[length - 1] if length else -1)
    chosen: list[Pair] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        chosen.append(pairs[index])
        index = before[index]
    return chosen[::-1]


def _same_ends(
    old: Sequence[str], new: Sequence[str], stretch: tuple[int, int, int, int]
) -> tuple[list[Pair], tuple[int, int, int, int]]:
    """Return the pairs at both ends of a *stretch*, and what is left between them."""
    low, high, first, last = stretch
    pairs: list[Pair] = []
    while low < high and first < last and old[low] == new[first]:
        pairs.append((low, first))
        low, first = low + 1, first + 1
    while low < high and first < last and old[high - 1] == new[last - 1]:
        high, last = high - 1, last - 1
        pairs.append((high, last))
    return pairs, (low, high, first, last)


def _compared(old: Sequence[str], new: Sequence[str], low: int, first: int) -> list[Pair]:
    """Return the pairs of two short stretches, which begin at *low* and *first*."""
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return [
        (low + block.a + step, first + block.b + step)
        for block in blocks
        for step in range(block.size)
    ]


def _once_in_both(
    old: Sequence[str], new: Sequence[str], stretch: tuple[int, int, int, int]
) -> list[Pair]:
    """Return the pairs of what stands once in each half of a *stretch*, by the first place."""
    low, high, first, last = stretch
    in_old, in_new = Counter(old[low:high]), Counter(new[first:last])
    place = {new[at]: at for at in range(first, last) if in_new[new[at]] == 1}
    return [
        (at, place[old[at]]) for at in range(low, high) if in_old[old[at]] == 1 and old[at] in place
    ]


def _between(
    pairs: Sequence[Pair], stretch: tuple[int, int, int, int], depth: int
) -> list[_Stretch]:
    """Return the stretches between *pairs*; none where there are no pairs to cut at."""
    low, high, first, last = stretch
    cuts = [(low - 1, first - 1), *pairs, (high, last)] if pairs else []
    return [
        (after[0] + 1, before[0], after[1] + 1, before[1], depth)
        for after, before in pairwise(cuts)
    ]
