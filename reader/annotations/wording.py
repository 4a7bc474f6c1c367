"""The words of a passage, and how alike those of two passages are."""

import re
from collections import Counter

from reader.annotations.edit_distance import distance_between

IDEOGRAPHS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Scripts written without spaces between words, as a range for a pattern."""

WORD = re.compile(rf"[{IDEOGRAPHS}]|[^\W{IDEOGRAPHS}]+")
"""A word; in scripts without spaces, one character."""

_IDEOGRAPH = re.compile(f"[{IDEOGRAPHS}]")
_TELLING_WORDS = 3
_TELLING_LETTERS = 14
_SPELLING_EDITS = 2
_SHORT_WORD = 4


def words_in(passage: str) -> list[str]:
    """Return the words of *passage* in order, as they are written."""
    return WORD.findall(passage)


def is_one_word(pair: str) -> bool:
    """Tell whether two neighbouring characters belong to one word."""
    return len(pair) == 2 and pair.isalnum() and WORD.fullmatch(pair) is not None


def is_telling(passage: str) -> bool:
    """Tell whether a *passage* is long enough to be known by its words alone.

    Three words of fourteen letters are; three ideographs count as a word of six letters.
    """
    ideographs = len(_IDEOGRAPH.findall(passage))
    words = len(passage.split()) + ideographs // 3
    return words >= _TELLING_WORDS and len(passage) + ideographs >= _TELLING_LETTERS


def shared_words(one: list[str], other: list[str]) -> float:
    """Return which part of the words of *one* also stand in *other*, whatever their order."""
    if not one:
        return 0.0
    common = Counter(word.lower() for word in one) & Counter(word.lower() for word in other)
    return common.total() / len(one)


def respelled(one: str, other: str) -> bool:
    """Tell whether two passages differ in the spelling of their words at most.

    In scripts without spaces, that is one character or two of the whole.
    """
    if _IDEOGRAPH.search(one):
        return distance_between(one, other, _SPELLING_EDITS) <= _SPELLING_EDITS
    mine, theirs = words_in(one), words_in(other)
    return len(mine) == len(theirs) and all(map(_same_word, mine, theirs))


def _same_word(one: str, other: str) -> bool:
    """Tell whether two words are one, but for a slip of the keyboard."""
    if one == other:
        return True
    if one.isdigit() or other.isdigit() or max(len(one), len(other)) < _SHORT_WORD:
        return False
    return distance_between(one, other, _SPELLING_EDITS) <= _SPELLING_EDITS
