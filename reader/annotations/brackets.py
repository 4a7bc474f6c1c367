"""Where a reworded quote may be, told by what stands still: its surroundings and its own ends."""

from collections.abc import Iterator
from dataclasses import replace
from difflib import Match, SequenceMatcher
from heapq import nsmallest
from typing import NamedTuple

from reader.annotations.candidates import occurrences
from reader.annotations.evidence import Candidate, Target, weigh
from reader.annotations.own_part import SENTENCE_END, own_part
from reader.annotations.projection import Projection
from reader.annotations.wording import WORD, shared_words, words_in

_EDGES = (32, 20)
"""How much of the context next to the quote must stand, the longer tried first."""
_SHORTEST_EDGE = 12
_END = 18
"""How much of the quote's own start or end must stand."""
_MOST_OPENINGS = 32
_LEAST_SHARED = 0.45
"""Which part of the quote's words a bracket must hold."""
_PRICE_OF_MORE = 0.2
_PRICE_OF_A_WORD = 0.12
"""What a foreign word inside the passage costs, in words of the quote."""
_AT_THE_EDGE = 3
"""What the quote's first or last word is worth more where the bracket begins or ends."""
_BY_OWN_END = 0.9
"""How much a passage that its own words bracket is like the quote, beside one in its context."""
_OPENING, _CLOSING = "\"'(「『", ".!?\"')。」』।"


class _Edge(NamedTuple):
    """Where a passage may begin or end."""

    offset: int
    is_context: bool
    """Whether what stands outside it tells so, rather than its own words."""


def bracketed(page: Projection, target: Target) -> list[Candidate]:
    """Return what stands between the prefix, or the quote's first words, and its other end.

    It finds a quote that was reworded or had a clause put into it, as long as something stands
    on either side.
    """
    found = []
    for opening in _openings(page, target):
        for closing in _closings(page.text, target, opening):
            share = shared_words(target.words, words_in(page.text[opening.offset : closing.offset]))
            if share >= _LEAST_SHARED:
                found.append(_candidate(page, target, opening, closing))
    return found


def _openings(page: Projection, target: Target) -> Iterator[_Edge]:
    """Yield where the prefix still ends, and where the quote's own first words still stand."""
    for edge in (target.prefix[-size:] for size in _EDGES):
        starts = _nearest(page, target, edge) if len(edge) >= _SHORTEST_EDGE else []
        yield from (_Edge(start + len(edge), is_context=True) for start in starts)
        if starts:
            break
    if len(target.quote) >= 2 * _END:
        for start in _nearest(page, target, target.quote[:_END]):
            yield _Edge(start, is_context=False)


def _nearest(page: Projection, target: Target, part: str) -> list[int]:
    """Return where *part* stands, next to where the quote stood when it stands everywhere."""
    expected = (target.hint or 0) * len(page.text)
    return nsmallest(
        _MOST_OPENINGS, occurrences(page.text, part), key=lambda start: abs(start - expected)
    )


def _closings(text: str, target: Target, opening: _Edge) -> Iterator[_Edge]:
    """Yield where the suffix begins, and where the quote's own last words end, past *opening*."""
    length = len(target.quote)
    low = opening.offset + int(0.35 * length)
    high = opening.offset + int(2.2 * length) + 130
    for edge in (target.suffix[:size] for size in _EDGES):
        end = text.find(edge, low, high + len(edge)) if len(edge) >= _SHORTEST_EDGE else -1
        if end >= 0:
            yield _Edge(end, is_context=True)
            break
    if length >= 2 * _END:
        start = text.find(target.quote[-_END:], low, high)
        if start >= 0:
            yield _Edge(start + _END, is_context=False)


def _candidate(page: Projection, target: Target, opening: _Edge, closing: _Edge) -> Candidate:
    """Return the candidate between two edges, without what is not the quote's."""
    hull = _hull(page.text, opening.offset, closing.offset, target)
    start, end = own_part(page, *hull, target)
    share = shared_words(target.words, words_in(page.text[start:end]))
    likeness = share - _excess(end - start, len(target.quote))
    if not (opening.is_context and closing.is_context):
        return weigh(page, target, start, end, _BY_OWN_END * likeness)
    candidate = weigh(page, target, start, end, likeness)
    return replace(
        candidate,
        better_side=max(candidate.better_side, 0.9),
        context=max(candidate.context, 0.8),
        bracketed=True,
    )


def _excess(size: int, length: int) -> float:
    """Return how much less like a quote of *length* a passage of *size* is for what it adds."""
    return _PRICE_OF_MORE * max(0, size - length) / size


def _hull(text: str, start: int, end: int, target: Target) -> tuple[int, int]:
    """Return ``start, end`` shrunk to the words that belong to the quote.

    Words of the quote that are lost at either end may have been replaced, so as many of the words
    that stand there are kept, as far as the sentence goes.
    """
    words, mine = list(WORD.finditer(text, start, end)), list(WORD.finditer(target.quote))
    theirs, ours = ([word.group().lower() for word in side] for side in (words, mine))
    matcher = SequenceMatcher(None, theirs, ours, autojunk=False)
    runs = [run for run in matcher.get_matching_blocks() if run.size]
    first, last = _best_stretch(runs, len(theirs), len(ours))
    past, ours_past = last.a + last.size, last.b + last.size
    opening = words[max(0, first.a - first.b)].start()
    closing = words[min(len(words), past + len(ours) - ours_past) - 1].end()
    kept_from, kept_to = words[first.a].start(), words[past - 1].end()
    if not SENTENCE_END.search(target.quote[: mine[first.b].start()]):
        opening = max([opening, *_sentence_ends(text, opening, kept_from)])
    if not SENTENCE_END.search(target.quote[mine[ours_past - 1].end() :]):
        closing = min([closing, *_sentence_ends(text, kept_to, closing)])
    before, after = target.quote[: mine[0].start()], target.quote[mine[-1].end() :]
    return _with_marks(text, (opening, closing), (start, end), before, after)


def _sentence_ends(text: str, start: int, end: int) -> list[int]:
    """Return where sentences end between two offsets, and the next ones begin."""
    return [match.end() for match in SENTENCE_END.finditer(text, start, end)]


def _best_stretch(runs: list[Match], page_words: int, words: int) -> tuple[Match, Match]:
    """Return the first and the last of those *runs* of the quote's words that belong together.

    A word of the quote that stands far off belongs to other words, unless it is the quote's first
    or last and stands where the passage should begin or end.
    """
    best_score = score = 0.0
    first, best = runs[0], (runs[0], runs[0])
    previous = runs[0]
    for run in runs:
        foreign = run.a - previous.a - (run.b - previous.b)
        score -= _PRICE_OF_A_WORD * max(0, foreign)
        if score <= 0:
            first, score = run, 0.0
        score += run.size
        score += _AT_THE_EDGE * (run.a == run.b == 0)
        score += _AT_THE_EDGE * (run.a + run.size == page_words and run.b + run.size == words)
        if score > best_score:
            best_score, best = score, (first, run)
        previous = run
    return best


def _with_marks(
    text: str, found: tuple[int, int], limits: tuple[int, int], before: str, after: str
) -> tuple[int, int]:
    """Return the range that was *found* with the marks that open or close it.

    Those are the quote's own *before* its first and *after* its last word, where they stand, or
    whatever usually does, as far as the *limits* go.
    """
    start, end = found
    if before and text.endswith(before, limits[0], start):
        start -= len(before)
    if after and text.startswith(after, end, limits[1]):
        end += len(after)
    while end < limits[1] and text[end] in _CLOSING:
        end += 1
    while start > limits[0] and text[start - 1] in _OPENING:
        start -= 1
    return start, end
