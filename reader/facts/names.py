"""Finds people, organisations, places, events and named things, each under one name.

Capitalised runs are cut into candidates, each candidate is typed by all that the article shows
about it, and mentions of one thing get one entity.
"""

import re

from reader.facts.acronyms import Acronym
from reader.facts.events import event_spans, with_ordinal
from reader.facts.lexicon_organisations import NUMBERED
from reader.facts.lexicon_things import WEAPON_ACRONYMS, WEAPON_TAIL
from reader.facts.model import Fact
from reader.facts.name_entities import Namer, namers
from reader.facts.name_joined import joined_names, put_together
from reader.facts.name_runs import Candidate, find_runs
from reader.facts.name_shouted import known_names, shouted_names
from reader.facts.name_splits import candidates, capitalised_inside
from reader.facts.name_typing import type_names
from reader.facts.reading import Reading
from reader.facts.spanindex import SpanIndex
from reader.facts.vocabulary import vocabulary_of

_HULL_NUMBER = re.compile(rf"(?: \d{{1,3}}\b)?(?:{WEAPON_TAIL.pattern})?")
"""What follows the short name of a kind of ship: "DDG 64"."""


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
    type_names(found, reading, vocabulary)
    whole = joined_names(reading.flat, acronyms, vocabulary)
    found = put_together(reading.flat, found, whole)
    known = known_names(found, vocabulary)
    found += shouted_names(reading.flat, runs, known)
    events = event_spans(reading)
    inside = SpanIndex((start, end) for start, end, _ in events)
    explained = SpanIndex(
        (acronym.long_start, acronym.long_end)
        for acronym in acronyms
        if acronym.long_start > acronym.end
    )
    _type_acronyms(found, acronyms)
    named = [
        candidate
        for candidate in found
        if candidate.kind
        and not taken.overlaps(candidate.start, candidate.end)
        and not explained.overlaps(candidate.start, candidate.end)
        and (candidate.kind == "place" or not inside.overlaps(candidate.start, candidate.end))
    ]
    expansions = {acronym.short: acronym.long for acronym in acronyms}
    canonical = namers(named, expansions)
    facts = [_fact(reading, candidate, canonical) for candidate in named]
    facts += [_event(reading, start, end, rule) for start, end, rule in events]
    return sorted(facts, key=lambda fact: (fact.start, -fact.end))


def _type_acronyms(found: list[Candidate], acronyms: list[Acronym]) -> None:
    """Give acronyms the kind of what they stand for; those of events add nothing to them.

    One that is spelt like a place or a person's name is neither, whatever it stands for, and what
    stands for plain words, as "LLM" for "large language model", is the name of nothing.
    """
    kinds = {candidate.end: candidate for candidate in found if candidate.kind}
    known = {acronym.short: _kind_of_long(acronym, kinds) for acronym in acronyms}
    common = {acronym.short for acronym in acronyms if acronym.long.islower()}
    for candidate in found:
        kind = known.get(candidate.surface)
        if candidate.surface in common or candidate.surface + "s" in common:
            candidate.kind = None
        elif kind:
            candidate.kind = None if kind == "event" else kind
        elif candidate.surface in known and candidate.kind in {"place", "person"}:
            candidate.kind = None


def _kind_of_long(acronym: Acronym, found: dict[int, Candidate]) -> str | None:
    """Return the kind of what an acronym stands for, if all of it or nearly all is one name."""
    name = found.get(acronym.long_end)
    if name is None or name.start > acronym.long_start + len(acronym.long) // 2:
        return None
    return name.kind


def _event(reading: Reading, start: int, end: int, rule: str) -> Fact:
    """Return the fact of an event that a pattern of its own found."""
    start = with_ordinal(reading.flat, start)
    name = reading.flat[start:end]
    return reading.fact(
        "event", start, end, name, rule, entity=f"event:{name.lower()}", confidence=0.8
    )


def _tail(candidate: Candidate) -> re.Pattern[str]:
    """Return what belongs to the name of a made thing behind its capitals."""
    short = len(candidate.words) == 1 and candidate.surface in WEAPON_ACRONYMS
    return _HULL_NUMBER if short else WEAPON_TAIL


def _fact(reading: Reading, candidate: Candidate, canonical: dict[str, Namer]) -> Fact:
    """Return the fact of a typed candidate."""
    kind = candidate.kind
    assert kind is not None
    start, end = candidate.start, candidate.end
    if kind == "event" or (kind == "org" and candidate.words[-1].plain in NUMBERED):
        start = with_ordinal(reading.flat, start)
    if kind == "work" and (tail := _tail(candidate).match(reading.flat, end)):
        end = tail.end()
    surface = reading.flat[start:end].replace("  ", " ")
    whole = (start, end) == (candidate.start, candidate.end)
    name = canonical[kind](candidate.surface) if whole else surface
    details = {"title": candidate.title} if candidate.title else {}
    return reading.fact(
        kind,  # type: ignore[arg-type]
        start,
        end,
        name,
        *dict.fromkeys(candidate.evidence),
        entity=f"{kind}:{name.lower()}",
        confidence=max(0.1, candidate.confidence),
        **details,
    )
