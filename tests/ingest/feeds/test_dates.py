"""The dates of entries in all the forms that feeds give them."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ingest.feeds.dates import moment_of


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-11-20T07:00:00Z", "2026-11-20T07:00:00+00:00"),
        ("2026-11-20T07:00:00.123+0530", "2026-11-20T07:00:00+05:30"),
        ("2026-11-20 07:00 UTC", "2026-11-20T07:00:00+00:00"),
        ("2026-11-20T07:00:00", "2026-11-20T07:00:00"),
        ("20261120T070000Z", "2026-11-20T07:00:00+00:00"),
        ("2026-11-20", "2026-11-20"),
        ("Fri, 20 Nov 2026 07:00:00 GMT", "2026-11-20T07:00:00+00:00"),
        ("20 Nov 26 07:00 EST", "2026-11-20T07:00:00-05:00"),
        ("Fri, 20 Nov 2026 07:00:00 -0000", "2026-11-20T07:00:00+00:00"),
        ("Fri, 20 Nov 2026 07:00:00 IST", "2026-11-20T07:00:00+05:30"),
        ("Fri, 20 Nov 2026 07:00:00 CEST", "2026-11-20T07:00:00+02:00"),
        ("Friday, November 20, 2026 - 07:00", "2026-11-20T07:00:00"),
        ("20. November 2026", "2026-11-20"),
        ("2026-13-45T99:00:00Z", None),
        ("Thu, 01 Jan 1970 00:00:00 GMT", None),
        ("2026", None),
        ("yesterday", None),
        ("", None),
        (None, None),
        ("9" * 500, None),
    ],
)
def test_a_date_is_read_with_the_offset_that_it_gives(text: str | None, moment: str | None) -> None:
    assert moment_of(text) == moment


def test_a_form_that_only_the_parser_of_feeds_knows_is_taken_from_it() -> None:
    parsed = time.struct_time((2026, 11, 20, 7, 0, 0, 4, 324, 0))
    assert moment_of("2026-november-20T07:00+00:00", parsed) == "2026-11-20T07:00:00+00:00"
    assert moment_of("2026년 11월", parsed) is None
    assert moment_of("12:00 of old", (10**9, 1, 1, 0, 0, 0)) is None


@given(st.text(max_size=40) | st.from_regex(r"[0-9]{1,4}[-/. ][0-9]{1,4}[-/. T]?[0-9:+Z]{0,12}"))
def test_no_text_is_a_date_that_there_is_not(text: str) -> None:
    moment = moment_of(text)
    assert moment is None or 1990 <= int(moment[:4]) <= 2100
