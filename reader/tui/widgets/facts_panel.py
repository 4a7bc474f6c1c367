"""The facts of an article: who, where, when, how much, who said what, what needs checking."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from reader.errors import ReaderError
from reader.facts.model import Fact, is_worth_a_row
from reader.tui.widgets.row_list import Row, RowList

GROUPS = (
    ("Claims", ("claim",)),
    ("People", ("person",)),
    ("Organisations", ("org",)),
    ("Places", ("place",)),
    ("Dates", ("date", "time")),
    ("Money", ("money",)),
    ("Percentages", ("percent",)),
    ("Quantities", ("quantity",)),
    ("Quotes", ("quote",)),
    ("Events and agreements", ("event",)),
    ("Works and systems", ("work",)),
    ("Acronyms", ("acronym",)),
    ("Durations", ("duration", "set")),
    ("Links", ("link",)),
)
"""The groups in which facts are listed, with the kinds in each."""

CLAIMS_SHOWN = 10
"""How many claims are listed: those with the highest scores."""

LOADING = "Looking for facts…"
FAILED = "No facts were found:"
EMPTY = (
    "No people, places, dates,\nfigures or quotes were\nfound in this article.\n\n"
    "Select words with v and\nmark them yourself."
)

_NAMES = {"person", "org", "place"}
_ARROWS = {"up": "↑", "down": "↓"}


@dataclass(frozen=True, eq=False)
class Finding:
    """One thing that the article speaks of, with every place where it does."""

    facts: tuple[Fact, ...]
    """Its mentions in reading order, at least one."""

    @property
    def first(self) -> Fact:
        """Its first mention."""
        return self.facts[0]


class FactsPanel(Vertical):
    """Lists the facts of one article and reports which one the reader chose."""

    @dataclass
    class Picked(Message):
        """The reader chose a fact; the page should go to this mention and light the others."""

        fact: Fact
        finding: Finding

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.rows = RowList(id="facts-rows", empty=LOADING)
        self._turn: dict[Finding, int] = {}

    def compose(self) -> ComposeResult:
        """Hold the rows."""
        yield self.rows

    @property
    def chosen(self) -> Fact | None:
        """The mention that was last shown of the fact at the cursor."""
        row = self.rows.current
        if row is None or not isinstance(row.key, Finding):
            return None
        return row.key.facts[self._turn.get(row.key, 0) % len(row.key.facts)]

    @property
    def listed(self) -> list[Fact]:
        """Every mention of what is listed."""
        keys = [row.key for row in self.rows.rows]
        return [fact for key in keys if isinstance(key, Finding) for fact in key.facts]

    def show(self, facts: Sequence[Fact] | None) -> None:
        """List *facts*; None while they are being looked for."""
        self._turn.clear()
        self.rows.show(list(_rows(facts or ())), empty=LOADING if facts is None else EMPTY)

    def show_failure(self, error: ReaderError) -> None:
        """Say in place of the facts why they could not be found."""
        self._turn.clear()
        self.rows.show((), empty=f"{FAILED}\n\n{error.problem};\n{error.remedy}.")

    @on(RowList.Chosen)
    def _pick(self, event: RowList.Chosen) -> None:
        """Go to the fact; chosen again, to its next mention."""
        event.stop()
        finding = event.row.key
        if isinstance(finding, Finding):
            turn = self._turn.get(finding, -1) + 1
            self._turn[finding] = turn
            self.post_message(self.Picked(finding.facts[turn % len(finding.facts)], finding))


def findings(facts: Sequence[Fact], kinds: Sequence[str]) -> list[Finding]:
    """Return the facts of *kinds*, those of one entity or value as one.

    In reading order; names by how often they are named, claims by how much they need checking.
    """
    chosen = sorted((fact for fact in facts if fact.kind in kinds), key=lambda fact: fact.start)
    if "claim" in kinds:
        best = sorted(chosen, key=lambda fact: -_score(fact))[:CLAIMS_SHOWN]
        return [Finding((fact,)) for fact in best]
    order: dict[str, list[Fact]] = {}
    for fact in chosen:
        order.setdefault(_identity(fact), []).append(fact)
    groups = list(order.values())
    if set(kinds) & _NAMES:
        groups.sort(key=lambda group: -len(group))
    return [Finding(tuple(group)) for group in groups]


def _score(fact: Fact) -> float:
    """Return how much a claim needs checking."""
    return float(fact.details.get("score", fact.confidence))


def _identity(fact: Fact) -> str:
    """Return what makes two facts one: their entity, else their kind and value."""
    if fact.entity:
        return fact.entity
    return f"{fact.kind}:{fact.value if fact.kind != 'quote' else fact.start}"


def _rows(facts: Sequence[Fact]) -> Iterator[Row]:
    """Yield the rows of all groups that have any."""
    for title, kinds in GROUPS:
        found = findings([fact for fact in facts if is_worth_a_row(fact)], kinds)
        if found:
            yield Row(title, aside=str(len(found)), style="group", selectable=False)
            for finding in found:
                yield Row(_words(finding), finding, 1, aside=_aside(finding))


def _aside(finding: Finding) -> str:
    """Return what stands at the edge of a fact's row: its value, and how often it is named."""
    fact, count = finding.first, len(finding.facts)
    value = ""
    if fact.kind in ("date", "time") and _tells_more(fact):
        value = str(fact.value)
    elif fact.kind == "percent":
        value = _ARROWS.get(str(fact.details.get("change")), "")
    return " ".join(part for part in (value, f"×{count}" if count > 1 else "") if part)


def _words(finding: Finding) -> str:
    """Return what a fact's row says."""
    fact = finding.first
    match fact.kind:
        case "person" | "org" | "place" | "event" | "work":
            return str(fact.value or fact.text)
        case "quote":
            speaker = fact.details.get("speaker")
            return f"{speaker}: {fact.text}" if speaker else fact.text
        case "acronym":
            return f"{fact.text} = {fact.value}"
    return fact.text


def _tells_more(fact: Fact) -> bool:
    """Tell whether a date's value says more than its words."""
    return isinstance(fact.value, str) and fact.value[:1].isdigit() and fact.value != fact.text
