"""Which words of an old text became which words of the new one."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from reader.annotations.snapshot import Snapshot

_WORD = re.compile(r"\w+")
_REACH = 2400
"""How far around the passage, in characters, both texts are compared: enough to tell its place."""
_PIECE, _STEP = 24, 60
"""How long the pieces of the old text are that tell where its surroundings went, and how far from
one another they are taken."""
_NEIGHBOURS = 24
"""How many words on either side of the passage are asked where they went."""
_LEAST_NEIGHBOURS = 12
_LEAST_WORDS = 4


def place_by_comparison(snapshot: Snapshot, text: str) -> tuple[int, int] | None:
    """Return the range of *text* that the passage became, by comparing the words of both texts.

    None when too few of its words are left, when they lie too far apart, or when too few of its
    neighbours came along.
    """
    stretch = _where_surroundings_went(snapshot, text)
    if stretch is None:
        return None
    low, high = max(0, snapshot.start - _REACH), snapshot.end + _REACH
    old = list(_WORD.finditer(snapshot.text, low, high))
    new = list(_WORD.finditer(text, *stretch))
    inside = [
        index
        for index, word in enumerate(old)
        if snapshot.start <= word.start() and word.end() <= snapshot.end
    ]
    kept = _kept(inside, _became(old, new)) if len(inside) >= _LEAST_WORDS else None
    return (new[kept[0]].start(), new[kept[1]].end()) if kept else None


def _where_surroundings_went(snapshot: Snapshot, text: str) -> tuple[int, int] | None:
    """Return the stretch of *text* that most of what stood around the passage went to."""
    shifts = sorted(_shifts(snapshot, text))
    if not shifts:
        return None
    clusters = [[other for other in shifts if 0 <= other - one <= _REACH] for one in shifts]
    together = max(clusters, key=len)
    low, high = snapshot.start + together[0] - _REACH, snapshot.end + together[-1] + _REACH
    return max(0, low), min(len(text), high)


def _shifts(snapshot: Snapshot, text: str) -> Iterator[int]:
    """Yield how far each piece of the old surroundings has moved that stands once in *text*."""
    first = max(0, snapshot.start - _REACH // 2)
    for offset in range(first, snapshot.end + _REACH // 2, _STEP):
        piece = snapshot.text[offset : offset + _PIECE]
        place = text.find(piece) if len(piece) == _PIECE else -1
        if place >= 0 and text.find(piece, place + 1) < 0:
            yield place - offset


def _kept(inside: Sequence[int], became: dict[int, int]) -> tuple[int, int] | None:
    """Return the first and the last new word that words *inside* the passage became.

    None when that is no passage.
    """
    kept = [became[index] for index in inside if index in became]
    if len(kept) < max(_LEAST_WORDS, len(inside) / 2):
        return None
    if kept[-1] - kept[0] > 2.2 * len(inside) + 12:
        return None
    around = [*range(inside[0] - _NEIGHBOURS, inside[0])]
    around += range(inside[-1] + 1, inside[-1] + 1 + _NEIGHBOURS)
    near = range(kept[0] - 2 * _NEIGHBOURS, kept[-1] + 2 * _NEIGHBOURS)
    if sum(became.get(index) in near for index in around) < _LEAST_NEIGHBOURS:
        return None
    return kept[0], kept[-1]


def _became(old: Sequence[re.Match[str]], new: Sequence[re.Match[str]]) -> dict[int, int]:
    """Return which word of *new* each word of *old* has become, both by number."""
    matcher = SequenceMatcher(None, [word.group() for word in old], [word.group() for word in new])
    return {
        run.a + step: run.b + step
        for run in matcher.get_matching_blocks()
        for step in range(run.size)
    }
