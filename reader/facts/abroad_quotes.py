"""Tells who says a quotation in other languages than English."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from reader.facts.languages import END, START, Language, alternatives, language_rules
from reader.facts.model import Fact
from reader.facts.reading import Reading

_REACH = 120


@cache
def _speech(code: str) -> re.Pattern[str]:
    """Return the pattern of a language's verbs of speech."""
    rules = language_rules(code)
    assert rules is not None
    return re.compile(rf"{START}(?:{alternatives(rules.speech)}){END}")


def with_speakers(
    reading: Reading, rules: Language, quotes: Sequence[Fact], names: Sequence[Fact]
) -> list[Fact]:
    """Return *quotes* with the speakers that a verb beside them tells, in the same order."""
    people = [name for name in names if name.kind in {"person", "org"}]
    starts = [person.start for person in people]
    return [_with_speaker(reading, rules, quote, people, starts) for quote in quotes]


def _with_speaker(
    reading: Reading,
    rules: Language,
    quote: Fact,
    people: Sequence[Fact],
    starts: Sequence[int],
) -> Fact:
    """Return *quote* with its speaker: a name beside a verb of speech behind or before it."""
    low, high = _paragraph(reading.flat, quote)
    stop = _sentence_end(reading, quote.end, high)
    for start, end in ((quote.end, stop), (_before(reading, quote, low), quote.start)):
        cue = _speech(rules.code).search(reading.flat, start, end)
        near = people[bisect_left(starts, start) : bisect_left(starts, end)]
        inside = [
            person
            for person in near
            if person.end <= end and not reading.flat.endswith("(", 0, person.start)
        ]
        speaker = _nearest(inside, cue.start()) if cue else None
        if cue and speaker:
            details = dict(quote.details) | {
                "speaker": speaker.value,
                "speaker_start": speaker.start,
                "speaker_end": speaker.end,
                "cue": cue.group(),
                "direct": True,
            }
            entity = f"quote:{str(speaker.value).lower()}"
            evidence = (*quote.evidence, f"quote.{rules.code}-cue")
            return replace(quote, details=details, entity=entity, evidence=evidence, confidence=0.8)
    return quote


def _before(reading: Reading, quote: Fact, low: int) -> int:
    """Return from where on the words before *quote* can tell its speaker.

    A quotation inside a sentence has its speaker there; one that is a sentence goes on with what
    the last one said.
    """
    start, _ = reading.sentence_at(quote.start)
    return max(low, start if start < quote.start else quote.start - _REACH, 0)


def _paragraph(flat: str, quote: Fact) -> tuple[int, int]:
    """Return the paragraph that a quotation stands in."""
    high = flat.find("\n", quote.end)
    return flat.rfind("\n", 0, quote.start) + 1, len(flat) if high < 0 else high


def _sentence_end(reading: Reading, at: int, high: int) -> int:
    """Return where the sentence ends that runs on behind a quotation."""
    if at >= high:
        return at
    _, end = reading.sentence_at(at)
    return min(high, max(end, at), at + _REACH)


def _nearest(people: Sequence[Fact], cue: int) -> Fact | None:
    """Return the one of *people* who is nearest to a verb."""
    return min(people, key=lambda person: abs(person.start - cue), default=None)
