"""Facts: what an article says, tied to where it says it. Pure, standard library only."""

from reader.facts.extract import extract_facts
from reader.facts.model import Fact, FactKind

__all__ = ["Fact", "FactKind", "extract_facts"]
