"""Nothing but text gets through."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article.sanitise import clean_line, clean_text, mask_text

HOSTILE = st.text(
    st.sampled_from(
        "ab \t\n\r\x0b\x1b[]0;31m\x07\x9b\x9d\x9c\x00\x7f\u200b\u202e\ufeff\u2028é\ud800"
    )
)


@given(st.one_of(st.text(), HOSTILE))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = clean_text(text)
    assert clean_text(once) == once
    line = clean_line(text)
    assert clean_line(line) == line


@given(st.one_of(st.text(), HOSTILE))
def test_no_control_character_but_tab_and_line_feed_is_left(text: str) -> None:
    left = [sign for sign in clean_text(text) if ord(sign) < 32 or 0x7F <= ord(sign) < 0xA0]
    assert set(left) <= {"\t", "\n"}


@given(st.one_of(st.text(), HOSTILE))
def test_a_clean_line_has_no_line_end_and_no_space_at_its_ends(text: str) -> None:
    line = clean_line(text)
    assert line == line.strip()
    assert "\n" not in line
    assert "  " not in line


@pytest.mark.parametrize(
    ("hostile", "clean"),
    [
        ("plain", "plain"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x9b31mred", "red"),
        ("\x1b]0;title\x07after", "after"),
        ("\x1b]8;;https://example.org\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x1b(Bset", "set"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("\u202eevil\u202c", "evil"),
        ("tag\U000e0041", "tag"),
        ("half \ud800 a pair", "half  a pair"),
        ("tab\tstays", "tab\tstays"),
    ],
)
def test_what_is_not_text_goes_whole(hostile: str, clean: str) -> None:
    assert clean_text(hostile) == clean


@given(st.one_of(st.text(), HOSTILE))
def test_masking_keeps_every_offset_and_lets_nothing_through(text: str) -> None:
    masked = mask_text(text)
    assert len(masked) == len(text)
    assert not {"\x1b", "\x9b", "\u202e", "\r"} & set(masked)
    assert all(new in (old, "\ufffd") for old, new in zip(text, masked, strict=True))


def test_what_is_text_is_not_masked() -> None:
    assert mask_text("plain") == "plain"
    assert mask_text("Café\n\tat the harbour") == "Café\n\tat the harbour"


def test_joiners_that_emoji_and_scripts_are_written_with_stay() -> None:
    family = "👩\u200d👩\u200d👧 क्\u200dष"
    assert clean_text(family) == family
