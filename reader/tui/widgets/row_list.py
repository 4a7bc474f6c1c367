"""A list of lines to move through: the tree, the facts, the notes and the keys are such lists."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events, on
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from reader.article.sanitise import clean_line
from reader.tui.page.cells import cut, width
from reader.tui.widgets.canvas import Canvas
from reader.tui.widgets.terminal_cursor import lead_cursor

NAMES = ("section", "article", "unread", "heading", "group", "quiet", "lost", "here", "chosen")
"""The styles that ``styles/row_list.tcss`` gives."""


class Row(NamedTuple):
    """One line of a list."""

    text: str
    """What it says; from outside, so it is cleaned before it is painted."""

    key: Any = None
    """What it stands for."""

    indent: int = 0
    sign: str = ""
    """What stands before the text: whether it is open, a status."""

    aside: str = ""
    """What stands at the right edge: a count."""

    style: str = ""
    selectable: bool = True
    """Whether the cursor stops on it."""


def goes_on(row: Row, before: Row) -> bool:
    """Tell whether *row* has the rest of the words of the one before it."""
    return not row.selectable and row.key is not None and row.key == before.key


def entries_of(rows: Iterable[Row]) -> list[list[Row]]:
    """Return *rows* by what they stand for: each with those that have the rest of its words."""
    entries: list[list[Row]] = []
    for row in rows:
        if entries and goes_on(row, entries[-1][-1]):
            entries[-1].append(row)
        else:
            entries.append([row])
    return entries


def _places_of(rows: Sequence[Row]) -> dict[Any, int]:
    """Return where the first row of each key stands; nothing when a key holds what can change."""
    last = len(rows) - 1
    try:
        return {row.key: last - index for index, row in enumerate(reversed(rows))}
    except TypeError:
        return {}


def _is_fixed(key: Any) -> bool:
    """Tell whether *key* holds nothing that can change, so that it can be looked up."""
    try:
        hash(key)
    except TypeError:
        return False
    return True


class RowList(Canvas, can_focus=True):
    """Shows rows, one line each, and reports which one the reader moved to and chose.

    It paints only the rows in view, so a list of fifty thousand costs no more than one of fifty.
    The sheet must give it no border and no padding.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"row-list--{name}" for name in NAMES}
    ALLOW_SELECT = False

    virtual_size: var[Size] = var(Size(0, 0))
    """As Textual has it, but that the screen is not laid out anew when there are other rows."""

    @dataclass
    class Moved(Message):
        """The cursor moved to another row."""

        rows: "RowList"
        row: Row

        @property
        def control(self) -> "RowList":
            """The sender."""
            return self.rows

    @dataclass
    class Chosen(Message):
        """The reader chose a row."""

        rows: "RowList"
        row: Row

        @property
        def control(self) -> "RowList":
            """The sender."""
            return self.rows

    def __init__(self, *, id: str | None = None, empty: str = "") -> None:
        super().__init__(id=id)
        self.rows: Sequence[Row] = ()
        self.cursor = 0
        self.here: Any = None
        """The key of the row that stands for what the page shows."""
        self._places: dict[Any, int] | None = None
        """Where the row of each key stands, once it has been asked for."""
        self._empty = empty

    @property
    def _has_keys(self) -> bool:
        """Whether the keys move its cursor: it has the focus, or stands under a search that has."""
        return self.has_focus or not self.can_focus

    @property
    def current(self) -> Row | None:
        """The row at the cursor; None in an empty list."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    def show(self, rows: Sequence[Row], empty: str | None = None) -> None:
        """Show *rows* in place of those before, the cursor on the same key where it still is."""
        before = self.current
        self.rows, self._places = rows, None
        if empty is not None:
            self._empty = empty
        here = rows[self.cursor].key if self.cursor < len(rows) else None
        if before is not None and before.key not in (None, here):
            self.cursor = self.place_of(before.key, self.cursor)
        self.cursor = self._nearest(min(self.cursor, max(0, len(rows) - 1)), 1)
        self.virtual_size = Size(self.size.width, max(1, len(rows)))
        self._lead_cursor()
        self.refresh()

    def watch_virtual_size(self) -> None:
        """Come back to where there are rows."""
        self.scroll_y = self.validate_scroll_y(self.scroll_y)

    def put(self, start: int, rows: Sequence[Row]) -> None:
        """Show *rows* in place of as many from *start* on, which stand for the same keys."""
        if not isinstance(self.rows, list):
            self.rows = list(self.rows)
        for index, row in enumerate(rows, start):
            if self.rows[index] != row:
                self.rows[index] = row
                self.refresh_line(index)

    def place_of(self, key: Any, otherwise: int = -1) -> int:
        """Return the index of the first row of *key*; *otherwise* when there is none."""
        if key is None:
            return otherwise
        if self._places is None:
            self._places = _places_of(self.rows)
        if self._places and _is_fixed(key):
            return self._places.get(key, otherwise)
        return next((index for index, row in enumerate(self.rows) if row.key == key), otherwise)

    def show_here(self, key: Any) -> None:
        """Show *key* as what the page stands on."""
        if key != self.here:
            before, self.here = self.place_of(self.here), key
            self._refresh_rows(before, self.place_of(key))

    def go_to(self, key: Any) -> None:
        """Move the cursor to the row of *key*, when there is one, without telling anybody."""
        index = self.place_of(key)
        if index >= 0:
            before, self.cursor = self.cursor, index
            self._bring_into_view()
            self._lead_cursor()
            self._refresh_rows(before, index)

    def _refresh_rows(self, *indexes: int) -> None:
        """Paint the rows at *indexes* anew; those below zero are none."""
        for index in indexes:
            if index >= 0:
                self.refresh_line(index)

    def move(self, step: int) -> None:
        """Move the cursor by *step* rows, at most to either end."""
        target = max(0, min(self.cursor + step, len(self.rows) - 1))
        target = self._nearest(target, 1 if step > 0 else -1)
        if target != self.cursor and self.rows:
            before, self.cursor = self.cursor, target
            self._bring_into_view()
            self._lead_cursor()
            self._refresh_rows(before, target)
            self.post_message(self.Moved(self, self.rows[target]))

    def _nearest(self, index: int, step: int) -> int:
        """Return the selectable row at *index*, or the next one in the direction of *step*."""
        for direction in (step, -step):
            probe = index
            while 0 <= probe < len(self.rows):
                if self.rows[probe].selectable:
                    return probe
                probe += direction
        return index

    def choose(self) -> None:
        """Choose the row at the cursor."""
        if (row := self.current) is not None and row.selectable:
            self.post_message(self.Chosen(self, row))

    def _bring_into_view(self) -> None:
        """Scroll so that the cursor's row is in view, as soon as there is one."""
        top, height = int(self.scroll_offset.y), self.size.height
        if not height:
            return
        if self.cursor < top:
            self.scroll_to(y=max(0, self.cursor - 1), animate=False, force=True)
        elif (last := self._last_of_entry) >= top + height:
            self.scroll_to(y=min(self.cursor, last - height + 1), animate=False, force=True)

    @property
    def _last_of_entry(self) -> int:
        """Index of the last row with words of the one at the cursor."""
        last, rows = self.cursor, self.rows
        while last + 1 < len(rows) and goes_on(rows[last + 1], rows[last]):
            last += 1
        return last

    def on_focus(self) -> None:
        """Take the terminal's cursor along, and show that the keys move this one."""
        self._lead_cursor()
        self._refresh_rows(self.cursor)

    def on_blur(self) -> None:
        """Show that the keys do not move this cursor any more."""
        self._refresh_rows(self.cursor)

    def _lead_cursor(self) -> None:
        """Let the terminal's own cursor stand on the row at the cursor."""
        lead_cursor(self, 0, self.cursor - int(self.scroll_offset.y))

    def on_resize(self, event: events.Resize) -> None:
        """Take the new width."""
        self.virtual_size = Size(event.size.width, max(1, len(self.rows)))
        self._bring_into_view()
        self._lead_cursor()

    def render_line(self, y: int) -> Strip:
        """Paint the row that stands on line *y*."""
        return self.render_lines(Region(0, y, self.size.width, 1))[0]

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint the rows of *crop*, without the detours that borders and padding would need."""
        base, cells = self.rich_style, self.size.width
        strips = [self._line(y, cells, base) for y in crop.line_range]
        background = self.background_colors[1]
        for line_filter in self.get_line_filters():
            strips = [strip.apply_filter(line_filter, background) for strip in strips]
        if crop.x or crop.width < cells:
            return [strip.crop(crop.x, crop.right) for strip in strips]
        return strips

    def _line(self, y: int, cells: int, base: Style) -> Strip:
        """Paint the row that stands on line *y* over the list's own style."""
        index = int(self.scroll_offset.y) + y
        if not self.rows and self._empty:
            return self._empty_line(y, cells)
        if index >= len(self.rows):
            return Strip.blank(cells, base)
        row = self.rows[index]
        style = base + self._style_of(row.style)
        if row.key is not None and row.key == self.here:
            style += self._style_of("here")
        if index == self.cursor and row.selectable:
            style += self._style_of("chosen") if self._has_keys else Style(underline=True)
        return Strip([Segment(self._words(row, cells), style)], cells)

    def _empty_line(self, y: int, cells: int) -> Strip:
        """Paint a line of what an empty list says of itself."""
        words = self._empty.split("\n")
        text = cut(words[y], cells) if y < len(words) else ""
        style = self.rich_style + self._style_of("quiet")
        return Strip([Segment(text + " " * (cells - width(text)), style)], cells)

    def _words(self, row: Row, cells: int) -> str:
        """Return the row's words on exactly *cells* cells."""
        lead = "  " * row.indent + (f"{row.sign} " if row.sign else "")
        aside = f" {row.aside} " if row.aside else " "
        room = max(1, cells - width(lead) - width(aside))
        text = cut(clean_line(row.text), room)
        words = lead + text + " " * (room - width(text)) + aside
        return cut(words, cells) if width(words) > cells else words

    def _style_of(self, name: str) -> Style:
        """Return the style that the sheet gives *name*."""
        if not name:
            return Style.null()
        return self.get_component_rich_style(f"row-list--{name}", partial=True)

    @on(events.Click)
    def _choose_clicked(self, event: events.Click) -> None:
        """Choose the row under the mouse."""
        index = int(self.scroll_offset.y) + event.y
        if index < len(self.rows) and self.rows[index].selectable:
            self.cursor = index
            self.refresh()
            self.choose()
