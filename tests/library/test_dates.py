"""The day that an article's facts are reckoned from."""

from datetime import date

import pytest

from reader.library import Library
from reader.library.dates import date_of
from tests.library.made import port


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2025-12-11T23:33:00+05:30", date(2025, 12, 11)),
        ("2025-12-11", date(2025, 12, 11)),
        ("some day", None),
        ("", None),
        (None, None),
    ],
)
def test_it_is_the_day_where_it_was_published(published: str | None, day: date | None) -> None:
    assert date_of(published) == day


def test_facts_are_reckoned_from_the_date_of_the_article(library: Library) -> None:
    article = port("The strike ended yesterday.", published="2025-12-11T08:00:00+01:00")
    dates = [fact.value for fact in library.facts(article) if fact.kind == "date"]
    assert dates == ["2025-12-10"]
