"""The names of places and people that the rules know, and the words that are no names.

The lists stand in ``data/gazetteer.json.gz``, which ``tools/build_gazetteer.py`` makes. They are
read once, when the first name is looked at.
"""

import gzip
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_LISTS = Path(__file__).parent / "data" / "gazetteer.json.gz"


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Names as newspapers write them; common words in lower case."""

    countries: frozenset[str]

    regions: frozenset[str]
    """Continents, parts of them, and the states of America."""

    cities: frozenset[str]
    """Cities of more than a hundred thousand people."""

    towns: frozenset[str]
    """Smaller towns; many share their name with people."""

    given: frozenset[str]
    """Given names of people of many countries."""

    surnames: frozenset[str]
    """Family names of people of many countries; many are words or towns, too."""

    common: frozenset[str]
    """English words that are written small."""


@cache
def gazetteer() -> Gazetteer:
    """Return the lists, read at the first call."""
    packed = _LISTS.read_bytes()
    lists = json.loads(gzip.decompress(packed))
    return Gazetteer(**{name: frozenset(entries.split("\n")) for name, entries in lists.items()})
