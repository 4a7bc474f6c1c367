"""Words, as they are looked for: without accents, in any case, in every script.

The index, the queries and the ranges in snippets are all made by these functions, so that they
cannot disagree about what a word is.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple
from unicodedata import category, is_normalized, normalize

_UNSPACED = (
    "\u0e00-\u0eff"  # Thai, Lao
    "\u1000-\u109f"  # Burmese
    "\u1100-\u11ff\ua960-\ua97f\uac00-\ud7ff"  # Korean, whose particles cling to the word
    "\u1780-\u17ff"  # Khmer
    "\u3040-\u30ff\u3100-\u318f\u31a0-\u31ff"  # kana, bopomofo
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Chinese characters
)
"""Scripts that put no space between words: each of their letters is looked for as a word."""

_UNSPACED_MARKS = "".join(
    chr(number)
    for numbers in ((0x0E00, 0x0F00), (0x1000, 0x10A0), (0x1780, 0x1800), (0x3099, 0x309B))
    for number in range(*numbers)
    if category(chr(number))[0] == "M"
)
"""The signs of those scripts that belong to the letter before them."""

_DROPPED = re.compile(
    "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"  # accents
    "\u0591-\u05c7"  # Hebrew points
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed"  # Arabic vowels, lengthening
    "\u00ad\u200c\u200d]"  # what joins or may break a word
)
_CLUSTER = re.compile(
    "[^\x00-\x7f][\u0300-\u036f\u0653-\u0655\u1160-\u11ff\u3099\u309a]*|[A-Za-z][\u0300-\u036f]+"
)
"""A character that is not ASCII with what may melt into it, or an ASCII letter with accents."""

_WORD = re.compile(f"[{_UNSPACED}][{_UNSPACED_MARKS}]*|[^ {_UNSPACED}]+")
_HAS_UNSPACED = re.compile(f"[{_UNSPACED}]")


class _Folding(dict[int, str]):
    """What each character is folded to, found out when it is first met."""

    def __missing__(self, number: int) -> str:
        """Return what the character is folded to: a space when it is no part of a word."""
        plain = normalize("NFD", normalize("NFKC", chr(number)).casefold())
        kept = normalize("NFC", _DROPPED.sub("", plain))
        self[number] = "".join(each if category(each)[0] in "LMN" else " " for each in kept)
        return self[number]


_FOLDING = _Folding()


def fold(text: str) -> str:
    """Return *text* as it is compared: small letters, no accents, a space for what is no word."""
    composed = text if is_normalized("NFC", text) else normalize("NFC", text)
    return composed.translate(_FOLDING)


def words(text: str) -> list[str]:
    """Return the words of *text*, folded, in their order."""
    plain = fold(text)
    return _WORD.findall(plain) if _HAS_UNSPACED.search(plain) else plain.split()


def is_unspaced(word: str) -> bool:
    """Tell whether *word* is a letter of a script that puts no space between words."""
    return _HAS_UNSPACED.match(word) is not None


@lru_cache(maxsize=512)
def pattern(phrase: tuple[str, ...], prefix: bool) -> re.Pattern[str]:
    """Return what finds the words of *phrase* one behind the other in folded text.

    With *prefix* the last may be the start of a word; the whole of that word is found.
    """
    *first, last = phrase
    return re.compile(" *".join([*map(_whole, first), _start(last) if prefix else _whole(last)]))


def _whole(word: str) -> str:
    """Return the expression of *word* where it is no part of a longer one."""
    if is_unspaced(word):
        return f"{_alone(word)}{re.escape(word)}(?![{_UNSPACED_MARKS}])"
    return f"(?<![^ {_UNSPACED}]){re.escape(word)}(?![^ {_UNSPACED}])"


def _start(word: str) -> str:
    """Return the expression of a word that starts with *word*."""
    if is_unspaced(word):
        return f"{_alone(word)}{re.escape(word)}[{_UNSPACED_MARKS}]*"
    return f"(?<![^ {_UNSPACED}]){re.escape(word)}[^ {_UNSPACED}]*"


def _alone(word: str) -> str:
    """Return what must stand before *word*: a sign without its letter belongs to none before it."""
    return f"(?<![{_UNSPACED}])" if word[0] in _UNSPACED_MARKS else ""


class Piece(NamedTuple):
    """A stretch of a text that folding made longer or shorter."""

    start: int
    """Where it starts in the folded text."""
    end: int
    origin_start: int
    """Where it started before."""
    origin_end: int


_NOWHERE = Piece(0, 0, 0, 0)
_PIECE_START = attrgetter("start")


class Folded(NamedTuple):
    """A folded text that knows where each of its characters stood before."""

    text: str
    pieces: Sequence[Piece]
    """In order; what lies between them kept its length."""

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Return which range of the original became the range from *start* to *end*."""
        first = self._last_piece(bisect_right(self.pieces, start, key=_PIECE_START))
        last = self._last_piece(bisect_left(self.pieces, end, key=_PIECE_START))
        return (
            first.origin_start if start < first.end else first.origin_end + start - first.end,
            last.origin_end if end < last.end else last.origin_end + end - last.end,
        )

    def _last_piece(self, count: int) -> Piece:
        """Return the last of the first *count* pieces."""
        return self.pieces[count - 1] if count else _NOWHERE


def folded(text: str) -> Folded:
    """Return *text* folded, with the way back."""
    if not is_normalized("NFC", text):
        return _with_way_back(text, _CLUSTER)
    uneven = [each for each in set(text) if len(_FOLDING[ord(each)]) != 1]
    if not uneven:
        return Folded(fold(text), ())
    return _with_way_back(text, re.compile(f"[{re.escape(''.join(uneven))}]"))


def _with_way_back(text: str, uneven: re.Pattern[str]) -> Folded:
    """Return *text* folded piece by piece; what is not *uneven* keeps its length."""
    parts: list[str] = []
    pieces: list[Piece] = []
    done = length = 0
    for match in uneven.finditer(text):
        part = fold(match[0])
        parts += (fold(text[done : match.start()]), part)
        start = length + match.start() - done
        done, length = match.end(), start + len(part)
        if len(part) != len(match[0]):
            pieces.append(Piece(start, length, match.start(), match.end()))
    parts.append(fold(text[done:]))
    return Folded("".join(parts), pieces)
