"""Tells places by name, and how surely, from the gazetteer and the lists of the rules."""

from functools import cache

from reader.facts import lexicon_places as lexicon
from reader.facts.gazetteer import gazetteer

COUNTRY, REGION, CITY, TOWN = 5, 5, 3, 1
_SHORTEST_PEOPLE = 6


@cache
def _ranks() -> dict[str, int]:
    """Return how surely each name is a place."""
    lists = gazetteer()
    ranks = dict.fromkeys(lists.towns, TOWN)
    ranks |= dict.fromkeys(lists.cities, CITY)
    ranks |= dict.fromkeys(lexicon.MORE_CITIES, CITY)
    ranks |= dict.fromkeys(lists.regions | lexicon.MORE_REGIONS, REGION)
    return ranks | dict.fromkeys(lists.countries | lexicon.MORE_COUNTRIES, COUNTRY)


@cache
def shouted_places() -> dict[str, str]:
    """Return the well-known places by their names in capital letters."""
    return {name.upper(): name for name, rank in _ranks().items() if rank > TOWN and len(name) > 3}


def place_rank(name: str) -> int:
    """Return 5 for a country or region, 3 for a city, 1 for a town, 0 for what is no place."""
    return _ranks().get(name, 0)


def is_place(name: str) -> bool:
    """Tell whether *name* is a place of some size."""
    return _ranks().get(name, 0) > TOWN


@cache
def countries() -> frozenset[str]:
    """Return the names of countries."""
    return gazetteer().countries | lexicon.MORE_COUNTRIES


def is_demonym(name: str) -> bool:
    """Tell whether *name* is an adjective or noun for people of a place or faith."""
    return name in lexicon.DEMONYMS or _is_of_place(name)


@cache
def _is_of_place(name: str) -> bool:
    """Tell whether *name* is a well-known place with the ending of its people: "Californians"."""
    one = name.removesuffix("s")
    lists = gazetteer()
    if place_rank(name) or place_rank(one) or name in lists.surnames or one in lists.given:
        return False
    return any(
        place_rank(one.removesuffix(ending)) == COUNTRY
        for ending in ("n", "er")
        if one.endswith(ending) and len(one) > _SHORTEST_PEOPLE
    )
