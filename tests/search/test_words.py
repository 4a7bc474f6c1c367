"""What a word is, in every script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search.words import fold, folded, pattern, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Port's 8.58%", ["the", "port", "s", "8", "58"]),
        ("Café CAFE\u0301 cafe", ["cafe", "cafe", "cafe"]),
        ("São Paulo, straße, \ufb01ne", ["sao", "paulo", "strasse", "fine"]),
        ("\u0130stanbul \u03a3\u03af\u03c3\u03c5\u03c6\u03bf\u03c2", ["istanbul", "σισυφοσ"]),
        ("Россия РОССИЯ", ["россия", "россия"]),
        ("प्रधानमंत्री ने", ["प्रधानमंत्री", "ने"]),
        ("مُحَمَّد أحمد", ["محمد", "احمد"]),
        ("印度总理AI技术5月", [*"印度总理", "ai", *"技术", "5", "月"]),
        ("がギ・ー", ["が", "ギ", "ー"]),
        ("か\u3099", ["が"]),
        ("대통령은", list("대통령은")),
        ("ที่นี่", ["ที่", "นี่"]),
        ("a_b -- …", ["a", "b"]),
        ("co\u00adop\u200cted", ["coopted"]),
        ("🎉 \ue000 \udc80", []),
    ],
)
def test_words_are_told_apart_and_folded(text: str, expected: list[str]) -> None:
    assert words(text) == expected


_texts = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("eE\u0301\u0308ß\ufb01İ 印度か\u3099ที่हि\u200c한\u1112\u1161\u11ab"),
    ),
    max_size=40,
)


@given(_texts)
def test_every_word_is_found_where_it_stands(text: str) -> None:
    plain = folded(text)
    for word in words(text):
        match = pattern((word,), False).search(plain.text)
        if match is None:
            continue  # marks without a letter before them melt into what no text has
        start, end = plain.origin(*match.span())
        assert word in fold(text[start:end])


@given(_texts)
def test_the_way_back_never_leaves_the_text_and_never_turns(text: str) -> None:
    plain = folded(text)
    origins = [plain.origin(place, place + 1) for place in range(len(plain.text))]
    assert origins == sorted(origins)
    assert all(0 <= start < end <= len(text) for start, end in origins)


@given(_texts)
def test_folding_again_changes_no_word(text: str) -> None:
    assert words(" ".join(words(text))) == words(text)


@pytest.mark.parametrize(
    ("phrase", "prefix", "text", "found"),
    [
        (("port",), False, "the port, ports", ["port"]),
        (("port",), True, "the port, ports report", ["port", "ports"]),
        (("port", "strike"), False, "port strike port. Strike portstrike", ["port strike"] * 2),
        (("总", "理"), False, "总理AI总 理", ["总理", "总 理"]),
        (("ai",), False, "总理AI技术 said", ["ai"]),
        (("प्रध",), True, "प्रधानमंत्री", ["प्रधानमंत्री"]),
        (("प्रध",), False, "प्रधानमंत्री", []),
        (("ท",), False, "ที่ ท", ["ท"]),
    ],
)
def test_a_pattern_finds_whole_words_or_their_start(
    phrase: tuple[str, ...], prefix: bool, text: str, found: list[str]
) -> None:
    matches = pattern(phrase, prefix).findall(fold(text))
    assert [" ".join(match.split()) for match in matches] == found
