"""A revision as lines: the paragraphs that changed, those that did not folded to a line each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from reader.article.revision import Piece
from reader.article.sanitise import mask_text
from reader.tui.page.cells import cut, is_narrow
from reader.tui.page.wrap import wrap

SIGNS = {"added": "+", "removed": "−", "both": "±", "moved": "↕", "same": " "}
"""What stands beside the first line of a paragraph."""

WRITTEN = {"added": ("{+", "+}"), "removed": ("[-", "-]")}
"""What stands around words where neither colours nor strokes tell them apart."""

MOVED = {"added": "moved here: ", "removed": "moved from here: "}
"""What stands before a paragraph that stands elsewhere in the other version."""

BROKEN = "¶"
"""Stands for the start of a paragraph that was all that was added or removed."""


class Run(NamedTuple):
    """Words on one line that have one look."""

    text: str
    kind: str
    """``same``, ``added``, ``removed``, ``moved``, or ``quiet`` for words of ours."""
    change: int = -1
    """Which change they belong to; -1 for none."""


class RevisedLine(NamedTuple):
    """One line of the view."""

    sign: str = " "
    runs: tuple[Run, ...] = ()


@dataclass(slots=True)
class Revised:
    """The lines of a revision at one width. Made by ``lay_out``, never changed."""

    lines: list[RevisedLine] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    """For each change, the index of the line that it starts on."""
    places: list[int] = field(default_factory=list)
    """For each change, where it stands in the new text."""


class _Part(NamedTuple):
    """Words of one paragraph."""

    text: str
    kind: str
    moved: bool
    place: int


def lay_out(
    pieces: Sequence[Piece], cells: int, *, folded: bool = True, written: bool = False
) -> Revised:
    """Return the lines of a revision.

    Args:
        pieces: what became of the text.
        cells: the width of a line.
        folded: whether paragraphs that did not change are told by their number.
        written: whether what was added and removed stands between signs as well.
    """
    revised = Revised()
    same = 0
    for paragraph in _paragraphs(pieces):
        if folded and all(part.kind == "same" for part in paragraph):
            same += 1
            continue
        _fold(revised, same, cells)
        same = 0
        _lay_paragraph(revised, paragraph, cells, written=written)
    _fold(revised, same, cells)
    return revised


def _paragraphs(pieces: Sequence[Piece]) -> Iterator[list[_Part]]:
    """Yield the parts of each paragraph, of either version."""
    parts: list[_Part] = []
    for piece in pieces:
        if piece.kind != "same" and not piece.text.strip():
            parts.append(_Part(BROKEN, piece.kind, piece.moved, piece.new_start))
        place = piece.new_start
        for number, words in enumerate(mask_text(piece.text).split("\n\n")):
            if number and parts:
                yield parts
                parts = []
            if words.strip("\n" if piece.kind == "same" else None):
                parts.append(_Part(words, piece.kind, piece.moved, place))
            place += 0 if piece.kind == "removed" else len(words) + 2
    if parts:
        yield parts


def _fold(revised: Revised, count: int, cells: int) -> None:
    """Add the line that stands for *count* paragraphs that did not change."""
    if count:
        told = "1 paragraph" if count == 1 else f"{count} paragraphs"
        _part_from_last(revised)
        revised.lines.append(
            RevisedLine(" ", (Run(cut(f"⋯ {told} unchanged; z unfolds", cells), "quiet"),))
        )


def _part_from_last(revised: Revised) -> None:
    """Leave a line empty before what follows."""
    if revised.lines:
        revised.lines.append(RevisedLine())


def _lay_paragraph(revised: Revised, parts: Sequence[_Part], cells: int, *, written: bool) -> None:
    """Add the lines of one paragraph."""
    _part_from_last(revised)
    runs = list(_runs(revised, parts, written=written))
    text = "".join(run.text for run in runs)
    sign = SIGNS[_kind(parts)]
    seen = -1
    for start, end in wrap(text, 0, len(text), cells, narrow=is_narrow(text)):
        line = tuple(_between(runs, start, end))
        for run in line:
            if run.change > max(seen, len(revised.starts) - 1):
                revised.starts.append(len(revised.lines))
                seen = run.change
        revised.lines.append(RevisedLine(sign, line))
        sign = " "


def _kind(parts: Sequence[_Part]) -> str:
    """Return what became of a paragraph: added, removed, moved, changed within, or nothing."""
    kinds = {part.kind for part in parts}
    if any(part.moved for part in parts):
        return "moved"
    return next(iter(kinds)) if len(kinds) == 1 else "both"


def _runs(revised: Revised, parts: Sequence[_Part], *, written: bool) -> Iterator[Run]:
    """Yield the words of a paragraph, each change numbered; what was replaced is one change."""
    inside = False
    for part in parts:
        if part.kind == "same":
            inside = False
            yield Run(_flat(part.text), "same")
            continue
        if not inside:
            revised.places.append(part.place)
        elif not written:
            yield Run(" ", "same", len(revised.places) - 1)  # else 14 and 13 would read as 1413
        inside = True
        change = len(revised.places) - 1
        before, after = WRITTEN[part.kind] if written else ("", "")
        if part.moved:
            before, after = MOVED[part.kind], ""
        kind = "moved" if part.moved else part.kind
        yield Run(f"{before}{_flat(part.text)}{after}", kind, change)


def _flat(text: str) -> str:
    """Return *text* with the tabs between cells made spaces."""
    return text.replace("\t", " ")


def _between(runs: Sequence[Run], start: int, end: int) -> Iterator[Run]:
    """Yield what of *runs*, joined, stands from *start* to *end*."""
    at = 0
    for run in runs:
        first, last = max(start, at), min(end, at + len(run.text))
        if first < last:
            yield run._replace(text=run.text[first - at : last - at])
        at += len(run.text)
