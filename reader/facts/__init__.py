"""Facts: what an article says, tied to where it says it. Pure, standard library only."""

from reader.facts.model import Fact, FactKind

__all__ = ["Fact", "FactKind"]
