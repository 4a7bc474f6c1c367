"""Where a reworded quote may be, told by what stands still: its surroundings and its own ends."""

from dataclasses import replace
from difflib import SequenceMatcher
from itertools import islice, product

from reader.annotations.candidates import occurrences
from reader.annotations.evidence import Candidate, Target, weigh
from reader.annotations.projection import Projection
from reader.annotations.wording import WORD, shared_words, words_in

_EDGES = (32, 20)
"""How much of the context next to the quote must stand, the longer tried first."""
_SHORTEST_EDGE = 12
_MOST_EDGES = 8
_LEAST_SHARED = 0.45
"""Which part of the quote's words a bracket must hold."""
_PRICE_OF_MORE = 0.2
_END = 18
"""How much of the quote's own start and end must stand."""


def bracketed(page: Projection, target: Target) -> list[Candidate]:
    """Return what stands between the end of the prefix and the start of the suffix.

    It finds a quote that was reworded or had a clause put into it, as long as its surroundings
    stand.
    """
    length = len(target.quote)
    found = []
    for start, end in product(
        _edges(page.text, target.prefix, before=True),
        _edges(page.text, target.suffix, before=False),
    ):
        if not 0.35 * length <= end - start <= 2.2 * length + 130:
            continue
        share = shared_words(target.words, words_in(page.text[start:end]))
        if share >= _LEAST_SHARED:
            hull = _hull(page.text, start, end, target)
            candidate = weigh(page, target, *hull, share - _excess(hull, length))
            found.append(
                replace(
                    candidate,
                    better_side=max(candidate.better_side, 0.9),
                    context=max(candidate.context, 0.8),
                    bracketed=True,
                )
            )
    return found


def _edges(text: str, context: str, *, before: bool) -> list[int]:
    """Return where the edge of the *context* next to the quote still stands."""
    for size in _EDGES:
        edge = context[-size:] if before else context[:size]
        if len(edge) < min(size, _SHORTEST_EDGE):
            continue
        shift = len(edge) if before else 0
        if found := [start + shift for start in islice(occurrences(text, edge), _MOST_EDGES)]:
            return found
    return []


def _excess(stretch: tuple[int, int], length: int) -> float:
    """Return how much less like a quote of *length* a longer *stretch* is for what it adds."""
    size = stretch[1] - stretch[0]
    return _PRICE_OF_MORE * max(0, size - length) / size


def _hull(text: str, start: int, end: int, target: Target) -> tuple[int, int]:
    """Return ``start, end`` shrunk to the words that belong to the quote.

    Words of the quote that are lost at either end may have been replaced, so as many of the words
    that stand there are kept.
    """
    words = list(WORD.finditer(text, start, end))
    theirs = [word.group().lower() for word in words]
    matcher = SequenceMatcher(None, theirs, [word.lower() for word in target.words], autojunk=False)
    runs = [run for run in matcher.get_matching_blocks() if run.size]
    first = max(0, runs[0].a - runs[0].b)
    lost = len(target.words) - runs[-1].b - runs[-1].size
    last = min(len(words) - 1, runs[-1].a + runs[-1].size - 1 + lost)
    hull_start, hull_end = words[first].start(), words[last].end()
    while hull_end < end and text[hull_end] in ".!?\"')":
        hull_end += 1
    while hull_start > start and text[hull_start - 1] in "\"'(":
        hull_start -= 1
    return hull_start, hull_end


def between_own_ends(page: Projection, target: Target) -> list[Candidate]:
    """Return what stands between the quote's first and last words: the rest was reworded."""
    length = len(target.quote)
    if length < 2 * _END:
        return []
    head, tail = target.quote[:_END], target.quote[-_END:]
    found = []
    for start in islice(occurrences(page.text, head), _MOST_EDGES):
        close = page.text.find(tail, start + len(head))
        end = close + len(tail)
        if close >= 0 and end - start <= 2.2 * length + 130:
            share = shared_words(target.words, words_in(page.text[start:end]))
            likeness = 0.9 * share - _excess((start, end), length)
            found.append(weigh(page, target, start, end, likeness))
    return found
