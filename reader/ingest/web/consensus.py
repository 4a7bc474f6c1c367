"""Which blocks of a page the voters mean, and whose choice is the best.

No voter is right everywhere, and none knows when it is wrong. The one that agrees most with the
others seldom is.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reader.ingest.web.evidence import Votes

_TOKEN = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+"
)
_GRAM = 4
_COVER = 0.6


def tokens(text: str) -> list[str]:
    """Return the words of *text* in lower case; the scripts without spaces word by sign."""
    return _TOKEN.findall(text.lower())


@dataclass(frozen=True, slots=True)
class Ballot:
    """What one voter means, in terms of the page's blocks."""

    cover: tuple[float, ...]
    """For each block, which part of it the voter kept."""

    def keeps(self, index: int) -> bool:
        """Tell whether the voter kept the block at *index*."""
        return self.cover[index] >= _COVER


Gram = tuple[str, ...]
"""Words in a row: as many as ``_GRAM``, or all of a text that has fewer."""


def grams(words: Sequence[str]) -> list[Gram]:
    """Return all runs of so many *words*; of fewer words, the one run that they are."""
    if len(words) < _GRAM:
        return [tuple(words)] if words else []
    return list(zip(*(words[shift:] for shift in range(_GRAM)), strict=False))


def ballot(blocks: Sequence[Sequence[Gram]], lines: Sequence[str]) -> Ballot:
    """Return which blocks a voter's *lines* are.

    Args:
        blocks: the grams of each block.
        lines: the voter's text.
    """
    said = [tokens(line) for line in lines]
    heard = set(grams([word for line in said for word in line]))
    short = {tuple(line) for line in said if len(line) < 2 * _GRAM}
    return Ballot(tuple(_cover(block, heard, short) for block in blocks))


def _cover(block: Sequence[Gram], heard: set[Gram], short: set[Gram]) -> float:
    """Return which part of a block's words the voter said in the block's order."""
    if not block:
        return 0.0
    if len(block[0]) < _GRAM:
        return float(block[0] in short)
    return sum(map(heard.__contains__, block)) / len(block)


def agreement(one: Ballot, other: Ballot, sizes: Sequence[int]) -> float:
    """Return how much two voters mean the same text, from 0 to 1 (F1 by words)."""
    both = each = 0
    for index, size in enumerate(sizes):
        a, b = one.keeps(index), other.keeps(index)
        both += size * (a and b)
        each += size * (a + b)
    return 2 * both / each if each else 0.0


def shared(one: Ballot, other: Ballot) -> Ballot:
    """Return what both voters kept of each block."""
    return Ballot(tuple(map(min, one.cover, other.cover)))


def votes_of(ballots: Mapping[str, Ballot], stated: Ballot | None, sizes: Sequence[int]) -> Votes:
    """Return the voters' opinions with the trust that each deserves on this page.

    A voter that kept next to nothing beside another has failed, and has no say. One that is
    alone is trusted as it is.
    """
    kept = {name: _weight(one, sizes) for name, one in ballots.items()}
    most = max(kept.values(), default=0)
    heard = {name: one for name, one in ballots.items() if kept[name] * 6 > most}
    trust = {
        name: max(
            (agreement(one, other, sizes) for key, other in heard.items() if key != name),
            default=1.0,
        )
        for name, one in heard.items()
    }
    covers = {name: one.cover for name, one in heard.items()}
    return Votes(covers, trust, stated.cover if stated else None)


def _weight(one: Ballot, sizes: Sequence[int]) -> int:
    """Return how many words a voter kept."""
    return sum(size for index, size in enumerate(sizes) if one.keeps(index))
