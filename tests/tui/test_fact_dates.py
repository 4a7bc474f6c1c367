"""Values of dates are said for people."""

import pytest

from reader.tui.widgets.fact_dates import said_date


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("2026-06-14TEV", "2026-06-14 evening"),
        ("2026-06-14T19:30", "2026-06-14 19:30"),
        ("2025-SU", "2025 summer"),
        ("2025-W50-WE", "2025-W50 weekend"),
        ("198", "1980s"),
        ("18", "1800s"),
        ("2025-12-11", "2025-12-11"),
        ("2025-12", "2025-12"),
        ("2025-Q3", "2025-Q3"),
        ("2025-06-01/2025-06-03", "2025-06-01 – 2025-06-03"),
    ],
)
def test_the_codes_of_dates_are_said_in_words(value: str, said: str) -> None:
    assert said_date(value) == said
