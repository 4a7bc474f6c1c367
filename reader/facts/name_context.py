"""What the words around a name say about its kind."""

import re
from collections.abc import Iterator

from reader.facts import lexicon_organisations as organisations
from reader.facts import lexicon_people as people
from reader.facts import lexicon_places as places
from reader.facts.lexicon_things import BODY_HEADS, WEAPON_TAIL
from reader.facts.name_nouns import beside
from reader.facts.name_runs import Candidate, text_after, words_before
from reader.facts.name_shape import Evidence
from reader.facts.placenames import countries, is_place, place_rank
from reader.facts.words import words

_SAYS = re.compile(rf",? (?:who\b|whose\b|{people.SAID})\b")
_SAYS_ITS = re.compile(
    rf" (?:{people.SAID})(?: (?:on|late on|late|early) \w+| yesterday| today)?,?(?: that)? its\b"
)
_SAYS_BEFORE = re.compile(rf"[,\"”] (?:{people.SAID}) \Z")
_KIN = frozenset({"daughters", "sons", "children", "brothers", "sisters", "parents", "siblings"})
_KIN_REACH = 60
_KIN_OR_LIST = _KIN | {",", "and"}
_KIN_BEFORE = re.compile(rf"\b(?:{'|'.join(sorted(_KIN))}),? (?:[A-Z]\w+(?:,|,? and) ){{0,4}}\Z")
_APPOSED = re.compile(r", (?:\d\d|(?:a|an|the|his|her|who|whose) )")
_AGE = re.compile(r",? (?:\(?\d\d\)?[,)]|aged \d\d\b|\d\d, )")
_HULL = re.compile(r"[A-Z]{2,4}")
"""Capitals before figures that are no age: "DDG 64"."""

_OF_ORGANISATION = re.compile(
    r"(?:'s)? (?:shares|stock|spokes(?:man|woman|person)|officials|executives?|employees"
    r"|workers|chief"
    r" executive|board|shareholders|subsidiary|unit|profits?|earnings|results|sales|revenue"
    r"|managers?"
    r"|headquarters|lawyers|lawmakers|members|fighters|militants|guerrillas|rebels|players"
    r"|coach|fans"
    r"|striker|goalkeeper|midfielder|captain|defender|said in a statement|bonds|debt|dividend|bid"
    r"|customers|analysts?|economists?|plant|factory|chairman)\b"
)
_WHICH = re.compile(
    r",? which\b|, (?:a|the) (?:\w+ ){0,3}(?:company|firm|group|maker|bank|agency|party)\b"
)
_FIRM_APPOSED = re.compile(
    r", (?:an?|the|its|their|our) (?:[\w'-]+ ){0,4}(?:company|firm|group|bank|agency|party"
    r"|regulator|consultancy|insurer|union|charity|retailer|utility|newspaper|organi[sz]ation|watchdog"
    r"|broadcaster|publisher|start-?up|body|operator)\b(?!')"
)
_IN_BRACKETS = re.compile(r" \((?P<inside>[A-Z][\w.]+)\)")
_COMMA_NAME = re.compile(r", (?P<name>[A-Z][\w.]+(?: [A-Z]\w+)?)(?![\w'])")
_SCORE = re.compile(r" (?:\d{1,3}|\(\d{1,2}\))(?: |-|,|\.|$)|'s \d")
_DATELINE = re.compile(
    r"(?:, [A-Z][\w.]+(?: [A-Z]\w+)*)?(?: ?\(| ?[-–—]{1,2} | \d{4}-)|, [A-Z][a-z]{2,3}\.? \d"
)
_PLAYED = re.compile(
    r" (?:beat|defeated|won|lost|drew|play(?:s|ed)?|scored|signed|host(?:s|ed)?|trail(?:s|ed)"
    r"|thrashed)\b"
)
_NOUN_BEHIND = re.compile(
    r" (?!(?:and|or|but|in|on|at|of|for|to|from|by|with|as|than|is|was|are|were|has|had|have|will"
    r"|would|could|said|says|who|which|that|when|after|before)\b)[a-z]{3,}"
)
_OPPONENT_BEFORE = frozenset(
    {"beat", "defeated", "against", "thrashed", "beating", "defeating", "v", "vs", "over", "host"}
)
_SHARES_OF = frozenset(
    {"shares", "stake", "spokesman", "chairman", "director", "president", "subsidiary"}
)
_EMPLOYED = words(
    """
    analyst economist strategist trader dealer professor analysts economists strategists traders
    dealers researchers
    """
)
_STRONG_PLACE_BEFORE = frozenset({"in", "near", "outside", "across", "inside", "throughout"})
_WEAK_PLACE_BEFORE = frozenset(
    {"at", "from", "to", "into", "toward", "towards", "around", "via", "off"}
)
_QUARTERS = frozenset({"northern", "southern", "eastern", "western", "central", "downtown"})
_SETTLED = frozenset({"based", "born", "headquartered", "lives", "lived", "living", "raised"})
_SPEAKERS = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_HOSTS = frozenset(
    {"tv", "television", "radio", "show", "the", "a", "its", "game", "former", "podcast"}
)
"""Words before "host" that make it a noun: "the host Ada Lund", but not "Moss host Halden"."""

_LEGAL_FORM = re.compile(r",? (?:plc|ltd|inc|llc|llp|gmbh|nv|bv|oyj|asa)\b")
_VERB_OF_PERSON = re.compile(
    r" (?:was|is|were|has|had|will) (?:born|married|survived|jailed|sentenced|arrested|injured"
    r"|charged)\b"
    r"| (?:himself|herself|smiled|died|resigned|grew up|married|scored|won|finished|retired"
    r"|carded)\b"
)


def context(candidate: Candidate, flat: str) -> Iterator[Evidence]:
    """Yield what stands around *candidate* says."""
    after = text_after(flat, candidate.end)
    far, near = words_before(flat, candidate.words[0].start)
    if candidate.title:
        yield "person", 5, "person.title"
    else:
        yield from _before(far, near, _is_place_of_noun(candidate, after))
    yield from beside(candidate, flat, far, near, after)
    yield from _person_after(candidate, after)
    yield from _others_after(candidate, after)
    yield from _acting(candidate, after)
    if near in _KIN_OR_LIST and _is_kin(candidate, flat):
        yield "person", 3, "person.role"
    if _SAYS_BEFORE.search(flat[max(0, candidate.start - 20) : candidate.start]):
        yield "person", 1.2, "person.said"


def _is_kin(candidate: Candidate, flat: str) -> bool:
    """Tell whether the name is one of somebody's: "two daughters, Ailsa and Morag"."""
    low = max(0, candidate.start - _KIN_REACH)
    return len(candidate.words) == 1 and bool(_KIN_BEFORE.search(flat, low, candidate.start))


def _is_place_of_noun(candidate: Candidate, after: str) -> bool:
    """Tell whether the name is a place's and says where the noun behind it is."""
    return is_place(candidate.surface) and _NOUN_BEHIND.match(after) is not None


def _before(far: str, near: str, placed: bool) -> Iterator[Evidence]:
    """Yield what the words before say; those before a *placed* noun say nothing of the name."""
    yield from _place_before(far, near)
    yield from _settled(far, near)
    if near in people.ROLES and (near != "host" or far in _HOSTS):
        yield "person", 3, "person.role"
    elif near == "for" and far in _SPEAKERS:
        yield "org", 2, "org.role-of"
    if (
        near == "of"
        and far not in places.NOUNS_BEFORE
        and (far in _SHARES_OF or far in people.ROLES)
    ):
        yield "org", 1.2, "org.role-of"
    if near in organisations.NOUNS_BEFORE:
        yield "org", 3, "org.noun"
    if near == "at" and far in _EMPLOYED:
        yield "org", 3, "org.employer"
    if near == "the":
        yield "person", -5, "person.article"
        if not placed:
            yield "org", 1.8, "org.article"


def _place_before(far: str, near: str) -> Iterator[Evidence]:
    """Yield what the words before say of a place."""
    if near in _STRONG_PLACE_BEFORE:
        yield "place", 1.6, "place.preposition"
    elif near == "to" and far == "according":
        yield "org", 0.6, "org.according"
    elif near in _WEAK_PLACE_BEFORE:
        yield "place", 0.6, "place.preposition"
    elif near in _QUARTERS:
        yield "place", 1.2, "place.quarter"
    if near == "of" and far in places.NOUNS_BEFORE:
        yield "place", 4, "place.noun"
    if near in places.NOUNS_BEFORE and near not in {"river", "airport", "state"}:
        yield "place", 2, "place.noun"
    if near == "river" and far == "the":
        yield "place", 4, "place.noun"


def _settled(far: str, near: str) -> Iterator[Evidence]:
    """Yield what the words before say of a place that somebody or something is at home in."""
    if near == "in" and far in _SETTLED:
        yield "place", 2, "place.based"


def _person_after(candidate: Candidate, after: str) -> Iterator[Evidence]:
    """Yield what the words behind say of a person."""
    if _SAYS.match(after):
        yield "person", 1.2, "person.said"
        yield "org", 0.5, "org.said"
    if _AGE.match(after) and not _HULL.fullmatch(candidate.surface):
        yield "person", 3, "person.age"
    elif _APPOSED.match(after) and not _FIRM_APPOSED.match(after):
        yield "person", 0.8, "person.apposed"
    if _VERB_OF_PERSON.match(after):
        yield "person", 1, "person.verb"
    country = _IN_BRACKETS.match(after)
    if country and len(candidate.words) > 1 and is_place(country["inside"]):
        yield "person", 2, "person.country"


def _others_after(candidate: Candidate, after: str) -> Iterator[Evidence]:
    """Yield what the words behind say of an organisation, a place or a made thing."""
    if _OF_ORGANISATION.match(after):
        yield "org", 1.5, "org.possession"
    if candidate.opens and candidate.surface.isupper() and _DATELINE.match(after):
        yield "place", 4, "place.dateline"
    if _WHICH.match(after):
        yield "org", 1, "org.which"
    region = _COMMA_NAME.match(after)
    if region and place_rank(region["name"].rstrip(".")) == 5:
        yield "place", 2, "place.comma-region"
    if WEAPON_TAIL.match(after):
        yield "work", 4, "work.tail"
    if _LEGAL_FORM.match(after):
        yield "org", 6, "org.legal-form"


def _acting(candidate: Candidate, after: str) -> Iterator[Evidence]:
    """Yield what a name does, or is said to be, that only an organisation can."""
    if _FIRM_APPOSED.match(after):
        yield "org", 1, "org.apposed"
    if _SAYS_ITS.match(after):
        yield "org", 2, "org.its"
    if candidate.words[-1].plain in BODY_HEADS and (
        _SAYS.match(after) or _OF_ORGANISATION.match(after)
    ):
        yield "org", 7, "org.body"


def sport(candidate: Candidate, flat: str) -> Iterator[Evidence]:
    """Yield what says, in an article on sport, that a name is a team's."""
    several = len(candidate.words) > 1 and not place_rank(candidate.surface)
    if several and candidate.words[-1].plain in organisations.CLUBS:
        yield "org", 8, "org.team"
    if place_rank(candidate.surface) and candidate.surface not in countries():
        yield from _city(candidate, flat)


def _city(candidate: Candidate, flat: str) -> Iterator[Evidence]:
    """Yield what says, in an article on sport, that a city stands for its team."""
    far, near = words_before(flat, candidate.start)
    after = text_after(flat, candidate.end)
    if near == "(" and after.startswith((")", ",")):
        yield "org", 3.5, "org.club-in-brackets"
    elif near in _OPPONENT_BEFORE or _PLAYED.match(after) or _SCORE.match(after):
        yield "org", 3.5, "org.opponent"
    elif near in {"for", "with", "by", "to", "of"} and far not in places.NOUNS_BEFORE:
        yield "org", 1.5, "org.team"
    elif _OF_ORGANISATION.match(after):
        yield "org", 2, "org.team"
