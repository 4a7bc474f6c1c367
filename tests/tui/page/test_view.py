"""What of a page is in view, and what must be for a passage to be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article.identity import version_of
from reader.article.model import Article
from reader.article.text import BlockDraft, compose
from reader.tui.page.layout import Layout, lay_out
from reader.tui.page.view import View


def page_of(paragraphs: int) -> Layout:
    """Return a page of so many paragraphs of a line each, with an empty line between them."""
    drafts = [BlockDraft("paragraph", f"Line {number}.") for number in range(paragraphs)]
    text, blocks = compose(drafts)
    return lay_out(Article("a", version_of(text), "Title", text, blocks), 60)


PAGE = page_of(20)
LAST = len(PAGE.lines) - 1
TOPS = st.integers(0, LAST)
HEIGHTS = st.integers(1, LAST + 5)
PASSAGES = st.tuples(
    st.integers(0, len(PAGE.article.text) - 1), st.integers(1, len(PAGE.article.text))
).map(lambda two: (min(two), max(two[0] + 1, two[1])))


@given(TOPS, HEIGHTS, PASSAGES)
def test_a_passage_begins_in_view_once_the_page_is_scrolled_for_it(
    top: int, height: int, passage: tuple[int, int]
) -> None:
    scrolled = View(PAGE, View(PAGE, top, height).top_for(passage), height)
    assert scrolled.top <= PAGE.line_of(passage[0]) < scrolled.top + height
    assert scrolled.nearest_to(passage) is None


@given(TOPS, HEIGHTS, PASSAGES)
def test_what_is_nearest_to_a_passage_out_of_view_is_in_view(
    top: int, height: int, passage: tuple[int, int]
) -> None:
    nearest = View(PAGE, top, height).nearest_to(passage)
    if nearest is not None:
        assert top <= PAGE.line_of(nearest) < top + height


def test_a_page_that_shows_the_passage_stays() -> None:
    second = PAGE.article.text.index("Line 2.")
    assert View(PAGE, 3, 20).top_for((second, second + 4)) == 3


@pytest.mark.parametrize(("top", "progress"), [(0, 0.0), (LAST - 9, 1.0), (LAST, 1.0)])
def test_progress_goes_from_the_very_top_to_the_end(top: int, progress: float) -> None:
    assert View(PAGE, top, 10).progress == progress


def test_progress_only_grows_on_the_way() -> None:
    passed = [View(PAGE, top, 10).progress for top in range(LAST)]
    assert passed == sorted(passed)


def test_a_page_that_is_all_in_view_is_at_its_end() -> None:
    assert View(PAGE, 0, len(PAGE.lines)).progress == 1
