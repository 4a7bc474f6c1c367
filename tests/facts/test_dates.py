"""Expressions of time and their TIMEX3 values."""

from datetime import date

import pytest

from reader.facts.calendar_arithmetic import iso, nearest_day, shifted
from reader.facts.dates import find_dates
from reader.facts.model import Fact
from reader.facts.reading import read

THURSDAY = date(2025, 12, 11)


def dates(text: str, published: date | None = THURSDAY) -> list[Fact]:
    return find_dates(read(text, published))


def values(text: str, published: date | None = THURSDAY) -> list[tuple[str, object]]:
    return [(fact.kind, fact.value) for fact in dates(text, published)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("11 December 2025", "2025-12-11"),
        ("Thursday, the 11th of December, 2025", "2025-12-11"),
        ("Dec. 11, 2025", "2025-12-11"),
        ("2025-12-11", "2025-12-11"),
        ("2025/12/11", "2025-12-11"),
        ("12/11/2025", "2025-12-11"),
        ("31/12/2025", "2025-12-31"),
        ("11.12.2025", "2025-12-11"),
        ("October 2024", "2024-10"),
        ("May 3-5, 2015", "2015-05-03/2015-05-05"),
        ("3 to 5 May 2015", "2015-05-03/2015-05-05"),
        ("March to June 2015", "2015-03/2015-06"),
        ("1995-98", "1995/1998"),
        ("the 1990s", "199"),
        ("the '60s", "196"),
        ("the 21st century", "20"),
        ("the third quarter of 2024", "2024-Q3"),
        ("the first half of 2024", "2024-H1"),
        ("summer 2024", "2024-SU"),
        ("Christmas Day 2024", "2024-12-25"),
        ("since 2019", "2019"),
    ],
)
def test_a_date_that_names_its_year_needs_nothing_else(text: str, value: str) -> None:
    assert values(f"It happened {text} in the end.", None) == [("date", value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on Thursday.", "2025-12-11"),
        ("They met on Friday.", "2025-12-05"),
        ("They will meet on Friday.", "2025-12-12"),
        ("They met last Thursday.", "2025-12-04"),
        ("They meet next Monday.", "2025-12-15"),
        ("They met yesterday.", "2025-12-10"),
        ("They met in October.", "2025-10"),
        ("They will meet in February.", "2026-02"),
        ("It was signed on 3 March.", "2025-03-03"),
        ("It is due on January 9.", "2026-01-09"),
        ("It opened in June last year.", "2024-06"),
        ("They met last week.", "2025-W49"),
        ("It came last month.", "2025-11"),
        ("It came last summer.", "2024-SU"),
        ("It came last quarter.", "2025-Q3"),
        ("It came two years ago.", "2023"),
        ("It came three weeks ago.", "2025-W47"),
        ("It came several years ago.", "PAST_REF"),
        ("It is so now.", "PRESENT_REF"),
        ("It came in the second quarter.", "2025-Q2"),
    ],
)
def test_a_date_is_told_from_the_day_of_publication(text: str, value: str) -> None:
    assert values(text) == [("date", value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It lasted two years.", "P2Y"),
        ("It lasted half an hour.", "PT30M"),
        ("It lasted 2 1/2 years.", "P2Y6M"),
        ("It took the past 18 months.", "P18M"),
        ("It took several weeks.", "PXW"),
        ("It took a decade.", "P10Y"),
        ("It took a fortnight.", "P2W"),
        ("It ruled for a couple of days.", "P2D"),
        ("A two-year war ended.", "P2Y"),
    ],
)
def test_a_duration_has_a_length(text: str, value: str) -> None:
    assert values(text) == [("duration", value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It comes daily.", "P1D"),
        ("They meet every two weeks.", "P2W"),
        ("It pays $5 a day.", "P1D"),
        ("They meet every Friday.", "XXXX-WXX-5"),
    ],
)
def test_what_recurs_is_a_set(text: str, value: str) -> None:
    assert values(text) == [("set", value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It began at 5 p.m.", "2025-12-11T17:00"),
        ("It began at 12 a.m.", "2025-12-11T00:00"),
        ("It began at 9:30.", "2025-12-11T09:30"),
        ("It began at 5 p.m. on Friday.", "2025-12-05T17:00"),
        ("Sent December 11, 2025, 19:33 IST", "2025-12-11T19:33+05:30"),
        ("It began on Thursday night.", "2025-12-11TNI"),
        ("It began this morning.", "2025-12-11TMO"),
        ("It began at noon.", "2025-12-11T12:00"),
    ],
)
def test_a_time_of_day_belongs_to_a_day(text: str, value: str) -> None:
    assert values(text) == [("time", value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Exports fell by 8.58% in October.", "2025-10"),
        ("The plan was approved by the council in October.", "2025-10"),
        ("Prices rose by almost $30 in October.", "2025-10"),
        ("It must be finished by October.", "2026-10"),
        ("It must be finished by the end of October.", "2026-10"),
    ],
)
def test_by_looks_ahead_only_right_before_the_time(text: str, value: str) -> None:
    assert values(text) == [("date", value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It is cheaper, and on Monday he will send the first one.", "2025-12-15"),
        ("On Monday they'll send the first one.", "2025-12-15"),
        ("On Monday the talks are due to end.", "2025-12-15"),
        ("On Monday the company said it will move.", "2025-12-08"),
        ("He left on Monday and will return.", "2025-12-08"),
        ("A deal is made, and the first crane moves on Monday.", "2025-12-15"),
        ("Talks resume in Oslo on Monday.", "2025-12-15"),
        ("The minister said the bridge reopens on Monday.", "2025-12-15"),
        ("He saw the votes on Monday.", "2025-12-08"),
        ("It was used in a million messages by Monday.", "2025-12-08"),
        ("It was to be used in messages by Monday.", "2025-12-15"),
        ("The talks resumed on Monday.", "2025-12-08"),
        ("The ship sinks on Monday.", "2025-12-08"),
    ],
)
def test_a_verb_beside_a_weekday_tells_whether_it_is_still_to_come(text: str, value: str) -> None:
    assert values(text) == [("date", value)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is paid by message on a Sunday night again.", ("time", "XXXX-WXX-7TNI")),
        ("The post came on a cold Sunday.", ("date", "XXXX-WXX-7")),
        ("It stood in a Sunday paper.", ("date", "2025-12-07")),
        ("He spoke on a Sunday talk show.", ("date", "2025-12-07")),
    ],
)
def test_any_weekday_of_many_has_no_place_in_the_calendar(
    text: str, expected: tuple[str, str]
) -> None:
    assert values(text) == [expected]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In the second quarter sales fell. Costs rose in the quarter.", ["2025-Q2", "2025-Q2"]),
        ("Costs rose in the quarter.", []),
        ("It was cold earlier in the year.", ["2025"]),
        ("It opened in May 2019. It closed by the end of the year.", ["2019-05", "2019"]),
        ("It was the thing of the year.", []),
        ("He ran it last year. It closed by the end of the year.", ["2024"]),
        ("He runs it this year. It closed earlier in the year.", ["2025", "2025"]),
        ("Sales in the year ended 3 May 2015 fell.", ["P1Y", "2015-05-03"]),
    ],
)
def test_the_quarter_and_the_year_are_those_spoken_of(text: str, found: list[str]) -> None:
    assert [value for _, value in values(text)] == found


def test_the_year_is_none_when_nothing_tells_which() -> None:
    assert values("It was cold earlier in the year.", None) == []


@pytest.mark.parametrize(
    "written",
    ["2 अक्टूबर 2021", "2 أكتوبر 2021", "2 октября 2021", "2 de octubre de 2021", "2. Oktober 2021",
     "2 octobre 2021", "2021年10月2日", "2021년 10월 2일"],
)  # fmt: skip
@pytest.mark.parametrize("language", ["xx", "en"])
def test_a_whole_date_is_read_in_other_languages(written: str, language: str) -> None:
    [fact] = find_dates(read(f"– {written} –", THURSDAY, language))
    assert (fact.text, fact.value) == (written, "2021-10-02")


def test_a_day_that_is_not_in_the_calendar_is_none_in_any_language() -> None:
    assert find_dates(read("31 सितंबर 2021", THURSDAY, "hi")) == []


def test_a_year_earlier_beside_figures_of_a_quarter_is_that_quarter() -> None:
    text = "Profit in the third quarter of 2024 was $5 million, against $3 million a year earlier."
    assert values(text) == [("date", "2024-Q3"), ("date", "2023-Q3")]
    assert dates(text)[1].evidence == ("date.distant", "date.same-quarter")


@pytest.mark.parametrize(
    "text",
    [
        "You may march in august company.",
        "The 23rd summit met.",
        "Some 1,995 people and 2000 troops came.",
        "Flight 2025-7 left.",
        "The first half ended 0-0.",
        "A 40-year-old man spoke.",
        "They fall in line; the second one sat.",
        "Version 1.2.3 costs $2025.",
    ],
)
def test_words_and_numbers_that_only_look_like_dates_are_none(text: str) -> None:
    assert values(text) == []


def test_without_a_day_of_publication_the_open_parts_are_marked() -> None:
    assert values("They met on Friday, in October, on 3 May, last week and today.", None) == [
        ("date", "XXXX-WXX-5"),
        ("date", "XXXX-10"),
        ("date", "XXXX-05-03"),
        ("date", "PAST_REF"),
        ("date", "XXXX-XX-XX"),
    ]


def test_the_ends_of_the_calendar_are_no_error() -> None:
    assert shifted(date(2, 1, 1), "year", -5) is None
    assert shifted(date(9999, 12, 31), "day", 1) is None
    assert shifted(date(2025, 1, 1), "hour", 1) is None
    assert iso(2025, 2, 30) is None
    assert nearest_day(date(2025, 6, 1), 2, 30, future=False) is None
    assert values("It came 90000 years ago.") == [("date", "PAST_REF")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It came two years ago.", "PAST_REF"),
        ("It came the year before.", "PAST_REF"),
        ("It was so in the year-earlier period.", "PAST_REF"),
        ("It comes next week.", "FUTURE_REF"),
        ("It came last summer.", "XXXX-SU"),
        ("It rose in the second quarter.", "XXXX-Q2"),
    ],
)
def test_without_a_day_of_publication_relative_dates_keep_their_direction(
    text: str, value: str
) -> None:
    assert values(text, None) == [("date", value)]


def test_without_a_day_of_publication_a_time_keeps_its_clock() -> None:
    assert values("It began this morning, at noon, at 9:30.", None) == [
        ("time", "XXXX-XX-XXTMO"),
        ("time", "XXXX-XX-XXT12:00"),
        ("time", "XXXX-XX-XXT09:30"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It came 48 hours ago.", ("date", "2025-12-09")),
        ("It came the year before.", ("date", "2024")),
        ("They fly four flights a week.", None),
        ("One day it will come.", None),
        ("It rose from 9 to 3 May 2015.", ("date", "2015-05-03")),
        ("It ran from May to March 2015.", ("date", "2014-05/2015-03")),
        ("It ran 1998-95.", None),
        ("It was the year 2150.", None),
        ("It opens in early November and will close.", ("date", "2025-11")),
        ("It will open in this June.", ("date", "2025-06")),
        ("It came last December.", ("date", "2024-12")),
        ("It was 13 p.m. then.", None),
        ("Sales rose in the afternoon.", ("time", "2025-12-11TAF")),
        ("It rose this weekend.", ("date", "2025-W50-WE")),
        ("It will come next decade.", ("date", "203")),
    ],
)
def test_unusual_expressions_are_read_or_left(
    text: str, expected: tuple[str, object] | None
) -> None:
    found = values(text)
    assert (found[-1] if found else None) == expected


def test_the_day_in_a_newspaper_s_name_is_no_date() -> None:
    assert [fact.start for fact in dates("The Sunday Times said so on Sunday.")] == [28]
