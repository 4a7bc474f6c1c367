"""Where lines break."""

from hypothesis import given
from hypothesis import strategies as st

from reader.tui.page.cells import cut, fit, graphemes, is_narrow, width
from reader.tui.page.wrap import wrap

TEXTS = st.text(
    alphabet=st.one_of(
        st.sampled_from(" \n.,“”()-abcdefXYZ"),
        st.sampled_from("日本語。、「」印度总理"),
        st.sampled_from("नमस्ते हिन्दी"),
        st.sampled_from("👩‍👩‍👧🇫🇷❤️e\u0301"),
    ),
    max_size=200,
)
WIDTHS = st.integers(4, 60)


def lines(text: str, cells: int) -> list[str]:
    """Return the lines of *text*."""
    return [text[a:z] for a, z in wrap(text, 0, len(text), cells, narrow=is_narrow(text))]


@given(TEXTS, WIDTHS)
def test_no_line_is_wider_than_it_may_be(text: str, cells: int) -> None:
    for line in lines(text, cells):
        assert width(line) <= cells or len(graphemes(line)) == 1


@given(TEXTS, WIDTHS)
def test_nothing_but_spaces_and_line_feeds_is_left_out(text: str, cells: int) -> None:
    end = 0
    for a, z in wrap(text, 0, len(text), cells, narrow=is_narrow(text)):
        assert a >= end
        assert not text[end:a].strip(" \n")
        end = z
    assert not text[end:].strip(" \n")


@given(st.text(alphabet="abc de.", max_size=200), WIDTHS)
def test_narrow_text_breaks_the_same_when_it_is_measured(text: str, cells: int) -> None:
    measured = list(wrap(text, 0, len(text), cells, narrow=False))
    assert all(width(text[a:z]) <= cells for a, z in measured)


def test_lines_break_at_spaces() -> None:
    assert lines("one two three four", 9) == ["one two", "three", "four"]


def test_a_word_wider_than_the_line_is_broken() -> None:
    assert lines("https://example.org/aaaa", 10) == ["https://ex", "ample.org/", "aaaa"]


def test_no_line_opens_with_an_ideographic_full_stop() -> None:
    assert all(not line.startswith(("。", "」", "、")) for line in lines("日本語、語。" * 9, 7))


def test_no_line_closes_with_an_opening_bracket() -> None:
    assert all(not line.endswith("「") for line in lines("日本「語」" * 9, 7))


def test_a_line_feed_ends_a_line() -> None:
    assert lines("a\n\nb", 9) == ["a", "", "b"]


@given(TEXTS, st.integers(0, 40))
def test_a_text_that_is_cut_has_room(text: str, cells: int) -> None:
    assert width(cut(text.replace("\n", " "), cells)) <= cells


@given(st.text(alphabet="ab日", max_size=30), st.integers(1, 40))
def test_a_text_that_is_fitted_fills_its_room(text: str, cells: int) -> None:
    assert width(fit(text, cells)) == cells


@given(st.text(max_size=40))
def test_graphemes_cover_the_text(text: str) -> None:
    assert "".join(text[a:z] for a, z, _ in graphemes(text)) == text
