"""Where a key leads: the next sentence, heading, paragraph or word."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import cache, lru_cache

from reader.article.model import Article
from reader.facts.sentences import sentence_spans

Range = tuple[int, int]

_IDEOGRAPHS = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_KANA = "\u3040-\u30ff"
_SIGNS = (
    "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0963"
    "\u0966-\u0df3\u0e31-\u0e3a\u0e47-\u0e4e\u0f71-\u0fbc\u1000-\u1049\u1780-\u17d3\u200c\u200d"
)
"""Vowel signs and accents, which go with their letters."""

_PART = rf"(?:(?![{_IDEOGRAPHS}{_KANA}])[\w{_SIGNS}])+"
_WORD = (
    rf"[$€£¥₹]?{_PART}(?:[-'’.,]{_PART})*[%‰]?"
    rf"|[{_IDEOGRAPHS}]|[{_KANA}]+|[^\w\s{_SIGNS}]+|[{_SIGNS}]+"
)
"""A word or a figure with its sign, an ideograph, kana in a row, or punctuation."""


@cache
def _word() -> re.Pattern[str]:
    """Return what finds words; it is not compiled before words are asked for."""
    return re.compile(_WORD)


class Motion:
    """Finds passages of one article; what it has found it remembers.

    Every range is of ``Article.text``. Sentences are found a block at a time, so that a long
    article costs nothing until it is read.
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        self._blocks = [
            block for block in article.blocks if block.end > block.start and block.kind != "rule"
        ]
        self._starts = [block.start for block in self._blocks]
        self._headings = [block.start for block in self._blocks if block.kind == "heading"]
        self.sentences_of: Callable[[int], Sequence[Range]] = lru_cache(maxsize=512)(
            self._sentences_of
        )
        self.words_of: Callable[[int], Sequence[Range]] = lru_cache(maxsize=64)(self._words_of)

    def _sentences_of(self, index: int) -> Sequence[Range]:
        """Return the sentences of the block at *index* among those with text."""
        block = self._blocks[index]
        if block.kind in ("heading", "row", "code", "image", "caption"):
            return [(block.start, block.end)]
        return sentence_spans(self.article.text, block.start, block.end) or [
            (block.start, block.end)
        ]

    def _words_of(self, index: int) -> Sequence[Range]:
        """Return the words of the block at *index* among those with text."""
        block = self._blocks[index]
        found = _word().finditer(self.article.text, block.start, block.end)
        return [match.span() for match in found] or [(block.start, block.end)]

    def sentence_at(self, offset: int) -> Range | None:
        """Return the sentence that *offset* lies in or follows; None in an article without text."""
        return self._at(self.sentences_of, offset)

    def word_at(self, offset: int) -> Range | None:
        """Return the word that *offset* lies in or follows."""
        return self._at(self.words_of, offset)

    def paragraph_at(self, offset: int) -> Range | None:
        """Return the block that *offset* lies in or follows."""
        if not self._blocks:
            return None
        block = self._blocks[self._block_index(offset)]
        return block.start, block.end

    def sentence_beside(self, offset: int, step: int) -> Range | None:
        """Return the sentence *step* after the one at *offset*; None past either end."""
        return self._beside(self.sentences_of, offset, step)

    def word_beside(self, offset: int, step: int) -> Range | None:
        """Return the word *step* after the one at *offset*; None past either end."""
        return self._beside(self.words_of, offset, step)

    def paragraph_beside(self, offset: int, step: int) -> Range | None:
        """Return the block *step* after the one at *offset*; None past either end."""
        index = self._block_index(offset) + step
        if not 0 <= index < len(self._blocks):
            return None
        return self._blocks[index].start, self._blocks[index].end

    def heading_beside(self, offset: int, step: int) -> int | None:
        """Return where the next heading after *offset* starts, or the last before it."""
        find = bisect_right if step > 0 else bisect_left
        index = find(self._headings, offset) + (0 if step > 0 else -1)
        return self._headings[index] if 0 <= index < len(self._headings) else None

    def _block_index(self, offset: int) -> int:
        """Return the index of the block with text that *offset* lies in or follows."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def _at(self, parts_of: Callable[[int], Sequence[Range]], offset: int) -> Range | None:
        """Return the part of the block at *offset* that it lies in or follows."""
        if not self._blocks:
            return None
        parts = parts_of(self._block_index(offset))
        return parts[max(0, bisect_right(parts, offset, key=lambda part: part[0]) - 1)]

    def _beside(
        self, parts_of: Callable[[int], Sequence[Range]], offset: int, step: int
    ) -> Range | None:
        """Return the part before or after the one at *offset*, over the ends of blocks."""
        if not self._blocks:
            return None
        block = self._block_index(offset)
        parts = parts_of(block)
        index = max(0, bisect_right(parts, offset, key=lambda part: part[0]) - 1) + step
        if 0 <= index < len(parts):
            return parts[index]
        block += 1 if step > 0 else -1
        if not 0 <= block < len(self._blocks):
            return None
        return parts_of(block)[0 if step > 0 else -1]
