"""The right pane: one tab of facts, one of notes, one of where the article comes from."""

from __future__ import annotations

from collections.abc import Callable, Sequence

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
from reader.tui.widgets.sources_panel import SourcesPanel

TABS = ("Facts", "Notes", "Sources")
SOURCES = 2
"""Which of them lists the sources."""


class Tabs(Widget):
    """The names of the tabs, the present one set apart."""

    def __init__(self) -> None:
        super().__init__()
        self.present = 0
        self.counts = ["" for _ in TABS]

    def render(self) -> Text:
        """Write the names with how much is in each."""
        text = Text(" ", no_wrap=True)
        for index in range(len(TABS)):
            style = "bold reverse" if index == self.present else ""
            text.append(self._words(index), style)
        return text

    def _words(self, index: int) -> str:
        """Return the name of a tab with how much is in it."""
        count = f" {self.counts[index]}" if self.counts[index] else ""
        return f" {TABS[index]}{count} "

    def at(self, x: int) -> int | None:
        """Return which tab stands at the cell *x*; None where none does."""
        end = 1
        for index in range(len(TABS)):
            start, end = end, end + len(self._words(index))
            if start <= x < end:
                return index
        return None


class SidePanel(Vertical):
    """Shows what is known of the open article beside its page."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.tabs = Tabs()
        self.facts = FactsPanel(id="facts")
        self.notes = NotesPanel(id="notes")
        self.sources = SourcesPanel(id="sources")
        self.turned: Callable[[], None] = lambda: None
        """Called when another tab was turned to."""

    def compose(self) -> ComposeResult:
        """Hold the tabs and their panels."""
        yield self.tabs
        yield self.facts
        self.notes.display = False
        yield self.notes
        self.sources.display = False
        yield self.sources

    @property
    def rows(self) -> RowList:
        """The list of the present tab."""
        return self._panels[self.tabs.present].rows

    @property
    def _panels(self) -> tuple[FactsPanel, NotesPanel, SourcesPanel]:
        """The panels of the tabs, in their order."""
        return self.facts, self.notes, self.sources

    @property
    def shows_sources(self) -> bool:
        """Whether the sources are in view."""
        return bool(self.display) and self.tabs.present == SOURCES

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
        for number, panel in enumerate(self._panels):
            panel.display = number == self.tabs.present
        self.notes.freshen()
        self.tabs.refresh()
        self.turned()
        if focused:
            self.screen.set_focus(self.rows)

    def sideways(self, step: int) -> None:
        """Turn to the next tab or the one before."""
        self.turn_to(self.tabs.present + step)

    @on(events.Click)
    def _turn_clicked(self, event: events.Click) -> None:
        """Turn to the tab under the mouse."""
        if event.widget is self.tabs and (index := self.tabs.at(event.x)) is not None:
            self.turn_to(index)
