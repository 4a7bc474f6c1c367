"""Decides what each name is, from what all its mentions in the article show."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from reader.facts.lexicon_organisations import CLUBS, HEADS
from reader.facts.lexicon_things import STORMS
from reader.facts.name_context import context, sport
from reader.facts.name_runs import Candidate
from reader.facts.name_shape import Evidence, shape
from reader.facts.placenames import place_rank
from reader.facts.reading import Reading
from reader.facts.vocabulary import Vocabulary
from reader.facts.words import words

Scores = defaultdict[str, float]
"""How much speaks for each kind; below zero when more speaks against it."""

_KINDS = ("person", "org", "place", "event", "work", "misc")
_SPORT = re.compile(
    r"\b(?=[bcefghiklmpstwq])(?:soccer|football|league|goals?|striker|midfielder|innings|wicket"
    r"|cricket|baseball"
    r"|basketball"
    r"|hockey|touchdown|quarterback|playoffs?|season|match(?:es)?|tournament|championship"
    r"|semifinals?"
    r"|semi-finals?|substitute|goalkeeper|keeper|equali[sz]er|kick-off|coach|cup|halftime"
    r"|half-time|penalty|batsman|scored)\b"
)
"""Words that reports of matches hold, in lower case."""

_NO_THINGS = words(
    """
    Internet GMT EST EDT PST Web God Bible Koran Quran Earth Moon Sun Mars English French German
    Spanish TV OK AM PM BST CET IST UTC DNA AIDS HIV CD DVD PC ID CEO CFO GDP GNP IPO AI IT HD UFO
    SUV AC DC Mr Ms Covid Covid-19 COVID-19 COVID Nobel Roman Gothic Baroque Renaissance CT MRI
    HTML XML JSON CSV EPUB RSS JPEG PNG Markdown
    API APIs GPU GPUs CPU CPUs LLM LLMs SDK SQL AV BBQ DIY PR HR UX UI VPN VR SEO NFT NFTs ICU IVF
    MBA GCSE GCSEs PPE QR RAM SIM ESG NDA DNS HTTP HTTPS GP GPs AGM EV EVs
    PCR X-ray SMS GPS USB LED WiFi Wi-Fi PDF URL ATM CCTV PTSD ADHD DUI VIP RSVP FAQ Q&A
    DAX FTSE STOXX KOSPI CAC Nikkei Sensex Nifty Bund Euribor Libor
    """
)
"""Capitalised words that name nothing the panel lists."""

_CLUB_FACTOR = 8.0
_UNKNOWN_CONFIDENCE = 0.4
"""How often a name of which nothing is known is an organisation's after all."""

_SPORT_DENSITY = 250
_SURNAME_FACTOR = 4.0
_FULL_NAME_FACTOR = 8.0
_HEAD_FACTOR = 4.0
_STORM_FACTOR = 8.0
_OPENING_FACTOR = 1.5
_LONG_OPENING = 4
_OFTEN = 2
_COUNTRY = 5


def type_names(found: list[Candidate], reading: Reading, vocabulary: Vocabulary) -> None:
    """Give each candidate its kind, or none when it is no name of a thing we tell."""
    flat = reading.flat
    in_sport = len(_SPORT.findall(reading.lowered)) * _SPORT_DENSITY > len(flat)
    pooled: dict[str, Scores] = {}
    shapes: dict[str, list[Evidence]] = {}
    counted: Counter[tuple[str, str]] = Counter()
    own: list[Scores] = []
    for candidate in found:
        surface = candidate.surface
        if surface not in shapes:
            shapes[surface] = list(shape(candidate, vocabulary))
            pooled[surface] = _added(shapes[surface])
        around = _bearing(list(context(candidate, flat)), surface, shapes[surface])
        if in_sport:
            around += sport(candidate, flat)
        candidate.evidence += [rule for _, _, rule in shapes[surface]]
        candidate.evidence += [rule for _, _, rule in around]
        _add(pooled[surface], _not_yet_usual(surface, around, counted))
        own.append(_added(around))
    _share_surnames(pooled, shapes)
    _share_heads(pooled)
    _share_openings(pooled, vocabulary)
    if in_sport:
        _share_clubs(pooled)
    _share_storms(pooled)
    for candidate, local in zip(found, own, strict=True):
        _decide(candidate, _together(pooled[candidate.surface], local), vocabulary)


def _bearing(around: list[Evidence], surface: str, shaped: list[Evidence]) -> list[Evidence]:
    """Return what of the evidence from the words around bears on a name of this shape.

    "The" before a country or a full name ("the Tom Cruise video") makes it no organisation.
    """
    if place_rank(surface) == _COUNTRY:
        return [evidence for evidence in around if evidence[0] != "org"]
    if any(rule == "person.given" for _, _, rule in shaped):
        return [evidence for evidence in around if not evidence[2].endswith(".article")]
    return around


def _not_yet_usual(
    surface: str, around: list[Evidence], counted: Counter[tuple[str, str]]
) -> list[Evidence]:
    """Return the evidence of rules that have not yet spoken often for *surface*.

    A name that stands behind "the" twenty times is not ten times as much an organisation.
    """
    fresh = []
    for evidence in around:
        counted[surface, evidence[2]] += 1
        if counted[surface, evidence[2]] <= (1 if evidence[2].endswith(".article") else _OFTEN):
            fresh.append(evidence)
    return fresh


def _add(scores: Scores, evidence: Iterable[Evidence]) -> None:
    """Add *evidence* to *scores*."""
    for kind, weight, _rule in evidence:
        scores[kind] += weight


def _added(evidence: Iterable[Evidence]) -> Scores:
    """Return the scores of *evidence* alone."""
    scores: Scores = defaultdict(float)
    _add(scores, evidence)
    return scores


def _together(everywhere: Scores, here: Scores) -> dict[str, float]:
    """Return what speaks for each kind in all the article and *here*, none below nothing."""
    return {kind: max(0.0, everywhere[kind] + here[kind]) for kind in _KINDS}


def _share_surnames(pooled: dict[str, Scores], shapes: dict[str, list[Evidence]]) -> None:
    """Make single words people that are part of a full name elsewhere in the article."""
    parts: set[str] = set()
    sure: set[str] = set()
    for surface, scores in pooled.items():
        names = surface.split()
        if len(names) > 1 and scores["person"] > 0 and _best(scores)[0] == "person":
            parts.add(names[-1])
            if any(rule == "person.given" for _, _, rule in shapes[surface]):
                parts.add(names[0])
                sure.add(names[-1])
    for surface in parts & pooled.keys():
        if not pooled[surface]["misc"] and (surface in sure or place_rank(surface) < _COUNTRY):
            weight = _FULL_NAME_FACTOR if surface in sure else _SURNAME_FACTOR
            pooled[surface]["person"] += weight


def _share_heads(pooled: dict[str, Scores]) -> None:
    """Make "the Council" an organisation when the article names one that ends so."""
    for surface in list(pooled):
        head = surface.rpartition(" ")[2]
        if head in pooled and head in HEADS and head != surface and pooled[head]["org"] > 0:
            pooled[head]["org"] += _HEAD_FACTOR


def _share_openings(pooled: dict[str, Scores], vocabulary: Vocabulary) -> None:
    """Make "Holmfirth" an organisation when the article names Holmfirth Rovers."""
    for surface in list(pooled):
        first = surface.partition(" ")[0]
        if (
            first != surface
            and first in pooled
            and len(first) >= _LONG_OPENING
            and _best(pooled[surface])[0] == "org"
            and not (vocabulary.is_plain(first) or place_rank(first) or first in vocabulary.given)
        ):
            pooled[first]["org"] += _OPENING_FACTOR


def _share_clubs(pooled: dict[str, Scores]) -> None:
    """Make "Hartwell" a club where Hartwell Town plays and nobody else has that name."""
    owners = {
        word
        for name, scores in pooled.items()
        if _best(scores)[0] == "person"
        for word in name.split()
    }
    for surface in list(pooled):
        first, _, rest = surface.rpartition(" ")
        if rest in CLUBS and first in pooled and first not in owners - {first}:
            pooled[first]["org"] += _CLUB_FACTOR


def _share_storms(pooled: dict[str, Scores]) -> None:
    """Make "Ingrid" an event when the article speaks of Storm Ingrid."""
    for surface in list(pooled):
        kind, _, name = surface.partition(" ")
        if kind in STORMS and name in pooled:
            pooled[name]["event"] += _STORM_FACTOR


def _decide(candidate: Candidate, scores: Mapping[str, float], vocabulary: Vocabulary) -> None:
    """Set kind and confidence of *candidate* from its scores."""
    if candidate.surface in _NO_THINGS:
        return
    kind, score = _best(scores)
    if kind in {"org", "place"} and score < _HEAD_FACTOR and _is_plain_word(candidate, vocabulary):
        return
    if kind == "person" and score < _HEAD_FACTOR and _is_plain_phrase(candidate, vocabulary):
        return
    if score <= 0:
        candidate.kind = _unknown(candidate, vocabulary)
        candidate.confidence = _UNKNOWN_CONFIDENCE
        return
    if kind == "misc" or kind is None:
        return
    candidate.kind = kind
    rest = sum(scores[other] for other in _KINDS if other != kind)
    candidate.confidence = round(min(0.98, (score / (score + rest)) * min(1, 0.5 + score / 8)), 2)


def _is_plain_word(candidate: Candidate, vocabulary: Vocabulary) -> bool:
    """Tell whether the name is one plain word that nothing but its neighbours makes a name."""
    word = candidate.words[0].plain
    shaped = {"org.known", "org.head", "org.team", "org.acronym", "org.club-in-brackets"}
    return (
        len(candidate.words) == 1
        and vocabulary.is_plain(word)
        and not shaped & set(candidate.evidence)
        and not place_rank(word)
    )


def _is_plain_phrase(candidate: Candidate, vocabulary: Vocabulary) -> bool:
    """Tell whether plain words alone stand there, as in "Human Rights", and none is a name's."""
    return not candidate.title and all(
        vocabulary.is_plain(word.plain)
        and word.plain not in vocabulary.given
        and (len(candidate.words) > 1 or word.plain not in vocabulary.surnames)
        for word in candidate.words
    )


def _best(scores: Mapping[str, float]) -> tuple[str | None, float]:
    """Return the kind with the highest score."""
    kind = max(_KINDS, key=scores.__getitem__)
    return kind, scores[kind]


def _unknown(candidate: Candidate, vocabulary: Vocabulary) -> str | None:
    """Return what a name is of which nothing is known: most such are organisations."""
    plain = all(vocabulary.is_plain(word.plain) for word in candidate.words)
    if (
        candidate.surface in _NO_THINGS
        or candidate.opens
        or candidate.run.heading
        or plain
        or len(candidate.surface) < 3
        or "person.digits" in candidate.evidence
    ):
        return None
    return "org"
