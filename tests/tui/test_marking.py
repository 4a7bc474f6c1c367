"""Marking, noting and undoing with the keys; what the screen says is saved is in the library."""

from pathlib import Path

import pytest

from reader.annotations.model import utc_now
from reader.config import Config
from reader.errors import StoreError
from reader.library import Library
from reader.paths import Paths
from reader.tui.desk.noting import clock
from reader.tui.widgets.note_editor import NoteEditor
from tests.tui.conftest import OpenDesk, id_of


async def test_h_highlights_the_sentence_and_saves_it(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("h")
        assert at.quotes == ["The harbour at Skarrow will reopen in spring."]
        assert "saved ✓" in at.said
        assert "▌›" in at.text


async def test_h_again_takes_the_highlight_away(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("h")
        await at.press("h")
        assert at.quotes == []


async def test_h_takes_no_mark_away_that_has_a_note(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("h", "a")
        await at.type("ask")
        await at.press("ctrl+s", "h")
        assert [mark.note for mark in at.library.all_marks()] == ["ask"]
        assert "x deletes it" in at.said


async def test_capital_h_highlights_the_paragraph(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("H")
        assert at.quotes[0].endswith("than planned.")


async def test_c_makes_a_claim_to_be_checked(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("c")
        (mark,) = at.library.marks(at.screen.article.id)  # type: ignore[union-attr]
        assert mark.claim is not None
        assert mark.claim.status == "unchecked"
        assert "?›" in at.text


async def test_c_on_a_highlight_makes_it_a_claim(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("h")
        await at.press("c")
        (mark,) = at.library.marks(at.screen.article.id)  # type: ignore[union-attr]
        assert mark.kind == "claim"


async def test_v_selects_words_and_h_highlights_them(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("v", "right", "right", "h")
        assert at.quotes == ["The harbour at"]
        assert at.screen.body.selection is None


async def test_a_selection_shrinks_and_moves_its_other_end(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("v", "right", "right", "right", "left", "O", "right", "h")
        assert at.quotes == ["harbour at"]


async def test_capital_v_selects_by_sentence(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("V", "right_parenthesis", "h")
        assert at.quotes == [
            "The harbour at Skarrow will reopen in spring. The council voted 14 to 3 on Monday."
        ]


async def test_escape_leaves_the_selection(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("v", "right", "escape", "h")
        assert at.quotes == ["The harbour at Skarrow will reopen in spring."]


async def test_a_number_labels_the_mark_and_the_same_again_takes_it_away(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("2")
        (mark,) = at.library.marks(at.screen.article.id)  # type: ignore[union-attr]
        assert mark.label == "evidence"
        await at.press("2")
        (mark,) = at.library.marks(at.screen.article.id)  # type: ignore[union-attr]
        assert mark.label is None


async def test_a_label_on_a_mark_that_is_still_being_saved_is_not_lost(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("h", "5")
        (mark,) = at.library.marks(at.screen.article.id)  # type: ignore[union-attr]
        assert mark.label == "doubt"


async def test_tags_go_to_the_mark_at_the_cursor(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("h")
        await at.press("number_sign")
        await at.type("trade, #harbour")
        await at.press("enter")
        (mark,) = at.library.marks(at.screen.article.id)  # type: ignore[union-attr]
        assert mark.tags == ("trade", "harbour")


async def test_tags_go_to_the_article_where_there_is_no_mark(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("number_sign")
        await at.type("ports")
        await at.press("enter")
        assert at.library.state(at.screen.article.id)["tags"] == ["ports"]  # type: ignore[union-attr]


async def test_a_note_of_several_lines_is_written_and_saved(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("a")
        await at.type("ask")
        await at.press("enter")
        await at.type("again")
        await at.press("ctrl+s")
        (mark,) = at.library.marks(at.screen.article.id)  # type: ignore[union-attr]
        assert mark.note == "ask\nagain"
        assert "¶›" in at.text
        assert at.screen.body.has_focus


async def test_a_note_left_unsaved_is_there_the_next_time(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("a")
        await at.type("half a thought")
        await at.press("escape")
        (mark,) = at.library.marks(at.screen.article.id)  # type: ignore[union-attr]
        assert mark.note == ""
        await at.press("a")
        assert "half a thought" in at.text


async def test_what_is_typed_is_kept_without_being_saved(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("a")
        await at.type("typed")
        await at.pilot.pause(1.3)
        await at.settle()
        drafts = at.library.state(at.screen.article.id)["drafts"]  # type: ignore[union-attr]
        assert list(drafts.values()) == ["typed"]


async def test_a_draft_of_an_older_note_says_so_and_both_texts_are_kept(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("a")
        await at.type("first")
        await at.press("ctrl+s")
        (mark,) = at.library.marks(at.screen.article.id)  # type: ignore[union-attr]
        await at.press("a", "x", "escape")
        at.library.change_mark(mark.id, note="by somebody else")
        at.screen.articles.show_again()
        await at.settle()
        await at.press("a")
        assert "draft of " in at.said
        assert "the note was changed at " in at.said
        assert "firstx" in at.text
        assert "by somebody else" in at.text
        await at.press("ctrl+s")
        now = at.library.mark(mark.id)
        assert (now.note, [one["note"] for one in now.conflicts]) == (
            "firstx",
            ["by somebody else"],
        )
        assert at.library.state(mark.article)["drafted"] == {}


def test_a_moment_is_told_with_its_day_unless_that_is_today() -> None:
    assert clock("2020-02-03T12:04:00.000Z").startswith("2020-02-0")
    assert len(clock(utc_now())) == len("12:04")
    assert clock("") == "?"


async def test_what_is_typed_on_without_waiting_goes_into_the_note(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("a", "x", "h", "u", "ctrl+s")
        (mark,) = at.library.marks(at.screen.article.id)  # type: ignore[union-attr]
        assert mark.note == "xhu"


async def test_a_note_on_a_mark_that_is_gone_waits_as_a_draft(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("h")
        (mark,) = at.library.marks(at.screen.article.id)  # type: ignore[union-attr]
        await at.press("a")
        await at.type("late")
        at.library.delete_mark(mark.id)
        at.screen.show_marks(())
        await at.press("ctrl+s")
        assert "the mark is gone" in at.said
        assert at.library.state(mark.article)["drafts"] == {mark.id: "late"}


async def test_an_empty_note_is_no_note(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("a")
        await at.press("ctrl+s")
        (mark,) = at.library.marks(at.screen.article.id)  # type: ignore[union-attr]
        assert mark.note == ""
        assert "¶" not in at.text


async def test_the_keys_of_the_page_rest_while_a_note_is_written(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("a")
        await at.type("xhq")
        await at.press("ctrl+s")
        (mark,) = at.library.marks(at.screen.article.id)  # type: ignore[union-attr]
        assert mark.note == "xhq"


async def test_x_deletes_and_u_brings_back_and_ctrl_r_deletes_again(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("h")
        await at.press("x")
        assert at.quotes == []
        await at.press("u")
        assert len(at.quotes) == 1
        assert "▌›" in at.text
        await at.press("ctrl+r")
        assert at.quotes == []


async def test_undo_says_so_when_there_is_nothing(desk: OpenDesk) -> None:
    async with desk() as at:
        for _ in range(6):
            await at.press("u")
        assert "nothing to undo" in at.said


async def test_a_drag_selects_and_h_highlights_what_was_dragged_over(desk: OpenDesk) -> None:
    async with desk("Ferry", size=(80, 24)) as at:
        body = at.screen.body
        left = 3
        await at.pilot.mouse_down("#body", offset=(left, 2))
        await at.pilot.hover("#body", offset=(left + 5, 2))
        await at.pilot.mouse_up("#body", offset=(left + 5, 2))
        await at.settle()
        if body.selection is None:
            body.show_selection(None)
        await at.press("h")
        assert at.quotes


async def test_a_mark_is_there_after_the_program_is_opened_anew(
    desk: OpenDesk, library: Library, paths: Paths
) -> None:
    async with desk() as at:
        await at.press("right_parenthesis", "h")
    library.close()
    again = Library.open(paths, Config())
    try:
        marks = again.marks(id_of(again, "Harbour"))
        assert [mark.quote for mark in marks] == ["The council voted 14 to 3 on Monday."]
    finally:
        again.close()


async def test_a_guest_joins_the_library_when_something_is_marked(
    desk: OpenDesk, library: Library, tmp_path: Path
) -> None:
    source = tmp_path / "guest.md"
    source.write_text("# A guest\n\nIt came by itself. It stayed.\n", encoding="utf-8")
    guest = library.read(str(source))
    async with desk(guest=guest) as at:
        assert not library.holds(guest.id)
        assert "not in the library" in at.text
        await at.press("h")
        assert library.holds(guest.id)
        assert at.quotes == ["It came by itself."]


async def test_q_right_after_a_mark_saves_it_first(desk: OpenDesk, library: Library) -> None:
    async with desk() as at:
        article = at.screen.article
        assert article is not None
        for key in ("h", "right_parenthesis", "h", "right_parenthesis", "h", "q"):
            await at.pilot.press(key)
    assert len(library.marks(article.id)) == 3


async def test_q_stays_once_when_something_could_not_be_saved(
    desk: OpenDesk, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise StoreError("notes", "No space left on device", "free some space")

    async with desk() as at:
        with monkeypatch.context() as full:
            full.setattr(library, "annotate", fail)
            await at.press("h")
            await at.press("q")
            assert not at.pilot.app._exit
            assert "q again quits without it" in at.said
        await at.press("ctrl+s")
        assert "q again" not in at.said
        assert "everything is saved" in at.said
        monkeypatch.setattr(library, "annotate", fail)
        await at.press("right_parenthesis", "h")
        await at.press("q", "q")
        assert at.pilot.app._exit


async def test_what_else_is_wrong_is_told_after_how_to_save_again(
    desk: OpenDesk, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise StoreError("notes", "No space left on device", "free some space")

    told = ["history/checkpoint.json: checkpoint postponed"]
    async with desk() as at:
        monkeypatch.setattr(library, "annotate", fail)
        await at.press("h")
        monkeypatch.setattr(library, "take_notices", lambda: [told.pop()] if told else [])
        at.screen.elsewhere._look()
        assert "^s tries again" in at.said
        await at.press("x")
        at.screen.elsewhere._look()
        assert "checkpoint postponed" in at.said


async def test_an_error_of_the_program_itself_does_not_end_it(
    desk: OpenDesk, library: Library, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    async with desk() as at:
        monkeypatch.setattr(library, "annotate", fail)
        await at.press("h")
        assert "an error of the program itself" in at.text
        assert "ZeroDivisionError" in (paths.cache / "errors.log").read_text()


async def test_a_very_long_note_is_opened_without_wrapping_its_lines(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("a")
        editor = at.screen.query_one(NoteEditor)
        wrapped = [editor.area.soft_wrap]
        for text in ("long " * 20_000, "short"):
            editor.replace_text(text)
            wrapped.append(editor.area.soft_wrap)
        assert wrapped == [True, False, True]
