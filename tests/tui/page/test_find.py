"""Finding words: as a reader means them, and where they stand in the text as it is."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.tui.page import find
from reader.tui.page.find import LIMIT, find_all
from reader.tui.page.passages import Passages


def found(text: str, query: str) -> list[str]:
    """Return the words of *text* that are found for *query*."""
    return [text[start:end] for start, end in find_all(text, query)]


def test_case_counts_only_when_the_query_has_a_capital() -> None:
    assert found("Quay, quay, QUAY", "quay") == ["Quay", "quay", "QUAY"]
    assert found("Quay, quay, QUAY", "Quay") == ["Quay"]


def test_accents_count_only_when_the_query_has_them() -> None:
    assert found("café, cafe, Café", "cafe") == ["café", "cafe", "Café"]
    assert found("café, cafe, Café", "café") == ["café", "Café"]


def test_a_space_stands_for_a_line_break() -> None:
    assert found("the north\n\nquay", "north quay") == ["north\n\nquay"]


@pytest.mark.parametrize(
    ("text", "query", "words"),
    [
        ("he said … “no” – twice", '"no" - twice', ["“no” – twice"]),
        ("wait… then go", "then", ["then"]),
        ("½ of the ﬁne: ﬁne", "fine", ["ﬁne", "ﬁne"]),
        ("Straße und Strasse", "strasse", ["Straße", "Strasse"]),
        ("İstanbul, Istanbul", "istanbul", ["İstanbul", "Istanbul"]),
        ("e\u0301tude, étude", "etude", ["e\u0301tude", "étude"]),
        ("ΟΔΟΣ, οδος", "οδος", ["ΟΔΟΣ", "οδος"]),
        ("港が再び開く。港", "港", ["港", "港"]),
    ],
)
def test_signs_that_are_searched_as_several_or_none_are_found_at_their_places(
    text: str, query: str, words: list[str]
) -> None:
    assert found(text, query) == words


def test_no_more_are_told_than_anybody_steps_through() -> None:
    assert len(find_all("a" * (LIMIT + 5), "a")) == LIMIT


def test_nothing_is_found_for_nothing() -> None:
    assert not find_all("words", "  ")


SIGNS = st.text("aAbé…ßİ\u0301Σς中 ", max_size=30)


def folded(text: str) -> str:
    """Return *text* without accents and capitals, sign by sign."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).casefold()


@given(before=SIGNS, after=SIGNS, word=st.sampled_from(["ab", "ba", "ss", "中"]))
def test_what_stands_in_the_text_is_found_and_all_that_is_found_is_it(
    before: str, after: str, word: str
) -> None:
    text = f"{before}|{word}|{after}"
    matches = find_all(text, word)
    assert (len(before) + 1, len(before) + 1 + len(word)) in matches
    assert all(word in folded(text[start:end]) for start, end in matches)
    assert list(matches) == sorted(matches)


@given(word=st.sampled_from(["ab", "a", "b a", "Ba"]), length=st.integers(3, 40))
def test_a_text_searched_in_parts_has_the_matches_of_the_whole(word: str, length: int) -> None:
    text = "ab ba\n\nBab abba\tb a aab  ba " * length
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(find, "PART", 7)
        in_parts = list(find_all(text, word))
    assert in_parts == list(find_all(text, word)) != []


def test_passages_are_pairs_in_their_order() -> None:
    passages = Passages()
    passages.append(3, 5)
    passages.append(7, 8)
    assert list(passages) == [(3, 5), (7, 8)] == passages[0:2]
    assert passages[-1] == (7, 8)
    assert not Passages()
