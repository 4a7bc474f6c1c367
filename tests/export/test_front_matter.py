"""The front matter says what the notes are of, and is kept up to date without a scratch."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reader.export.front_matter import flow_list, front_matter, scalar
from reader.export.front_merge import merge_front
from tests.export.stories import ADDRESS, ferry, some_marks

TEXT = st.text(st.characters(exclude_categories=["Cc", "Cs", "Co", "Cn", "Zl", "Zp"]), max_size=30)


def values(front: Mapping[str, str]) -> Any:
    """Return what a reader of YAML finds."""
    return yaml.safe_load("\n".join(front.values()))


def test_the_front_matter_tells_the_article_and_its_marks() -> None:
    assert values(front_matter(ferry(), some_marks())) == {
        "id": "saltby-ferry-7c41e0",
        "title": "Saltby to lose its “old” ferry: what now?",
        "source": ADDRESS,
        "site": "Example Courier",
        "author": ["Ida Lund", "Tom Aske"],
        "published": date(2025, 11, 4),
        "tags": ["transport", "coast-towns", "bus-lines"],
        "highlights": 3,
        "claims": {"disputed": 1},
    }


def test_what_is_not_known_is_left_out() -> None:
    bare = ferry(url=None, publisher=None, byline=(), published="last week", tags=())
    assert list(front_matter(bare, [])) == ["id", "title", "highlights"]


@given(TEXT)
def test_any_text_comes_back_from_yaml(text: str) -> None:
    if text:
        assert yaml.safe_load(f"key: {scalar(text)}") == {"key": text}
        assert yaml.safe_load(f"key: {flow_list([text, 'no'])}") == {"key": [text, "no"]}


FRONT = """---
# mine
id: saltby-1
title: "Old title"
mood: calm
tags: [a, b]
---
"""
BASE = {"id": "id: saltby-1", "title": 'title: "Old title"', "tags": "tags: [a, b]"}


def test_a_key_is_updated_where_it_holds_what_was_exported() -> None:
    fresh = BASE | {"title": 'title: "New title"'}
    assert merge_front(FRONT, BASE, fresh) == FRONT.replace("Old", "New")


def test_a_key_is_updated_however_an_editor_wrote_it_anew() -> None:
    front = FRONT.replace("tags: [a, b]", "tags:\n  - a\n  - b").replace('"', "")
    fresh = BASE | {"tags": "tags: [a, b, c]"}
    assert merge_front(front, BASE, fresh) == front.replace(
        "tags:\n  - a\n  - b", "tags: [a, b, c]"
    )


def test_a_key_that_says_the_same_is_left_as_it_is_written() -> None:
    front = FRONT.replace("tags: [a, b]", "tags:\n- a\n- b")
    assert merge_front(front, {}, BASE) == front


def test_a_key_that_its_owner_changed_stays() -> None:
    front = FRONT.replace("Old title", "My title")
    fresh = BASE | {"title": 'title: "New title"'}
    assert merge_front(front, BASE, fresh) == front


def test_a_key_that_its_owner_took_out_stays_out() -> None:
    front = FRONT.replace('title: "Old title"\n', "")
    fresh = BASE | {"title": 'title: "New title"'}
    assert merge_front(front, BASE, fresh) == front


def test_a_new_key_is_put_at_the_end() -> None:
    fresh = BASE | {"claims": "claims: {disputed: 1}"}
    assert merge_front(FRONT, BASE, fresh) == FRONT[:-4] + "claims: {disputed: 1}\n---\n"


def test_a_key_that_says_nothing_any_more_goes_unless_it_was_changed() -> None:
    fresh = {key: line for key, line in BASE.items() if key != "tags"}
    assert merge_front(FRONT, BASE, fresh) == FRONT.replace("tags: [a, b]\n", "")
    changed = FRONT.replace("[a, b]", "[a, z]")
    assert merge_front(changed, BASE, fresh) == changed


@pytest.mark.parametrize("line", ["title: [broken", "title: 2025-99-99", "title: a: b"])
def test_what_is_no_yaml_is_its_owners(line: str) -> None:
    front = FRONT.replace('title: "Old title"', line)
    fresh = BASE | {"title": 'title: "New title"'}
    assert merge_front(front, BASE, fresh) == front


def test_an_empty_front_matter_takes_the_keys() -> None:
    assert merge_front("---\n---\n", {}, {"id": "id: a"}) == "---\nid: a\n---\n"


def test_line_ends_and_a_repeated_key_stay() -> None:
    front = FRONT.replace("mood: calm", 'title: "Old title"').replace("\n", "\r\n")
    fresh = BASE | {"title": 'title: "New title"', "site": "site: Courier"}
    merged = merge_front(front, BASE, fresh)
    assert merged.count("\n") == merged.count("\r\n") == front.count("\n") + 1
    assert 'title: "New title"\r\ntitle: "Old title"\r\n' in merged
