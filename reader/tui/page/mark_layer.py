"""The marks as they lie over a page: their washes by block, their signs by line.

Of thousands of marks one key changes one. Only the blocks and lines that it touches are made anew.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from reader.annotations.model import Mark
from reader.tui.glyphs import HIGHLIGHT, mark_badge, mark_glyph, mark_style
from reader.tui.page.layers import Wash, by_block, overlaps
from reader.tui.page.layout import Layout

Passage = tuple[int, int]
Index = dict[int, tuple[Mark, ...]]
"""Marks by the number of a block or a line."""


class MarkLayer:
    """What the marks of one layout paint; kept up with one change after another."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._marks: dict[int, Mark] = {}
        """The marks by identity: as long as they are held here, no other object has it."""
        self._in_block: Index = {}
        self._on_line: Index = {}
        self.washes: dict[int, tuple[Wash, ...]] = {}
        """The marked passages."""
        self.overlaps: dict[int, tuple[Wash, ...]] = {}
        """The passages on which several marks lie."""
        self.signs: dict[int, str] = {}
        """For a line, the sign of the mark on it; of several that begin there, of the one that
        says most."""
        self.badges: dict[int, str] = {}
        """For a line on which a mark starts, the sign of what befell that."""
        self.starts: set[int] = set()
        """The lines on which marks start."""

    def show(self, marks: Sequence[Mark]) -> list[Passage]:
        """Take *marks* in place of those before; return the passages where something changed."""
        before, after = self._marks, dict(zip(map(id, marks), marks, strict=True))
        left, came = _others(before, after), _others(after, before)
        gone = [mark for key, mark in left.items() if came.get(key) != mark]
        new = [mark for key, mark in came.items() if left.get(key) != mark]
        blocks: set[int] = set()
        lines: set[int] = set()
        for mark in gone:
            self._place(mark, blocks, lines, present=False)
        for mark in new:
            self._place(mark, blocks, lines, present=True)
        self._marks = after
        for block in blocks:
            self._wash(block)
        for line in lines:
            self._sign(line)
        return [passage for mark in (*gone, *new) for passage in mark.ranges]

    def _place(self, mark: Mark, blocks: set[int], lines: set[int], *, present: bool) -> None:
        """Note *mark* where it lies, or no more; add to *blocks* and *lines* what that is."""
        mine = set(by_block(_washes([mark]), self._layout.article.blocks))
        rows = set(chain.from_iterable(self._lines_of(mark)))
        for index, places in ((self._in_block, mine), (self._on_line, rows)):
            for place in places:
                others = tuple(one for one in index.pop(place, ()) if one.id != mark.id)
                if now := (*others, mark) if present else others:
                    index[place] = now
        blocks |= mine
        lines |= rows

    def _lines_of(self, mark: Mark) -> Iterator[range]:
        """Yield the lines of each passage of *mark*."""
        line_of = self._layout.line_of
        for start, end in mark.ranges:
            yield range(line_of(start), line_of(max(start, end - 1)) + 1)

    def _wash(self, block: int) -> None:
        """Make the washes of a block anew."""
        washes = _washes(sorted(self._in_block.get(block, ()), key=_weight))
        shared = [Wash(*both, "overlap") for both in overlaps(washes)]
        for layer, parts in ((self.washes, washes), (self.overlaps, shared)):
            layer.pop(block, None)
            if found := by_block(parts, self._layout.article.blocks).get(block):
                layer[block] = found

    def _sign(self, line: int) -> None:
        """Make the sign of a line anew."""
        for signs in (self.signs, self.badges):
            signs.pop(line, None)
        self.starts.discard(line)
        marks = sorted(self._on_line.get(line, ()), key=_weight)
        if not marks:
            return
        starting = [mark for mark in marks if self._starts(mark, line)]
        self.signs[line] = mark_glyph(starting[-1]) if starting else HIGHLIGHT
        self.starts.update([line] if starting else ())
        if badges := [badge for mark in starting if (badge := mark_badge(mark))]:
            self.badges[line] = badges[-1]

    def _starts(self, mark: Mark, line: int) -> bool:
        """Tell whether a passage of *mark* starts on *line*."""
        return any(self._layout.line_of(start) == line for start, _ in mark.ranges)


def _others(marks: Mapping[int, Mark], known: Mapping[int, Mark]) -> dict[str, Mark]:
    """Return by id those of *marks* that are not the very objects that are *known*."""
    return {mark.id: mark for key, mark in marks.items() if key not in known}


def _washes(marks: Iterable[Mark]) -> list[Wash]:
    """Return the passages of *marks* with their styles."""
    return [Wash(start, end, mark_style(mark)) for mark in marks for start, end in mark.ranges]


def _weight(mark: Mark) -> tuple[bool, bool, bool]:
    """Return how much *mark* says: a claim most, then a note, then a label."""
    return (mark.claim is not None, bool(mark.note), mark.label is not None)
