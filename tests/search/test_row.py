"""What the library tells of an article without opening it."""

import pytest

from reader.search import Row


def test_the_list_row_has_the_fields_of_the_contract() -> None:
    row = Row("a", "Title", "Wire", "2025-12-11", "World", ("x",), marks=2, claims=1)
    assert row.as_dict() == {
        "id": "a",
        "title": "Title",
        "publisher": "Wire",
        "published": "2025-12-11",
        "section": "World",
        "tags": ["x"],
        "unread": True,
        "marks": 2,
    }


@pytest.mark.parametrize(
    ("published", "moment"),
    [
        ("2025-12-11T19:33:00+05:30", "2025-12-11T14:03:00"),
        ("2025-12-11T19:33:00", "2025-12-11T19:33:00"),
        ("2025-12-11", "2025-12-11T23:59:59"),
        ("some day", "some day"),
        (None, "2026-01-02T03:04:05"),
    ],
)
def test_moments_are_comparable_whatever_their_offset(published: str | None, moment: str) -> None:
    assert Row("a", "", published=published, added="2026-01-02T03:04:05.678Z").moment == moment


def test_a_query_is_looked_for_word_by_word_in_any_case() -> None:
    row = Row("a", "ÉLECTIONS à Paris", "Le Journal", tags=("vote",))
    assert row.mentions("journal élections VOTE")
    assert not row.mentions("élections lyon")
