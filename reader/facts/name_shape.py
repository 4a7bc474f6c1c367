"""What a name's own words say about its kind."""

import re
from collections.abc import Iterator

from reader.facts import lexicon_organisations as organisations
from reader.facts import lexicon_people as people
from reader.facts import lexicon_places as places
from reader.facts import lexicon_things as things
from reader.facts.name_runs import Candidate
from reader.facts.name_splits import NO_NAMES
from reader.facts.placenames import COUNTRY, is_demonym, is_place, place_rank, shouted_places
from reader.facts.vocabulary import Vocabulary
from reader.facts.words import words

Evidence = tuple[str, float, str]
"""A kind, how much speaks for it, and the name of the rule that says so."""

_SHOUTED = 4
_STRESSED = words("UNLESS NEVER ALWAYS VERY REALLY STOP NOTE STEP FREE ONLY BEST")
_SEATS = frozenset({"College", "University", "School", "Hospital", "Institute"})
_ACRONYM = re.compile(r"[A-Z][A-Z&-]{1,6}s?|[A-Z]{2,}\d?")
_INITIALS = re.compile(r"(?:[A-Z]\.)+")
_SCOTTISH = re.compile(r"(?:Mc|O'|Mac(?=[A-Z]))[A-Z]?\w+")
_COMPOUND = re.compile(
    r"\w{3,}(?:werke?|verk|verket|banken|gruppen?|fabrik|gesellschaft|selskapet|selskap|bolaget|rederi"
    r"|rederiet|förbundet|forbundet|verband)"
)
_MEDIUM = re.compile(r"[A-Z]\w+(?:news|leaks|pedia)")
_CAMEL = re.compile(r"(?!Fitz)[A-Z][a-z]{3,}[A-Z]\w+")
_REGISTRATION = re.compile(r"[A-Z]{1,2}-[A-Z]{3,4}")
_DOMAIN = re.compile(r"\w+\.(?:com|org|net|io|co\.uk)")


def shape(candidate: Candidate, vocabulary: Vocabulary) -> Iterator[Evidence]:
    """Yield what the words of *candidate* say, wherever it stands."""
    found = [word.plain for word in candidate.words]
    surface = " ".join(found)
    yield from _as_place(candidate, found, surface)
    yield from _as_organisation(found, surface)
    yield from _as_thing(candidate, found, surface, vocabulary)
    if re.search(r"\d", surface):
        yield "person", -5, "person.digits"
    if len(found) > 1:
        yield from _as_person(found, surface, vocabulary)
    else:
        yield from _as_single(found[0], vocabulary)


def _as_place(candidate: Candidate, found: list[str], surface: str) -> Iterator[Evidence]:
    """Yield what speaks for a place, or for a people."""
    rank = max(place_rank(surface), place_rank(candidate.surface))
    if not rank and candidate.surface.isupper():
        rank = place_rank(shouted_places().get(surface, ""))
    if rank:
        yield "place", (0, 1.2, 0, 3, 0, 5)[rank], "place.gazetteer"
    if all(is_demonym(word) for word in found):
        yield "misc", 12, "name.demonym"
    if found[-1].endswith(("fjord", "fjorden")):
        yield "place", 5, "place.fjord"
    if len(found) > 1 and found[-1] in places.HEADS:
        yield "place", 4, "place.head"
    if len(found) > 1 and found[0] in places.OPENERS:
        yield "place", 3, "place.opener"
    if len(found) > 1 and found[0] in places.DIRECTIONS and is_place(" ".join(found[1:])):
        yield "place", 4, "place.direction"


def _as_organisation(found: list[str], surface: str) -> Iterator[Evidence]:
    """Yield what speaks for an organisation."""
    if surface in organisations.KNOWN or surface in organisations.KNOWN_PHRASES:
        yield "org", 6, "org.known"
    if len(found) == 1:
        yield from _as_single_organisation(found[0])
    else:
        yield from _as_long_organisation(found)


def _as_single_organisation(last: str) -> Iterator[Evidence]:
    """Yield what speaks for an organisation with a name of one word."""
    if last in organisations.SINGLE_HEADS or _MEDIUM.fullmatch(last):
        yield "org", 3, "org.head"
    if is_place(last):
        return
    if _CAMEL.fullmatch(last):
        yield "org", 2.5, "org.camel"
    if last in organisations.TEAM_NAMES:
        yield "org", 3, "org.team"
    elif _ACRONYM.fullmatch(last) and not _is_shouted(last):
        yield "org", 2, "org.acronym"


def _is_shouted(word: str) -> bool:
    """Tell whether capitals only stress a word: "what sets YOUR soul on fire"."""
    return len(word) >= _SHOUTED and (word.title() in NO_NAMES or word in _STRESSED)


def _as_long_organisation(found: list[str]) -> Iterator[Evidence]:
    """Yield what speaks for an organisation with a name of several words."""
    last = found[-1]
    yield from _as_headed(found[-2], last)
    if found[0] in organisations.OPENERS and found[1] in {"of", "for", "&"}:
        yield "org", 5.5, "org.opener"
    elif "of" in found and set(found[: found.index("of")]) & organisations.HEADS:
        yield "org", 4, "org.opener"
    if _is_firm_abroad(found):
        yield "org", 5.5, "org.firm"
    if _ends_in_capitals(found) and len(last) > 2 and "-" not in found[0]:
        yield "org", 2, "org.acronym"
    if found[0] in organisations.KNOWN:
        yield "org", 1.5, "org.known"
    if "&" in found or _DOMAIN.fullmatch(last):
        yield "org", 3, "org.ampersand"


def _as_headed(before: str, last: str) -> Iterator[Evidence]:
    """Yield what the last two words say: "Natural Resources Wales" has its land at the end."""
    if last in organisations.HEADS:
        yield "org", 4 if last in organisations.WEAK_HEADS else 5.5, "org.head"
    elif last in organisations.TEAM_NAMES:
        yield "org", 4, "org.team"
    elif last == "District" and before in organisations.HEADS:
        yield "org", 9, "org.head"
    elif before in organisations.HEADS and (
        place_rank(last) == COUNTRY or (before in _SEATS and is_place(last))
    ):
        yield "org", 5.5, "org.head"


def _is_firm_abroad(found: list[str]) -> bool:
    """Tell whether a word of another language says that the name is a firm's."""
    return found[0] in organisations.FIRM_OPENERS or any(map(_COMPOUND.fullmatch, found))


def _as_thing(
    candidate: Candidate, found: list[str], surface: str, vocabulary: Vocabulary
) -> Iterator[Evidence]:
    """Yield what speaks for an event or agreement, or for a made thing."""
    if surface in things.KNOWN_EVENTS:
        yield "event", 6, "event.known"
    if len(found) > 1 and found[0] in things.EVENT_OPENERS:
        yield "event", 6, "event.opener"
    heads = [at for at, word in enumerate(found) if at and word in things.EVENT_HEADS]
    if heads and (heads[-1] == len(found) - 1 or "of" in found or "for" in found):
        weak = found[heads[-1]] in things.WEAK_EVENT_HEADS
        yield "event", 3 if weak and len(found) == 2 else 6, "event.head"
    elif len(found) > 2 and found[0] in things.EVENT_HEADS and found[1] in {"of", "on", "for"}:
        yield "event", 6, "event.head"
    if len(found) > 1 and found[0] in things.SHIP_PREFIXES:
        yield "work", 8, "work.ship"
    yield from _as_designation(candidate, found)
    yield from _as_weapon(found)


def _as_designation(candidate: Candidate, found: list[str]) -> Iterator[Evidence]:
    """Yield what capitals joined to figures or to capitals speak for."""
    if len(found) == 2 and found[0] == "Bill" and re.search(r"\d", found[1]):
        yield "event", 12, "event.bill"
    if _REGISTRATION.fullmatch(candidate.surface):
        yield "misc", 6, "name.registration"
    if things.DESIGNATION.fullmatch(candidate.surface):
        yield "work", 4, "work.designation"


def _as_weapon(found: list[str]) -> Iterator[Evidence]:
    """Yield what speaks for a kind of weapon, vehicle or ship."""
    if len(found) == 1 and found[0].removesuffix("s") in things.WEAPON_ACRONYMS:
        yield "work", 6, "work.weapon-acronym"
    elif len(found) == 1 and found[0].removesuffix("s") in things.CRAFT_NAMES:
        yield "work", 4, "work.craft"
    elif len(found) > 1 and any(map(things.MODEL.fullmatch, found)):
        yield "work", 7, "work.model"


def _as_person(found: list[str], surface: str, vocabulary: Vocabulary) -> Iterator[Evidence]:
    """Yield what speaks for a person with two names or more."""
    if len(found) > 5 or not _shaped_like_person(found) or _is_no_person_s(found, vocabulary):
        return
    first, last = found[0], found[-1]
    if last in people.SUFFIXES:
        last = found[-2]
    if _INITIALS.fullmatch(f"{first}."):
        yield "person", 3, "person.initial"
    elif first in vocabulary.given:
        yield "person", 3 if place_rank(surface) else 4, "person.given"
    elif last in vocabulary.surnames and not is_place(surface) and not is_place(first):
        yield from _as_surname(first, last, vocabulary)
    elif not any(vocabulary.is_plain(word) or is_place(word) for word in found):
        yield "person", 1.5, "person.unknown"
    if _SCOTTISH.fullmatch(last) or set(found[1:-1]) & people.PARTICLES:
        yield "person", 1.5, "person.particle"


def _is_no_person_s(found: list[str], vocabulary: Vocabulary) -> bool:
    """Tell whether a name begins with a known firm, or ends like an organisation's or a place's."""
    first, last = found[0], found[-1]
    if first in organisations.KNOWN and first not in vocabulary.given:
        return True
    return last in organisations.HEADS or (last in places.HEADS and last not in vocabulary.surnames)


def _ends_in_capitals(found: list[str]) -> bool:
    """Tell whether the last word alone is in capital letters, as in "Okanda NRK"."""
    last = found[-1]
    return (
        len(last) > 1
        and last.isupper()
        and last not in people.SUFFIXES
        and not found[0].isupper()
        and _ACRONYM.fullmatch(last) is not None
    )


def _as_surname(first: str, last: str, vocabulary: Vocabulary) -> Iterator[Evidence]:
    """Yield what a surname says after a word that is no known given name."""
    plain = vocabulary.is_plain(last) or vocabulary.is_plain(first)
    if not (vocabulary.is_plain(first) and place_rank(last) == COUNTRY):
        yield "person", 1 if plain else 2.5, "person.surname"


def _shaped_like_person(found: list[str]) -> bool:
    """Tell whether no word is one that people's names do not hold."""
    if _is_firm_abroad(found) or _ends_in_capitals(found):
        return False
    return not (set(found) & {"of", "the", "&", "and"}) and not any(
        word in organisations.HEADS and word not in organisations.WEAK_HEADS for word in found
    )


def _as_single(word: str, vocabulary: Vocabulary) -> Iterator[Evidence]:
    """Yield what speaks for a person with one name."""
    if place_rank(word) > 1 or vocabulary.is_plain(word):
        return
    if word in vocabulary.surnames or word in vocabulary.given:
        yield "person", 0.8, "person.listed"
    if _SCOTTISH.fullmatch(word):
        yield "person", 1.5, "person.scottish"
