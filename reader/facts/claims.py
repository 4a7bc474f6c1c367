"""Scores how much a sentence is worth checking: what it asserts that could be found true or false.

The weights are set by hand: figures and what they measure count for a claim; opinion, intention
and questions against it. Every sentence that asserts something becomes a fact of kind ``claim``
with its score, so that sentences can be ranked; those at or above ``WORTH_CHECKING`` are claims
to show.
"""

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from reader.facts.model import Fact
from reader.facts.reading import Reading

WORTH_CHECKING = 0.5
"""From this score on a sentence deserves a check; a panel lists no others."""

LEAST_SCORE = 0.12
"""Sentences below it, which assert nothing, are no facts at all."""

_FEWEST_WORDS = 4
_MOST_WORDS = 90
_CENTRE = 1.6
_STEEPNESS = 1.3

_FACTS = (
    ("figures", ("percent",), 1.1, 2),
    ("figures", ("money",), 1.0, 2),
    ("figures", ("quantity",), 0.7, 2),
    ("dated", ("date", "duration", "set"), 0.35, 2),
    ("names", ("org", "place", "person"), 0.12, 3),
)
"""Reason, kinds of fact that give it, weight of each, how many count at most."""

_SIGNS = tuple(
    (reason, re.compile(pattern), weight)
    for reason, pattern, weight in (
        ("figures", r"\d", 0.5),
        (
            "figures",
            r"\b(?:two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?"
            r"|millions?"
            r"|billions?|trillions?|half|third|quarter|twice|doubled?|tripled?)\b",
            0.45,
        ),
        (
            "comparison",
            r"\b(?:more|less|fewer|higher|lower|larger|smaller|worse|better|\w{3,}er) than\b"
            r"|\b(?:most|least|highest|lowest|largest|biggest|worst|smallest|fastest|record)\b"
            r"|\bas (?:many|much)\b|\bfirst (?:time|ever)\b|\b(?:compared|times) (?:with|to|as)\b",
            0.55,
        ),
        (
            "change",
            r"\b(?:rose|risen|fell|fallen|grew|grown|increas\w+|decreas\w+|declin\w+|dropp\w+"
            r"|doubled|tripled"
            r"|cut|cuts|lost|gained|raised|reduced|expanded|shrank|created|added|gone up|gone"
            r" down|went up"
            r"|went down|slashed|climbed|jumped|surged|plunged|brought down)\b",
            0.5,
        ),
        (
            "deed",
            r"\b(?:voted|spent|passed|signed|proposed|opposed|supported|vetoed|appointed|built"
            r"|paid|gave|sent"
            r"|sold|bought|killed|won|banned|approved|rejected|imposed|launched|invaded"
            r"|arrested|sentenced"
            r"|ordered|announced|agreed|visited|attacked|seized|closed|opened|reported|provided"
            r"|received"
            r"|failed|refused|promised|introduced|helped|wrote|led|took|had)\b",
            0.35,
        ),
        (
            "public affairs",
            r"\b(?:tax(?:es|ed)?|jobs?|deficit|budget|unemployment|inflation|spending|insurance"
            r"|income|wages"
            r"|debt|economy|crime|troops|weapons|nuclear|oil|energy|immigration|billion|health"
            r" care|medicare"
            r"|social security|welfare|schools?|education|exports?|imports?|tariffs?|trade"
            r"|congress|senate"
            r"|poverty|police|prison|programs?|prices?|growth|war|military|terror\w*)\b",
            0.4,
        ),
        ("assertion", r"\b(?:has|have|was|were|had|been|is|are)\b", 0.2),
        (
            "generality",
            r"\b(?:every|all|never|ever|no one|only|none|always|largest|majority|average)\b",
            0.2,
        ),
        (
            "opinion",
            r"\b(?:i think|i believe|i feel|i hope|i want|i'd like|i would|i'm going|in my"
            r" (?:view|opinion|judgment)"
            r"|it seems|i don't (?:think|know|believe)|i guess|i suppose|i mean|we ought|we"
            r" need|we must)\b",
            -0.7,
        ),
        (
            "intention",
            r"\b(?:will|should|would|could|might|must|let's|let me|can|ought|going to|may|shall)\b",
            -0.45,
        ),
        (
            "address",
            r"\b(?:thank|thanks|please|good evening|welcome|ladies|sir|senator,|governor,|you"
            r" know)\b",
            -0.4,
        ),
        ("question", r"\?[\"”')]*$", -1.1),
        ("fragment", r"^(?:well|now|so|oh|yes|no|okay|look|uh)\b", -0.35),
    )
)
_BYLINE = re.compile(
    r"(?:(?:(?:words|text|story|report(?:ing)?|photographs?|photos?|pictures?) )?by"
    r"|(?:(?:first|last) )?(?:published|updated|posted|modified))\b:?"
    r"(?: +(?:(?-i:[A-Z])[\w.,'-]*|and|in|at|on|for|of|the|\d[\w.,:/-]*|am|pm|[·•|;/–—-]+))+",
    re.IGNORECASE,
)
"""A line that tells only who wrote an article, and when."""

_WORD = re.compile(r"\w+(?:['’]\w+)?")


def find_claims(reading: Reading, facts: Sequence[Fact]) -> list[Fact]:
    """Return the sentences worth checking in reading order.

    Args:
        reading: the article; in other languages than English only figures speak for a claim.
        facts: the other facts of the article, ordered by their start.
    """
    starts = [fact.start for fact in facts]
    claims = []
    for start, end in reading.sentences:
        inside = facts[bisect_left(starts, start) : bisect_left(starts, end)]
        claim = _claim(reading, start, end, inside)
        if claim is not None:
            claims.append(claim)
    return claims


def _claim(reading: Reading, start: int, end: int, inside: Sequence[Fact]) -> Fact | None:
    """Return the claim that a sentence makes, if it is worth checking."""
    sentence = reading.flat[start:end]
    count = len(_WORD.findall(sentence))
    if not _FEWEST_WORDS <= count <= _MOST_WORDS or _BYLINE.fullmatch(sentence):
        return None
    found = list(_reasons(reading, sentence, inside))
    weight = sum(weight for _, weight in found) + min(count, 30) / 60
    score = round(1 / (1 + math.exp(-_STEEPNESS * (weight - _CENTRE))), 4)
    if score < LEAST_SCORE:
        return None
    reasons = list(dict.fromkeys(reason for reason, weight in found if weight > 0))
    return reading.fact(
        "claim",
        start,
        end,
        reading.text[start:end],
        *(f"claim.{reason.replace(' ', '-')}" for reason in reasons),
        confidence=score,
        score=score,
        reasons=reasons,
    )


def _reasons(
    reading: Reading, sentence: str, inside: Sequence[Fact]
) -> Iterator[tuple[str, float]]:
    """Yield what speaks for and against a sentence, each with its weight."""
    kinds: Counter[str] = Counter(fact.kind for fact in inside if "REF" not in str(fact.value))
    for reason, of_kinds, weight, most in _FACTS:
        count = min(most, sum(kinds[kind] for kind in of_kinds))
        if count:
            yield reason, weight * count
    if not reading.english:
        return
    lowered = sentence.lower()
    for reason, pattern, weight in _SIGNS:
        if pattern.search(lowered):
            yield reason, weight
