"""Finds events, agreements and undertakings whose names hold small words or end in one.

Capitalised runs alone give "Annual Summit"; these patterns give "23rd India-Russia Annual Summit",
"Programme for the Development of …", "Make in India" (an initiative) and "Gaza peace plan".
"""

import re
from collections.abc import Iterator

from reader.facts.hints import matches_beside
from reader.facts.lexicon_things import EVENT_HEADS
from reader.facts.placenames import is_place
from reader.facts.reading import Reading
from reader.facts.spanindex import SpanIndex

_WORD = r"[A-Z][\w'–-]*"
_SMALL = r"(?:of|for|and|on|in|to|the|against|&|de)"
_START = r"(?<![\w'–-])"
_CHAIN = rf"{_WORD}(?: (?:{_SMALL} ){{0,2}}{_WORD}){{0,11}}"

_UNDERTAKING = re.compile(
    rf"{_START}(?P<name>(?:{_WORD} ){{0,4}}(?:Programme|Program|Plan|Agreement|Treaty|Convention"
    rf"|Protocol|Accord"
    r"|Declaration|Framework|Memorandum|Strategy|Charter|Conference|Compact|Partnership|Summit) "
    rf"(?:for|of|on|against) (?:the )?{_CHAIN}(?: (?:till|until|for) \d{{4}})?)"
)
_CALLED = re.compile(
    rf"{_START}(?P<name>{_WORD}(?: (?:(?:in|of|for|the|to|on) )?{_WORD}){{1,7}}) (?:initiative"
    rf"|programme"
    rf"|program|scheme|campaign|exercise|exercises|drill|drills)\b"
)
_EXERCISE = re.compile(
    r"\b(?:exercises?|drills?|operations?) (?:like |named |called |code-?named |such as |dubbed )?"
    r"(?P<name>[A-Z]{3,}(?:-\d{2,4})?|[A-Z][\w]+-\d{2,4})\b"
)
_OF_PLACE = re.compile(
    r"\b(?P<name>(?P<place>[A-Z]\w+(?: [A-Z]\w+)?) (?:peace (?:plan|process|deal|accord|talks)"
    r"|ceasefire"
    r"|nuclear deal|war|conflict))\b"
)
_QUOTED = re.compile(rf"[“\"'](?P<name>{_WORD}(?: (?:(?:{_SMALL}) )?{_WORD}){{1,8}})[”\"']")
_UNDERTAKING_HINT = re.compile(
    r"(?:Program|Plan|Agreement|Treaty|Convention|Protocol|Accord|Declaration|Framework|Memorandum"
    r"|Strategy|Charter|Conference|Compact|Partnership|Summit)(?:me)? (?:for|of|on|against) "
)
_EXERCISE_HINT = re.compile(r"initiative|program|scheme|campaign|exercise|drill|operation")
_OF_PLACE_HINT = re.compile(r" (?:peace |ceasefire|nuclear deal|war\b|conflict)")
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th) $")


def event_spans(reading: Reading) -> list[tuple[int, int, str]]:
    """Return the ranges of such names in reading order, each with the rule that found it."""
    taken = SpanIndex()
    found = [span for span in _candidates(reading.flat) if taken.add(span[0], span[1])]
    return sorted(found)


def with_ordinal(flat: str, start: int) -> int:
    """Return where the name of an event begins, with the ordinal before it: "23rd … Summit"."""
    before = _ORDINAL.search(flat, max(0, start - 6), start)
    return before.start() if before else start


def _initiatives(flat: str) -> Iterator[tuple[int, int, str]]:
    """Yield names of several words before "initiative" and its like: no "The Biden campaign"."""
    for match in matches_beside(_EXERCISE_HINT, _CALLED, flat):
        start, end = match.span("name")
        start += len("The ") if flat.startswith("The ", start) else 0
        if " " in flat[start:end]:
            yield start, end, "event.initiative"


def _candidates(flat: str) -> Iterator[tuple[int, int, str]]:
    """Yield what the patterns match, the surest first."""
    for match in matches_beside(_UNDERTAKING_HINT, _UNDERTAKING, flat):
        yield *match.span("name"), "event.undertaking"
    for match in _QUOTED.finditer(flat):
        if match["name"].rsplit(" ", 1)[-1] in EVENT_HEADS:
            yield *match.span("name"), "event.quoted"
    yield from _initiatives(flat)
    for match in matches_beside(_EXERCISE_HINT, _EXERCISE, flat):
        yield *match.span("name"), "event.exercise"
    for match in matches_beside(_OF_PLACE_HINT, _OF_PLACE, flat):
        if is_place(match["place"]):
            yield *match.span("name"), "event.of-place"
