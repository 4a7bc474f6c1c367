"""The facts of an article: who, where, when, how much, who said what, what needs checking."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.timer import Timer

from reader.errors import ReaderError
from reader.facts.model import Fact
from reader.tui.widgets.fact_rows import TIMELINE, ArticleFacts, Finding, rows_of
from reader.tui.widgets.fact_why import FactWhy
from reader.tui.widgets.row_list import RowList

LOADING = "Looking for facts…"
SLOW_S = 0.5
"""How long they are looked for before that is said: most are found before it could be read."""

FAILED = "No facts were found:"
NOT_HERE = "No fact has these words."
EMPTY = (
    "No people, places, dates,\nfigures or quotes were\nfound in this article.\n\n"
    "Select words with v and\nmark them yourself."
)


class FactsPanel(Vertical):
    """Lists the facts of one article and reports which one the reader chose."""

    @dataclass
    class Picked(Message):
        """The reader chose a fact; the page should go to this mention and light the others."""

        fact: Fact
        finding: Finding

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.rows = RowList(id="facts-rows")
        self.filter = ""
        """The words that what is listed has."""
        self._why: FactWhy | None = None
        self.known = ArticleFacts()
        """What it lists, but for the filter."""
        self._turn: dict[Finding, int] = {}
        self._looking: Timer | None = None
        """Runs while the facts are being looked for, until that is said."""

    def compose(self) -> ComposeResult:
        """Hold the rows; what is said of one of them comes when it is asked for."""
        yield self.rows

    @property
    def finding(self) -> Finding | None:
        """The thing at the cursor."""
        row = self.rows.current
        return row.key if row is not None and isinstance(row.key, Finding) else None

    @property
    def chosen(self) -> Fact | None:
        """The mention that was last shown of the fact at the cursor."""
        finding = self.finding
        if finding is None:
            return None
        return finding.facts[self._turn.get(finding, 0) % len(finding.facts)]

    @property
    def listed(self) -> list[Fact]:
        """Every mention of what is listed, but for what was dismissed."""
        return [fact for finding in self._findings() for fact in finding.facts]

    @property
    def count(self) -> str:
        """How many things are listed; nothing when there are none."""
        return str(len(self._findings()) or "")

    def _findings(self) -> list[Finding]:
        """Return the things that are listed, each once."""
        keys = [row.key for row in self.rows.rows]
        found = [key for key in keys if isinstance(key, Finding)]
        return [one for one in found if not one.is_dismissed and one.group != TIMELINE]

    def show(self, known: ArticleFacts | None) -> None:
        """List what is *known*; None while it is being looked for."""
        same = known is not None and known.text == self.known.text
        self.known = known or ArticleFacts()
        if not same:
            self._turn.clear()
            self.filter = ""
        if self._looking is not None:
            self._looking.stop()
            self._looking = None
        if known is None:
            self._looking = self.set_timer(SLOW_S, lambda: self._list(LOADING))
        self._list("" if known is None else EMPTY)

    def show_failure(self, error: ReaderError) -> None:
        """Say in place of the facts why they could not be found."""
        self.show(ArticleFacts())
        self._list(f"{FAILED}\n\n{error.problem};\n{error.remedy}.")

    def narrow(self, words: str) -> None:
        """List only what has all of *words*."""
        self.filter = words
        self._list(EMPTY)

    def _list(self, empty: str) -> None:
        """List what the filter lets through; *empty* says why there is nothing to let through."""
        self.rows.show(rows_of(self.known, self.filter), NOT_HERE if self.filter else empty)
        self.explain()

    def explain(self) -> None:
        """Say below the list, while it has the keys, why what stands at the cursor is there."""
        finding, fact = self.finding, self.chosen
        shown = self.rows.has_focus and finding is not None and fact is not None
        if shown and self._why is None and self.is_attached:
            self._why = FactWhy()
            self.mount(self._why)
        if self._why is not None:
            self._why.display = shown
            if finding is not None and fact is not None:
                self._why.show(finding, fact, self.known.text)

    @on(RowList.Moved)
    @on(events.DescendantFocus)
    @on(events.DescendantBlur)
    def _explain(self) -> None:
        """Follow the cursor and the focus."""
        self.explain()

    @on(RowList.Chosen)
    def _pick(self, event: RowList.Chosen) -> None:
        """Go to the fact; chosen again, to its next mention."""
        event.stop()
        finding = event.row.key
        if isinstance(finding, Finding):
            turn = self._turn.get(finding, -1) + 1
            self._turn[finding] = turn
            self.explain()
            self.post_message(self.Picked(finding.facts[turn % len(finding.facts)], finding))
