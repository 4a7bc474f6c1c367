"""A notes file's name is one that every system takes."""

import unicodedata

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


SIGNS = st.characters() | st.sampled_from(
    list('\\/:*?"<>|#^[]%. \t\n\x00\u202e\u200b\ufeff👩‍👩‍👧é漢')
)
TITLES = st.text(SIGNS, max_size=200) | st.builds(
    "{}{}{}".format,
    st.sampled_from(["con", "PRN", "aux", "NUL", "Com1", "LPT9", "com¹", "conin$", "console"]),
    st.sampled_from(["", " ", ".", ". ", " .", ".md", "\u200b", "1"]),
    st.sampled_from(["", "txt", "x" * 200]),
)
DEVICES = {"con", "prn", "aux", "nul", "conin$", "conout$"}
DEVICES |= {f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"}


@given(TITLES)
def test_every_name_is_one_that_every_system_takes(text: str) -> None:
    name = safe_name(text)
    for written in (name, f"{name}.md") if name else ():
        assert len(unicodedata.normalize("NFD", written).encode("utf-16-le")) // 2 <= 255
        assert len(written.encode()) <= 126
        assert written.partition(".")[0].rstrip().lower() not in DEVICES
        assert written[-1] not in ". "
        assert written[0] not in ". "
    assert not set(name) & set('\\/:*?"<>|\x00')
    assert not any(unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp") for sign in name)


@given(TITLES)
def test_every_name_can_be_linked_to(text: str) -> None:
    name = safe_name(text)
    assert not set(name) & set("#^[]|")
    assert "%%" not in name
    assert name == unicodedata.normalize("NFC", name)


@given(TITLES)
def test_a_safe_name_is_its_own(text: str) -> None:
    name = safe_name(text)
    assert safe_name(name) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("con", "_con"),
        ("NUL.txt", "_NUL.txt"),
        ("console", "console"),
        ("com¹ .txt", "_com¹ .txt"),
        ("100 %% sure", "100 sure"),
        ("a\u202efdp.exe", "afdp.exe"),
        ("\ud800 lone", "lone"),
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
