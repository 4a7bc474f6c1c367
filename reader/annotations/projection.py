"""The text as anchoring compares it, with the way back to the text itself.

A site that changes its quotation marks, dashes, accents' encoding, white space, footnote numbers
or inline markup has not changed what it says. The projection takes all of that away; its index
map tells where each of its characters came from, so that whatever is found in it can be told as
a range of the text. It costs one pass over the text.
"""

import re
import unicodedata
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reader.annotations.graphemes import cluster_end

_INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff\u0300-\u036f"
_DASHES = "\u2010-\u2015\u2212-"
_IRREGULAR = re.compile(
    rf"(?! [^\s*_\[\]{_INVISIBLE}])"  # one plain space between words needs no work
    rf"(?P<gap>(?:\]\([^()\s]*\)|\[\d{{1,3}}\]|[\s*_\[\]{_INVISIBLE}])+)"
    rf"|(?P<dash>[{_DASHES}]+)"
    r"|(?P<jamo>[\u1100-\u115f][\u1160-\u11a7][\u11a8-\u11ff]?)"
    r"|(?P<other>[^\x00-\x7f]|`)"
)
_QUOTATION_MARKS = str.maketrans("“”„«»‘’‚`′´", "\"\"\"\"\"''''''")


@dataclass(frozen=True, slots=True, eq=False)
class Projection:
    """A text without what a re-edit may change and mean nothing by it."""

    text: str
    """What is left, with white space made single."""

    offsets: Sequence[int]
    """For each character of ``text``, the offset in ``source`` that it came from."""

    source: str
    """The text that was projected."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of the source that ``text[start:end]``, not empty, came from."""
        return self.offsets[start], cluster_end(self.source, self.offsets[end - 1] + 1)


def project(source: str) -> Projection:
    """Return the projection of *source*."""
    parts: list[str] = []
    offsets = array("L")
    position = 0
    for match in _IRREGULAR.finditer(source):
        start = match.start()
        if position < start:
            parts.append(source[position:start])
            offsets.extend(range(position, start))
        position = match.end()
        written = _fold(match, leading=not parts)
        if written:
            parts.append(written)
            offsets.extend([start] * len(written))
    parts.append(source[position:])
    offsets.extend(range(position, len(source)))
    return Projection("".join(parts), offsets, source)


@lru_cache(maxsize=2)
def project_article(text: str) -> Projection:
    """Return the projection of an article's *text*, kept for the marks that follow."""
    return project(text)


def _fold(match: re.Match[str], *, leading: bool) -> str:
    """Return what the projection writes for an irregular stretch of the source."""
    stretch = match.group()
    match match.lastgroup:
        case "gap":
            return " " if not leading and re.search(r"\s", stretch) else ""
        case "dash":
            return "-"
        case "jamo":
            return unicodedata.normalize("NFC", stretch)
        case _:
            return _fold_character(stretch)


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    """Return *character* in its plainest form: no accent, no ligature, straight quotes."""
    plain = character.translate(_QUOTATION_MARKS)
    decomposed = unicodedata.normalize("NFKD", plain)
    letters = "".join(part for part in decomposed if not unicodedata.combining(part))
    return unicodedata.normalize("NFC", letters)
