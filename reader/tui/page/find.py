"""Finds words in an article the way a reader means them."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

Range = tuple[int, int]

LIMIT = 10_000
"""How many matches are told; nobody steps through more."""


def find_all(text: str, query: str) -> list[Range]:
    """Return where *query* stands in *text*, in order.

    Case counts only when the query has a capital. Accents count only when the query has them.
    A space in the query stands for any white space, so a phrase is found over a line break.
    """
    words = query.split()
    if not words:
        return []
    case = query != query.lower()
    accents = _without_accents(query) != query
    folded = _folded(text, case=case, accents=accents)
    plain = (_folded(word, case=case, accents=accents).text for word in words)
    # A pattern that regards case is searched for several times as fast as one that does not.
    pattern = re.compile(r"\s+".join(map(re.escape, plain)))
    found = (match.span() for match in islice(pattern.finditer(folded.text), LIMIT))
    if not folded.starts:
        return list(found)
    return [(folded.origin(start), folded.origin(end - 1) + 1) for start, end in found]


def find_each(text: str, query: str) -> list[Range]:
    """Return where the words stand in *text* that a search of the library asks for, in order.

    The *query* is read as that search reads it: phrases in quotes, no words of fields.
    """
    from reader.search.query import Query
    from reader.search.words import folded

    plain = folded(text)
    found = sorted(
        plain.origin(*match.span())
        for clause in Query.parse(query, typing=True).wanted
        for match in islice(clause.pattern.finditer(plain.text), LIMIT)
    )
    apart: list[Range] = []
    for start, end in found[:LIMIT]:
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return apart


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as it is searched, and where each character of it came from."""

    text: str
    starts: Sequence[int] = ()
    """Where in ``text`` those characters stand that became several or none, in order."""

    lengths: Sequence[int] = ()
    """How many characters each of them became."""

    origins: Sequence[int] = ()
    """Where each of them stood."""

    def origin(self, index: int) -> int:
        """Return where the character at *index* stood in the text that was folded."""
        at = bisect_right(self.starts, index) - 1
        if at < 0:
            return index
        beyond = index - self.starts[at] - self.lengths[at]
        return self.origins[at] + max(0, beyond + 1)


@lru_cache(maxsize=2)
def _folded(text: str, *, case: bool, accents: bool) -> Folded:
    """Return *text* without accents and capitals, unless *accents* or *case* count."""
    lowered = text if case or _LONGER_WHEN_LOWERED in text else text.lower()
    if lowered.isascii():
        return Folded(lowered)
    plain = {sign: _plain(sign, case=case, accents=accents) for sign in _signs_of(lowered, case)}
    changed = {sign: other for sign, other in plain.items() if other != sign}
    resized = "".join(sign for sign, other in changed.items() if len(other) != 1)
    folded = _replaced(lowered, changed)
    if not resized:
        return Folded(folded)
    return Folded(folded, *_shifts(lowered, resized, plain))


def _replaced(text: str, changed: Mapping[str, str]) -> str:
    """Return *text* with each character that *changed* names replaced."""
    apart = changed.keys().isdisjoint("".join(changed.values()))
    if len(changed) > FEW_SIGNS or not apart:
        return text.translate({ord(sign): other for sign, other in changed.items()})
    for sign, other in changed.items():
        text = text.replace(sign, other)
    return text


def _signs_of(text: str, case: bool) -> set[str]:
    """Return the characters of *text* that folding may change."""
    everything = not case and _LONGER_WHEN_LOWERED in text
    return set(text) if everything else set(_NOT_ASCII.findall(text))


def _shifts(
    text: str, resized: str, plain: Mapping[str, str]
) -> tuple[list[int], list[int], list[int]]:
    """Return the fields of ``Folded`` for the characters of *text* that are among *resized*."""
    origins = [match.start() for match in re.finditer(f"[{re.escape(resized)}]", text)]
    lengths = [len(plain[text[origin]]) for origin in origins]
    starts, shift = [], 0
    for origin, length in zip(origins, lengths, strict=True):
        starts.append(origin + shift)
        shift += length - 1
    return starts, lengths, origins


def _plain(sign: str, *, case: bool, accents: bool) -> str:
    """Return what a character is searched as."""
    bare = sign if accents else _without_accents(sign)
    return bare if case else bare.casefold()


_LONGER_WHEN_LOWERED = "İ"
"""The one character that ``str.lower`` makes two of."""

_NOT_ASCII = re.compile(r"[^\x00-\x7f]")

FEW_SIGNS = 64
"""Up to how many different characters are replaced one after the other, which is faster then."""

_QUOTES = str.maketrans("‘’‚“”„–—‑", "'''\"\"\"---")


def _without_accents(text: str) -> str:
    """Return *text* without accents, its quotes and dashes made plain."""
    plain = unicodedata.normalize("NFKD", text.translate(_QUOTES))
    return "".join(character for character in plain if not unicodedata.combining(character))
