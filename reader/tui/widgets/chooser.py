"""A list over the page with a search: the keys, a claim's status, what was left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from reader.tui.widgets.line_box import LineBox
from reader.tui.widgets.row_list import Row, RowList, entries_of

Choice = Callable[[Row], None]
Offer = Callable[[str], Row | None]


class Chooser(Vertical):
    """Shows rows to look through, narrowed by what is typed, and hands on the one chosen.

    It keeps its place while it is out of sight, so that opening it lays nothing else out anew.
    """

    class Closed(Message):
        """It was put away; the focus should go back to where it was asked from."""

        def __init__(self, back: Widget | None) -> None:
            super().__init__()
            self.back = back
            """What should have the focus; None for the page."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._title = Static("", markup=False)
        self._search = LineBox(compact=True, placeholder="type to narrow the list")
        self.rows = RowList(id="chooser-rows")
        self.rows.can_focus = False
        self.border_subtitle = "⏎ take it  esc leave"
        self.visible = False
        self.title = ""
        """What stands above the rows while it is shown."""
        self._all: Sequence[Row] = ()
        self._empty = ""
        self._found: Sequence[Row] = ()
        self._chosen: Choice | None = None
        self._offer: Offer | None = None
        self._typed: Callable[[str], None] | None = None
        self._back: Widget | None = None

    def compose(self) -> ComposeResult:
        """Hold the title, the search and the rows."""
        yield self._title
        yield self._search
        yield self.rows

    @property
    def is_open(self) -> bool:
        """Whether it is shown."""
        return bool(self.visible)

    def open(
        self,
        title: str,
        rows: Sequence[Row],
        chosen: Choice | None = None,
        empty: str = "",
        *,
        offer: Offer | None = None,
        typed: Callable[[str], None] | None = None,
        back: Widget | None = None,
    ) -> None:
        """Show *rows* under *title*.

        Args:
            title: what stands above.
            rows: what there is to choose from.
            chosen: called with the row that the reader takes.
            empty: what stands there when there are no rows.
            offer: gives a row for what is typed, or None; it then stands first.
            typed: called with what is typed at each change, to find more rows.
            back: what has the focus again when it is put away; None for the page.
        """
        self._back = back
        self._chosen, self._offer, self._typed = chosen, None, None
        self._search.value = ""
        self._offer, self._typed = offer, typed
        self.rows.show(())  # else the cursor would stay on a row that both lists have
        self.rows.scroll_to(y=0, animate=False, force=True)
        self.visible = True
        self.fill(title, rows, empty)
        self.screen.set_focus(self._search)

    def fill(
        self, title: str, rows: Sequence[Row], empty: str = "", found: Sequence[Row] = ()
    ) -> None:
        """Show *rows* in place of those before, narrowed by what has been typed, then *found*."""
        if self.is_open:
            self.title = title
            self._title.update(f" {title}")
            self._all, self._empty, self._found = rows, empty or "Nothing here.", found
            self._show_narrowed(self._search.value)

    def leave(self) -> None:
        """Put it away."""
        if self.is_open:
            self.visible = False
            self.title = ""
            self.post_message(self.Closed(self._back))

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        """Show the rows that have every word that was typed."""
        event.stop()
        self._found = ()
        self._show_narrowed(event.value)
        self.rows.move(-len(self.rows.rows))  # what fits best stands first
        if self._typed is not None:
            self._typed(event.value)

    def _show_narrowed(self, query: str) -> None:
        """Show the rows that have every word of *query*, those first that are called so."""
        shown = self._narrowed(query) if query.strip() else list(self._all)
        shown += self._found
        self.rows.show(shown, empty="Nothing has these words." if self._all else self._empty)

    def _narrowed(self, query: str) -> list[Row]:
        """Return the rows that have every word of *query*, what it is offered for first."""
        words = query.casefold().split()
        entries = [
            entry
            for entry in entries_of(self._all)
            if entry[0].selectable and all(word in _searched(entry) for word in words)
        ]
        entries.sort(key=lambda entry: not _is_called(entry[0], words))
        offered = self._offer(query) if self._offer is not None else None
        if offered is not None:
            first = next((one for one in entries if one[0] is offered), [offered])
            entries = [first, *(one for one in entries if one is not first)]
        return list(chain.from_iterable(entries))

    @on(Input.Submitted)
    def _take(self, event: Input.Submitted) -> None:
        """Choose the row at the cursor."""
        event.stop()
        self.rows.choose()

    @on(RowList.Chosen)
    def _hand_on(self, event: RowList.Chosen) -> None:
        """Close, and hand on the row."""
        event.stop()
        chosen = self._chosen
        if chosen is not None:
            self.leave()
            chosen(event.row)

    def on_key(self, event: events.Key) -> None:
        """Move through the rows from the search; leave on escape; other keys edit the search."""
        steps = {"down": 1, "up": -1, "pagedown": 10, "pageup": -10}
        if event.key in steps:
            self.rows.move(steps[event.key])
        elif event.key in ("escape", "ctrl+c"):
            self.leave()
        else:
            return
        event.stop()


def _is_called(row: Row, words: Sequence[str]) -> bool:
    """Tell whether each of *words* begins a word of the name that stands before a row."""
    name = row.sign.casefold().split()
    return all(any(part.startswith(word) for part in name) for word in words)


def _searched(entry: Sequence[Row]) -> str:
    """Return the words of an entry that the search looks through."""
    first, words = entry[0], " ".join(row.text for row in entry)
    return f"{words} {first.sign} {first.aside}".casefold()
