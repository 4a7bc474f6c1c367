"""Scores how much a sentence is worth checking: what it asserts that could be found true or false.

Every sentence that asserts something becomes a fact of kind ``claim``
with its score, so that sentences can be ranked; those at or above ``WORTH_CHECKING`` are claims
to show.
"""

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from reader.facts.claim_signs import weigh
from reader.facts.model import Fact
from reader.facts.reading import Reading

LEAST_SCORE = 0.04
"""Sentences below it, which assert nothing, are no facts at all."""

_FEWEST_WORDS = 4
_MOST_WORDS = 90
_BYLINE = re.compile(
    r"(?:(?:(?:words|text|story|report(?:ing)?|photographs?|photos?|pictures?) )?by"
    r"|(?:(?:first|last) )?(?:published|updated|posted|modified))\b:?"
    r"(?: +(?:(?-i:[A-Z])[\w.,'-]*|and|in|at|on|for|of|the|\d[\w.,:/-]*|am|pm|[·•|;/–—-]+))+",
    re.IGNORECASE,
)
"""A line that tells only who wrote an article, and when."""

_LEAD = re.compile(
    r"(?:(?:[-–—*•·]|\d{1,2}[.)]|[A-Za-z]\)"
    r"|[0-2]?\d[:.][0-5]\d(?: ?(?:[ap]m|GMT|UTC|BST|CET|E[SD]T))?)[ :|·–—-]+)+"
)
"""What numbers a list, marks its items or gives the hour of an entry: no part of a claim."""

_INSTRUCTION = re.compile(
    r"(?:Press|Click|Tap|Type|Choose|Select|Follow|Open|Use|Try|See|Read|Visit|Call|Email|Add|Scroll"
    r"|Swipe|Enter|Download|Install|Subscribe|Send|Check|Heat|Bake|Stir|Mix|Drain|Pour|Sprinkle)"
    r" (?:(?:the|a|an|your|our|this|these|on|here|to|in|up|down|all|any|both|each|us|it|them|more"
    r"|for|at|with|enter|ctrl|[a-z?/:]|\d+)(?![\w'])|[\"“‘`'])"
)
"""How a sentence opens that tells its reader what to do: it asserts nothing."""

_ENDED = re.compile(r"[.!?…;।。][\"”»'’)\]]*+\Z")
_LINE_WORDS = 12
_VERBAL = frozenset({"change", "deed", "decision", "assertion", "comparison", "attribution"})
_FIGURES = frozenset({"money", "percent", "quantity", "duration"})
_NAMES = frozenset({"person", "org", "place", "event", "work"})


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
    if lead := _LEAD.match(reading.flat, start, end):
        start = lead.end()
    sentence = reading.flat[start:end]
    count = sentence.count(" ") + 1
    if not _FEWEST_WORDS <= count <= _MOST_WORDS or _BYLINE.fullmatch(sentence):
        return None
    if reading.english and _INSTRUCTION.match(sentence):
        return None
    inside = [fact for fact in inside if fact.start >= start]
    kinds: Counter[str] = Counter(fact.kind for fact in inside if "REF" not in str(fact.value))
    weight, reasons = weigh(sentence, kinds, english=reading.english)
    score = round(1 / (1 + math.exp(-weight)), 4)
    if score < LEAST_SCORE or not _asserts(reading, start, end, kinds, reasons):
        return None
    return reading.fact(
        "claim",
        start,
        end,
        reading.text[start:end],
        *(f"claim.{reason.replace(' ', '-')}" for reason in reasons),
        confidence=score,
        score=score,
        reasons=reasons,
        figures=_spans(inside, _FIGURES),
        names=_spans(inside, _NAMES),
    )


def _asserts(
    reading: Reading, start: int, end: int, kinds: Counter[str], reasons: Sequence[str]
) -> bool:
    """Tell whether the words say something, rather than head a section or fill a table's row."""
    if "\t" in reading.text[start:end]:
        return False
    if _ENDED.search(reading.flat, start, end) or reading.flat[end : end + 1] not in {"", "\n"}:
        return True
    if not reading.english or reading.flat.count(" ", start, end) >= _LINE_WORDS:
        return True
    return any(kinds[kind] for kind in _FIGURES) and not _VERBAL.isdisjoint(reasons)


def _spans(inside: Sequence[Fact], kinds: frozenset[str]) -> list[list[int]]:
    """Return where the facts of *kinds* stand, so that a claim leads to what it is about."""
    return [[fact.start, fact.end] for fact in inside if fact.kind in kinds]
