"""Finds measures and counts: "60 miles", "1,500 troops", "2 million barrels"."""

import re
from typing import Any

from reader.facts.model import Fact
from reader.facts.numbers import NUMBER, number, tidy
from reader.facts.reading import Reading
from reader.facts.units import UNITS, Unit

_UNIT = "|".join(re.escape(form) for form in sorted(UNITS, key=len, reverse=True))
_QUANTITY = re.compile(
    rf"(?<![\w$£€¥₹.,/-])(?P<number>(?i:{NUMBER}))(?: ?|-)(?P<between>(?:of |more |other )?)"
    rf"(?P<unit>{_UNIT})(?![\w%/])"
)
_WORD = re.compile(r"[A-Za-z°℃℉][A-Za-z/-]*")
_FIRST_WORDS = frozenset(form.split(" ")[0] for form in UNITS)
_REACH = 60
_LONGEST_UNIT = 24


def find_quantities(reading: Reading) -> list[Fact]:
    """Return measures and counts in reading order."""
    facts: list[Fact] = []
    done = 0
    flat = reading.flat
    for hint in _WORD.finditer(flat):
        if hint.group() not in _FIRST_WORDS:
            continue
        low, high = max(done, hint.start() - _REACH), min(len(flat), hint.end() + _LONGEST_UNIT)
        for match in _QUANTITY.finditer(flat, low, high):
            if match.start("unit") == hint.start() and (fact := _quantity(reading, match)):
                facts.append(fact)
                done = fact.end
    return facts


def _quantity(reading: Reading, match: re.Match[str]) -> Fact | None:
    """Return the fact of one measure or count."""
    amount = number(match["number"])
    if amount is None or match["number"].lower() in {"a", "an"}:
        return None
    unit = UNITS[match["unit"]]
    if unit.si is None and match.group()[len(match["number"])] == "-":
        return None
    return reading.fact(
        "quantity",
        *match.span(),
        {"amount": amount, "unit": unit.name},
        "quantity.measure" if unit.si else "quantity.count",
        entity=f"quantity:{amount} {unit.name}",
        **_in_si(amount, unit),
    )


def _in_si(amount: float, unit: Unit) -> dict[str, Any]:
    """Return the amount in SI units, where the unit is a measure."""
    if unit.si is None:
        return {"si": None}
    return {"si": {"amount": tidy(amount * unit.factor + unit.offset), "unit": unit.si}}
