"""Says in plain English why the rules took words for a fact: the answer to "why?" beside it.

Every rule has its sentence in ``data/explanations.json``; a rule without one fails a test. The
rules of other languages share theirs, with the language named.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

_TABLE = Path(__file__).parent / "data" / "explanations.json"


def explain(evidence: str) -> str:
    """Return a sentence that says what the rule *evidence* saw.

    Args:
        evidence: the name of a rule, as it stands in ``Fact.evidence``: ``money.sign``.
    """
    told = _explanation(evidence)
    return told or f"The rule “{evidence}” found it."


def is_explained(evidence: str) -> bool:
    """Tell whether the rule *evidence* has a sentence of its own."""
    return _explanation(evidence) is not None


def _explanation(evidence: str) -> str | None:
    """Return what is written down of a rule, if anything is."""
    table = _table()
    told: str | None = table["rules"].get(evidence)
    if told is not None:
        return told
    kind, _, rule = evidence.partition(".")
    code, _, name = rule.partition("-")
    language = table["languages"].get(code)
    abroad = table["abroad"].get(f"{kind}.{name}" if name else kind)
    return f"{abroad} It is read as {language}." if language and abroad else None


@cache
def _table() -> dict[str, Any]:
    """Return the sentences, read at the first question."""
    table: dict[str, Any] = json.loads(_TABLE.read_text(encoding="utf-8"))
    return table
