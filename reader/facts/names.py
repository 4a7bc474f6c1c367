"""Finds people, organisations, places, events and named things, each under one name.

Capitalised runs are cut into candidates, each candidate is typed by all that the article shows about
it, and mentions of one thing get one entity.
"""

from reader.facts.acronyms import Acronym
from reader.facts.lexicon_things import WEAPON_TAIL
from reader.facts.model import Fact
from reader.facts.name_entities import namers
from reader.facts.name_runs import Candidate, find_runs
from reader.facts.name_shouted import known_names, shouted_names
from reader.facts.name_splits import candidates, capitalised_inside
from reader.facts.name_typing import type_names
from reader.facts.reading import Reading
from reader.facts.spanindex import SpanIndex
from reader.facts.vocabulary import vocabulary_of


def find_names(reading: Reading, acronyms: list[Acronym], taken: SpanIndex) -> list[Fact]:
    """Return the names in reading order.

    Args:
        reading: the article.
        acronyms: those it explains; their long and short forms name the same thing.
        taken: ranges of dates and amounts, in which no names are looked for.
    """
    if not reading.english:
        return []
    runs = find_runs(reading)
    vocabulary = vocabulary_of(reading.flat, capitalised_inside(runs))
    found = candidates(runs, vocabulary)
    type_names(found, reading.flat, vocabulary)
    known = known_names(found, vocabulary)
    found += shouted_names(reading.flat, runs, known)
    named = [
        candidate
        for candidate in found
        if candidate.kind and not taken.overlaps(candidate.start, candidate.end)
    ]
    expansions = {acronym.short: acronym.long for acronym in acronyms}
    canonical = namers(named, expansions)
    return [_fact(reading, candidate, canonical) for candidate in named]


def _fact(reading: Reading, candidate: Candidate, canonical: dict[str, object]) -> Fact:
    """Return the fact of a typed candidate."""
    kind = candidate.kind
    assert kind is not None
    end = candidate.end
    if kind == "work" and (tail := WEAPON_TAIL.match(reading.flat, end)):
        end = tail.end()
    surface = reading.flat[candidate.start : end].replace("  ", " ")
    name = canonical[kind](candidate.surface if end == candidate.end else surface)  # type: ignore[operator]
    details = {"title": candidate.title} if candidate.title else {}
    return reading.fact(
        kind,  # type: ignore[arg-type]
        candidate.start,
        end,
        name,
        *dict.fromkeys(candidate.evidence),
        entity=f"{kind}:{name.lower()}",
        confidence=max(0.1, candidate.confidence),
        **details,
    )
