"""Whose the keys are: fast ones, those beside something that is open, those of a list."""

import threading
from typing import Any, Unpack

import pytest
from textual.dom import DOMNode
from textual.geometry import Offset

from reader.annotations import Mark
from reader.errors import StoreError
from reader.library import Library
from reader.library.fields import MarkFields
from reader.tui.desk.articles import open_held
from tests.tui.conftest import OpenDesk, id_of


async def test_keys_that_come_all_at_once_go_where_the_first_one_leads(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.burst("a", "x", "Q")
        assert not at.pilot.app._exit
        assert at.screen.noting.has_keys
        await at.burst("ctrl+s")
        (mark,) = at.library.marks(at.screen.article.id if at.screen.article else "")
        assert mark.note == "xQ"
        await at.burst("slash", "c", "o", "u")
        assert "/ cou" in at.said
        await at.press("escape")
        await at.burst("tab", "j", "right")
        assert at.screen.side.tabs.present == 1


async def test_the_terminals_own_cursor_stands_on_the_row_at_the_cursor(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("tab")
        rows = at.screen.focused_rows
        assert rows is not None
        for key in ("j", "j", "k"):
            await at.press(key)
            down = rows.cursor - int(rows.scroll_offset.y)
            assert at.pilot.app.cursor_position == rows.region.offset + Offset(0, down)
        await at.press("escape")
        assert not rows.region.contains_point(at.pilot.app.cursor_position)


async def test_a_note_left_before_its_mark_was_saved_is_kept(
    desk: OpenDesk, library: Library
) -> None:
    async with desk() as at:
        await at.burst("a", "w", "h", "y", "escape")
        article = at.screen.article
        assert article is not None
        assert list(library.state(article.id)["drafts"].values()) == ["why"]
        await at.burst("right_parenthesis", "h", "x")
        assert len(at.quotes) == 1


async def test_another_article_closes_the_note_and_keeps_it_with_its_own(
    desk: OpenDesk, library: Library
) -> None:
    async with desk() as at:
        await at.press("a")
        await at.type("half a thought")
        at.screen.articles.open(id_of(library, "Ferry"))
        await at.settle()
        assert not at.screen.noting.has_keys
        assert "drafts" not in library.state(id_of(library, "Ferry"))
        drafts = library.state(id_of(library, "Harbour"))["drafts"]
        assert list(drafts.values()) == ["half a thought"]
        at.screen.articles.open(id_of(library, "Harbour"))
        await at.settle()
        assert "a note is not finished" in at.said


async def test_a_note_saved_after_one_went_on_leaves_no_draft_with_either_article(
    desk: OpenDesk, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, change = threading.Event(), library.change_mark

    def slowly(mark_id: str, **fields: Unpack[MarkFields]) -> Mark:
        gate.wait(20)
        return change(mark_id, **fields)

    async with desk() as at:
        harbour, ferry = id_of(library, "Harbour"), id_of(library, "Ferry")
        await at.press("h", "a")
        await at.type("half a thought")
        await at.press("escape", "a")
        await at.type(", and the rest")
        monkeypatch.setattr(library, "change_mark", slowly)
        at.screen.noting.save(library.marks(harbour)[0].id, "all of it")
        at.screen.articles.open(ferry)
        while at.screen.article is None or at.screen.article.id != ferry:
            await at.pilot.pause(0.01)
        gate.set()
        await at.settle()
        assert library.marks(harbour)[0].note == "all of it"
        assert not library.state(harbour)["drafts"]
        assert not library.state(ferry).get("drafts")


async def test_a_note_that_cannot_be_saved_comes_back_into_the_editor(
    desk: OpenDesk, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desk() as at:
        await at.press("h", "a")
        await at.type("thought")

        def refuse(*_: object, **__: object) -> None:
            raise StoreError("notes", "the disk is full", "make room")

        with monkeypatch.context() as full:
            full.setattr(library, "change_mark", refuse)
            await at.press("ctrl+s")
        assert "the disk is full" in at.said
        assert "NOT SAVED, ^s tries again" in at.text
        await at.type(" on")
        await at.press("ctrl+s")
        (mark,) = library.marks(id_of(library, "Harbour"))
        assert mark.note == "thought on"
        assert not open_held(library, mark.article).state.get("drafts")


async def test_leaving_by_ctrl_q_keeps_what_is_being_written(
    desk: OpenDesk, library: Library
) -> None:
    async with desk() as at:
        await at.press("a")
        await at.burst("h", "i", "ctrl+q")
        assert at.pilot.app._exit
    assert list(library.state(id_of(library, "Harbour"))["drafts"].values()) == ["hi"]


async def test_a_click_beside_what_is_open_leaves_it(desk: OpenDesk) -> None:
    async with desk() as at:
        for key, row in (("slash", 20), ("question_mark", 36), ("M", 20)):
            await at.press(key)
            await at.pilot.click(offset=(60, row))
            await at.settle()
            assert at.screen.body.has_focus, key
            await at.press("h")
            assert len(at.quotes) == 1, key
            await at.press("x")


async def test_the_bottom_line_hints_at_what_the_keys_do_here(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("tab")
        assert "highlight it" in at.said
        await at.press("right")
        assert "x delete" in at.said
        await at.press("tab")
        assert "fold" in at.said
        await at.press("q", "question_mark")
        assert "take it" in at.said
        await at.press("escape", "h", "a")
        assert "save and close" in at.said
        await at.press("escape", "M")
        assert "next field" in at.said


async def test_the_keys_of_a_note_stay_in_view_beside_a_long_quote(desk: OpenDesk) -> None:
    async with desk(size=(40, 12)) as at:
        await at.press("a")
        assert "^s save  esc close" in at.text


async def test_the_time_to_read_is_told_alike_above_and_on_the_page(desk: OpenDesk) -> None:
    async with desk("Orchard") as at:
        lines = at.text.splitlines()
        minutes = at.screen.articles.minutes
        assert f"{minutes} min left" in lines[0]
        assert f"{minutes} min" in "".join(lines[1:4])


async def test_keys_for_articles_work_on_the_one_the_tree_stands_on(
    desk: OpenDesk, library: Library
) -> None:
    async with desk("Harbour") as at:
        opened = at.screen.article
        await at.press("tab", "tab", "g", "j", "j")
        row = at.screen.section_tree.rows.current
        other = id_of(library, "Orchard")
        while row is not None and getattr(row.key, "id", "") != other:
            await at.press("j")
            row = at.screen.section_tree.rows.current
        await at.press("s", "D")
        assert other not in [one.id for one in library.rows()]
        assert library.state(other)["starred"]
        assert at.screen.article is opened
        await at.press("u")
        assert at.screen.article is not None
        assert at.screen.article.id == other


async def test_the_page_is_not_styled_anew_when_a_prompt_takes_the_focus_from_it(
    desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desk() as at:
        styled: list[object] = []
        apply = at.pilot.app.stylesheet.apply

        def remember(node: DOMNode, **options: Any) -> None:
            styled.append(node)
            apply(node, **options)

        monkeypatch.setattr(at.pilot.app.stylesheet, "apply", remember)
        await at.press("slash", "escape")
        assert styled
        assert at.screen.body not in styled
        assert at.screen.body.has_focus


async def test_a_list_sets_its_cursor_apart_only_while_it_has_the_keys(desk: OpenDesk) -> None:
    async with desk() as at:
        rows = at.screen.section_tree.rows
        without = rows.render_line(rows.cursor)
        await at.press("shift+tab")
        assert at.screen.focused is rows
        assert rows.render_line(rows.cursor) != without
        await at.press("escape")
        assert rows.render_line(rows.cursor) == without
