"""Names in sentences written in capital letters alone: datelines, headlines, tables of results.

Capitals say nothing there, so only what is known elsewhere is found: places of the gazetteer, known
organisations, and names that the article also writes as usual.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from reader.facts import lexicon_organisations as organisations
from reader.facts.name_runs import Candidate, Run, Word, word_at
from reader.facts.placenames import shouted_places
from reader.facts.vocabulary import Vocabulary

_WORD = re.compile(r"[^\W\d_](?:[\w'&]|[-.](?=\w))*\.?")
_LONGEST_NAME = 4
_SURE = 0.75

Known = dict[str, tuple[str, str]]
"""Kind and canonical surface by names in capital letters."""


@cache
def _always_known() -> Known:
    """Return the names of well-known places and organisations in capital letters."""
    known: Known = {name.upper(): ("org", name) for name in organisations.KNOWN_PHRASES}
    known |= {
        name: ("org", name) for name in organisations.KNOWN if name.isupper() and len(name) > 2
    }
    known |= {name: ("place", place) for name, place in shouted_places().items()}
    return known | {name: ("place", "United States") for name in ("U.S.", "U.S")}


def known_names(found: Iterable[Candidate], vocabulary: Vocabulary) -> Known:
    """Return the names that the article also writes as usual, by their capital letters."""
    known: Known = {}
    for candidate in found:
        if candidate.kind and not candidate.run.heading:
            surface = candidate.surface
            known[surface.upper()] = (candidate.kind, surface)
            last = candidate.words[-1].text
            if candidate.kind == "person" and not vocabulary.is_plain(last):
                known.setdefault(last.upper(), ("person", surface))
    return known


def shouted_names(flat: str, runs: Iterable[Run], known: Known) -> Iterator[Candidate]:
    """Yield the known names in the shouted *runs*."""
    for run in runs:
        if run.shouted:
            start, end = run.words[0].start, run.words[-1].end
            yield from _in_range(flat, start, end, run, known)


def _in_range(flat: str, start: int, end: int, run: Run, known: Known) -> Iterator[Candidate]:
    """Yield the longest known names between two offsets, from left to right."""
    found = [word_at(match.start(), match.group()) for match in _WORD.finditer(flat, start, end)]
    at = 0
    while at < len(found):
        for length in range(min(_LONGEST_NAME, len(found) - at), 0, -1):
            part = tuple(found[at : at + length])
            name = " ".join(word.text for word in part)
            kind = _look_up(name, known) or _look_up(name.rstrip("."), known)
            if kind:
                yield _candidate(part, run, kind[0])
                at += length - 1
                break
        at += 1


def _look_up(name: str, known: Known) -> tuple[str, str] | None:
    """Return what *name* is in this article, or anywhere."""
    return known.get(name) or _always_known().get(name)


def _candidate(part: tuple[Word, ...], run: Run, kind: str) -> Candidate:
    """Return a name that is known."""
    return Candidate(part, run, kind=kind, confidence=_SURE, evidence=["name.known-in-capitals"])
