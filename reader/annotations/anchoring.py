"""Finds a marked passage in an article that has changed since, or says that it is gone.

The order is that of certainty: the place it had, the same words elsewhere, like words, whatever
stands between what stood around it, and, where the old text is at hand, the place that a
comparison of both texts gives. It never guesses: a passage that too little speaks for is an
orphan, with the best candidate as a suggestion.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from heapq import nlargest
from operator import attrgetter

from reader.annotations.acceptance import decide_changed, decide_verbatim
from reader.annotations.brackets import bracketed
from reader.annotations.candidates import alike, verbatim
from reader.annotations.comparison import place_by_comparison
from reader.annotations.evidence import CONTEXT_USED, Candidate, Target, target_of
from reader.annotations.facts_within import facts_in
from reader.annotations.model import Status
from reader.annotations.projection import Projection, project, project_article
from reader.annotations.snapshot import (
    Snapshot,
    belongs_elsewhere,
    reads_more_like_another,
    snapshot_of,
)

_CONTEXT_CHECKED = 8
"""How much context must agree for a passage to be taken to stand where it stood."""
_SURELY_ITS_OWN = 0.75
"""How much must stand on both sides of a passage for it not to be taken for a twin."""
_MOST_PLACES = 12
"""How many places of a quote that stands everywhere are looked at."""
_LONG = 12_000
"""Longer quotes are not compared letter by letter, which would take the square of their length."""
_LONG_END = 3000
"""How much of their start and end is looked for instead."""
_AT_HOME = 0.3
"""How much of its surroundings must stand for a passage not to have moved."""


@dataclass(frozen=True, slots=True)
class Anchoring:
    """Where a passage is in a text, or why it has no one place there.

    Offsets count code points of the text; ``text[start:end]`` is the passage.
    """

    status: Status
    """``exact``: the same words in their surroundings. ``moved``: the same words elsewhere.
    ``edited``: other words in its place. ``ambiguous``: several places, and nothing tells which.
    ``orphan``: gone."""

    start: int | None = None
    end: int | None = None
    score: float = 0.0
    """How sure the place is, 0 to 1."""

    facts_changed: bool = False
    """Whether a figure or a name inside the passage is another one now."""

    suggestion: tuple[tuple[int, int], ...] | None = None
    """Places that may be it, best first: all of an ambiguous passage's, the best candidate of an
    orphan's. None when there is none."""


def anchor(
    text: str,
    quote: str,
    prefix: str = "",
    suffix: str = "",
    start_hint: int | None = None,
    *,
    old_text: str | None = None,
) -> Anchoring:
    """Return where *quote* is in *text*.

    Args:
        text: the article's text now.
        quote: the passage as it was marked.
        prefix: what stood before it.
        suffix: what stood after it.
        start_hint: the offset that it had.
        old_text: the text on which it was marked; it settles cases that the rest leaves open.
    """
    hint = start_hint if start_hint is not None and start_hint >= 0 else None
    if not quote.strip() or not text:
        return Anchoring("orphan")
    if hint is not None and _stands_at(text, quote, prefix, suffix, hint):
        return Anchoring("exact", hint, hint + len(quote), 1.0)
    page = project_article(text)
    length = len(old_text or text)
    target = target_of(quote, prefix, suffix, None if hint is None else min(1.0, hint / length))
    if not target.quote:
        return Anchoring("orphan")
    return _search(page, target, snapshot_of(old_text, quote, hint))


def _stands_at(text: str, quote: str, prefix: str, suffix: str, hint: int) -> bool:
    """Tell whether the quote stands at the *hint* in its own surroundings."""
    before, after = prefix[-_CONTEXT_CHECKED:], suffix[:_CONTEXT_CHECKED]
    return (
        text.startswith(quote, hint)
        and text.endswith(before, 0, hint)
        and text.startswith(after, hint + len(quote))
    )


def _search(page: Projection, target: Target, snapshot: Snapshot | None) -> Anchoring:
    """Return where the target is on the *page*, from the surest kind of evidence to the least."""
    same = nlargest(_MOST_PLACES, verbatim(page, target), key=attrgetter("rank"))
    if snapshot is not None:
        same = [one for one in same if not belongs_elsewhere(snapshot, page, one)]
    if same:
        return _settle_verbatim(page, target, same, snapshot)
    if len(target.quote) > _LONG:
        return _between_ends(page, target)
    changed = _changed(page, target)
    if snapshot is not None:
        changed = [one for one in changed if not belongs_elsewhere(snapshot, page, one)]
    found = _decide(page, target, changed, snapshot)
    if len(found) == 1:
        return _placed(page, target, found[0], "edited")
    if found:
        return Anchoring("ambiguous", suggestion=_spans(page, found))
    return _orphan(page, target, changed, snapshot)


def _between_ends(page: Projection, target: Target) -> Anchoring:
    """Return where a long target is that was edited: from its first lines to its last ones."""
    quote = target.quote
    opening = replace(target, quote=quote[:_LONG_END], suffix=quote[_LONG_END:][:CONTEXT_USED])
    before = quote[:-_LONG_END][-CONTEXT_USED:]
    closing = replace(target, quote=quote[-_LONG_END:], prefix=before, hint=None)
    first, last = _search(page, opening, None), _search(page, closing, None)
    start, end = first.start, last.end
    if start is None or end is None or not 0.35 < (end - start) / len(quote) < 2.2:
        return Anchoring("orphan", suggestion=_places(first) or _places(last))
    facts = facts_in(project(page.source[start:end]).text)
    return Anchoring("edited", start, end, min(first.score, last.score), facts != target.facts)


def _places(found: Anchoring) -> tuple[tuple[int, int], ...] | None:
    """Return the place that was found, or else those that are suggested."""
    if found.start is None or found.end is None:
        return found.suggestion
    return ((found.start, found.end),)


def _changed(page: Projection, target: Target) -> list[Candidate]:
    """Return the candidates that do not read as the quote does: those were looked at before."""
    found = [*alike(page, target), *bracketed(page, target)]
    return [one for one in found if page.text[one.start : one.end].strip() != target.quote]


def _decide(
    page: Projection, target: Target, changed: Sequence[Candidate], snapshot: Snapshot | None
) -> list[Candidate]:
    """Return which of the *changed* candidates may be the target, but for its twins of old."""
    left = list(changed)
    while found := decide_changed(page, target, left):
        best = found[0]
        passage = page.text[best.start : best.end]
        if snapshot is None or best.worse_side >= _SURELY_ITS_OWN:
            break
        if not reads_more_like_another(snapshot, passage, best.likeness):
            break
        left = [candidate for candidate in left if candidate.apart_from(best)]
    return found


def _settle_verbatim(
    page: Projection, target: Target, same: Sequence[Candidate], snapshot: Snapshot | None
) -> Anchoring:
    """Return which of the verbatim candidates the target is, if one of them is."""
    found = decide_verbatim(target, same)
    if len(found) == 1:
        at_home = not target.has_context or found[0].context >= _AT_HOME
        return _placed(page, target, found[0], "exact" if at_home else "moved")
    if not found:
        return Anchoring("orphan", suggestion=_spans(page, same[:1]))
    return Anchoring("ambiguous", suggestion=_spans(page, found))


def _orphan(
    page: Projection, target: Target, changed: Sequence[Candidate], snapshot: Snapshot | None
) -> Anchoring:
    """Return the place that the snapshot gives, or an orphan with the best of *changed*."""
    if snapshot is not None and target.is_telling:
        place = place_by_comparison(snapshot, page.source)
        if place is not None:
            passage = project(page.source[place[0] : place[1]]).text
            return Anchoring("edited", *place, 0.5, facts_in(passage) != target.facts)
    best = sorted(changed, key=lambda candidate: candidate.rank, reverse=True)[:1]
    return Anchoring("orphan", suggestion=_spans(page, best))


def _placed(page: Projection, target: Target, candidate: Candidate, status: Status) -> Anchoring:
    """Return the anchoring of the one *candidate* that was accepted."""
    start, end = _span(page, candidate)
    passage = page.text[candidate.start : candidate.end]
    sureness = candidate.rank if target.has_context else candidate.likeness
    return Anchoring(
        status,
        start,
        end,
        score=round(min(1.0, sureness), 3),
        facts_changed=status == "edited" and facts_in(passage) != target.facts,
    )


def _spans(page: Projection, candidates: Sequence[Candidate]) -> tuple[tuple[int, int], ...] | None:
    """Return the ranges of *candidates* in the text; None when there are none."""
    return tuple(_span(page, candidate) for candidate in candidates) or None


def _span(page: Projection, candidate: Candidate) -> tuple[int, int]:
    """Return the range of *candidate* in the text, without white space at its ends."""
    passage = page.text[candidate.start : candidate.end]
    start = candidate.end - len(passage.lstrip())
    return page.span(start, start + len(passage.strip()))
