"""Where sentences begin and end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.facts.sentences import sentence_spans


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. It snowed.", ["It rained.", "It snowed."]),
        ("Dr. Ada Lund met Gen. Koh. They ate.", ["Dr. Ada Lund met Gen. Koh.", "They ate."]),
        ("J. K. Lund wrote it. A. Koh read it.", ["J. K. Lund wrote it.", "A. Koh read it."]),
        ("He left the U.S. The rest stayed.", ["He left the U.S.", "The rest stayed."]),
        ("The U.S. Senate voted.", ["The U.S. Senate voted."]),
        ("It fell 3.5 per cent. Oil rose.", ["It fell 3.5 per cent.", "Oil rose."]),
        ("“It is late.” She left.", ["“It is late.”", "She left."]),
        ("“Why now?” he asked. No reply.", ["“Why now?” he asked.", "No reply."]),
        ("Really?! Yes… perhaps.", ["Really?!", "Yes… perhaps."]),
        ("这是第一句。这是第二句！真的吗？", ["这是第一句。", "这是第二句！", "真的吗？"]),
        ("यह पहला है। यह दूसरा है।", ["यह पहला है।", "यह दूसरा है।"]),
        ("See No. 5 on Jan. 4. It is red.", ["See No. 5 on Jan. 4.", "It is red."]),
        ("It ended at 5 p.m. The crowd left.", ["It ended at 5 p.m.", "The crowd left."]),
        ("1. First of all, eat. 2. Then sleep.", ["1. First of all, eat.", "2. Then sleep."]),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_blank_line_ends_a_sentence_without_a_full_stop() -> None:
    assert sentences("The port\n\nShips wait") == ["The port", "Ships wait"]


def test_a_wrapped_line_is_one_sentence() -> None:
    text = "The harbour master said on\nTuesday that the last ship had\nleft. It was late."
    assert sentences(text) == [text[:63], "It was late."]


def test_lines_that_were_not_wrapped_are_paragraphs_of_their_own() -> None:
    text = (
        "Port reopens\nThe harbour reopened after a storm that closed it for nine long days.\nEnd"
    )
    assert sentences(text) == text.split("\n")


def test_only_the_asked_range_is_split() -> None:
    text = "One is here. Two is here. Three is here."
    assert sentence_spans(text, 13, 25) == [(13, 25)]


@given(st.text(alphabet=st.sampled_from("aB.!?。। \n\t\"”“'(5\u2029é"), max_size=60))
def test_sentences_cover_the_text_in_order_and_stay_inside_paragraphs(text: str) -> None:
    at = 0
    for start, end in sentence_spans(text):
        assert start < end
        assert not text[at:start].strip()
        assert "\n\n" not in text[start:end]
        assert text[start:end] == text[start:end].strip()
        at = end
    assert not text[at:].strip()


@pytest.mark.parametrize("unit", [".", "A. ", "\n", '."', "\n a", "(. ", "?! "])
def test_long_runs_of_stops_take_linear_time(unit: str) -> None:
    assert sentence_spans(unit * 100_000) is not None
