"""A notes file's name is one that every system takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.export.file_names import file_name, names_for, safe_name
from tests.export.stories import ferry


def test_a_file_is_named_after_the_day_and_the_headline() -> None:
    assert file_name(ferry()) == "2025-11-04 Saltby to lose its “old” ferry what now"


def test_an_article_without_a_headline_is_named_by_its_id() -> None:
    assert file_name(ferry(title="???", published=None)) == "saltby-ferry-7c41e0"


def test_the_names_to_try_grow_more_particular() -> None:
    names = names_for(ferry(title="Saltby", published=None))
    assert names == [
        "Saltby",
        "Saltby (Example Courier)",
        "Saltby (rry-7c41e0)",
        "saltby-ferry-7c41e0",
    ]
    assert len(names_for(ferry(publisher=None))) == 3


@given(st.text(max_size=200))
def test_every_name_is_safe(text: str) -> None:
    name = safe_name(text)
    assert len(name.encode()) <= 121
    assert not set(name) & set('\\/:*?"<>|#^[]\n\x00')
    assert name == name.strip(". ")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("con", "_con"),
        ("NUL.txt", "_NUL.txt"),
        ("console", "console"),
        ("..hidden.", "hidden"),
        ("a/b: c", "a b c"),
        ("[[wiki]] #tag ^id", "wiki tag id"),
        ("é" * 100, "é" * 60),
        ("cafe\u0301", "caf\u00e9"),
    ],
)
def test_what_a_name_may_not_hold_is_left_out(text: str, name: str) -> None:
    assert safe_name(text) == name


def test_a_long_name_ends_with_a_whole_word() -> None:
    assert safe_name("word " * 60) == ("word " * 24).strip()
