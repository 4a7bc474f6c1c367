"""Finds how many the article says were killed, hurt, missing or held, each time it says so.

A ``Told`` is one figure for one thing. It says only what stands there; whether two of them can
both be true is for ``disagreements`` to tell.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.facts.numbers import DIGITS, SPELLED, number
from reader.facts.reading import Reading

_NUMBER = rf"(?:{DIGITS}(?![\d%:/])|{SPELLED})"
_HEDGE = (
    r"at least|no fewer than|not less than|more than|over|about|around|some|nearly|almost|roughly"
    r"|approximately|up to|as many as|fewer than|less than|under|an estimated"
)
_FIGURE = rf"(?:(?P<hedge>{_HEDGE}) )?(?<![\w$£€.,/%-])(?P<number>{_NUMBER})(?!-)"
_WHO = r"(?: (?:of (?:the|its|their) )?(?:[a-z-]+ )?(?P<who>people|men|women|children|[a-z]{3,}s))?"
_IS = r"(?: (?:were|was|are|have been|had been|has been|being|reported|confirmed|feared|then))*"

_FATES = {
    "killed": ("killed|dead|died|deaths", "killed|killing|kill|kills"),
    "injured": ("injured|wounded|hurt", "injured|injuring|injures|wounded|wounding"),
    "missing": ("missing|unaccounted for", ""),
    "arrested": ("arrested|detained", "arrested|arresting|detained|detaining"),
    "evacuated": ("evacuated|displaced", "evacuated|evacuating|displaced|displacing"),
    "rescued": ("rescued", "rescued|rescuing"),
}
"""What is told, by the words behind a number and those before one."""

_HINT = re.compile(
    r"\b(?:kill|lives\b|dead\b|died\b|death|injur|wound|hurt\b|missing\b|unaccounted|arrest|detain|evacuat"
    r"|displac|rescu)"
)
_TOLL = re.compile(
    rf"\bdeath toll(?: (?:in|from|of) (?!{_NUMBER})[^.;,\n]{{1,40}}?)?"
    rf" (?:is|was|stands at|stood at|of|reached|at) {_FIGURE}\b"
)
_LIVES = re.compile(rf"\b(?:claimed|claiming|took|taking|cost|costing) {_FIGURE} lives\b")
_DEFINITE = re.compile(r"\b(?:the|all|all the|these|those) $")
_ARTICLE = 10
_GENERAL = frozenset({"people", "victims", "deaths", None})
_REACH = 400


@dataclass(frozen=True, slots=True)
class Told:
    """One figure that the article gives for one thing."""

    about: str
    """What it measures or counts; figures with the same are comparable."""

    amount: float

    hedge: str
    """The word before it, such as "at least"; empty when it is given flatly."""

    start: int

    end: int

    definite: bool = False
    """Whether it is of those told before: "the 61 dead"."""


def told_fates(reading: Reading) -> Iterator[Told]:
    """Yield the figures for what befell people, in no order."""
    seen: set[int] = set()
    for hint in _HINT.finditer(reading.lowered):
        at = reading.sentence_index(hint.start())
        if at not in seen:
            seen.add(at)
            start, end = reading.sentences[at]
            yield from _in_sentence(reading.lowered, start, min(end, start + _REACH))


def _in_sentence(lowered: str, start: int, end: int) -> Iterator[Told]:
    """Yield the figures of one sentence, each once."""
    taken: set[int] = set()
    for fate, words, pattern in _PATTERNS:
        if not words.search(lowered, start, end):
            continue
        for match in pattern.finditer(lowered, start, end):
            amount = number(match["number"])
            if amount is None or match.start("number") in taken:
                continue
            taken.add(match.start("number"))
            who = match.groupdict().get("who")
            about = fate if who in _GENERAL else f"{fate} {who}"
            before = lowered[max(start, match.start() - _ARTICLE) : match.start()]
            definite = _DEFINITE.search(before) is not None
            yield Told(about, amount, match["hedge"] or "", *match.span("number"), definite)


def _patterns() -> Iterator[tuple[str, re.Pattern[str], re.Pattern[str]]]:
    """Yield for each fate the words that must be there and what tells it, the surest first."""
    yield "killed", re.compile("death toll"), _TOLL
    yield "killed", re.compile(" lives"), _LIVES
    for fate, (behind, before) in _FATES.items():
        told = re.compile(rf"{_FIGURE}{_WHO}{_IS} (?:{behind})\b")
        yield fate, re.compile(rf" (?:{behind})\b"), told
        if before:
            told = re.compile(rf"\b(?:{before}) {_FIGURE}{_WHO}\b")
            yield fate, re.compile(rf"\b(?:{before}) "), told


_PATTERNS = tuple(_patterns())
