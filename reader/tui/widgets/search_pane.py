"""Where the whole library is searched: a line to type in, and what was found below it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, Static

from reader.article.sanitise import clean_line
from reader.tui.widgets.hit_list import HitList, ShownHit
from reader.tui.widgets.line_box import LineBox

if TYPE_CHECKING:
    from reader.tui.desk.library_search import LibrarySearch


class SearchPane(Vertical):
    """Stands in place of the page while the library is searched; the page behind it stays."""

    def __init__(self, desk: LibrarySearch, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._desk = desk
        self._about = Static("", markup=False)
        self._input = LineBox(compact=True, placeholder='words, "a phrase", wor*, tag:…, by:…')
        self.hits = HitList()

    def compose(self) -> ComposeResult:
        """Hold what is told of the search, the query and what was found."""
        yield self._about
        yield self._input
        yield self.hits

    @property
    def is_open(self) -> bool:
        """Whether it stands in place of the page."""
        return bool(self.display)

    @property
    def query_typed(self) -> str:
        """What stands in the line."""
        return self._input.value

    def open(self) -> None:
        """Stand in place of the page, with the last query chosen to be typed over."""
        self.display = True
        self._input.action_select_all()
        self.screen.set_focus(self._input)

    def leave(self) -> None:
        """Go back to the page."""
        self._desk.leave()

    def tell(self, words: str) -> None:
        """Say *words* of the search above the query."""
        self._about.update(f" {clean_line(words)}")

    def write(self, query: str) -> None:
        """Put *query* in place of what was typed."""
        self._input.value = clean_line(query)
        self._input.cursor_position = len(self._input.value)

    def show(self, hits: Sequence[ShownHit], empty: str) -> None:
        """Show *hits*."""
        self.hits.show(hits, empty)

    @on(Input.Changed)
    def _tell_typed(self, event: Input.Changed) -> None:
        """Hand on what is being typed."""
        event.stop()
        self._desk.typed(event.value)

    @on(Input.Submitted)
    @on(HitList.Clicked)
    def _take(self, event: Message) -> None:
        """Hand on which hit was chosen."""
        event.stop()
        self._desk.take(self.hits.cursor if self.hits.hits else -1)

    def on_key(self, event: events.Key) -> None:
        """Move through the hits from the query; other keys edit it."""
        steps = {"down": 1, "up": -1, "pagedown": 5, "pageup": -5}
        if event.key in steps:
            if not self.hits.move(steps[event.key]) and event.key == "up":
                self._desk.recall()
        elif event.key in ("tab", "shift+tab"):
            self._desk.turn()
        elif event.key in ("escape", "ctrl+c", "ctrl+f"):
            self.leave()
        else:
            return
        event.prevent_default()
        event.stop()
