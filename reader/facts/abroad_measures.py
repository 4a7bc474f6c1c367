"""Measures, counts and the first ends of ranges in other languages than English."""

import re
from dataclasses import replace
from functools import cache
from typing import Any

from reader.facts.abroad_numbers import number_of, number_pattern
from reader.facts.languages import END, START, Language, alternatives, language_rules
from reader.facts.model import Fact
from reader.facts.numbers import tidy
from reader.facts.reading import Reading
from reader.facts.units import Unit, unit_at

_FEWEST = 2
_FIGURE = re.compile(r"\d[\d.,]*(?<=\d)")
_REACH = 40


@cache
def _measure(code: str) -> re.Pattern[str]:
    """Return the pattern of a number before a unit of measure, or before what is counted."""
    rules = language_rules(code)
    assert rules is not None
    return re.compile(
        rf"(?<![\d.,$€£-])(?<!\d ){START}(?P<number>{number_pattern(rules)})"
        rf"(?:[ -](?P<unit>{alternatives(rules.measures)})| (?:(?:{rules.of or '(?!)'}) )?"
        rf"(?P<counted>{alternatives(rules.counted)})){END}",
        re.IGNORECASE,
    )


@cache
def _first(code: str) -> re.Pattern[str]:
    """Return the pattern of the first end of a range, up to where the second begins."""
    rules = language_rules(code)
    assert rules is not None
    opens, joins = rules.between
    number = number_pattern(rules)
    both = rf"|{START}{opens} (?P<low>{number}) {joins} " if opens else ""
    return re.compile(
        rf"(?<![\d.,$€£%])(?:{START}(?P<number>{number})(?: (?:{alternatives(rules.to)}) | ?[-–] ?)"
        rf"{both})$",
        re.IGNORECASE,
    )


def find_measures_abroad(reading: Reading, rules: Language) -> list[Fact]:
    """Return measures and counts of *reading*, in reading order."""
    names = {name.lower(): unit for name, unit in rules.measures.items()}
    facts = []
    for match in _measure(rules.code).finditer(reading.flat):
        amount = number_of(match["number"], rules)
        if amount is None or (match["counted"] and amount < _FEWEST):
            continue
        unit = _unit(names[match["unit"].lower()]) if match["unit"] else Unit(match["counted"])
        facts.append(_quantity(reading, *match.span(), amount, unit))
    return facts


def _quantity(reading: Reading, start: int, end: int, amount: float, unit: Unit) -> Fact:
    """Return the fact of a measure, or of a count, whose unit is none of measure."""
    details: dict[str, Any] = {}
    if unit.si:
        details["si"] = {"amount": tidy(amount * unit.factor + unit.offset), "unit": unit.si}
    fact = reading.fact(
        "quantity",
        start,
        end,
        {"amount": amount, "unit": unit.name},
        "quantity.measure" if unit.si else "quantity.count",
        entity=f"quantity:{amount} {unit.name}".lower(),
    )
    return replace(fact, details=details)


@cache
def _unit(name: str) -> Unit:
    """Return the unit with an English name."""
    found = unit_at(name, 0, len(name))
    assert found is not None, name
    return found[0]


def first_ends(reading: Reading, rules: Language, facts: list[Fact]) -> list[Fact]:
    """Return the first ends of the ranges that *facts*, sums or percentages, end."""
    return [first for fact in facts if (first := _first_end(reading, rules, fact))]


def _first_end(reading: Reading, rules: Language, fact: Fact) -> Fact | None:
    """Return the sum or percentage before *fact*, in its unit and scale, when both are a range."""
    low = max(0, fact.start - _REACH)
    match = _first(rules.code).search(reading.flat[low : fact.start])
    group = "low" if match and match.groupdict().get("low") else "number"
    value = number_of(match[group], rules) if match else None
    most = fact.value["amount"] if isinstance(fact.value, dict) else fact.value
    if match is None or value is None or value <= 0:
        return None
    value = tidy(value * _scale(reading.flat, fact, rules, most, value))
    if value >= most:
        return None
    start, end = low + match.start(group), low + match.end(group)
    first = replace(fact, text=reading.text[start:end], start=start, end=end)
    if fact.kind == "money":
        code = fact.value["currency"]
        told = {"amount": value, "currency": code}
        return replace(first, value=told, entity=f"money:{code.lower()} {value}")
    return replace(first, value=value, entity=f"percent:{value} {fact.details['change']}")


def _scale(flat: str, fact: Fact, rules: Language, most: float, value: float) -> float:
    """Return what multiplies the first end: "3 a 5 millones" are 3 million to 5 million."""
    plain = _FIGURE.match(flat, fact.start, fact.end)
    bare = number_of(plain.group(), rules) if plain else None
    return most / bare if bare and value < bare else 1
