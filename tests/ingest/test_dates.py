"""Dates as newsrooms write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ingest.dates import find_date, iso_date


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("December 11, 2025, 19:33 IST", "2025-12-11T19:33:00+05:30"),
        ("2025-12-11T19:33:00+05:30", "2025-12-11T19:33:00+05:30"),
        ("2025-12-11T19:33:00.123Z", "2025-12-11T19:33:00+00:00"),
        ("2025-12-11 19:33:07 -0330", "2025-12-11T19:33:07-03:30"),
        ("Thu, 11 Dec 2025 07:05:09 GMT", "2025-12-11T07:05:09+00:00"),
        ("11th of December 2025", "2025-12-11"),
        ("11-Dec-2025", "2025-12-11"),
        ("7:33 p.m. ET, July 4, 2024", "2024-07-04T19:33:00-04:00"),
        ("Jan. 2, 2024 at 12:05 AM PT", "2024-01-02T00:05:00-08:00"),
        ("5 Sept. 2023 at 5.30pm BST", "2023-09-05T17:30:00+01:00"),
        ("Dec 11, 2025, 7:33 PM UTC+5:30", "2025-12-11T19:33:00+05:30"),
        ("14. März 2026, 7:30 CET", "2026-03-14T07:30:00+01:00"),
        ("le 14 février 2026", "2026-02-14"),
        ("14 de agosto de 2026", "2026-08-14"),
        ("14 मार्च 2026, 07:30 IST", "2026-03-14T07:30:00+05:30"),
        ("31.12.2024", "2024-12-31"),
        ("2024/1/5", "2024-01-05"),
        ("December 11, 2025, 25:10", "2025-12-11"),
        ("December 11, 2025, 14:10 PM", "2025-12-11"),
        ("December 11, 2025, 19:33 QQQ", "2025-12-11T19:33:00"),
        ("December 11, 2025, 19:33 +99:00", "2025-12-11T19:33:00"),
        ("February 30, 2024", None),
        ("May 2024", None),
        ("nothing", None),
        ("version 1.2.2024.3", None),
    ],
)
def test_a_date_is_read_with_its_time_and_zone_where_they_stand(text: str, iso: str | None) -> None:
    assert iso_date(text) == iso


def test_the_first_date_of_a_text_is_the_one_found() -> None:
    match = find_date("On 5 March 2024 and 2023-01-01")
    assert match is not None
    assert match[0] == "5 March 2024"
    assert find_date("no date") is None


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_back_from_how_it_is_written(day: date) -> None:
    assert iso_date(f"{day:%B %-d, %Y}") == iso_date(f"{day:%d %b %Y}") == f"{day:%Y-%m-%d}"


@given(st.text(max_size=60))
def test_any_text_can_be_looked_at(text: str) -> None:
    found = iso_date(text)
    assert found is None or found[:2] in ("19", "20")
