"""Makes what a comparison found fit to read: changes that belong together are made one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from reader.article.tokens import count_words

Kind = Literal["same", "added", "removed"]

Edit = tuple[Kind, str, bool]
"""A piece that does not know yet where it stands: its kind, its text, whether it moved."""

_ISLAND = 2
"""Up to so many words that stayed by chance are read with the changes on both sides."""
_SEA = 4
"""How many times as many must be changed on each side for them to have stayed by chance."""
_FARTHEST = 60
"""How many signs a change may be told to begin earlier or later."""
_STOPS = (".", "!", "?", "…", ":", "”", '"', "।")
"""What a sentence ends with, before a space."""
_STOPS_ALONE = "。！？"
"""What a sentence ends with where no space follows."""


@dataclass(slots=True)
class _Hunk:
    """What was removed and added at one place, and what stayed the same behind it."""

    removed: str = ""
    added: str = ""
    same: str = ""

    @property
    def words(self) -> int:
        """How many words were changed here."""
        return max(count_words(self.removed), count_words(self.added))


def readable(edits: Iterable[Edit]) -> Iterator[Edit]:
    """Yield *edits* so that they read well; joined they give the same texts.

    What was removed stands before what came in its place. A few words that stayed inside a
    sentence that was written anew are told as changed with it; white space that stayed behind a
    changed word is told as the same. Moved paragraphs are left as they are.
    """
    for moved, run in groupby(edits, key=lambda edit: edit[2]):
        if moved:
            yield from run
        else:
            yield from joined(_together(run))


def joined(edits: Iterable[Edit]) -> Iterator[Edit]:
    """Yield *edits* with neighbours of one kind made one and empty ones left out.

    Each moved paragraph stays by itself.
    """
    told = (edit for edit in edits if edit[1])
    for (kind, moved), run in groupby(told, key=lambda edit: (edit[0], edit[2])):
        if moved:
            yield from run
        else:
            yield kind, "".join(text for _, text, _ in run), False


def _together(edits: Iterable[Edit]) -> Iterator[Edit]:
    """Yield *edits*, none of which moved, as hunks that are fit to read."""
    last = _Hunk()
    for hunk in map(_trimmed, _hunks(edits)):
        if _is_island(last, hunk):
            last = _trimmed(_merged(last, hunk))
        else:
            last, following = _slid(last, hunk)
            yield from _told(last)
            last = following
    yield from _told(last)


def _hunks(edits: Iterable[Edit]) -> Iterator[_Hunk]:
    """Yield *edits* as hunks: each begins with a change, but maybe the first."""
    removed: list[str] = []
    added: list[str] = []
    same: list[str] = []
    into = {"removed": removed, "added": added, "same": same}
    for kind, text, _ in edits:
        if kind != "same" and same:
            yield _Hunk("".join(removed), "".join(added), "".join(same))
            for pieces in into.values():
                pieces.clear()
        into[kind].append(text)
    yield _Hunk("".join(removed), "".join(added), "".join(same))


def _told(hunk: _Hunk) -> Iterator[Edit]:
    """Yield a hunk as edits."""
    yield "removed", hunk.removed, False
    yield "added", hunk.added, False
    yield "same", hunk.same, False


def _trimmed(hunk: _Hunk) -> _Hunk:
    """Return *hunk* with the white space that stayed behind its change told as the same."""
    stayed = 0
    for before, after in zip(reversed(hunk.removed), reversed(hunk.added), strict=False):
        if before != after or not before.isspace():
            break
        stayed += 1
    if not stayed:
        return hunk
    space = hunk.removed[-stayed:]
    return _Hunk(hunk.removed[:-stayed], hunk.added[:-stayed], space + hunk.same)


def _slid(last: _Hunk, hunk: _Hunk) -> tuple[_Hunk, _Hunk]:
    """Return two hunks so that what was only removed, or only added, is a whole sentence if it can.

    Where what stands on both sides of it is alike, it can be told to begin earlier or later.
    """
    if bool(hunk.removed) == bool(hunk.added):
        return last, hunk
    text = hunk.removed or hunk.added
    earlier, later = _alike(last.same[::-1], text[::-1]), _alike(hunk.same, text)
    around = last.same[len(last.same) - earlier :] + text + hunk.same[:later]
    before = last.same[: len(last.same) - earlier]
    starts = range(earlier + later + 1)
    start = max(starts, key=lambda at: (_begins(before, around[:at]), -abs(at - earlier)))
    text, behind = around[start : start + len(text)], around[start + len(text) :]
    removed, added = (text, "") if hunk.removed else ("", text)
    return (
        _Hunk(last.removed, last.added, before + around[:start]),
        _Hunk(removed, added, behind + hunk.same[later:]),
    )


def _alike(one: str, other: str) -> int:
    """Return how many signs both begin with, as far as is looked at."""
    longest = min(len(one), len(other), _FARTHEST)
    return next((at for at in range(longest) if one[at] != other[at]), longest)


def _begins(before: str, more: str) -> int:
    """Return how well a change begins behind *before* and *more*: at a sentence best of all."""
    said = (before[-_FARTHEST:] + more)[-_FARTHEST:]
    if not said or said.endswith("\n"):
        return 3
    if not said[-1].isspace():
        return 1 if said[-1] in _STOPS_ALONE else 0
    return 2 if said.rstrip().endswith(_STOPS) else 1


def _is_island(last: _Hunk, hunk: _Hunk) -> bool:
    """Tell whether what stands between two changes stayed by chance."""
    if "\n\n" in last.same or not (last.removed or last.added):
        return False
    words = count_words(last.same)
    return words <= _ISLAND and min(last.words, hunk.words) >= _SEA * max(1, words)


def _merged(last: _Hunk, hunk: _Hunk) -> _Hunk:
    """Return two hunks as one, with what stood between them told as changed."""
    between = last.same
    return _Hunk(
        last.removed + between + hunk.removed, last.added + between + hunk.added, hunk.same
    )
