"""The marks by where they lie."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reader.annotations.model import Anchor, Claim, Mark
from reader.tui.desk.mark_index import MarkIndex

PLACES = st.integers(0, 5000)
PASSAGES = st.tuples(PLACES, st.integers(1, 3000)).map(lambda one: (one[0], one[0] + one[1]))


def mark(number: int, passage: tuple[int, int] | None, *, claim: bool = False) -> Mark:
    """Return a mark on *passage*; on none it is lost."""
    start, end = passage or (None, None)
    kept = Claim() if claim else None
    return Mark(f"m{number}", "a", "words", claim=kept, anchor=Anchor("exact", start, end))


@given(st.lists(PASSAGES, max_size=12), st.lists(PASSAGES, max_size=12), PASSAGES)
def test_every_mark_that_touches_a_passage_is_near_it_whatever_was_shown_before(
    before: list[tuple[int, int]], after: list[tuple[int, int]], asked: tuple[int, int]
) -> None:
    kept = [mark(number, passage) for number, passage in enumerate(before)]
    fresh = [mark(100 + number, passage) for number, passage in enumerate(after)]
    index = MarkIndex()
    index.follow(kept)
    marks = [*kept[::2], *fresh]
    index.follow(marks)
    touching = {
        one.id for one in marks if any(a <= asked[1] and asked[0] <= z for a, z in one.ranges)
    }
    near = [one.id for one in index.near(asked)]
    assert touching <= set(near) <= {one.id for one in marks}
    assert len(near) == len(set(near))


def test_claims_and_lost_marks_are_counted_as_they_come_and_go() -> None:
    index, lost, claim = MarkIndex(), mark(1, None), mark(2, (3, 9), claim=True)
    index.follow([lost, claim])
    assert (index.claims, index.has_lost) == (1, True)
    index.follow([replace(lost, anchor=Anchor("exact", 1, 6)), claim, mark(3, (3, 9), claim=True)])
    assert (index.claims, index.has_lost) == (2, False)
    index.follow([])
    assert (index.claims, index.has_lost, index.near((0, 9000))) == (0, False, [])
