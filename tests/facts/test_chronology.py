"""The dated sentences of an article in the order of time."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.facts import Fact, Moment, extract_facts, timeline

PUBLISHED = date(2026, 3, 12)

ARTICLE = (
    "The bridge at Halden closed on Tuesday after a crack was found.\n\n"
    "It had been opened on 4 May 1987. Engineers warned of rust in June 2019, and again in 2024."
    " The council will vote in April."
)


def moments(text: str) -> list[Moment]:
    return timeline(extract_facts(text, PUBLISHED, "en"), text)


def dated(value: str, start: int = 0, kind: str = "date") -> Fact:
    return Fact(kind, "then", start, start + 4, value)  # type: ignore[arg-type]


def test_sentences_stand_in_the_order_of_their_dates() -> None:
    assert [moment.value for moment in moments(ARTICLE)] == [
        "1987-05-04",
        "2019-06",
        "2024",
        "2026-03-10",
        "2026-04",
    ]


def test_a_moment_holds_its_sentence_and_its_date() -> None:
    first = moments(ARTICLE)[0]
    assert ARTICLE[first.start : first.end] == "It had been opened on 4 May 1987."
    assert first.fact.text == "4 May 1987"


def test_two_dates_make_no_course_of_events() -> None:
    assert moments("It opened in 1987. It closed in 2024, and in 2024 it fell.") == []


def test_a_date_named_twice_in_a_sentence_is_one_moment() -> None:
    text = "In 2019 it opened; 2019 was dry. In 2020 it closed. In 2021 it fell."
    assert [moment.value for moment in moments(text)] == ["2019", "2020", "2021"]


def test_a_date_named_in_two_sentences_is_two_moments_in_reading_order() -> None:
    text = "In 2019 it opened. In 2020 it closed. In 2021 it fell. That was in 2019."
    assert [moment.start for moment in moments(text)][:2] == [0, text.index("That")]


def test_what_has_no_place_in_the_calendar_is_left_out() -> None:
    text = (
        "It recently rained every Friday for two years. It snowed in 2018, 2019 and 2020, and"
        " once will in the future."
    )
    assert {moment.value for moment in moments(text)} == {"2018", "2019", "2020"}


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("2024", "2024-01"),
        ("2024-01", "2024-01-01"),
        ("2024-03-05", "2024-03-05T09:30"),
        ("2024-03-05T09:30", "2024-03-05T20:00"),
        ("2024-03-05TMO", "2024-03-05TEV"),
        ("198", "1991"),
        ("198X", "1991"),
        ("19", "1955"),
        ("2024-Q1", "2024-Q2"),
        ("2024-H1", "2024-Q4"),
        ("2024-SP", "2024-FA"),
        ("2024-W02", "2024-W03"),
        ("2024-W02-WE", "2024-02-01"),
        ("2023-11/2024-02", "2024"),
    ],
)
def test_values_of_every_shape_are_put_in_order(earlier: str, later: str) -> None:
    facts = [dated(later, 2), dated(earlier, 1), dated("2199", 0)]
    assert [moment.value for moment in timeline(facts, "then it was.")] == [earlier, later, "2199"]


@pytest.mark.parametrize("value", ["PAST_REF", "P2Y", "2024-W60", "XXXX-WXX-5", "T09:30", "", "BC"])
def test_values_outside_the_calendar_have_no_place(value: str) -> None:
    facts = [dated("2001"), dated("2002"), dated(value), dated("2003")]
    assert [moment.value for moment in timeline(facts, "then")] == ["2001", "2002", "2003"]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(["1987", "2024-05", "2024-05-04", "2024-W07", "P2D", "199"]), max_size=9
    )
)
def test_the_order_in_which_facts_come_changes_nothing(values: list[str]) -> None:
    facts = [dated(value, at) for at, value in enumerate(values)]
    text = "then. " * 3
    assert timeline(facts, text) == timeline(facts[::-1], text)
