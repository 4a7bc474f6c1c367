"""What speaks for and against a sentence as a claim: groups of words, each with its weight.

The weights were fitted to the judgement of many readers of political debates, rounded, and are
about general words alone: figures, what they measure, deeds and comparisons speak for a claim;
opinion, intention and questions against it.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sign:
    """A group of words that tells one thing about a sentence."""

    reason: str
    """What a panel calls it; empty when it only counts."""

    weight: float
    """What one such word adds to a sentence's score."""

    words: frozenset[str]


def _sign(reason: str, weight: float, listed: str) -> Sign:
    """Return the sign of the words that *listed* holds."""
    return Sign(reason, weight, frozenset(listed.split()))


_SIGNS = (
    _sign(
        "figures",
        0.6,
        """
        two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty
        fifty sixty seventy eighty ninety hundred hundreds thousand thousands dozen dozens
        """,
    ),
    _sign("figures", 1.05, "million millions billion billions trillion trillions"),
    _sign(
        "figures",
        0.8,
        """
        half third quarter twice double doubled doubles triple tripled percent percentage average
        majority rate rates ratio number
        """,
    ),
    _sign(
        "dated",
        0.45,
        """
        since ago last past years year months month weeks week days century decade decades history
        today already yet yesterday
        """,
    ),
    _sign(
        "change",
        0.5,
        """
        rose risen rise fell fallen fall grew grown increase increased increases increasing
        decrease decreased decreasing decline declined declining declines dropped dropping drop
        cut cuts cutting lost losing gained raised raising reduced reducing reduction reductions
        expanded shrank created creating slashed climbed jumped surged plunged soared halved
        """,
    ),
    _sign("comparison", 0.85, "than compared"),
    _sign(
        "superlative",
        0.45,
        """
        most least highest lowest largest biggest worst smallest fastest greatest record ever never
        only every all none
        """,
    ),
    _sign(
        "decision",
        1.35,
        """
        vote votes voted passed vetoed signed proposed proposal sponsored supported opposed bill
        amendment legislation treaty resolution committee ratified
        """,
    ),
    _sign(
        "deed",
        0.4,
        """
        spent appointed built paid gave given sent sold bought killed won banned approved rejected
        imposed launched invaded arrested sentenced ordered announced visited attacked seized
        closed opened reported provided received failed refused promised introduced helped wrote
        led took taken went did came brought started began ran inherited left put held made moved
        got turned
        """,
    ),
    _sign("attribution", 0.85, "said says told called according claimed stated fact"),
    _sign("assertion", 0.6, "was were wasn't weren't"),
    _sign("", 0.15, "had hadn't has hasn't been we've they've he's they're is are there's"),
    _sign(
        "public affairs",
        0.4,
        """
        tax taxes taxed job jobs deficit deficits budget unemployment inflation spending income
        wages debt economy economic dollar dollars export exports import imports tariff tariffs
        trade price prices growth cost costs poverty surplus interest revenue revenues welfare
        congress senate senator house administration federal government supreme court governor
        state states country countries nation nations troops soldiers weapons nuclear oil energy
        military insurance medicare security schools school police prison crime drug drugs program
        programs programme programmes company companies workers families immigrants immigration
        """,
    ),
    _sign("", -0.5, "i i'm i'd i'll i've my me"),
    _sign("", 0.25, "he his she her they their"),
    _sign(
        "",
        -0.75,
        """
        think thinks believe feel hope wish guess suppose opinion view judgment mean seem seems
        sure agree disagree know idea understand recognize
        """,
    ),
    _sign("", -0.7, "want wants need needs must ought should let's try trying care let"),
    _sign(
        "",
        -0.85,
        """
        will won't we'll they'll he'll going gonna shall would could might may can can't cannot if
        whether
        """,
    ),
    _sign(
        "",
        -0.8,
        """
        important good great strong strength tough right wrong fair best better clear difficult
        hard possible responsible responsibility freedom peace leadership experience character
        opportunity values moral respect trust proud dream absolutely certainly serious wonderful
        terrible
        """,
    ),
    _sign(
        "",
        -0.5,
        """
        question questions answer issue issues kind kinds thing things something somebody anything
        point reason way ways matter problem problems choice decision decisions difference people
        """,
    ),
    _sign("", -0.7, "thank thanks please welcome ladies sir okay"),
)
_FIRST_WORDS = (
    _sign(
        "",
        -0.3,
        """
        well so oh yes no okay look uh and but now let what how why if i who where do does is are
        can would that's it's
        """,
    ),
    _sign(
        "",
        0.4,
        """
        in when since he she they under over during after as last today nearly some more about
        only there
        """,
    ),
)
_SIGNS_BY_WORD = {word: at for at, sign in enumerate(_SIGNS) for word in sign.words}
_FIRST_BY_WORD = {word: sign.weight for sign in _FIRST_WORDS for word in sign.words}
_MOST = 2
"""How many words of one group count at most."""

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|(?<![a-z])\d[\d.,]*")
_FIGURE = 1.6
_FACTS = (
    ("figures", ("percent",), 1.5, 2),
    ("figures", ("money",), 0.55, 2),
    ("figures", ("quantity",), 0.9, 2),
    ("", ("org", "place", "person"), 0.4, 3),
)
"""Reason, kinds of fact that give it, weight of each, how many count at most."""

_LENGTH, _LONGEST = 0.04, 30
_QUESTION, _EVEN = -1.4, -2.5
_ONLY_REASONS = (
    (
        "forecast",
        re.compile(r"forecast|project|predict|expect|will"),
        re.compile(r"\b(?:(?:forecast|project|predict|expect)(?:s|ed|ing)?|will)\b"),
    ),
    (
        "causal",
        re.compile(r"because|due to|led to|cause|thanks to|as a result"),
        re.compile(r"\b(?:because|due to|led to|caused?|thanks to|as a result)\b"),
    ),
)
"""Reason, what its words hold, which is found fast, and its words."""


REASONS = frozenset(
    reason
    for reason in (
        *(sign.reason for sign in _SIGNS),
        *(reason for reason, *_ in _FACTS),
        *(reason for reason, *_ in _ONLY_REASONS),
    )
    if reason
)
"""All that ``weigh`` can give as reasons."""


def weigh(sentence: str, kinds: Mapping[str, int], *, english: bool) -> tuple[float, list[str]]:
    """Return how much speaks for a sentence as a claim, 0 being even, and the reasons why.

    Args:
        sentence: the sentence.
        kinds: how many facts of each kind it holds.
        english: whether its words can be weighed; else only its figures speak.
    """
    lowered = sentence.lower()
    words = _WORD.findall(lowered)
    figures = any(word[0].isdigit() for word in words)
    found = [("figures", _FIGURE)] if figures else []
    for reason, of_kinds, weight, most in _FACTS:
        count = min(most, sum(kinds[kind] for kind in of_kinds))
        found += [(reason, weight * count)] if count else []
    if english:
        found += _of_words(words)
        found += [
            (reason, 0.0)
            for reason, hint, sign in _ONLY_REASONS
            if hint.search(lowered) and sign.search(lowered)
        ]
    weight = sum(weight for _, weight in found) + _LENGTH * min(len(words), _LONGEST) + _EVEN
    weight += _QUESTION * sentence.rstrip("\"”')] ").endswith("?")
    return weight, list(dict.fromkeys(reason for reason, weight in found if reason))


def _of_words(words: list[str]) -> list[tuple[str, float]]:
    """Return what the words of a sentence say for and against it, each with its weight."""
    groups = Counter(_SIGNS_BY_WORD[word] for word in words if word in _SIGNS_BY_WORD)
    found = [(_SIGNS[at].reason, _SIGNS[at].weight * min(_MOST, n)) for at, n in groups.items()]
    return [*found, ("", _FIRST_BY_WORD.get(words[0], 0.0) if words else 0.0)]
