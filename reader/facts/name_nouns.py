"""What the nouns beside a name call it: "the trawler Nordkapp Jenny", "the Heia plateau".

A noun that says outright what a name is the name of is worth more than its neighbourhood; each
pattern here reads one such way of saying it.
"""

import re
from collections.abc import Iterator

from reader.facts.gazetteer import gazetteer
from reader.facts.lexicon_organisations import HEADS
from reader.facts.lexicon_places import SHORT_STATES
from reader.facts.name_runs import Candidate
from reader.facts.name_shape import Evidence
from reader.facts.placenames import is_demonym, is_place, place_rank
from reader.facts.words import words

_CRAFT = words(
    """
    trawler ferry tanker freighter yacht frigate destroyer submarine cruiser liner tugboat tug
    schooner vessel ship warship icebreaker carrier lifeboat steamer steamship battleship corvette
    minesweeper airship spacecraft probe orbiter rover lander satellite telescope spaceship capsule
    smartphone supercomputer racehorse
    """
)
"""Nouns before the names of ships and other made things."""

_NUMBERED = words("flight train bus room gate lot")
_DISASTERS = words("Fire Fires Wildfire Wildfires Flood Floods Earthquake Quake Eruption")
_SHOWN = re.compile(
    r" (?:actor|actress|star|show|series|department|service|chief|crew|brigade|station|coach)\b"
)
"""Nouns behind a name that make it a show's, a team's or a fire service's."""

_STREETS = words("Parade Row Close Grove Gardens Walk Circus Mews Way")
_PET = re.compile(
    r"\b(?:cat|dog|puppy|kitten|parrot|pony|horse|goat|tortoise|spaniel|terrier|labrador),? \Z"
)
_NAME_AND_NOUN = 2
_STORMS = words("storm hurricane typhoon cyclone")
_ROADS = re.compile(r"[ABEMN]\d{1,4}|I-\d{1,3}|US-\d{1,3}")
_ON = words("on off along onto near down up")
_LAND = (
    r"(?:plateau|peninsula|valley|region|district|province|prefecture|county|coast|desert|basin"
    r"|mountains?|hills|island|islands|archipelago|strait|glacier|volcano|delta|canal|reservoir"
    r"|dam|bridge|tunnel|motorway|highway|airport|harbour|harbor|lighthouse|cathedral|mosque"
    r"|neighbou?rhood|suburb|highlands|lowlands|steppe|lagoon|reef|estuary|gorge|waterfall"
    r"|oilfield|refugee camp|national park|port|village|township|beach)"
)
_LAND_AFTER = re.compile(rf" {_LAND}\b(?!-)")
_LAND_APPOSED = re.compile(
    r", (?:an?|the) (?:[\w'-]+ ){0,4}?(?:town|village|city|stream|river|suburb|island|port|hamlet"
    r"|valley|district|province|region|lake|mountain|resort|neighbou?rhood|peninsula|county)\b"
    r"(?! (?:council|police|party|official|hall|club|government|mayor|court|team))"
)
_BASED = re.compile(r"-(?:based|born|bound|area)\b")
_CRUDE = re.compile(r" (?:crude|futures|blend)\b")
_PRODUCT = re.compile(
    r" (?:\w+ )?(?:chips?|processors?|smartphones?|vaccines?|apps?|chatbots?|operating system"
    r"|browser|console)\b"
)
_PRICE = re.compile(
    r" (?:shares )?(?:rose|fell|gained|lost|dropped|dipped|slipped|jumped|surged|slid|climbed|added"
    r"|shed|tumbled|plunged|soared|eased|advanced|rallied|(?:was|were) (?:up|down))"
    r" (?:by )?(?:(?:about|nearly|almost|more than) )?[\d.]+(?:%| ?per ?cent\b)"
)
_EMPLOYED = re.compile(
    r" (?:analyst|economist|strategist|spokes(?:man|woman|person)|researcher|correspondent"
    r"|chief executive) [A-Z]"
)
_TRADES = re.compile(
    r" (?:announced (?:an?|its) (?:\w+ )?(?:buyback|dividend|takeover|bid|merger|recall|listing)"
    r"|(?:makes|manufactures|employs|operates)\b)"
)
_SPECIES = re.compile(r" (?P<latin>[a-z]{3,}(?:us|um|ensis|oides|ii|ica|ana|iae))\b")
_METALS = words("Golden Silver Bronze")
_WON = words("won win wins winning awarded received gave give giving took take for")
_OF_BEFORE = re.compile(r", \d\d, of \Z")
_BETWEEN = re.compile(
    r"(?<!deal )(?<!merger )(?<!talks )(?<!agreement )(?<!match )(?<!game )(?<!final )\bbetween"
    r" (?P<other>[A-Z][\w'-]*(?: [A-Z][\w'-]*)?) and \Z"
)
_BETWEEN_AFTER = re.compile(r" and (?P<other>[A-Z][\w'-]*(?: [A-Z][\w'-]*)?)\b")
_WITHIN = re.compile(r" in (?P<other>[A-Z][\w'-]*(?: [A-Z][\w'-]*)?)\b")
_POLITICS = re.compile(r" (?:administration|presidency|campaign|family|era|regime)\b")
_FAR = 60
_SURE, _GOOD, _LIKELY, _HINT = 5.0, 3.5, 2.5, 1.5


def beside(candidate: Candidate, flat: str, far: str, near: str, after: str) -> Iterator[Evidence]:
    """Yield what the nouns around *candidate* call it.

    Args:
        candidate: the name.
        flat: the article as the rules read it.
        far: the word but one before the name, in lower case.
        near: the word before it.
        after: what follows it in the paragraph.
    """
    yield from _craft_or_storm(far, near)
    yield from _disaster_or_street(candidate, near, after)
    yield from _land(candidate, near, after)
    yield from _trade(candidate, after)
    before = flat[max(0, candidate.start - _FAR) : candidate.start]
    if candidate.surface in SHORT_STATES and not before.endswith(", "):
        yield "misc", 3 * _SURE, "name.abbreviation"
    if _PET.search(before):
        yield "misc", _SURE, "name.animal"
    yield from _place_among_places(candidate, before, near, after)
    if near == "the" and far in _ON and _ROADS.fullmatch(candidate.surface):
        yield "place", 2 * _SURE, "place.road"
    if near == "the" and far in _WON and candidate.words[0].plain in _METALS:
        yield "event", _SURE, "event.prize"
    species = _SPECIES.match(after)
    if species and species["latin"] not in gazetteer().common:
        yield "misc", _SURE, "name.species"
    if near == "the" and _POLITICS.match(after) and _is_one_name(candidate):
        yield "person", 3 * _SURE, "person.politics"


def _is_one_name(candidate: Candidate) -> bool:
    """Tell whether the name is one word, and no people's or party's."""
    return len(candidate.words) == 1 and not is_demonym(candidate.surface)


def _craft_or_storm(far: str, near: str) -> Iterator[Evidence]:
    """Yield what a ship's or storm's noun before the name says; "to probe" is no noun."""
    if near in _CRAFT and far not in {"to", "will", "would", "could", "can", "must"}:
        yield "work", _SURE, "work.noun"
    elif near in _STORMS:
        yield "event", _SURE, "event.noun"
    elif near in _NUMBERED:
        yield "misc", 2 * _SURE, "name.number"


def _disaster_or_street(candidate: Candidate, near: str, after: str) -> Iterator[Evidence]:
    """Yield what the last word says of a fire or flood, and of a street called a parade."""
    last = candidate.words[-1].plain
    if len(candidate.words) < _NAME_AND_NOUN:
        return
    named = " ".join(word.plain for word in candidate.words[:-1])
    if near == "the" and last in _DISASTERS and not is_place(named) and not _SHOWN.match(after):
        yield "event", 2 * _SURE, "event.noun"
    elif near in _ON and last in _STREETS:
        yield "place", 2 * _SURE, "place.road"


def _land(candidate: Candidate, near: str, after: str) -> Iterator[Evidence]:
    """Yield what a noun for a piece of the land says."""
    if _LAND_AFTER.match(after):
        yield "place", _LIKELY, "place.noun-after"
    if near != "and" and _LAND_APPOSED.match(after):
        yield "place", _LIKELY, "place.apposed"
    if _BASED.match(after) and is_place(candidate.surface):
        yield "place", _SURE, "place.based"


def _trade(candidate: Candidate, after: str) -> Iterator[Evidence]:
    """Yield what the name makes, sells or costs says."""
    if _PRODUCT.match(after):
        yield "work", _GOOD, "work.product"
    if _EMPLOYED.match(after) and not place_rank(candidate.surface):
        yield "org", _LIKELY, "org.employs"
    if _PRICE.match(after):
        yield "org", _LIKELY, "org.price"
    elif _TRADES.match(after) and not candidate.title:
        yield "org", _HINT, "org.trade"
    if _CRUDE.match(after) and not candidate.surface.isupper():
        yield "misc", _SURE, "name.commodity"


def _place_among_places(
    candidate: Candidate, before: str, near: str, after: str
) -> Iterator[Evidence]:
    """Yield what another place beside the name says."""
    if near == "of" and _OF_BEFORE.search(before):
        yield "place", _SURE, "place.home"
    other = _BETWEEN.search(before) if near == "and" else None
    if near == "between":
        other = _BETWEEN_AFTER.match(after)
    if other and place_rank(other["other"]) and other["other"] not in gazetteer().given:
        yield "place", _LIKELY, "place.between"
    bare = not candidate.title and not any(word.plain in HEADS for word in candidate.words)
    within = _WITHIN.match(after) if bare and near in {"at", "in", "near", "from"} else None
    if within and is_place(within["other"]):
        yield "place", _HINT, "place.within"
