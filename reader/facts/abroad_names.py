"""People, places and organisations in other languages that write names with a capital.

Only what a list or the words beside a name make sure is taken: German writes every noun with a
capital, and a name that is not known stays unnamed rather than wrong.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from reader.facts.abroad_uncased import people_by_title
from reader.facts.gazetteer import gazetteer
from reader.facts.languages import END, START, Language, alternatives, language_rules
from reader.facts.model import Fact
from reader.facts.placenames import is_place
from reader.facts.reading import Reading
from reader.facts.spanindex import SpanIndex
from reader.facts.words import words as listed

_CAPITAL = r"[A-ZÀ-ÖØ-Þ](?:[\w'-]|\.(?=[A-Z]))*"
_ACRONYM = re.compile(r"[A-Z]{2,6}")
_SHOUTED = 4
"""How many capitals are a word before a report, as in "ROMA", and hardly an acronym."""

_COMPOUND_TITLE = re.compile(
    r"[A-ZÄÖÜ]\w+(?:minister|präsident|chef|sprecher|meister|direktor|trainer|leiter|sekretär"
    r"|kanzler|kommissar|anwalt|anwält|beauftragte|vorsitzende|abgeordnete|professor|forscher"
    r"|experte|expert|kandidat|richter|kapitän|gründer|inhaber|besitzer)(?:in|r|n)?"
)
"""Joined nouns for what somebody is, as in "Vorstandschefin"."""

_LEGAL_FORMS = listed("AG SA SE KG NV BV EG OHG SARL SAS SRL SL KGaA SpA GmbH LTDA Ltda")
_NUMERAL = re.compile(r"[IVXLCDM]+")
_NO_BODIES = listed(
    """
    TV PIB BIP IVA TVA CEO DVD CD PC SMS GPS PDF DNA ADN DNS RTT SUV VIP USB WLAN LKW PKW KI IA QR
    HD MRT IRM AIDS SIDA HIV VIH UTC GMT CET
    """
)
"""Short forms of things, in several languages."""

_SHORT_NAME = 3
_LONGEST = 6
_TWO = 2


@dataclass(frozen=True, slots=True)
class _Name:
    """A run of capitalised words, and what it is the name of."""

    start: int

    end: int

    kind: str

    value: str

    rule: str


@cache
def _runs(code: str) -> re.Pattern[str]:
    """Return the pattern of capitalised words, which small words can join."""
    rules = language_rules(code)
    assert rules is not None
    joined = alternatives(rules.particles) or "(?!)"
    return re.compile(rf"(?<![\w'])(?:{_CAPITAL})(?: (?:(?:{joined})[ ']?){{0,2}}{_CAPITAL})*")


@cache
def _places(code: str) -> re.Pattern[str]:
    """Return the pattern of the places that the language has names of its own for."""
    rules = language_rules(code)
    assert rules is not None
    return re.compile(rf"{START}(?:{alternatives(rules.places)}){END}")


def find_names_abroad(reading: Reading, rules: Language, taken: SpanIndex) -> list[Fact]:
    """Return the names in reading order; those in *taken* ranges are left out."""
    found = [name for name in _names(reading, rules) if not taken.overlaps(name.start, name.end)]
    people = _short_forms(name.value for name in found if name.kind == "person")
    found = [
        replace(name, value=people.get(name.value, name.value)) if name.kind == "person" else name
        for name in found
    ]
    known = SpanIndex((name.start, name.end) for name in found)
    found += _surnames(reading, people, known, taken)
    return [
        reading.fact(
            name.kind,  # type: ignore[arg-type]
            name.start,
            name.end,
            name.value,
            name.rule,
            entity=f"{name.kind}:{name.value.lower()}",
            confidence=0.75,
        )
        for name in sorted(found, key=lambda name: name.start)
    ]


def _short_forms(names: Iterable[str]) -> dict[str, str]:
    """Return full names by what an article calls the people again: by surname, or without it."""
    short: dict[str, str] = {}
    for name in sorted(names, key=len):
        parts = name.split()
        short[parts[-1]] = name
        if len(parts) > _TWO:
            short[" ".join(parts[:_TWO])] = name
    return short


def _surnames(
    reading: Reading, people: dict[str, str], known: SpanIndex, taken: SpanIndex
) -> Iterator[_Name]:
    """Yield the mentions of *people* by their last names alone."""
    if not people:
        return
    pattern = re.compile(rf"{START}(?:{alternatives(people)}){END}")
    for match in pattern.finditer(reading.flat):
        if not known.overlaps(*match.span()) and not taken.overlaps(*match.span()):
            yield _Name(*match.span(), "person", people[match.group()], "person.surname")


def _names(reading: Reading, rules: Language) -> Iterator[_Name]:
    """Yield the names that are sure; a place inside the name of another thing is left out."""
    done = SpanIndex()
    for match in _runs(rules.code).finditer(reading.flat) if rules.titles else ():
        name = _typed(reading, rules, match.start(), match.end())
        if name and done.add(name.start, name.end):
            yield name
    for start, end, rule in people_by_title(reading, rules):
        if done.add(start, end):
            yield _Name(start, end, "person", reading.flat[start:end], rule)
    for match in _places(rules.code).finditer(reading.flat):
        if done.add(*match.span()):
            value = rules.places[match.group()]
            yield _Name(*match.span(), "place", value, f"place.{rules.code}")


def _typed(reading: Reading, rules: Language, start: int, end: int) -> _Name | None:
    """Return the name in a run of capitalised words, with its kind."""
    flat = reading.flat
    if flat[start:end].isupper() and is_place(flat[start:end].title()):
        return _Name(start, end, "place", flat[start:end].title(), "place.listed")
    start = _without_titles(flat, rules, start, end)
    while flat[start:end][:1].islower() and " " in flat[start:end]:
        start = flat.index(" ", start) + 1
    surface = flat[start:end]
    words = surface.split()
    if not words or len(words) > _LONGEST or surface.lower() in rules.common:
        return None
    if words[0] in rules.organisations and len(words) > 1:
        return _Name(start, end, "org", surface, "org.head")
    place = surface.title() if surface.isupper() and len(surface) >= _SHOUTED else surface
    if is_place(place) or place in rules.places:
        value = rules.places.get(place, place)
        return _Name(start, end, "place", value, "place.listed")
    if len(words) > 1 and (words[-1] in rules.organisations or words[-1] in _LEGAL_FORMS):
        return _Name(start, end, "org", surface, "org.head")
    if _ACRONYM.fullmatch(surface):
        named = not (_NUMERAL.fullmatch(surface) or surface in _NO_BODIES)
        named = named and surface.lower() not in reading.small_words
        return _Name(start, end, "org", surface, "org.acronym") if named else None
    return _person(reading, rules, start, end)


def _without_titles(flat: str, rules: Language, start: int, end: int) -> int:
    """Return where a name begins behind the capitalised titles and first words before it."""
    for title in rules.titles:
        written = (title + " ", title[0].upper() + title[1:] + " ")
        if flat.startswith(written, start) and start + len(title) < end:
            return _without_titles(flat, rules, start + len(title) + 1, end)
    if flat[start + 1 : start + 2] == "'" and flat[start] in "LD":
        return start + 2
    first, _, rest = flat[start:end].partition(" ")
    if rest and rules.code == "de" and _is_noun_before_name(first, rules):
        return _without_titles(flat, rules, start + len(first) + 1, end)
    if first.lower() in rules.common and " " in flat[start:end]:
        return start + len(first) + 1
    return start


def _is_pronoun(reading: Reading, words: list[str]) -> bool:
    """Tell whether the first word only looks like a given name: "So sehen Sie Dortmund"."""
    short = len(words[0]) <= _SHORT_NAME and is_place(words[-1])
    return short or words[0].lower() in reading.small_words


def _may_be_words(reading: Reading, start: int, words: list[str]) -> bool:
    """Tell whether capitals without a known given name may be those of plain words.

    The first word of a sentence has one, and titles of papers, chambers and grades have them.
    """
    opens = start == reading.sentence_at(start)[0]
    shouted = any(word.isupper() and len(word) > 1 for word in words)
    return opens or shouted or any(word.lower() in reading.small_words for word in words)


def _is_noun_before_name(word: str, rules: Language) -> bool:
    """Tell whether a German noun says what the one named behind it is, or of what place."""
    if _COMPOUND_TITLE.fullmatch(word):
        return True
    place = word.removesuffix("s")
    owned = place != word and word not in gazetteer().given
    return owned and (is_place(place) or place in rules.places)


def _person(reading: Reading, rules: Language, start: int, end: int) -> _Name | None:
    """Return the name of a person when a list or a title makes it sure."""
    surface = reading.flat[start:end]
    words = surface.split()
    lists = gazetteer()
    small = [word for word in words if word[0].islower()]
    if any(word not in rules.person_particles for word in small) or words[0] in small:
        return None
    titled = re.search(
        rf"{START}(?:{alternatives(rules.titles)}) \Z",
        reading.flat[max(0, start - 40) : start],
        re.IGNORECASE,
    )
    if len(words) > 1 and words[0] in lists.given and not _is_pronoun(reading, words):
        return _Name(start, end, "person", surface, "person.given")
    shouted = words[0].isupper() and len(words[0]) > 1 and not surface.isupper()
    if titled and not shouted and (len(words) > 1 or words[0] not in lists.common):
        return _Name(start, end, "person", surface, "person.title")
    surnamed = len(words) > 1 and words[-1] in lists.surnames and not is_place(words[-1])
    if surnamed and not small and rules.code != "de" and not _may_be_words(reading, start, words):
        return _Name(start, end, "person", surface, "person.surname")
    return None
