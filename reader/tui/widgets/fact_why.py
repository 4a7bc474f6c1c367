"""Why the words at the cursor were taken for a fact: a few lines below the list."""

from __future__ import annotations

from collections.abc import Iterator

from textual.widgets import Static

from reader.article.sanitise import clean_line
from reader.facts import Fact
from reader.tui.widgets.fact_rows import Finding

KINDS = {
    "person": "person",
    "org": "organisation",
    "place": "place",
    "event": "event or agreement",
    "work": "work, product or system",
    "set": "recurring time",
}
"""What kinds are called, where their name does not say it."""

SAID = {
    "chosen.kind": "You said what it is.",
    "engine.kind": "An engine takes it for this kind, against the rules.",
    "engine.name": "An engine found it; no rule did.",
}
"""What is said of a fact that is not as the rules have it."""

_RULES_SHOWN = 3


class FactWhy(Static):
    """Says of one thing what it is, how sure that is, and what gave it away."""

    def __init__(self) -> None:
        super().__init__("", markup=False)

    def show(self, finding: Finding, fact: Fact, text: str) -> None:
        """Say why *fact*, a mention in the article's *text*, was found."""
        self.update("\n".join(why(finding, fact, text)))


def why(finding: Finding, fact: Fact, text: str) -> Iterator[str]:
    """Yield what there is to say of one mention, a sentence each."""
    at = finding.facts.index(fact) + 1
    which = f", mention {at} of {len(finding.facts)}" if len(finding.facts) > 1 else ""
    sure = f", {round(fact.confidence * 100)} % sure" if fact.confidence < 1 else ""
    yield f"{KINDS.get(fact.kind, fact.kind).capitalize()}{sure}{which}."
    if fact.details.get("dismissed"):
        yield "You dismissed it; x brings it back."
    place = fact.details.get("disagrees_with")
    if place:
        yield f"≠ Elsewhere it is “{clean_line(text[place[0] : place[1]])}”."
    from reader.facts import explain  # not before somebody asks

    said = [SAID.get(rule) or explain(rule) for rule in fact.evidence]
    yield from list(dict.fromkeys(said))[-_RULES_SHOWN:]
