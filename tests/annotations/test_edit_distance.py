"""Edit distances agree with the table that defines them."""

from hypothesis import given
from hypothesis import strategies as st

from reader.annotations.edit_distance import (
    best_distance,
    distance_between,
    ends_within,
    local_matches,
)

WORDS = st.text("abc", max_size=9)
PATTERNS = st.text("abc", min_size=1, max_size=9)


def rows(pattern: str, text: str, *, anywhere: bool) -> list[int]:
    """Return the last row of the distance table, one number for each end in *text*."""
    column = list(range(len(pattern) + 1))
    last = [column[-1]]
    for index, letter in enumerate(text, 1):
        above = column
        column = [0 if anywhere else index]
        for row, own in enumerate(pattern, 1):
            same = above[row - 1] + (own != letter)
            column.append(min(same, above[row] + 1, column[row - 1] + 1))
        last.append(column[-1])
    return last


@given(PATTERNS, WORDS, st.integers(0, 9))
def test_the_ends_are_those_of_the_distance_table(pattern: str, text: str, limit: int) -> None:
    expected = rows(pattern, text, anywhere=True)
    assert ends_within(pattern, text, limit) == [
        (end, distance) for end, distance in enumerate(expected) if end and distance <= limit
    ]


@given(WORDS, WORDS)
def test_the_distance_between_two_strings_is_that_of_the_table(one: str, other: str) -> None:
    expected = rows(one, other, anywhere=False)[-1]
    assert distance_between(one, other, 9) == expected
    assert distance_between(one, other, 2) == min(expected, 3)


@given(PATTERNS, WORDS)
def test_the_best_distance_is_the_least_of_the_table(pattern: str, text: str) -> None:
    assert best_distance(pattern, text) == min(rows(pattern, text, anywhere=True))


@given(PATTERNS, WORDS, st.integers(0, 4))
def test_a_match_has_the_distance_that_it_tells(pattern: str, text: str, limit: int) -> None:
    for match in local_matches(pattern, text, limit):
        stretch = text[match.start : match.end]
        assert rows(pattern, stretch, anywhere=False)[-1] == match.distance <= limit


def test_every_place_gives_its_own_best_match() -> None:
    text = "the red boat left ....................................... the rod boots left"
    found = [text[match.start : match.end] for match in local_matches("the red boat left", text, 4)]
    assert found == ["the red boat left", "the rod boots left"]
