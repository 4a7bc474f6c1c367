"""Further engines that look for names, run after the rules: they may add, re-type or veto.

An engine is a class without arguments, with the three methods of ``Engine``. Ours are listed in
``registry``; other packages name theirs in the entry-point group ``reader.fact_engines``. None is
needed, and nothing that an engine needs is loaded before somebody asks for it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from reader.facts.model import Fact, FactKind

NAMED: tuple[FactKind, ...] = ("person", "org", "place", "event", "work")
"""The kinds that an engine may speak of: names, for figures are the rules' own."""

Settings = Mapping[str, Any]
"""What the configuration says, for JSON: ``spacy_model``, ``local_address`` … and ``offline``."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What an engine says of a few words."""

    words: str
    """The words, as they stand in the text; what does not stand there is dropped."""

    kind: FactKind | None
    """What they name; None when they name nothing, against the rules."""

    start: int | None = None
    """Where they stand; None for wherever they do."""

    confidence: float = 0.7


class Engine(Protocol):
    """What finds names in a text. It is made and asked in a process of its own."""

    def open(self, settings: Settings) -> None:
        """Load what is needed.

        Raises:
            FactsError: if that cannot be, told with what to do about it.
        """

    def propose(self, text: str, facts: Sequence[Fact], language: str | None) -> Iterable[Proposal]:
        """Return what it finds in *text*, in which the rules found *facts*.

        Raises:
            FactsError: if it cannot.
        """

    def close(self) -> None:
        """Let go of what was loaded."""
