"""A passage being chosen, by word or by sentence, growing and shrinking at either end."""

from dataclasses import dataclass, replace
from typing import Literal

from reader.tui.page.motion import Motion, Range

Unit = Literal["word", "sentence", "character"]


@dataclass(frozen=True, slots=True)
class Selection:
    """A passage from one unit to another: the fixed one and the one that moves."""

    fixed: Range
    """The word or sentence where it was started."""

    active: Range
    """The word or sentence that the keys move."""

    unit: Unit = "word"

    @property
    def span(self) -> Range:
        """The whole passage."""
        return min(self.fixed[0], self.active[0]), max(self.fixed[1], self.active[1])

    def with_active(self, active: Range) -> "Selection":
        """Return the passage from the fixed end to *active*."""
        return replace(self, active=active)

    def other_end(self) -> "Selection":
        """Return the same passage with its other end to be moved."""
        return replace(self, fixed=self.active, active=self.fixed)


def start(motion: Motion, passage: Range, unit: Unit) -> Selection | None:
    """Return a selection of the first word of *passage*, or of all of it."""
    if unit == "sentence":
        return Selection(passage, passage, unit)
    word = motion.word_at(passage[0])
    return Selection(word, word, unit) if word else None


def over(motion: Motion, passage: Range) -> Selection | None:
    """Return a selection of every word of *passage*, its end to be moved."""
    first, last = motion.word_at(passage[0]), motion.word_at(passage[1] - 1)
    return Selection(first, last, "word") if first and last else None


def grow(motion: Motion, selection: Selection, step: int, unit: Unit) -> Selection:
    """Return *selection* with its active end moved by *step* words or sentences.

    By sentence, a selection that ends within one first takes the rest of it.
    """
    if unit == "sentence" and step > 0:
        sentence = motion.sentence_at(selection.active[0])
        if sentence is not None and selection.fixed[0] <= selection.active[1] < sentence[1]:
            return replace(selection, active=(selection.active[0], sentence[1]))
    beside = motion.sentence_beside if unit == "sentence" else motion.word_beside
    at = selection.active[0]
    moved = beside(at, step)
    return selection if moved is None else replace(selection, active=moved)
