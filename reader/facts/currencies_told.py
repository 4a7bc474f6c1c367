"""Tells whose pesos, rupees and kroner an article counts in, by the land that it speaks of."""

import re
from collections.abc import Iterator
from dataclasses import replace

from reader.facts.model import Fact
from reader.facts.reading import Reading

_LANDS = {
    "NOK": {"NOK": "norway|norwegian|oslo", "DKK": "denmark|danish|copenhagen|danes"},
    "MXN": {
        "MXN": "mexic",
        "ARS": "argentin|buenos aires",
        "CLP": "chile|santiago",
        "COP": "colombia|bogot",
        "PHP": "philippine|filipino|manila",
        "UYU": "uruguay|montevideo",
        "CUP": "cuba|havana",
    },
    "INR": {
        "INR": "india|delhi|mumbai",
        "PKR": "pakistan|islamabad|karachi|lahore",
        "LKR": "sri lanka|colombo",
        "NPR": "nepal|kathmandu",
    },
}
"""The codes that a bare name can mean, by the one it is read as, with words for their lands."""

_SHARED = re.compile(r"(?:krone[rn]?|pesos?|rupees?)$")


def of_the_land(reading: Reading, facts: list[Fact]) -> Iterator[Fact]:
    """Yield *facts*, those in a shared name's currency in that of the one land spoken of.

    Where the land of the usual meaning is named, or several others are, the usual meaning stays.
    """
    meant: dict[str, str] = {}
    for fact in facts:
        code = str(fact.value["currency"])
        if code in _LANDS and _SHARED.search(fact.text.lower()):
            if code not in meant:
                meant[code] = _meant(reading, code)
            told = meant[code]
            entity = (fact.entity or "").replace(code.lower(), told.lower())
            yield replace(fact, value={**fact.value, "currency": told}, entity=entity)
        else:
            yield fact


def _meant(reading: Reading, code: str) -> str:
    """Return which currency's land the article names."""
    named = [
        other
        for other, land in _LANDS[code].items()
        if re.search(rf"\b(?:{land})", reading.lowered)
    ]
    return named[0] if len(named) == 1 else code
