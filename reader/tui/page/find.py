"""Finds words in an article the way a reader means them."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from reader.tui.page.passages import Passages, Range

LIMIT = 10_000
"""How many matches are told; nobody steps through more."""

PART = 65_536
"""About how many characters of a long text are searched at a time."""

_WHITE = re.compile(r"\s+")


def find_all(text: str, query: str) -> Sequence[Range]:
    """Return where *query* stands in *text*, in order.

    Case counts only when the query has a capital. Accents count only when the query has them.
    A space in the query stands for any white space, so a phrase is found over a line break.
    """
    words = query.split()
    found = Passages()
    if not words:
        return found
    case = query != query.lower()
    accents = _without_accents(query) != query
    plain = (_fold(word, case=case, accents=accents).text for word in words)
    # A pattern that regards case is searched for several times as fast as one that does not.
    pattern = re.compile(r"\s+".join(map(re.escape, plain)))
    for at, part in _parts(text, is_phrase=len(words) > 1):
        fold = _fold if part.isascii() else _kept
        folded = fold(part, case=case, accents=accents)
        for match in islice(pattern.finditer(folded.text), LIMIT - len(found)):
            start, end = match.span()
            if folded.starts:
                start, end = folded.origin(start), folded.origin(end - 1) + 1
            found.append(at + start, at + end)
    return found


def _parts(text: str, *, is_phrase: bool) -> Iterator[tuple[int, str]]:
    """Yield *text* in parts, and where each begins, so that no word lies in two.

    A long text need then not be folded and held whole. A phrase may lie over any white space, and
    what is not ASCII takes so long to be folded that it is kept: both come in one part.
    """
    if is_phrase or not text.isascii():
        yield 0, text
        return
    at = 0
    while at < len(text):
        gap = _WHITE.search(text, at + PART)
        end = gap.end() if gap else len(text)
        yield at, text[at:end]
        at = end


def find_each(text: str, query: str) -> Sequence[Range]:
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
    apart, done = Passages(), 0
    for start, end in found[:LIMIT]:
        if start >= done:
            apart.append(start, end)
            done = end
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


def _fold(text: str, *, case: bool, accents: bool) -> Folded:
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


_kept = lru_cache(maxsize=2)(_fold)
"""The same, of the last texts still known."""


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
