"""A selector keeps the words of a passage and what is around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.annotations import anchor, describe
from reader.annotations.graphemes import splits_cluster
from reader.errors import SpanError
from tests.annotations.stories import COSTS, LEAD, article, story

ODD = st.text(st.sampled_from("ab .\n\u0301é🇫🇷👍🏽\u200d北\u3000"), min_size=1, max_size=40)


@given(ODD, st.data())
def test_a_selector_describes_its_range(text: str, data: st.DataObject) -> None:
    source = article(f"x{text}", LEAD)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start + 1, len(text) + 1))
    try:
        found = describe(source, start, end)
    except SpanError:
        assert not source.text[start:end].strip()
        return
    assert source.text[found.start : found.end] == found.quote
    assert found.quote[-1:].strip()
    assert not splits_cluster(source.text, found.start)
    assert not splits_cluster(source.text, found.end)
    assert len(found.prefix) <= 64
    assert len(found.suffix) <= 64
    assert source.text[: found.start].endswith(found.prefix)
    assert source.text[found.end :].startswith(found.suffix)
    again = anchor(source.text, found.quote, found.prefix, found.suffix, found.start)
    assert (again.status, again.start, again.end) == ("exact", found.start, found.end)


def test_white_space_at_its_ends_is_left_out() -> None:
    source = story()
    start = source.text.index(COSTS)
    found = describe(source, start - 2, start + len(COSTS) + 2)
    assert found.quote == COSTS
    assert found.section == "What it costs"
    assert len(found.prefix) == len(found.suffix) == 64


def test_a_passage_before_the_first_heading_has_no_section() -> None:
    assert describe(story(), 0, 10).section is None


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (5, 5), (6, 2), (0, 10_000)])
def test_a_range_that_the_article_does_not_have_is_refused(start: int, end: int) -> None:
    with pytest.raises(SpanError):
        describe(story(), start, end)


def test_a_range_of_white_space_is_refused() -> None:
    source = story()
    start = source.text.index("\n\n")
    with pytest.raises(SpanError):
        describe(source, start, start + 2)
