"""The form of a claim, its tags, and where what is typed can be mended."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.annotations.model import Mark
from reader.errors import StoreError
from reader.library import Library
from reader.tui.desk.tagging import listed, tags_in
from tests.tui.conftest import Desk, OpenDesk


def the_mark(at: Desk) -> Mark:
    """Return the only mark of the open article."""
    (mark,) = at.library.marks(at.screen.article.id if at.screen.article else "")
    return mark


async def test_s_a_letter_and_enter_set_the_status(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.burst("S", "d", "enter")
        claim = the_mark(at).claim
        assert claim is not None
        assert claim.status == "disputed"
        assert "≠›" in at.text
        assert at.screen.body.has_focus


async def test_the_whole_claim_is_filled_in_with_the_keys_on_a_small_terminal(
    desk: OpenDesk,
) -> None:
    async with desk(size=(40, 12)) as at:
        await at.press("}", ")")  # the quote, whose speaker is offered
        await at.press("S", "right", "right", "tab")
        await at.type("goods onky")
        await at.press("left", "backspace", "l")
        await at.press("down")
        assert "Marchbanks" in at.text
        await at.press("right", "tab", "q", "tab", "h", "ctrl+s")
        claim = the_mark(at).claim
        assert claim is not None
        assert (claim.status, claim.verdict) == ("supported", "goods only")
        assert claim.speaker is not None
        assert (claim.speaker[-10:], claim.type, claim.priority) == ("Marchbanks", "quote", "high")
        await at.press("S", "down", "down")
        await at.press(*["backspace"] * len(claim.speaker), "tab", "backspace", "enter")
        claim = the_mark(at).claim
        assert claim is not None
        assert (claim.speaker, claim.type, claim.priority) == (None, None, "high")


async def test_escape_leaves_the_claim_as_it_was(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("c", "S", "f", "escape")
        claim = the_mark(at).claim
        assert claim is not None
        assert claim.status == "unchecked"
        assert at.screen.body.has_focus
        await at.press("S", "f", "tab")
        await at.type("no such")
        await at.pilot.click("#body", offset=(30, 3))
        await at.settle()
        assert not at.screen.checking.is_open
        at.screen.body.go_to(0)
        await at.press("S")
        assert "no such" in at.text  # a click throws nothing away
        await at.press("enter")
        claim = the_mark(at).claim
        assert claim is not None
        assert (claim.status, claim.verdict) == ("false", "no such")


async def test_a_claim_that_cannot_be_saved_stands_in_the_form_again(
    desk: OpenDesk, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise StoreError("notes", "the disk is full", "make room")

    async with desk() as at:
        await at.press("c")
        with monkeypatch.context() as full:
            full.setattr(library, "change_mark", refuse)
            await at.press("S", "m", "tab")
            await at.type("half true")
            await at.press("enter")
            assert "^s tries again: notes: the disk is full; make room" in at.said
            assert "?›✗" in at.text
        await at.press("S")
        assert "half true" in at.text
        await at.press("enter")
        claim = the_mark(at).claim
        assert claim is not None
        assert (claim.status, claim.verdict) == ("misleading", "half true")
        assert "~› " in at.text
        assert not at.screen.unsaved.waiting


@given(st.lists(st.sampled_from(["a", "a b", "foreign trade", "é", "x-y"]), unique=True))
def test_tags_are_read_again_as_they_are_listed(tags: list[str]) -> None:
    assert tags_in(listed(tags)) == tags


async def test_a_tag_with_a_space_stays_one_when_another_is_added(desk: OpenDesk) -> None:
    async with desk() as at:
        for words in ("foreign trade,", " #ports"):
            await at.press(*("h" if words.endswith(",") else ""), "number_sign", "end")
            await at.type(words)
            await at.press("enter")
        (mark,) = at.library.marks(at.screen.article.id if at.screen.article else "")
        assert mark.tags == ("foreign trade", "ports")


async def test_tags_in_use_are_completed_and_an_empty_answer_clears_them(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("h", "number_sign")
        await at.type("harbour")
        await at.press("enter", ")", "h", "number_sign")
        await at.type("ports ha")
        await at.press("tab")
        await at.type("x")
        await at.press("backspace", "enter")
        marks = at.library.marks(at.screen.article.id if at.screen.article else "")
        assert [mark.tags for mark in marks] == [("harbour",), ("ports", "harbour")]
        await at.press("number_sign", "ctrl+u", "enter")
        assert "tags: none" in at.said
        marks = at.library.marks(at.screen.article.id if at.screen.article else "")
        assert [mark.tags for mark in marks] == [("harbour",), ()]


async def test_what_is_typed_can_be_mended_wherever_one_types(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("slash", "c", "o", "x", "backspace", "u")
        assert "/ cou" in at.said
        await at.press("escape", "question_mark", "e", "x", "q", "backspace", "p")
        assert [row.key for row in at.screen.chooser.rows.rows] == ["export"]
        await at.press("escape", "M", "end", "x", "y", "backspace", "left", "z", "enter")
        assert "springzx" in at.text
        await at.press("a", "o", "u", "backspace", "n", "home", "delete", "N", "ctrl+s")
        assert the_mark(at).note == "Nn"
