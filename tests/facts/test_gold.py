"""How well the rules find what a reader marked in short news texts of seven languages.

A floor stands for every kind; whoever mends a rule may raise one, nobody lowers one.
"""

from collections import Counter
from datetime import date
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

from reader.facts import Fact, extract_facts

PUBLISHED = date(2025, 12, 11)

FLOORS = {
    "person": 97,
    "place": 96,
    "date": 98,
    "time": 95,
    "duration": 95,
    "set": 95,
    "money": 97,
    "percent": 98,
    "quantity": 96,
    "quote": 98,
    "acronym": 98,
    "expansion": 98,
}
"""F1 in percent, over all languages. A fact is found when one of its kind overlaps the mark."""

RECALL_FLOORS = {"org": 88, "event": 90, "work": 95}
"""Recall in percent for kinds that are not marked wherever they stand."""

VALUE_FLOOR = 96
"""Percent of the values marked that are told right."""

FEWEST_TEXTS, FEWEST_WITH_ACRONYMS, LANGUAGES = 97, 60, 7


def _marked() -> Any:
    """Return the module that reads the marked texts, which stands beside this one."""
    spec = spec_from_file_location("marked", Path(__file__).with_name("marked.py"))
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _spans(found: list[Fact]) -> list[tuple[str, int, int, Any]]:
    """Return facts as kinds, ranges and values, with those of what acronyms stand for."""
    spans = [(str(fact.kind), fact.start, fact.end, fact.value) for fact in found]
    expansions = [
        ("expansion", fact.details["exp_start"], fact.details["exp_end"], None)
        for fact in found
        if fact.kind == "acronym"
    ]
    return spans + expansions


def _told(value: Any) -> str:
    """Return a value in the words of the marks."""
    if isinstance(value, dict):
        return f"{value['amount']:.12g} {value.get('currency', '')}".strip()
    return f"{value:.12g}" if isinstance(value, (int, float)) else str(value)


@cache
def counts() -> Counter[tuple[str, str]]:
    """Count for each kind what was marked, found, found rightly, and told rightly."""
    result: Counter[tuple[str, str]] = Counter()
    for marked in _marked_texts():
        spans = _spans(extract_facts(marked.text, PUBLISHED, marked.language))
        used: set[int] = set()
        for mark in marked.facts:
            result[mark.kind, "marked"] += 1
            at = next(
                (
                    at
                    for at, (kind, start, end, _) in enumerate(spans)
                    if at not in used
                    and kind == mark.kind
                    and start < mark.end
                    and mark.start < end
                ),
                None,
            )
            if at is None:
                continue
            used.add(at)
            result[mark.kind, "right"] += 1
            if mark.value:
                result["values", "marked"] += 1
                result["values", "right"] += _told(spans[at][3]) == mark.value
        result.update((kind, "found") for kind, *_ in spans)
    return result


@cache
def _marked_texts() -> tuple[Any, ...]:
    """Return the marked texts."""
    return tuple(_marked().marked_texts())


def test_there_are_enough_texts_and_languages() -> None:
    texts = _marked_texts()
    assert len(texts) >= FEWEST_TEXTS
    assert len({marked.language[:2] for marked in texts}) == LANGUAGES
    with_acronyms = [
        marked for marked in texts if any(fact.kind == "acronym" for fact in marked.facts)
    ]
    assert len(with_acronyms) >= FEWEST_WITH_ACRONYMS


@pytest.mark.parametrize(("kind", "floor"), FLOORS.items())
def test_every_kind_is_found_as_well_as_before(kind: str, floor: int) -> None:
    result = counts()
    right, found, marked = (result[kind, what] for what in ("right", "found", "marked"))
    assert marked
    assert 200 * right / (found + marked) >= floor


@pytest.mark.parametrize(("kind", "floor"), RECALL_FLOORS.items())
def test_organisations_and_events_are_found_as_well_as_before(kind: str, floor: int) -> None:
    result = counts()
    assert 100 * result[kind, "right"] / result[kind, "marked"] >= floor


def test_values_are_told_as_well_as_before() -> None:
    result = counts()
    assert 100 * result["values", "right"] / result["values", "marked"] >= VALUE_FLOOR
