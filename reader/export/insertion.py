"""Where in a file a new region goes: after its predecessor, under its own heading."""

from collections.abc import Sequence
from dataclasses import dataclass

from reader.export.document import Managed, Piece, Prose, headings, parse
from reader.export.notes import Region, wrap
from reader.export.profiles import Profile


@dataclass(frozen=True, slots=True)
class _Spot:
    """A place in a file: a piece, and an offset in its text."""

    piece: int
    offset: int


def insert(
    pieces: list[Piece], regions: Sequence[Region], index: int, profile: Profile
) -> list[Piece]:
    """Return *pieces* with ``regions[index]`` put where a reader would look for it.

    Text that follows its predecessor belongs to that, so the region goes after it, before the
    next heading or region. Headings that it stands under are written when the file lacks them.
    """
    region = regions[index]
    before, above = _predecessor(pieces, regions[:index])
    spot = None
    missing: list[str] = []
    if region.headings and region.headings != above:
        spot = _under(pieces, region.headings[-1], before)
        missing = [] if spot else _missing(pieces, region.headings)
    return _put(pieces, spot or _after(pieces, before), missing, wrap(region, profile))


def _missing(pieces: Sequence[Piece], lines: Sequence[str]) -> list[str]:
    """Return those of the heading *lines* that the file has nowhere."""
    prose = [piece.text for piece in pieces if isinstance(piece, Prose)]
    known = {words for text in prose for *_, words in headings(text)}
    return [line for line in lines if line not in known]


def _predecessor(pieces: Sequence[Piece], earlier: Sequence[Region]) -> tuple[int, tuple[str, ...]]:
    """Return where the nearest earlier region stands and its headings; -1 when none does."""
    places = {piece.id: at for at, piece in enumerate(pieces) if isinstance(piece, Managed)}
    for region in reversed(earlier):
        if region.id in places:
            return places[region.id], region.headings
    return -1, ()


def _under(pieces: Sequence[Piece], heading: str, before: int) -> _Spot | None:
    """Return the spot below *heading*, the first after its predecessor or else in the file."""
    spots = [
        _Spot(at, end)
        for at, piece in enumerate(pieces)
        if isinstance(piece, Prose)
        for _, end, words in headings(piece.text)
        if words == heading
    ]
    return next((spot for spot in spots if spot.piece > before), spots[0] if spots else None)


def _after(pieces: Sequence[Piece], before: int) -> _Spot:
    """Return the spot after the region at *before* and the text that goes with it.

    Without a predecessor, that is below the file's title.
    """
    at = before + 1
    if at >= len(pieces):
        return _Spot(at, 0)
    following = pieces[at]
    if isinstance(following, Managed):
        return _Spot(at, 0)
    starts = [
        start
        for start, _, words in headings(following.text)
        if at or words.removeprefix("- ")[1] == "#"
    ]
    return _Spot(at, starts[0] if starts else len(following.text))


def _put(
    pieces: Sequence[Piece], spot: _Spot, heading_lines: Sequence[str], region: str
) -> list[Piece]:
    """Return *pieces* with a region and its headings at *spot*, a blank line before and after."""
    split = pieces[spot.piece].text if spot.offset else ""
    before = [*pieces[: spot.piece], *_prose(split[: spot.offset])]
    after = [*_prose(split[spot.offset :]), *pieces[spot.piece + bool(split) :]]
    newline = line_end(pieces)
    text = "".join(f"{line}\n\n" for line in heading_lines)
    opening = _blank_line(before, newline) + text.replace("\n", newline)
    closing = newline if after and not after[0].text.startswith(("\n", "\r\n")) else ""
    new = parse(region.replace("\n", newline))
    return [*before, *_prose(opening), *new, *_prose(closing), *after]


def _prose(text: str) -> list[Piece]:
    """Return *text* as a piece; none when it is empty."""
    return [Prose(text)] if text else []


def _blank_line(before: Sequence[Piece], newline: str) -> str:
    """Return what makes *before* end in a blank line."""
    end = "".join(piece.text for piece in before[-2:])[-4:].replace("\r\n", "\n")
    if not end or end.endswith("\n\n"):
        return ""
    return newline if end.endswith("\n") else newline * 2


def line_end(pieces: Sequence[Piece]) -> str:
    """Return how the lines of a file end."""
    first = next((piece.text for piece in pieces if "\n" in piece.text), "")
    return "\r\n" if first.partition("\n")[0].endswith("\r") else "\n"
