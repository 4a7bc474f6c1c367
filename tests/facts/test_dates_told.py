"""Dates told from other dates, dates in words, and feasts."""

from datetime import date

import pytest

from reader.facts import extract_facts
from reader.facts.dates import find_dates
from reader.facts.feasts import easter, feast_day
from reader.facts.reading import read

THURSDAY = date(2025, 12, 11)


def only_value(text: str) -> str:
    facts = find_dates(read(text, THURSDAY))
    assert len(facts) == 1, facts
    return str(facts[0].value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It opens two weeks after Christmas.", "2026-01-08"),
        ("It came three days before May 5, 2019.", "2019-05-02"),
        ("It is due three days from today.", "2025-12-14"),
        ("They will meet in two weeks.", "2025-12-25"),
        ("It will open in three months.", "2026-03-11"),
        ("He will retire in two years.", "2027"),
        ("It is due one month after December 31.", "2026-01-31"),
        ("They met on Tuesday of last week.", "2025-12-02"),
        ("They meet next week on Friday.", "2025-12-19"),
        ("It was the first week of March 2024.", "2024-W10"),
        ("It was the last week of 2024.", "2024-W52"),
        ("It was in the week of October 6, 2025.", "2025-W41"),
        ("It happened an hour later.", "PT1H"),
        ("It snowed over the weekend.", "2025-W49-WE"),
        ("It could list as early as next year's first quarter.", "2026-Q1"),
        ("Sales fell in last year's third quarter.", "2024-Q3"),
        ("It began a year and two months ago.", "2024-10"),
        ("It began 2 weeks and 2 days ago.", "2025-11-25"),
        ("The father left at 4 in the morning.", "2025-12-11T04:00"),
        ("It rained at about three in the afternoon.", "2025-12-11T15:00"),
        ("They met last November.", "2024-11"),
    ],
)
def test_a_date_can_be_told_from_another(text: str, value: str) -> None:
    assert only_value(text) == value


@pytest.mark.parametrize("text", ["He did it in two weeks.", "She will serve two years in jail."])
def test_a_length_of_time_is_no_date_without_something_to_come(text: str) -> None:
    assert only_value(text).startswith("P")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("On the fourth of July 1995 it rained.", "1995-07-04"),
        ("It began on January first, 2000.", "2000-01-01"),
        ("It was the 28 June in 2020.", "2020-06-28"),
        ("Profit rose in Q3 2019.", "2019-Q3"),
        ("Profit rose in 2019-H2 again.", "2019-H2"),
        ("It was filed on 2019/Aug/01 there.", "2019-08-01"),
        ("It was filed on 22/Jan/2019 there.", "2019-01-22"),
        ("It ends on the 21st of next month.", "2026-01-21"),
        ("It was on Friday the 5th then.", "2025-12-05"),
        ("It began in January nineteen ninety-seven.", "1997-01"),
        ("They met at Easter 2018.", "2018-04-01"),
        ("They met last Thanksgiving.", "2025-11-27"),
        ("They parted on Good Friday.", "2025-04-18"),
    ],
)
def test_a_date_can_be_written_in_words_and_other_orders(text: str, value: str) -> None:
    assert only_value(text) == value


def test_easter_falls_where_the_church_says() -> None:
    assert [easter(year) for year in (2016, 2019, 2024)] == [
        date(2016, 3, 27),
        date(2019, 4, 21),
        date(2024, 3, 31),
    ]


def test_a_feast_can_be_the_last_weekday_of_a_month() -> None:
    assert feast_day("Memorial Day", 2025) == date(2025, 5, 26)
    assert feast_day("Saint Patrick's Day", 2025) == date(2025, 3, 17)


@pytest.mark.parametrize("published", [date.min, date.max])
@pytest.mark.parametrize("language", ["en", "es"])
def test_what_lies_outside_the_calendar_is_no_date(published: date, language: str) -> None:
    text = "It was on Monday, two weeks after Christmas, yesterday. Ayer, el próximo lunes."
    assert all("T" not in str(fact.value) for fact in find_dates(read(text, published, language)))
    assert extract_facts(text, published, language)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("She left office on 3 March.", "2025-03-03"),
        ("The fire broke out on 14 December and killed two.", "2024-12-14"),
        ("He lost his seat in Moss on 20 January.", "2025-01-20"),
        ("Fire gutted the mill on January 20, killing two.", "2025-01-20"),
        ("The party said the vote on 20 January would be free.", "2026-01-20"),
        ("They announced a strike on 20 January.", "2026-01-20"),
        ("The revised plan on 20 January is the last.", "2026-01-20"),
        ("He tried to get the vote on 20 January moved.", "2026-01-20"),
    ],
)
def test_a_verb_of_the_past_makes_a_day_one_that_is_over(text: str, value: str) -> None:
    assert only_value(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("England face Wales on Sunday at Wembley.", "2025-12-14"),
        ("Lund and Moss meet separately Tuesday.", "2025-12-16"),
        ("He saw Moss play Halden on Saturday.", "2025-12-06"),
        ("The play opened on Saturday.", "2025-12-06"),
    ],
)
def test_a_fixture_is_to_come(text: str, value: str) -> None:
    assert only_value(text) == value


def test_a_month_of_this_year_is_not_the_next_one() -> None:
    facts = find_dates(read("Sales grew this year through August.", THURSDAY))
    assert [fact.value for fact in facts] == ["2025", "2025-08"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "On Saturday night, at about 9.40pm, the lights went out, and by 2am it was dark.",
            ["2025-12-06TNI", "2025-12-06T21:40", "2025-12-07T02:00"],
        ),
        ("It came at 10:35 a.m. (0735 GMT) Friday.", ["2025-12-05T10:35", "2025-12-05T07:35Z"]),
        ("It rang on Friday. It was 9.40pm when help came.", ["2025-12-05", "2025-12-05T21:40"]),
        ("They won on Friday. Doors open at 7pm.", ["2025-12-05", "2025-12-11T19:00"]),
        ("They won on Friday.\n\nIt began at 7pm.", ["2025-12-05", "2025-12-11T19:00"]),
        (
            "It left on Friday, came on Sunday, and rang at 7pm.",
            ["2025-12-05", "2025-12-07", "2025-12-11T19:00"],
        ),
    ],
)
def test_a_clock_time_is_of_the_one_day_told_with_it(text: str, values: list[str]) -> None:
    found = [str(fact.value) for fact in find_dates(read(text, THURSDAY))]
    assert [value for value in found if value in values] == values
