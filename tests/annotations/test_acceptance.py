"""A changed passage is accepted when enough speaks for it, and not otherwise."""

import pytest

from reader.annotations.acceptance import decide_changed
from reader.annotations.evidence import Candidate, target_of
from reader.annotations.projection import project

QUOTE = "The harbour council voted to close the old ferry terminal by next spring."
CHANGED = "The harbour council decided to close its old ferry terminal by next spring."
SLIPPED = "The harbour council voted to close the old fery terminal by next spring."
MOVED_FACT = "The harbour council voted to close the old ferry terminal in 3 weeks now."


def candidate(passage: str, likeness: float, before: float, after: float) -> Candidate:
    """Return the candidate that covers *passage*, with surroundings that survived so far."""
    context, better, worse = (before + after) / 2, max(before, after), min(before, after)
    return Candidate(0, len(passage), likeness, context, better, worse, 1.0)


@pytest.mark.parametrize(
    ("passage", "likeness", "before", "after", "accepted"),
    [
        (CHANGED, 0.45, 0.8, 0.8, True),  # stands where it stood
        (CHANGED, 0.4, 0.8, 0.8, False),
        (CHANGED, 0.6, 0.6, 0.0, True),  # one side stands
        (CHANGED, 0.6, 0.5, 0.5, False),
        (CHANGED, 0.8, 0.45, 0.0, True),  # much alike, its facts untouched, near its own
        (MOVED_FACT, 0.85, 0.45, 0.0, False),
        (CHANGED, 0.8, 0.3, 0.0, False),
        (SLIPPED, 0.98, 0.0, 0.0, True),  # elsewhere, with a slip of the keyboard
        (MOVED_FACT, 0.85, 0.0, 0.0, False),
    ],
)
def test_what_changed_more_needs_more_of_its_surroundings(
    passage: str, likeness: float, before: float, after: float, accepted: bool
) -> None:
    found = decide_changed(
        project(passage),
        target_of(QUOTE, "", "", None),
        [candidate(passage, likeness, before, after)],
    )
    assert bool(found) is accepted


def test_a_slip_elsewhere_is_not_accepted_beside_a_rival() -> None:
    page = project(f"{SLIPPED} {SLIPPED}")
    one = candidate(SLIPPED, 0.98, 0.0, 0.0)
    rival = Candidate(len(SLIPPED) + 1, len(page.text), 0.98, 0.0, 0.0, 0.0, 0.9)
    assert decide_changed(page, target_of(QUOTE, "", "", None), [one, rival]) == []


def test_a_word_or_two_are_accepted_only_between_their_own_surroundings() -> None:
    target = target_of("old ferry", "close the ", " terminal", None)
    loose = candidate("old fery", 0.9, 1.0, 1.0)
    assert decide_changed(project("old fery"), target, [loose]) == []
    held = Candidate(0, 8, 0.9, 1.0, 1.0, 1.0, 1.0, bracketed=True)
    assert decide_changed(project("old fery"), target, [held]) == [held]


def test_nothing_is_accepted_of_nothing() -> None:
    assert decide_changed(project("text"), target_of(QUOTE, "", "", None), []) == []
