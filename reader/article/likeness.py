"""Pairs paragraphs that were reworded with what they are now."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from reader.article.alignment import Pair, rising
from reader.article.tokens import words_of

_LEAST = 0.4
"""How much two paragraphs must share, by the length of their words, to be versions of one."""
_NEARLY_ALL = 0.9
"""How much the paragraphs of a stretch must share to be the same ones, split or joined."""
_COMMON = 4
"""Words and pairs of words that stand in more paragraphs than that tell none of them."""
_LOOKED_AT = 3
"""How many paragraphs are weighed against each."""


def alike(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Return which of the paragraphs *old* are which of *new* in other words, rising in both."""
    if not old or not new:
        return []
    bags = [_words(paragraph) for paragraph in old]
    homes: dict[str, list[int]] = {}
    for at, bag in enumerate(bags):
        for sign in _signs(bag):
            homes.setdefault(sign, []).append(at)
    pairs: list[Pair] = []
    for at, paragraph in enumerate(new):
        found = _closest(_words(paragraph), bags, homes)
        if found is not None:
            pairs.append((at, found))
    return [(first, second) for second, first in rising(_once_each(pairs))]


def is_reflowed(old: Sequence[str], new: Sequence[str]) -> bool:
    """Tell whether the paragraphs *new* are nearly the words of *old*, parted elsewhere."""
    if len(old) == len(new) or not old or not new:
        return False
    return _likeness(_words("\n".join(old)), _words("\n".join(new))) >= _NEARLY_ALL


def _words(paragraph: str) -> list[str]:
    """Return the words of *paragraph*."""
    return [token.key for token in words_of(paragraph)]


def _signs(words: Sequence[str]) -> frozenset[str]:
    """Return what a paragraph is known by: its words, and each two that follow one another."""
    return frozenset(words) | {f"{first} {second}" for first, second in pairwise(words)}


def _closest(
    words: Sequence[str], bags: Sequence[Sequence[str]], homes: Mapping[str, Sequence[int]]
) -> int | None:
    """Return which of *bags* is most like *words*, or None when none is like enough."""
    votes: Counter[int] = Counter()
    for sign in _signs(words):
        places = homes.get(sign, ())
        if len(places) <= _COMMON:
            votes.update(places)
    best = [(_likeness(words, bags[at]), -at) for at, _ in votes.most_common(_LOOKED_AT)]
    likeness, at = max(best, default=(0.0, 0))
    return -at if likeness >= _LEAST else None


def _likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """Return how much two paragraphs share, from 0 to 1."""
    shared = Counter(one) & Counter(other)
    return 2 * _weight(shared) / (_weight(Counter(one)) + _weight(Counter(other)))


def _weight(bag: Counter[str]) -> int:
    """Return the length of all in *bag*: a long word says more than a short one."""
    return sum(len(word) * number for word, number in bag.items())


def _once_each(pairs: Sequence[Pair]) -> list[Pair]:
    """Return *pairs* with each second place in the first pair that has it only."""
    firsts = {place: at for at, (_, place) in reversed(list(enumerate(pairs)))}
    return [pair for at, pair in enumerate(pairs) if firsts[pair[1]] == at]
