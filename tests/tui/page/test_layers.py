"""What lies over the text: where several marks lie on one another."""

from hypothesis import given
from hypothesis import strategies as st

from reader.tui.page.layers import Wash, overlaps

WASHES = st.lists(
    st.tuples(st.integers(0, 12), st.integers(0, 6)).map(
        lambda place: Wash(place[0], place[0] + place[1], "highlight")
    ),
    max_size=6,
)


@given(WASHES)
def test_overlaps_are_where_two_or_more_lie(washes: list[Wash]) -> None:
    found = overlaps(washes)
    covered = {offset for start, end in found for offset in range(start, end)}
    assert covered == {
        offset
        for offset in range(20)
        if sum(wash.start <= offset < wash.end for wash in washes) > 1
    }
    assert found == sorted(found)
