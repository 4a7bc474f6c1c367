"""A notes file as its owner left it: their text, and the regions that the reader keeps.

Joining the pieces of a document gives the very text it was read from.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_MARKER = re.compile(r"\s*(?:- )?(?:<!--|%%)\s*newsmargin:(begin|end)\s+([\w-]+)\s*(?:-->|%%)\s*")
_HEADING = re.compile(r"(?:- )?#{1,6}\s")
_FENCE = re.compile(r"\s{0,3}(```+|~~~+)")
_PROPERTIES = re.compile(r"\ufeff?(?:[\w-]+::.*(?:\n|$))+(?:[ \t]*\r?\n)?")
_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)")


OUTLINE_ID = "newsmargin-id"
"""The property with the article's id, for ``id`` is the block's own in an outline."""


@dataclass(frozen=True, slots=True)
class Prose:
    """Text between regions; it belongs to the file's owner."""

    text: str


@dataclass(frozen=True, slots=True)
class Managed:
    """A region as it stands in a file."""

    id: str
    begin: str
    """The comment line that opens it, with its line end."""
    body: str
    end: str

    @property
    def text(self) -> str:
        """The region with its comment lines."""
        return self.begin + self.body + self.end


Piece = Prose | Managed


def split_front(text: str) -> tuple[str, str]:
    """Return the front matter of a file, with its fences, and the rest; either may be empty."""
    match = _FRONT.match(text) or properties(text)
    return (match.group(), text[match.end() :]) if match else ("", text)


def properties(text: str) -> re.Match[str] | None:
    """Return the properties that a page of an outline begins with, if it is one of ours."""
    match = _PROPERTIES.match(text)
    return match if match and f"{OUTLINE_ID}::" in match.group() else None


def parse(text: str) -> list[Piece]:
    """Return the pieces of a file's text, without its front matter.

    A region whose end is lost, or that stands there a second time, is its owner's text.
    """
    lines = _LINE.findall(text)
    pieces: list[Piece] = []
    prose_from = 0
    for start, end, region in _regions(lines):
        if start > prose_from:
            pieces.append(Prose("".join(lines[prose_from:start])))
        body = "".join(lines[start + 1 : end])
        pieces.append(Managed(region, lines[start], body, lines[end]))
        prose_from = end + 1
    if prose_from < len(lines):
        pieces.append(Prose("".join(lines[prose_from:])))
    return pieces


def _regions(lines: list[str]) -> Iterator[tuple[int, int, str]]:
    """Yield each region's first and last line, and its id."""
    seen: set[str] = set()
    opened: tuple[int, str] | None = None
    for index, line in enumerate(lines):
        marker = _MARKER.fullmatch(line)
        if marker is None:
            continue
        sign, region = marker.groups()
        if sign == "begin":
            opened = (index, region)
        elif opened is not None and opened[1] == region and region not in seen:
            seen.add(region)
            yield opened[0], index, region
            opened = None


def broken_regions(pieces: Iterable[Piece]) -> set[str]:
    """Return the ids of regions that lost one of their comment lines."""
    prose = (piece.text for piece in pieces if isinstance(piece, Prose))
    markers = (_MARKER.fullmatch(line) for text in prose for line in _LINE.findall(text))
    return {marker.group(2) for marker in markers if marker}


def headings(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the heading lines of *text*: start, end and words; what stands in code is none."""
    offset = 0
    fence = ""
    for line in _LINE.findall(text):
        opening = _FENCE.match(line)
        if opening:
            sign = opening.group(1)
            if not fence:
                fence = sign
            elif sign.startswith(fence):
                fence = ""
        elif not fence and _HEADING.match(line):
            yield offset, offset + len(line), line.strip()
        offset += len(line)
