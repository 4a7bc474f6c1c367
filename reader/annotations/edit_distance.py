"""How far two strings are apart, in characters inserted, left out or replaced.

Myers' bit-parallel search: one column of the distance table is one Python integer, so a pattern
of any length costs a dozen integer operations for each character of the text.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Match:
    """A stretch of the text that is like the pattern."""

    start: int
    end: int
    distance: int
    """How many edits make it the pattern."""


def ends_within(
    pattern: str, text: str, limit: int, *, from_start: bool = False
) -> list[tuple[int, int]]:
    """Return where stretches of *text* end that are within *limit* edits of *pattern*.

    Each is (end, distance of the best stretch that ends there). The stretches begin anywhere, or,
    with *from_start*, at the start of the text.
    """
    places = _places(pattern)
    everything = (1 << len(pattern)) - 1
    last = 1 << (len(pattern) - 1)
    carry = 1 if from_start else 0
    up, down, distance = everything, 0, len(pattern)
    ends = []
    for index, character in enumerate(text, 1):
        equal = places.get(character, 0)
        vertical = equal | down
        equal |= ((equal & up) + up) ^ up
        plus = down | ~(equal | up) & everything
        minus = up & equal
        if plus & last:
            distance += 1
        elif minus & last:
            distance -= 1
        plus = plus << 1 | carry
        minus <<= 1
        up = (minus | ~(vertical | plus)) & everything
        down = plus & vertical & everything
        if distance <= limit:
            ends.append((index, distance))
    return ends


def _places(pattern: str) -> dict[str, int]:
    """Return, for each character of *pattern*, a bit for every place where it stands."""
    places: dict[str, int] = {}
    for index, character in enumerate(pattern):
        places[character] = places.get(character, 0) | 1 << index
    return places


def best_distance(pattern: str, text: str) -> int:
    """Return the distance of *pattern* to the stretch of *text* that is most like it."""
    if pattern in text:
        return 0
    ends = ends_within(pattern, text, len(pattern))
    return min((distance for _, distance in ends), default=len(pattern))


def distance_between(one: str, other: str, limit: int) -> int:
    """Return the distance between two whole strings, or *limit* + 1 when it is beyond that."""
    if not one or not other:
        return min(max(len(one), len(other)), limit + 1)
    ends = ends_within(one, other, limit, from_start=True)
    return ends[-1][1] if ends and ends[-1][0] == len(other) else limit + 1


def local_matches(pattern: str, text: str, limit: int) -> Iterator[Match]:
    """Yield the stretches of *text* within *limit* edits of *pattern*, one for each place.

    Each is the best of its place, not the best of the text: the passage looked for may have
    changed more than another one differs from it.
    """
    for end, distance in _best_ends(ends_within(pattern, text, limit), len(pattern)):
        before = text[max(0, end - len(pattern) - distance) : end]
        lengths = ends_within(pattern[::-1], before[::-1], distance, from_start=True)
        best = min((found for _, found in lengths), default=distance)
        length = max((size for size, found in lengths if found == best), default=len(pattern))
        yield Match(max(0, end - length), end, distance)


def _best_ends(ends: Iterable[tuple[int, int]], length: int) -> Iterator[tuple[int, int]]:
    """Yield the best of each run of *ends* that lie closer together than half a *length*."""
    gap = max(4, length // 2)
    best: tuple[int, int] | None = None
    previous = 0
    for end, distance in ends:
        if best is not None and end - previous > gap:
            yield best
            best = None
        if best is None or distance <= best[1]:
            best = (end, distance)
        previous = end
    if best is not None:
        yield best
