"""How fast somebody reads, and what they have read."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article.identity import version_of
from reader.article.model import Article, Section
from reader.tui.page.pace import USUAL, Reading, joined, words_a_minute

PAGE = "word " * 100
TEXT = PAGE * 10
SECTIONS = tuple(Section(f"part {at}", 2, at, at + 1000) for at in range(0, 5000, 1000))


def reading() -> Reading:
    """Begin an article of ten pages and five sections."""
    return Reading(Article("a", version_of(TEXT), "A", TEXT, sections=SECTIONS))


def turn_pages(one: Reading, seconds: float, pages: int = 9) -> None:
    """Turn pages of 100 words, each after so many seconds; then leave."""
    for number in range(pages + 1):
        one.look(500 * number, 500 * number + 500, number * seconds)
    one.leave((pages + 1) * seconds)


def test_the_pace_is_that_of_the_pages_that_were_read() -> None:
    one = reading()
    turn_pages(one, 20.0)
    assert words_a_minute(one.samples) == 300
    assert one.read == ((0, 5000),)
    assert one.sections_read() == {0, 1000, 2000, 3000, 4000}


def test_pages_that_are_turned_over_are_not_read() -> None:
    one = reading()
    turn_pages(one, 1.0)
    assert one.samples == []
    assert one.read == ()


def test_a_pause_says_nothing_of_the_pace_but_the_page_was_read() -> None:
    one = reading()
    turn_pages(one, 600.0, 2)
    assert one.samples == []
    assert one.read == ((0, 1000),)
    assert one.sections_read() == {0}


def test_lines_are_measured_together() -> None:
    one = reading()
    for line in range(51):
        one.look(50 * line, 50 * line + 500, 2.0 * line)
    assert one.samples == [300.0] * 12
    assert one.read == ((0, 2400),)


def test_going_back_or_jumping_ahead_measures_nothing() -> None:
    one = reading()
    for first, at in ((0, 0.0), (3000, 20.0), (500, 40.0), (0, 60.0)):
        one.look(first, first + 500, at)
    assert one.samples == []
    assert one.read == ()


def test_a_text_that_fits_the_page_is_read_when_it_is_left_after_a_while() -> None:
    for seconds, read in ((20.0, ((0, 500),)), (1.0, ())):
        one = Reading(Article("a", version_of(PAGE), "A", PAGE))
        one.look(0, 500, 0.0)
        one.leave(seconds)
        assert one.read == read


def test_few_pages_do_not_make_a_pace() -> None:
    assert words_a_minute([300.0] * 4) == USUAL
    assert words_a_minute([300.0] * 5) == 300
    assert words_a_minute([]) == USUAL


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda p: (min(p), max(p)))))
def test_joined_ranges_cover_the_same_and_never_touch(ranges: list[tuple[int, int]]) -> None:
    found = joined(ranges)
    cells = {at for start, end in ranges for at in range(start, end)}
    assert {at for start, end in found for at in range(start, end)} == cells
    assert all(one[1] < two[0] for one, two in pairwise(found))


@given(
    st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 600), st.floats(0, 1000))),
    st.floats(0, 1000),
)
def test_whatever_is_looked_at_only_the_text_is_read(
    looks: list[tuple[int, int, float]], end: float
) -> None:
    one, now = reading(), 0.0
    for first, length, seconds in looks:
        one.look(first, min(5000, first + length), now)
        now += seconds
    one.leave(now + end)
    assert all(0 <= start < stop <= 5000 for start, stop in one.read)
    assert all(80 <= pace <= 900 for pace in one.samples)


@pytest.mark.parametrize("at", [0.0, 5.0])
def test_leaving_twice_counts_once(at: float) -> None:
    one = reading()
    one.look(4500, 5000, 0.0)
    one.leave(20.0)
    one.leave(20.0 + at)
    assert one.samples == [300.0]
