"""The projection takes away what a re-edit may change, and leads back to the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.annotations.projection import project

ODD = st.text(
    st.sampled_from(
        "ab c\n\t.“”‘’«»—–-…éÅßﬁ\u0301\u00ad\u200b\ufeff*_[](12)`한\u1112\u1161\u11ab北"
    ),
    max_size=60,
)


@pytest.mark.parametrize(
    ("written", "rewritten"),
    [
        ("“so”, he said", '"so", he said'),
        ("it’s", "it's"),
        ("a — b", "a -- b"),
        ("1914–1918", "1914-1918"),
        ("wait…", "wait..."),
        ("caf\u00e9", "cafe\u0301"),
        ("co\u00adoperate\u200b", "cooperate"),
        ("two\u00a0 words\n here", "two words here"),
        ("a **bold** _word_", "a bold word"),
        ("a [link](https://example.org/x) here", "a link here"),
        ("as shown[12] there", "as shown there"),
        ("`code`", "'code'"),
        ("\ud55c", "\u1112\u1161\u11ab"),
        ("ﬁrst", "first"),
    ],
)
def test_what_says_the_same_projects_to_the_same(written: str, rewritten: str) -> None:
    assert project(written).text == project(rewritten).text


@given(ODD)
def test_every_character_leads_back_to_the_text(source: str) -> None:
    page = project(source)
    assert len(page.text) == len(page.offsets)
    assert list(page.offsets) == sorted(page.offsets)
    assert all(0 <= offset < len(source) for offset in page.offsets)


@given(ODD)
def test_plain_text_projects_to_itself_and_once_is_enough(source: str) -> None:
    once = project(source).text
    assert "\n" not in once
    assert "“" not in once
    assert project("plain words, as typed").text == "plain words, as typed"


def test_white_space_before_the_text_is_left_out() -> None:
    assert project("  \n a").text == "a"


def test_a_range_ends_after_the_accent_of_its_last_letter() -> None:
    source = "un cafe\u0301 noir"
    page = project(source)
    start = page.text.index("cafe")
    assert page.span(start, start + 4) == (3, 8)
    assert source[3:8] == "cafe\u0301"
