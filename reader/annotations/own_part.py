"""What of a passage that reads like a quote is the quote's own, and not its neighbours'.

Letters that happen to agree reach beyond a sentence: "On Monday the port paid" is nearer to "on
Friday. The port paid" than to what is left of it where Monday was cut.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence

from reader.annotations.evidence import Target
from reader.annotations.projection import Projection
from reader.annotations.wording import words_in

SENTENCE_END = re.compile(r"[.!?][\"')\]]* ")
_PARAGRAPH_END = "\n\n"
_LONG_WORD = 4
"""Shorter words, but for figures, stand in any sentence."""


def own_part(page: Projection, start: int, end: int, target: Target) -> tuple[int, int]:
    """Return the range without what is of the paragraph or sentence before or after the quote's.

    That is one more than the quote has, which shares none of its longer words and figures.
    """
    known = _telling_words(target.quote)

    def is_foreign(low: int, high: int) -> bool:
        """Tell whether nothing in a range of the page is the quote's."""
        return known.isdisjoint(_telling_words(page.text[low:high]))

    ends = _paragraph_ends(page, start, end)
    start, end = _shed(start, end, ends, len(ends) - target.breaks, is_foreign)
    ends = [match.end() for match in SENTENCE_END.finditer(page.text, start, end)]
    more = len(ends) - len(SENTENCE_END.findall(target.quote))
    return _shed(start, end, ends, more, is_foreign)


def _shed(
    start: int,
    end: int,
    ends: Sequence[int],
    more: int,
    is_foreign: Callable[[int, int], bool],
) -> tuple[int, int]:
    """Return the range without foreign pieces at its ends, of which there may be *more*."""
    left = [place for place in ends if start < place < end]
    while more > 0 and left and is_foreign(start, left[0]):
        start, more = left.pop(0), more - 1
    while more > 0 and left and is_foreign(left[-1], end):
        end, more = left.pop(), more - 1
    return start, end


def _paragraph_ends(page: Projection, start: int, end: int) -> list[int]:
    """Return where paragraphs of the page begin inside a range of it."""
    low, high = page.offsets[start], page.offsets[end - 1]
    ends = []
    place = page.source.find(_PARAGRAPH_END, low, high)
    while place >= 0:
        ends.append(bisect_left(page.offsets, place + len(_PARAGRAPH_END)))
        place = page.source.find(_PARAGRAPH_END, place + len(_PARAGRAPH_END), high)
    return ends


def _telling_words(passage: str) -> set[str]:
    """Return the words by which a passage may be known, in lower case: longer ones and figures."""
    words = words_in(passage)
    return {word.lower() for word in words if len(word) >= _LONG_WORD or word.isdigit()}
