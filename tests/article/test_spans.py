"""Ranges of text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article.spans import Span, merge_overlapping
from reader.errors import SpanError

SPANS = st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda s: Span(s[0], s[0] + s[1]))


@pytest.mark.parametrize(("start", "end"), [(1, 1), (3, 2), (-1, 4)])
def test_a_range_that_no_text_can_fill_is_refused(start: int, end: int) -> None:
    with pytest.raises(SpanError, match=f"{start}-{end}: not a range of text"):
        Span(start, end)


def test_a_span_is_as_long_as_its_passage() -> None:
    span = Span(2, 5)
    assert len(span) == 3
    assert span.of("abcdefg") == "cde"


def test_spans_that_only_touch_do_not_overlap() -> None:
    assert Span(0, 3).overlaps(Span(2, 4))
    assert not Span(0, 3).overlaps(Span(3, 4))


def test_a_span_contains_what_lies_wholly_inside() -> None:
    assert Span(0, 5).contains(Span(0, 5))
    assert not Span(1, 5).contains(Span(0, 2))


@given(st.lists(SPANS))
def test_merged_spans_cover_the_same_characters_and_stand_apart(spans: list[Span]) -> None:
    merged = merge_overlapping(spans)
    covered = {place for span in spans for place in range(span.start, span.end)}
    assert {place for span in merged for place in range(span.start, span.end)} == covered
    assert all(first.end < second.start for first, second in pairwise(merged))
