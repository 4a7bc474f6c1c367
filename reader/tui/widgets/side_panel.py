"""The right pane: one tab of facts, one of notes."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget

from reader.annotations.model import Mark
from reader.tui.widgets.fact_rows import ArticleFacts
from reader.tui.widgets.facts_panel import FactsPanel
from reader.tui.widgets.notes_panel import NotesPanel
from reader.tui.widgets.row_list import RowList

TABS = ("Facts", "Notes")


class Tabs(Widget):
    """The names of the tabs, the present one set apart."""

    def __init__(self) -> None:
        super().__init__()
        self.present = 0
        self.counts = ["", ""]

    def render(self) -> Text:
        """Write the names with how much is in each."""
        text = Text(" ", no_wrap=True)
        for index, name in enumerate(TABS):
            count = f" {self.counts[index]}" if self.counts[index] else ""
            style = "bold reverse" if index == self.present else ""
            text.append(f" {name}{count} ", style)
        return text


class SidePanel(Vertical):
    """Shows what is known of the open article beside its page."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.tabs = Tabs()
        self.facts = FactsPanel(id="facts")
        self.notes = NotesPanel(id="notes")

    def compose(self) -> ComposeResult:
        """Hold the tabs and their panels."""
        yield self.tabs
        yield self.facts
        self.notes.display = False
        yield self.notes

    @property
    def rows(self) -> RowList:
        """The list of the present tab."""
        return (self.facts, self.notes)[self.tabs.present].rows

    def show_facts(self, known: ArticleFacts | None) -> None:
        """List what is *known*; None while it is being looked for."""
        self.facts.show(known)
        self._count_facts()

    def narrow_facts(self, words: str) -> None:
        """List only the facts that have *words*."""
        self.facts.narrow(words)
        self._count_facts()

    def _count_facts(self) -> None:
        """Show how many facts are listed."""
        self.tabs.counts[0] = self.facts.count
        self.tabs.refresh()

    def show_marks(self, marks: Sequence[Mark], article: str = "") -> None:
        """List *marks*, which are of the text *article*."""
        self.notes.show(marks, article)
        self._count_notes()

    def narrow_notes(self, words: str) -> None:
        """List only the marks that have *words*."""
        self.notes.narrow(words)
        self._count_notes()

    def _count_notes(self) -> None:
        """Show how many marks are listed."""
        self.tabs.counts[1] = self.notes.count
        self.tabs.refresh()

    def turn_to(self, index: int) -> None:
        """Show the tab at *index*, counted round the ends; the focus stays in the pane."""
        focused = self.screen.focused is self.rows
        self.tabs.present = index % len(TABS)
        self.facts.display = self.tabs.present == 0
        self.notes.display = self.tabs.present == 1
        self.notes.freshen()
        self.tabs.refresh()
        if focused:
            self.screen.set_focus(self.rows)

    def sideways(self, step: int) -> None:
        """Turn to the next tab or the one before."""
        self.turn_to(self.tabs.present + step)

    @on(events.Click)
    def _turn_clicked(self, event: events.Click) -> None:
        """Turn to the tab under the mouse."""
        if event.widget is self.tabs:
            self.sideways(1)
