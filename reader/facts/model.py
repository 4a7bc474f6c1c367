"""What a fact is: something the article says, tied to its exact words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

FactKind = Literal[
    "person",
    "org",
    "place",
    "event",
    "work",
    "date",
    "time",
    "duration",
    "set",
    "money",
    "percent",
    "quantity",
    "quote",
    "acronym",
    "claim",
    "link",
]

WORTH_CHECKING = 0.5
"""From this score on a claim deserves a check; a panel lists no others."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One mention of one thing, or one sentence worth checking.

    ``text == article.text[start:end]`` always; a fact never crosses a paragraph.
    """

    kind: FactKind

    text: str
    """The words themselves."""

    start: int
    """Offset of its first code point in ``Article.text``."""

    end: int
    """Offset after its last code point in ``Article.text``."""

    value: Any = None
    """The normalised value, JSON only; the contract says what it is for each kind."""

    entity: str | None = None
    """The same for all mentions of one thing: ``kind:canonical name in lower case``."""

    confidence: float = 1.0
    """How sure the rules are, 0 to 1."""

    source: str = "rules"
    """Which engine found it."""

    evidence: tuple[str, ...] = ()
    """The names of the rules that found it, as in ``money.symbol-scale``."""

    details: Mapping[str, Any] = field(default_factory=dict)
    """The further fields of its kind: ``speaker``, ``cue``, ``score``, ``reasons``, ``change`` …"""

    def as_dict(self) -> dict[str, Any]:
        """Return the object of the contract, ready for JSON."""
        return {
            "kind": self.kind,
            "text": self.text,
            "start": self.start,
            "end": self.end,
            "value": self.value,
            "entity": self.entity,
            "confidence": self.confidence,
            "source": self.source,
            "evidence": list(self.evidence),
            **self.details,
        }


def reading_order(fact: Fact) -> tuple[int, int, str]:
    """Return the key that orders facts: by where they begin, the longer one first."""
    return fact.start, -fact.end, fact.kind


def is_worth_a_row(fact: Fact) -> bool:
    """Tell whether a panel lists *fact*: “now” says nothing, not every sentence needs a check."""
    if fact.kind == "claim":
        return float(fact.details.get("score", fact.confidence)) >= WORTH_CHECKING
    return not (isinstance(fact.value, str) and fact.value.endswith("_REF"))


def identity(fact: Fact) -> str:
    """Return what makes two facts one thing: their entity, else their kind and value.

    A quotation is like no other: what was said twice was said at two places.
    """
    if fact.entity:
        return fact.entity
    return f"{fact.kind}:{fact.value if fact.kind != 'quote' else fact.start}"
