"""What stands in a region is read in the words of a mark, whoever wrote it there."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.annotations import Claim, Link, Mark
from reader.annotations.model import CLAIM_STATUSES, LABELS
from reader.export.profiles import PROFILES
from reader.export.read_back import Edit, Said, edits_of, has_ties, said_in
from reader.export.rendering import render_notes
from tests.export.stories import BUSES, COSTS, ferry, highlight

NOTES = st.lists(
    st.sampled_from(
        ["Plain words.", "- item\n- more", "> quoted", "```\n\nx\n```", "- source: <x>", "# Head"]
    ),
    max_size=3,
).map("\n\n".join)
both_profiles = pytest.mark.parametrize("name", ["markdown", "obsidian", "logseq"])
OTHER = highlight("01jez7r4v0q8b", BUSES)


def region(name: str, mark: Mark, *others: Mark) -> str:
    """Return the body of the mark's region."""
    notes = render_notes(ferry(), [mark, *others], profile=name)
    return next(one.body for one in notes.regions if one.id == f"h-{mark.id}")


def read(name: str, mark: Mark, body: str, *others: Mark) -> Said:
    """Return what *body* says of *mark*."""
    return said_in(
        body,
        PROFILES[name],
        quoted=bool(mark.quote),
        tied=has_ties(region(name, mark, *others), mark.note, PROFILES[name]),
    )


@st.composite
def marks(draw: st.DrawFn) -> Mark:
    """Draw a mark of any kind."""
    claim = Claim(
        draw(st.sampled_from(CLAIM_STATUSES)),
        draw(st.sampled_from(["", "Not so.", "*No*: 3 · 4 [x] #no", "a ** b"])),
        draw(st.sampled_from([None, "Ida Lund", "A · B"])),
    )
    mark = highlight(
        "01jez7r4v0q8a",
        COSTS,
        note=draw(NOTES),
        label=draw(st.none() | st.sampled_from(LABELS)),
        tags=tuple(draw(st.lists(st.sampled_from(["sea", "a/b", "ports"]), unique=True))),
        links=tuple(draw(st.lists(st.just(Link(OTHER.id, "supports", "so")), max_size=1))),
        claim=draw(st.none() | st.just(claim)),
    )
    quote = draw(st.sampled_from([COSTS, ""]))
    return replace(mark, quote=quote, kind="claim" if mark.claim else "highlight")


@both_profiles
@settings(max_examples=150)
@given(mark=marks())
def test_a_region_says_what_its_mark_does(name: str, mark: Mark) -> None:
    said = read(name, mark, region(name, mark, OTHER), OTHER)
    assert said.note == mark.note.strip()
    assert (said.label, said.tags) == (mark.label, mark.tags)
    assert said.unknown == ()
    if mark.claim is not None:
        assert said.status or said.tagged_status == mark.claim.status
        assert said.verdict == mark.claim.verdict


@both_profiles
@settings(max_examples=100)
@given(mark=marks(), other=marks())
def test_an_edit_in_the_file_is_told_and_nothing_else(name: str, mark: Mark, other: Mark) -> None:
    other = replace(other, quote=mark.quote, links=mark.links)
    base = read(name, mark, region(name, mark, OTHER), OTHER)
    mine = read(name, mark, region(name, other, OTHER), OTHER)
    edits = {edit.field: edit for edit in edits_of(base, mine, base)}
    told = {key: getattr(mine, key) for key in ("note", "verdict", "label", "tags")}
    assert {key: edits[key].after for key in told if key in edits} == {
        key: value for key, value in told.items() if value != getattr(base, key)
    }
    assert not any(edit.is_conflict for edit in edits.values())
    assert list(edits_of(base, base, mine)) == []


def claim(**fields: Any) -> Mark:
    """Return a claim with a label and tags."""
    about = {"kind": "claim", "claim": Claim("disputed", "From May."), "label": "doubt"}
    return highlight("01jez7r4v0q8a", COSTS, note="Ask.", tags=("sea",), **(about | fields))


CASES: list[tuple[str, Callable[[str], str], str, object]] = [
    ("obsidian", lambda body: body.replace("≠ disputed", "false"), "status", "false"),
    ("obsidian", lambda body: body.replace("#claim/disputed", "#claim/false"), "status", "false"),
    ("obsidian", lambda body: body.replace("From May.", "From June."), "verdict", "From June."),
    ("obsidian", lambda body: body.replace("#label/doubt ", ""), "label", None),
    ("obsidian", lambda body: body.replace("#sea", "#sea #port"), "tags", ("sea", "port")),
    ("obsidian", lambda body: body.replace("Ask.", "Ask.\n\nTwice."), "note", "Ask.\n\nTwice."),
    ("markdown", lambda body: body.replace("≠ disputed", "× false"), "status", "false"),
    ("markdown", lambda body: body.replace("doubt", "key point"), "label", "key-point"),
    (
        "markdown",
        lambda body: body.replace("tags: sea", "tags: sea, port"),
        "tags",
        ("sea", "port"),
    ),
    ("markdown", lambda body: body.replace("\n", "\r\n").replace("Ask.", "?"), "note", "?"),
]


@pytest.mark.parametrize(("name", "change", "field", "after"), CASES)
def test_each_field_is_taken_from_where_it_stands(
    name: str, change: Callable[[str], str], field: str, after: object
) -> None:
    mark = claim()
    body = region(name, mark)
    now = read(name, mark, body)
    [edit] = edits_of(now, read(name, mark, change(body)), now)
    assert edit == Edit(field, getattr(now, field), after)


def test_what_both_sides_changed_is_a_conflict_and_so_is_what_nobody_knows_the_base_of() -> None:
    mark = claim()
    base = read("obsidian", mark, region("obsidian", mark))
    mine = replace(base, note="In the file.")
    now = replace(base, note="In the library.")
    [edit] = edits_of(base, mine, now)
    assert (edit.before, edit.after, edit.is_conflict) == ("In the library.", "In the file.", True)
    [edit] = edits_of(None, mine, now)
    assert edit.is_conflict
    assert list(edits_of(base, now, now)) == []


@both_profiles
def test_a_line_that_its_owner_took_out_takes_nothing_back(name: str) -> None:
    mark = claim()
    body = region(name, mark)
    about = next(line for line in body.split("\n") if "[open](" in line)
    now = read(name, mark, body)
    assert [
        edit.field for edit in edits_of(now, read(name, mark, body.replace(about, "")), now)
    ] in (
        [],
        ["status"],
    )


def test_words_that_are_no_label_are_told() -> None:
    mark = claim(claim=None, kind="highlight")
    body = region("obsidian", mark).replace("#label/doubt", "#label/dout")
    assert read("obsidian", mark, body).unknown == ("#label/dout",)


def test_a_reply_is_read_without_what_makes_it_an_item() -> None:
    root = highlight("01jez7r4v0q8a", COSTS)
    reply = replace(root, id="01jez7r4v0q8c", quote="", kind="note", reply_to=root.id)
    reply = replace(reply, note="One.\n\n- two\n  three")
    body = region("obsidian", reply, root)
    assert "- ↳ One." in body
    assert read("obsidian", reply, body, root).note == reply.note


@both_profiles
def test_a_region_that_an_export_left_in_conflict_says_so(name: str) -> None:
    warning = "> [!warning] changed in the reader" if name == "obsidian" else ""
    body = f"Words.\n\n{warning or '> **Changed in the reader:**'}\n> Other.\n"
    assert said_in(body, PROFILES[name], quoted=False, tied=False).is_conflict
