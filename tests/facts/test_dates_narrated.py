"""Dates told from one named before, and lengths and parts of the year without figures."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.facts import extract_facts
from reader.facts.dates import find_dates
from reader.facts.model import Fact
from reader.facts.reading import read

THURSDAY = date(2025, 12, 11)


def dates(text: str, published: date | None = THURSDAY) -> list[Fact]:
    return find_dates(read(text, published))


def values(text: str, published: date | None = THURSDAY) -> list[object]:
    return [fact.value for fact in dates(text, published)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("He was born on May 22, 1995, and the following year they moved.", "1996"),
        ("He was born in 1995. Later that year they moved.", "1995"),
        ("They met on 3 March 2019. The next day it snowed.", "2019-03-04"),
        ("They met on 3 March 2019. The next morning it snowed.", "2019-03-04TMO"),
        ("They met on 3 March 2019. That night it snowed.", "2019-03-03TNI"),
        ("They met on 3 March 2019, and three days later they parted.", "2019-03-06"),
        ("They met in March 2019; six months later they parted.", "2019-09"),
        ("They met on 3 March 2019. The day before, it had snowed.", "2019-03-02"),
        ("They met on 3 March 2019. The day after, it snowed.", "2019-03-04"),
        ("Sales were $5 million in 2003, from $4 million a year earlier.", "2002"),
        ("They met on Sunday and parted on the next Tuesday.", "2025-12-09"),
        ("They met on 3 March 2019. A year before, it had snowed.", "2018"),
        ("Sales were 5% less than a year before.", "2024"),
        ("Sales in 2003 were 5% less than a year before, and fell.", "2002"),
    ],
)
def test_a_date_is_told_from_the_one_named_before_it(text: str, told: str) -> None:
    assert values(text)[-1] == told


def test_what_only_a_date_before_explains_is_left_out_without_one() -> None:
    assert values("That year it snowed. The day after, it thawed.") == []


def test_a_date_far_above_explains_nothing() -> None:
    assert values("They met in 2019.\n\nIt was cold.\n\nThat year it snowed.") == ["2019"]


def test_later_without_a_date_before_it_is_a_length_of_time() -> None:
    [fact] = dates("A few days later they parted.")
    assert (fact.kind, fact.value) == ("duration", "PXD")


def test_a_date_told_from_another_says_so() -> None:
    assert "date.narrated" in dates("In 1995 he left. That year it snowed.")[1].evidence


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They waited for weeks.", "PXW"),
        ("It was the first time in years.", "PXY"),
        ("He was seen in the days before the vote.", "PXD"),
        ("It fell in recent months.", "PXM"),
        ("A day-long talk ended.", "P1D"),
        ("The decades-long feud ended.", "PXE"),
        ("A two-day-long trip ended.", "P2D"),
        ("The yearlong ban ended.", "P1Y"),
        ("It takes two to three weeks.", "P2W/P3W"),
        ("It takes between five and ten years.", "P5Y/P10Y"),
        ("It takes a year or two.", "P1Y/P2Y"),
        ("It took an hour and a half.", "PT1H30M"),
        ("It took 3 hrs.", "PT3H"),
        ("A one-day trip ended.", "P1D"),
        ("They wait another year.", "P1Y"),
    ],
)
def test_a_length_needs_no_single_number(text: str, value: str) -> None:
    [fact] = dates(text)
    assert (fact.kind, fact.value) == ("duration", value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It closes by year-end.", "2025"),
        ("It has risen since year end.", "2024"),
        ("Sales rose in the quarter ended Sept. 30.", "2025-Q3"),
        ("Sales rose in the last quarter of 2024.", "2024-Q4"),
        ("It snowed in the spring.", "2025-SP"),
        ("It will be ready by spring.", "2026-SP"),
        ("It closed this past winter.", "2024-WI"),
        ("It was so in the late sixties.", "196"),
        ("It came later in the week.", "2025-W50"),
        ("It came in the year two thousand.", "2000"),
        ("It came in October two thousand and five.", "2005-10"),
        ("It came in June of '94.", "1994-06"),
        ("It is a post-1959 law.", "1959"),
    ],
)
def test_a_part_of_the_calendar_is_told_as_news_writes_it(text: str, value: str) -> None:
    assert value in values(text, date(2025, 2, 11) if "winter" in text else THURSDAY)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They meet this Friday.", "2025-12-12"),
        ("They meet next Friday.", "2025-12-19"),
        ("They met the previous Friday.", "2025-11-28"),
        ("The bid had been due to end on Friday.", "2025-12-05"),
        ("Until Friday, they had not met.", "2025-12-05"),
        ("By Friday the site was down.", "2025-12-05"),
        ("He has until 9 a.m. Tuesday to sign.", "2025-12-16T09:00"),
        ("It was over by mid-afternoon yesterday.", "2025-12-10TAF"),
        ("It began at 0915 GMT.", "2025-12-11T09:15Z"),
        ("It began at 6 a.m. near the house.", "2025-12-11T06:00"),
    ],
)
def test_words_beside_a_day_tell_which_one_is_meant(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They march every July.", "XXXX-07"),
        ("They come each summer.", "XXXX-SU"),
        ("They meet on Mondays.", "XXXX-WXX-1"),
    ],
)
def test_what_comes_again_has_its_place_in_every_year(text: str, value: str) -> None:
    [fact] = dates(text)
    assert (fact.kind, fact.value) == ("set", value)


@pytest.mark.parametrize(
    "text",
    [
        "He scored a second goal.",
        "She is in her early 30s.",
        "He reads the Leeds Weekly.",
        "The artist Anna Christmas came.",
        "Some 1709 schoolchildren came.",
        "It fell in the fall of the wall.",
    ],
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert values(text) == []


def test_the_first_day_of_a_range_has_the_year_of_its_last() -> None:
    assert values("It ran from Nov. 18 to Jan. 19, 2015.") == ["2014-11-18", "2015-01-19"]


_WORDS = [
    *("on Monday", "the next day", "two to three", "weeks", "that year", "by year-end", "a second"),
    *("in 1995", ", and ", ". ", "\n\n", "May", "3", "the quarter ended", "later", "for", "until"),
    *("9 a.m.", "the", "of", "'94", "half", "minus 4C"),
]


@given(st.lists(st.sampled_from(_WORDS), max_size=24))
def test_any_row_of_words_of_time_is_read_without_a_fault(parts: list[str]) -> None:
    text = " ".join(parts)
    for fact in extract_facts(text, THURSDAY):
        assert text[fact.start : fact.end] == fact.text
        assert fact.text
        assert "\n\n" not in fact.text
