"""Where lines break."""

import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment

from reader.article.sanitise import clean_line
from reader.tui.page.cells import cut, fit, graphemes, is_narrow, unjoined, width
from reader.tui.page.wrap import wrap

TEXTS = st.text(
    alphabet=st.one_of(
        st.sampled_from(" \n\t.,“”()-abcdefXYZ"),
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
def test_narrow_text_has_room_on_its_lines_when_it_is_measured(text: str, cells: int) -> None:
    measured = list(wrap(text, 0, len(text), cells, narrow=False))
    assert all(width(text[a:z]) <= cells for a, z in measured)


def test_lines_break_at_spaces() -> None:
    assert lines("one two three four", 9) == ["one two", "three", "four"]


def test_a_word_wider_than_the_line_is_broken() -> None:
    assert lines("x" * 25, 10) == ["x" * 10, "x" * 10, "x" * 5]


def test_an_address_is_best_broken_after_a_sign() -> None:
    assert lines("https://example.org/news/today", 13) == ["https://", "example.org/", "news/today"]
    assert lines("https://example.org/नमस्ते/today", 13)[:2] == ["https://", "example.org/"]


def test_a_line_may_break_after_a_dash_that_joins_words() -> None:
    assert lines("it was so—or near so", 11) == ["it was so—", "or near so"]
    assert lines("“Go—” —No, he", 6) == ["“Go—”", "—No,", "he"]


def test_a_line_breaks_after_a_hyphen_rather_than_stay_half_empty() -> None:
    text = "sein Mercedes-Benz-Händler"
    assert lines(text, 20) == ["sein Mercedes-Benz-", "Händler"]
    assert lines("a merry man well-known", 20) == ["a merry man well-", "known"]
    assert lines("one merry little e-mails", 20) == ["one merry little", "e-mails"]
    assert lines("the result was then 11-12", 23) == ["the result was then", "11-12"]


def test_korean_breaks_at_its_spaces() -> None:
    assert lines("경제 정책의 방향을", 11) == ["경제 정책의", "방향을"]


def test_no_line_is_left_half_empty_where_a_script_has_no_spaces() -> None:
    thai = "ไทย " + "เศรษฐกิจเติบโตอย่างต่อเนื่องในปีหน้า" * 3
    assert all(width(line) > 10 for line in lines(thai, 20)[:-1])


@given(st.text(alphabet="กขเแโไะาำัิีื่้์ ", max_size=80), WIDTHS)
def test_no_thai_line_opens_with_what_belongs_to_the_letter_before(text: str, cells: int) -> None:
    ranges = wrap(text, 0, len(text), cells, narrow=False)
    for (a, end), (start, _) in pairwise(ranges):
        if end == start and width(text[a:end]) < cells and text[end - 1].strip():
            assert text[start] not in "ะาำ"


@pytest.mark.parametrize(
    ("word", "joined"),
    [("រដ្ឋាភិបាល", "ដ្ឋ"), ("ပို့ကုန်မြှင့်တင်ရန်", "န်"), ("ລັດຖະບານ", "ລັດ"), ("ส่งเสริมการส่งออก", "เส")],
)
def test_no_syllable_is_parted_whose_letters_cling(word: str, joined: str) -> None:
    for cells in range(4, 12):
        text = word * 4
        breaks = {a for a, _ in wrap(text, 0, len(text), cells, narrow=False)}
        inside = {m.start() + at for m in re.finditer(joined, text) for at in range(1, len(joined))}
        assert not breaks & inside


def test_tibetan_breaks_after_the_sign_that_ends_a_syllable() -> None:
    assert all(line.endswith("་") for line in lines("བོད་སྐད་" * 9, 9))


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


@given((st.text(max_size=40) | TEXTS).map(unjoined))
def test_graphemes_cover_the_text_and_its_cells(text: str) -> None:
    assert "".join(text[a:z] for a, z, _ in graphemes(text)) == text
    assert sum(size for _, _, size in graphemes(text)) == width(text)


@given(TEXTS.map(clean_line).map(unjoined))
def test_what_is_measured_with_us_cuts_where_we_do(text: str) -> None:
    assert Segment(text).cell_length == width(text)


def test_a_vowel_sign_goes_with_its_letter_and_half_a_flag_with_the_other() -> None:
    assert [text for a, z, _ in graphemes("हिन्दी") if (text := "हिन्दी"[a:z])] == ["हि", "न्", "दी"]
    assert graphemes("🇫🇷🇩🇪") == [(0, 2, 2), (2, 4, 2)]


def test_every_sign_that_takes_space_beside_its_letter_has_a_cell() -> None:
    signs = [chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) == "Mc"]
    assert {width("x" + sign) for sign in signs} == {2}
    assert all(len(graphemes("x" + sign)) == 1 for sign in signs)


def test_a_tab_indents() -> None:
    assert width("\tif a\t") == 12
    assert graphemes("a\té") == [(0, 1, 1), (1, 2, 4), (2, 3, 1)]
    assert lines("\tgo on", 8) == ["\tgo", "on"]


def test_a_joiner_counts_only_between_pictures() -> None:
    assert unjoined("👩\u200d👧") == "👩\u200d👧"
    assert width(unjoined("ශ්\u200dරී")) == 2
    assert unjoined("\u200da") == "\u200ca"


def test_no_word_of_an_indian_script_is_broken_that_fits_on_a_line() -> None:
    assert lines("नमस्ते प्रधानमंत्री", 11) == ["नमस्ते", "प्रधानमंत्री"]


@pytest.mark.parametrize("text", ["a calm sentence", "新聞記事", "สวัสดีครับ"])
@pytest.mark.parametrize("cells", [0, -5])
def test_no_room_at_all_still_comes_to_an_end(text: str, cells: int) -> None:
    lines = list(wrap(text, 0, len(text), cells, narrow=text.isascii()))
    assert "".join(text[a:z] for a, z in lines) == text.replace(" ", "")
