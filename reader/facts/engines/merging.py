"""Puts together what the rules found and what an engine says of it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reader.facts.engines import NAMED, Proposal
from reader.facts.model import Fact, reading_order
from reader.facts.spanindex import SpanIndex

_MOST_PLACES = 200
"""In how many places words are looked for whose place the engine did not say."""


def merge(
    facts: Sequence[Fact], proposals: Iterable[Proposal], text: str, engine: str
) -> list[Fact]:
    """Return *facts* with what *engine* proposes, in reading order.

    What does not stand in *text* word for word, crosses a paragraph or overlaps another name is
    dropped. A proposal on just the words of a name of the rules re-types it, or takes it away.
    """
    names = {(fact.start, fact.end): fact for fact in facts if fact.kind in NAMED}
    taken = SpanIndex(names)
    for proposal in proposals:
        for place in _places(proposal, text):
            if place in names:
                _settle(names, place, proposal, engine)
            elif proposal.kind in NAMED and taken.add(*place):
                names[place] = _named(proposal, text, *place, engine)
    others = [fact for fact in facts if fact.kind not in NAMED]
    return sorted([*others, *names.values()], key=reading_order)


def _settle(
    names: dict[tuple[int, int], Fact], place: tuple[int, int], proposal: Proposal, engine: str
) -> None:
    """Take away or re-type the name at *place*; what agrees with the rules changes nothing."""
    known = names[place]
    if proposal.kind is None:
        del names[place]
    elif proposal.kind != known.kind and proposal.kind in NAMED:
        name = known.value if isinstance(known.value, str) else known.text
        names[place] = replace(
            known,
            kind=proposal.kind,
            entity=f"{proposal.kind}:{name.casefold()}",
            confidence=proposal.confidence,
            source=engine,
            evidence=(*known.evidence, "engine.kind"),
        )


def _named(proposal: Proposal, text: str, start: int, end: int, engine: str) -> Fact:
    """Return the fact that an engine found beside those of the rules."""
    assert proposal.kind is not None
    words = text[start:end]
    name = " ".join(words.split())
    return Fact(
        proposal.kind,
        words,
        start,
        end,
        value=name,
        entity=f"{proposal.kind}:{name.casefold()}",
        confidence=proposal.confidence,
        source=engine,
        evidence=("engine.name",),
    )


def _places(proposal: Proposal, text: str) -> Iterator[tuple[int, int]]:
    """Yield where the words of a proposal stand in *text*, whole words within a paragraph."""
    words = proposal.words.strip()
    if not words or "\n\n" in words:
        return
    if proposal.start is not None:
        start = proposal.start + len(proposal.words) - len(proposal.words.lstrip())
        if start >= 0 and text.startswith(words, start):
            yield start, start + len(words)
        return
    pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    for count, match in enumerate(pattern.finditer(text)):
        if count == _MOST_PLACES:
            return
        yield match.span()
