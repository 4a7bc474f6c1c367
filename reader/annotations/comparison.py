"""Which words of an old text became which words of the new one."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from reader.annotations.snapshot import Snapshot

_WORD = re.compile(r"\w+")
_REACH = 400
"""How many words around the passage are compared: enough to tell its place."""
_NEIGHBOURS = 24
"""How many words on either side of the passage are asked where they went."""
_LEAST_NEIGHBOURS = 12
_LEAST_WORDS = 4


def place_by_comparison(snapshot: Snapshot, text: str) -> tuple[int, int] | None:
    """Return the range of *text* that the passage became, by comparing the words of both texts.

    None when too few of its words are left, when they lie too far apart, or when too few of its
    neighbours came along.
    """
    old, new = list(_WORD.finditer(snapshot.text)), list(_WORD.finditer(text))
    inside = [
        index
        for index, word in enumerate(old)
        if snapshot.start <= word.start() and word.end() <= snapshot.end
    ]
    if len(inside) < _LEAST_WORDS:
        return None
    low = max(0, inside[0] - _REACH)
    became = _became(old[low : inside[-1] + _REACH], new, low)
    kept = [became[index] for index in inside if index in became]
    if (
        len(kept) < max(_LEAST_WORDS, len(inside) / 2)
        or kept[-1] - kept[0] > 2.2 * len(inside) + 12
    ):
        return None
    around = [*range(max(0, inside[0] - _NEIGHBOURS), inside[0])]
    around += range(inside[-1] + 1, inside[-1] + 1 + _NEIGHBOURS)
    near = range(kept[0] - 2 * _NEIGHBOURS, kept[-1] + 2 * _NEIGHBOURS)
    if sum(became.get(index) in near for index in around) < _LEAST_NEIGHBOURS:
        return None
    return new[kept[0]].start(), new[kept[-1]].end()


def _became(
    old: Sequence[re.Match[str]], new: Sequence[re.Match[str]], first: int
) -> dict[int, int]:
    """Return which word of *new* each word of *old*, counted from *first*, has become."""
    matcher = SequenceMatcher(None, [word.group() for word in old], [word.group() for word in new])
    return {
        first + run.a + step: run.b + step
        for run in matcher.get_matching_blocks()
        for step in range(run.size)
    }
