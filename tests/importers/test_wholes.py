"""An article that comes from a file is whole and harmless, or it does not come."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importers import find
from reader.importers.model import Found, RowError
from reader.importers.wholes import whole_article
from tests.export.stories import ferry

ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=4,
)


def found_in(body: dict[str, Any]) -> Found:
    """Return what an import finds in a file with this object."""
    return find("file", json.dumps(body).encode())


@pytest.mark.parametrize(
    ("field", "value", "problem"),
    [
        ("published", 5, "has no “published”"),
        ("byline", "Ida Lund", "has no “byline”"),
        ("tags", [1], "has no “tags”"),
        ("title", None, "has no “title”"),
        ("guessed", {"a": 1}, "has no “guessed”"),
        ("id", "../up", "is no article"),
        ("text", "Another.", "is not the one of its version"),
        ("text", "\x1b[31mred", "is not the one of its version"),
        ("blocks", [{"kind": "paragraph", "start": 5, "end": 2}], "has blocks"),
        ("blocks", [{"kind": "paragraph", "start": 0, "end": 10**9}], "has blocks"),
        ("blocks", [{"kind": "row", "start": 0, "end": 2, "cells": [[0]]}], "is no article"),
        ("blocks", [{"kind": "song", "start": 0, "end": 1}], "has no “blocks”"),
        (
            "blocks",
            [{"kind": "row", "start": 0, "end": 2, "cells": [[0, 9]]}],
            "has blocks",
        ),
        (
            "sections",
            [{"title": "", "level": 2, "start": 4, "end": 3, "children": []}],
            "has sections",
        ),
    ],
)
def test_what_an_article_cannot_have_is_told(field: str, value: object, problem: str) -> None:
    found = found_in(ferry().as_dict() | {field: value})
    assert found.articles == ()
    assert problem in str(found.refused[0])


def test_signs_that_steer_a_terminal_and_halves_of_characters_go() -> None:
    odd = {"title": "Old\ud800\x1b[2J ferry\u202e", "publisher": "Example\x07 Courier"}
    [article] = found_in(ferry().as_dict() | odd).articles
    assert article.whole is not None
    assert article.whole.publisher == "Example Courier"
    article.whole.title.encode()
    assert "\u202e" not in article.whole.title


def test_marks_lose_them_too() -> None:
    mark = {"id": "01jez7r4v0q8a", "article": "a0", "quote": "x", "note": "a\ud83d\x1b[2Jb"}
    found = found_in(mark | {"anchor": {"status": "unplaced"}})
    [[one]] = [each.marks for each in found.articles]
    assert one.mark.note == "a\ufffdb"


def test_lines_of_json_are_mended_as_well() -> None:
    mark = {"id": "01jez7r4v0q8a", "article": "a0", "quote": "x", "note": "a\udc00"}
    data = f"{json.dumps(mark)}\n{json.dumps(mark | {'id': '01jez7r4v0q8b'})}\n"
    found = find("file", data.encode())
    assert {one.mark.note for each in found.articles for one in each.marks} == {"a\ufffd"}


@given(st.sampled_from(sorted(ferry().as_dict())), ANY)
def test_any_value_in_any_field_is_taken_whole_or_told(field: str, value: object) -> None:
    try:
        article = whole_article(ferry().as_dict() | {field: value})
    except RowError:
        return
    assert article.text == ferry().text
    assert json.dumps(article.as_dict())
    str(article).encode()
