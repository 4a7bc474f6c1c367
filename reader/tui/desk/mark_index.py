"""The marks of the open article by where they lie, for what asks about a place at every key."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reader.annotations.model import Mark
from reader.tui.page.motion import Range

STRETCH = 1024
"""The characters of text whose marks are kept together."""


class MarkIndex:
    """The marks of one article by stretches of its text, and what is told of all together.

    Of thousands of marks one key changes one: only what was not there the last time is looked at.
    """

    def __init__(self) -> None:
        self._marks: Sequence[Mark] = ()
        self._known: dict[int, Mark] = {}
        """The marks by identity: as long as they are held here, no other object has it."""
        self._in_stretch: dict[int, dict[int, Mark]] = {}
        self.claims = 0
        """How many marks are claims."""
        self._lost = 0

    @property
    def has_lost(self) -> bool:
        """Whether a mark has lost its place."""
        return self._lost > 0

    def follow(self, marks: Sequence[Mark]) -> None:
        """Take *marks* in place of those before."""
        if marks is self._marks:
            return
        before, now = self._known, dict(zip(map(id, marks), marks, strict=True))
        self._marks, self._known = marks, now
        for key in before.keys() - now.keys():
            self._count(before[key], -1)
            for stretch in _stretches(before[key]):
                self._in_stretch[stretch].pop(key, None)
        for key in [key for key in now if key not in before]:
            self._count(now[key], 1)
            for stretch in _stretches(now[key]):
                self._in_stretch.setdefault(stretch, {})[key] = now[key]

    def _count(self, mark: Mark, step: int) -> None:
        """Count *mark* in, or out for a *step* of -1."""
        self.claims += step * (mark.claim is not None)
        self._lost += step * mark.is_lost

    def near(self, passage: Range) -> list[Mark]:
        """Return the marks that may touch *passage*, each once."""
        found: dict[int, Mark] = {}
        for stretch in _covered(*passage):
            found |= self._in_stretch.get(stretch, {})
        return list(found.values())


def _stretches(mark: Mark) -> set[int]:
    """Return the numbers of the stretches that *mark* lies on."""
    return {stretch for passage in mark.ranges for stretch in _covered(*passage)}


def _covered(start: int, end: int) -> Iterable[int]:
    """Return the numbers of the stretches from *start* to *end*, and of those that they touch."""
    return range(max(0, start - 1) // STRETCH, end // STRETCH + 1)
