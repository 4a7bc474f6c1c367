"""A passage being chosen, by word or by sentence, growing and shrinking at either end."""

import unicodedata
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

    column: int | None = None
    """The cell that moving by lines keeps to; None when the last move was another one."""

    @property
    def span(self) -> Range:
        """The whole passage."""
        return min(self.fixed[0], self.active[0]), max(self.fixed[1], self.active[1])

    def with_active(self, active: Range, column: int | None = None) -> "Selection":
        """Return the passage from the fixed end to *active*."""
        return replace(self, active=active, column=column)

    def other_end(self) -> "Selection":
        """Return the same passage with its other end to be moved."""
        return replace(self, fixed=self.active, active=self.fixed, column=None)


def start(motion: Motion, passage: Range, unit: Unit) -> Selection | None:
    """Return a selection of the first word of *passage*, or of all of it.

    A quotation mark, bracket or dash that opens it is no word.
    """
    if unit == "sentence":
        return Selection(passage, passage, unit)
    first = word = motion.word_at(passage[0])
    while word is not None and word[1] <= passage[1] and not _says_something(motion, word):
        word = motion.word_beside(word[0], 1)
    word = word if word is not None and word[1] <= passage[1] else first
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
            return selection.with_active((selection.active[0], sentence[1]))
    at = selection.active[0]
    by_sentence = unit == "sentence"
    moved = motion.sentence_beside(at, step) if by_sentence else _word_beside(motion, at, step)
    return selection if moved is None else selection.with_active(moved)


def grow_by_paragraph(motion: Motion, selection: Selection, step: int) -> Selection:
    """Return *selection* with its active end moved to the end of a paragraph, or the start."""
    start, end = selection.active
    paragraph = motion.paragraph_at(start)
    if paragraph is None:
        return selection
    if (end >= paragraph[1]) if step > 0 else (start <= paragraph[0]):
        paragraph = motion.paragraph_beside(start, step) or paragraph
    return grow_to(motion, selection, paragraph[1] - 1 if step > 0 else paragraph[0])


def grow_to(motion: Motion, selection: Selection, offset: int) -> Selection:
    """Return *selection* with its active end moved to the word at *offset*."""
    word = motion.word_at(offset)
    return selection if word is None else selection.with_active(word)


def _word_beside(motion: Motion, at: int, step: int) -> Range | None:
    """Return the next word, or the one before, passing over punctuation.

    What ends a paragraph is not passed over, so that all of it can be selected.
    """
    word = motion.word_beside(at, step)
    while word is not None and not _says_something(motion, word):
        paragraph = motion.paragraph_at(word[0])
        if step > 0 and paragraph is not None and word[1] >= paragraph[1]:
            return word
        word = motion.word_beside(word[0], step)
    return word


def _says_something(motion: Motion, word: Range) -> bool:
    """Tell whether *word* is more than punctuation: it has a letter, a figure, a currency."""
    signs = motion.article.text[word[0] : word[1]]
    return any(sign in "%#@&§" or unicodedata.category(sign)[0] in "LNSMC" for sign in signs)
