"""What the text on which a mark was made adds: which words of it became which words now."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from reader.annotations.candidates import occurrences
from reader.annotations.projection import project_article

_WORD = re.compile(r"\w+")
_REACH = 400
"""How many words around the passage are compared: enough to tell its place."""
_NEIGHBOURS = 8
_RAGGED = 6
"""How many characters at the ends of a candidate may not be its own."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A passage in the text on which it was marked."""

    text: str
    start: int
    end: int


def snapshot_of(text: str | None, quote: str, hint: int | None) -> Snapshot | None:
    """Return where *quote* stood in the old *text*, or None when that is not known for sure."""
    if text is None:
        return None
    if hint is not None and text.startswith(quote, hint):
        return Snapshot(text, hint, hint + len(quote))
    start = text.find(quote)
    if start < 0 or text.find(quote, start + 1) >= 0:
        return None
    return Snapshot(text, start, start + len(quote))


def stood_elsewhere(snapshot: Snapshot, passage: str) -> bool:
    """Tell whether a projected *passage* of the new text stood in the old one, but elsewhere.

    Then it is another passage, however like the marked one it reads.
    """
    core = passage[_RAGGED:-_RAGGED] if len(passage) > 6 * _RAGGED else passage
    old = project_article(snapshot.text)
    for start in occurrences(old.text, core):
        first, after = old.span(start, start + len(core))
        if after <= snapshot.start or snapshot.end <= first:
            return True
    return False


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
    if not inside:
        return None
    low = max(0, inside[0] - _REACH)
    became = _became(old[low : inside[-1] + _REACH], new, low)
    kept = [became[index] for index in inside if index in became]
    around = [*range(inside[0] - _NEIGHBOURS, inside[0])]
    around += range(inside[-1] + 1, inside[-1] + 1 + _NEIGHBOURS)
    neighbours = sum(index in became for index in around)
    if len(kept) < len(inside) / 2 or neighbours < 6 or kept[-1] - kept[0] > 2.2 * len(inside) + 12:
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
