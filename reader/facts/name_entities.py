"""Brings the mentions of one thing together under one name.

"Modi", "PM Modi" and "Narendra Modi" are one person; "the EAEU" and "Eurasian Economic Union" one
organisation; "U.S." and "America" one country.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable

from reader.facts import lexicon_organisations as organisations
from reader.facts.lexicon_people import PARTICLES, SUFFIXES
from reader.facts.lexicon_places import ALIASES
from reader.facts.lexicon_things import STORMS
from reader.facts.name_runs import Candidate
from reader.facts.placenames import is_place
from reader.facts.words import words

Namer = Callable[[str], str]

_COMPANY_FORMS = words(
    "Inc Corp Corporation Co Company Ltd LLC PLC Plc AG SA NV BV AB LP LLP GmbH Holdings Group"
    " SpA Cos"
)
_SMALL = frozenset({"of", "the", "and", "for", "&", "on", "in"})


def namers(found: Iterable[Candidate], expansions: dict[str, str]) -> dict[str, Namer]:
    """Return for each kind a function from a surface to the canonical name.

    Args:
        found: the typed names of the article.
        expansions: long forms by acronym, as the article explains them.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for candidate in found:
        if candidate.kind:
            counts[candidate.kind][candidate.surface] += 1
    return {
        "person": _people(counts["person"]).__getitem__,
        "org": _organisations(counts["org"], expansions).__getitem__,
        "place": lambda surface: ALIASES.get(surface, expansions.get(surface, surface)),
        "event": _storms(counts["event"]),
        "work": lambda surface: surface,
    }


def _storms(counts: Counter[str]) -> Namer:
    """Return a function to the whole name of an event: "Storm Ingrid" for "Ingrid"."""
    named = {surface.partition(" ")[2]: surface for surface in counts if _is_storm(surface)}
    return lambda surface: named.get(surface, surface)


def _is_storm(surface: str) -> bool:
    """Tell whether *surface* is the whole name of a storm."""
    return surface.partition(" ")[0] in STORMS


def _people(counts: Counter[str]) -> dict[str, str]:
    """Return full names by the surfaces of people."""
    full: dict[str, list[str]] = defaultdict(list)
    for surface in counts:
        parts = _name_parts(surface)
        if len(parts) > 1:
            full[parts[-1]].append(surface)
            full[parts[0]].append(surface)
    return {surface: _full_name(surface, full, counts) for surface in counts}


def _full_name(surface: str, full: dict[str, list[str]], counts: Counter[str]) -> str:
    """Return the longest usual name of the person whom *surface* names."""
    parts = _name_parts(surface)
    if not parts:
        return surface
    whole = [name for name in full[parts[-1]] if _is_family_name_of(surface, name)]
    if whole:
        return max(whole, key=lambda name: (counts[name], -len(name)))
    same = [name for name in full[parts[-1]] if name != surface and _agree(parts, name)]
    if len(parts) == 1:
        by_surname = [name for name in same if _name_parts(name)[-1] == parts[0]]
        same = by_surname or same
    longer = [name for name in same if len(_name_parts(name)) > len(parts)]
    pool = longer if len(parts) == 1 else [name for name in longer if _agree(parts, name)]
    return max(pool, key=lambda name: (counts[name], -len(name)), default=surface)


def _agree(parts: list[str], name: str) -> bool:
    """Tell whether *parts* can be short for *name*: same surname, first names that fit."""
    others = _name_parts(name)
    if len(parts) == 1:
        return parts[0] in {others[0], others[-1]}
    if parts[-1] != others[-1]:
        return False
    first, other = parts[0].rstrip("."), others[0].rstrip(".")
    return first == other or (len(first) == 1 and other.startswith(first))


def _name_parts(surface: str) -> list[str]:
    """Return the words of a person's name without "Jr" and its like."""
    parts = surface.split()
    while len(parts) > 1 and parts[-1] in SUFFIXES:
        parts.pop()
    return parts


def _is_family_name_of(surface: str, name: str) -> bool:
    """Tell whether *surface* is the end of *name*, particle and all: "de Wit" of "Ada de Wit"."""
    return surface.split()[0].lower() in PARTICLES and name.lower().endswith(f" {surface.lower()}")


def _organisations(counts: Counter[str], expansions: dict[str, str]) -> dict[str, str]:
    """Return full names by the surfaces of organisations."""
    long = [surface for surface in counts if len(surface.split()) > 1]
    by_initials = {_initials(surface): surface for surface in sorted(long, key=len)}
    by_part: dict[str, list[str]] = defaultdict(list)
    for surface in long:
        for part in _short_forms(surface):
            by_part[part].append(surface)
    return {
        surface: _organisation(surface, counts, expansions, by_initials, by_part)
        for surface in counts
    }


def _organisation(
    surface: str,
    counts: Counter[str],
    expansions: dict[str, str],
    by_initials: dict[str, str],
    by_part: dict[str, list[str]],
) -> str:
    """Return the full name of the organisation that *surface* names."""
    plain = surface.replace(".", "")
    if surface in expansions:
        return expansions[surface]
    if plain.isupper() and " " not in plain and len(plain) > 1:
        return by_initials.get(plain, surface)
    longer = [name for name in by_part.get(surface, ()) if name != surface]
    return max(longer, key=lambda name: (counts[name], -len(name)), default=surface)


def _initials(surface: str) -> str:
    """Return the letters that an acronym of *surface* would have."""
    return "".join(word[0] for word in surface.split() if word not in _SMALL)


def _short_forms(surface: str) -> set[str]:
    """Return how an article may call an organisation again: without its form, by its head."""
    parts = surface.split()
    forms = set()
    bare = list(parts)
    while len(bare) > 1 and bare[-1].rstrip(".") in _COMPANY_FORMS:
        bare.pop()
        forms.add(" ".join(bare))
    head = parts[-1].rstrip(".")
    if head in organisations.HEADS and head not in _COMPANY_FORMS:
        forms.add(head)
    elif "of" in parts and parts[0] in organisations.OPENERS:
        forms.add(parts[0])
    if not is_place(parts[0]) and parts[0] not in PARTICLES and len(parts[0]) > 3:
        forms.add(parts[0])
    return forms - {surface}
