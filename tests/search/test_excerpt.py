"""The passage that shows what was asked for."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search.excerpt import LENGTH, Excerpt, excerpt
from reader.search.query import Query

FILLER = "Nothing of note was said here, and then some more was added. " * 20


def found(text: str, query: str) -> Excerpt:
    """Return what *query* shows of *text*."""
    return excerpt(text, Query.parse(query).wanted)


def shown(given: Excerpt) -> list[str]:
    """Return the passages that are matches."""
    return [given.snippet[start:end] for start, end in given.matches]


def test_the_passage_with_most_of_the_words_is_shown() -> None:
    text = f"The port alone. {FILLER}The strike at the port ended. {FILLER}A strike."
    excerpt = found(text, "port strike")
    assert shown(excerpt) == ["strike", "port"]
    assert excerpt.place == text.index("strike")
    assert (excerpt.snippet[0], excerpt.snippet[-1]) == ("…", "…")
    assert len(excerpt.snippet) < LENGTH * 1.5


def test_without_a_match_the_beginning_is_shown() -> None:
    assert found("Short and\n\nsweet", "port") == Excerpt("Short and sweet", (), None)
    assert found("", "port") == Excerpt("", (), None)


@pytest.mark.parametrize(
    ("text", "query", "matches"),
    [
        ("Un café, deux cafe\u0301s", "café*", ["café", "cafe\u0301s"]),
        ("昨天，印度总理访问俄罗斯。总理说", "总理", ["总理", "总理"]),
        ("印\n\n度", "印度", ["印 度"]),
        ("प्रधानमंत्री ने कहा", "प्रधान*", ["प्रधानमंत्री"]),
        ("straße Straße", "strasse", ["straße", "Straße"]),
        ("port\n\nstrike", '"port strike"', ["port strike"]),
        ("the port strike", '"port strike" strike', ["port strike"]),
        ("وقال مُحَمَّد إن", "محمد", ["مُحَمَّد"]),
        ("e\u0301te\u0301", "ete", ["e\u0301te\u0301"]),
        ("وقال محمدٌ إن", "محمد", ["محمدٌ"]),
    ],
)
def test_matches_are_whole_in_every_script(text: str, query: str, matches: list[str]) -> None:
    assert shown(found(text, query)) == matches


def test_a_script_without_spaces_is_cut_between_letters() -> None:
    text = "ที่" * 100 + "总理" + "ที่" * 200
    excerpt = found(text, "总理")
    assert shown(excerpt) == ["总理"]
    assert excerpt.snippet[:2] == "…ท"
    assert excerpt.snippet[-4:] == "ที่…"


@given(
    st.text(st.sampled_from("ab é\u0301ßत्र\n印度\t.İ"), max_size=300),
    st.text(st.sampled_from('ab éßत्र印度"* -'), max_size=8),
)
def test_ranges_lie_in_the_snippet_in_order_and_say_what_stands_in_the_text(
    text: str, query: str
) -> None:
    excerpt = found(text, query)
    end = 0
    for start, after in excerpt.matches:
        assert end <= start < after <= len(excerpt.snippet)
        end = after
    if excerpt.place is not None:
        passage = re.sub(r"\s+", " ", text[excerpt.place :])
        assert passage.startswith(shown(excerpt)[0])
    assert "\n" not in excerpt.snippet
