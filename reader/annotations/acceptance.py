"""Whether the best candidate is the passage: enough must speak for it, or the mark is an orphan.

The thresholds were set on edited articles whose true place is known. They err towards leaving a
mark without a place, for its reader sees that; a mark on the wrong passage is believed.
"""

from collections.abc import Sequence

from reader.annotations.evidence import Candidate, Target
from reader.annotations.facts_within import facts_in
from reader.annotations.projection import Projection
from reader.annotations.wording import respelled

TIE = 0.03
"""Candidates whose ranks differ by less are equally good."""


def decide_verbatim(target: Target, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return which of the verbatim *candidates* may be the passage, best first.

    One: it is. Several: nothing tells them apart. None: the passage is gone, and what stands
    elsewhere are the same few words in another sentence.
    """
    order = sorted(candidates, key=_verbatim_rank, reverse=True)
    best = order[0]
    if target.has_context and not target.is_telling and best.better_side < 0.55:
        return []
    return [one for one in order if _verbatim_rank(best) - _verbatim_rank(one) < TIE]


def _verbatim_rank(candidate: Candidate) -> float:
    """Return how well the surroundings of a verbatim candidate are its own, 0 to 1."""
    return (candidate.context + candidate.better_side) / 2


def decide_changed(
    page: Projection, target: Target, candidates: Sequence[Candidate]
) -> list[Candidate]:
    """Return which of the changed *candidates* may be the passage, best first, as for verbatim."""
    order = sorted(candidates, key=lambda candidate: candidate.rank, reverse=True)
    if not order or not _is_it(page, target, order[0], order[1:]):
        return []
    found = order[:1]
    for other in order[1:]:
        as_good = found[0].rank - other.rank < TIE
        if as_good and all(other.apart_from(one) for one in found):
            found.append(other)
    return found


def _is_it(page: Projection, target: Target, best: Candidate, others: Sequence[Candidate]) -> bool:
    """Tell whether enough speaks for the *best* candidate."""
    passage = page.text[best.start : best.end]
    if len(target.words) <= 2:
        return best.bracketed and best.worse_side >= 0.8
    if _stands_in_place(best):
        return True
    alike = best.likeness >= 0.8
    same_facts = facts_in(passage) == target.facts
    if alike and same_facts and best.better_side >= 0.45 and len(target.quote) >= 60:
        return True
    if not _is_clear_of(best, [other for other in others if other.apart_from(best)]):
        return False
    if alike and _only_respelled(target, passage):
        return True
    return target.is_telling and _was_only_added_to(target.quote, passage)


def _stands_in_place(candidate: Candidate) -> bool:
    """Tell whether the surroundings vouch for a candidate, whatever changed inside it."""
    if candidate.context >= 0.75 and candidate.likeness >= 0.45:
        return True
    return candidate.better_side >= 0.6 and candidate.likeness >= 0.6


def _was_only_added_to(quote: str, passage: str) -> bool:
    """Tell whether a *passage* is the whole quote, with something put into it at one place."""
    pairs = enumerate(zip(quote, passage, strict=False))
    head = next((index for index, (one, other) in pairs if one != other), 0)
    return passage.endswith(quote[head:])


def _only_respelled(target: Target, passage: str) -> bool:
    """Tell whether a passage is the quote with a slip of the keyboard, its figures untouched."""
    same_figures = facts_in(passage).figures == target.facts.figures
    return same_figures and respelled(target.quote, passage)


def _is_clear_of(best: Candidate, rivals: Sequence[Candidate]) -> bool:
    """Tell whether no rival reads nearly as like the quote."""
    return all(rival.likeness < best.likeness - 0.05 for rival in rivals)
