"""The list of keys and that of commands."""

import pytest

from reader.config import Config
from reader.tui.keymap import COMMANDS
from reader.tui.themes import THEMES
from reader.tui.widgets.row_list import entries_of
from tests.tui.conftest import Desk, OpenDesk


def keys_of(at: Desk) -> list[object]:
    """Return what the rows of the list over the page stand for."""
    return [row.key for row in at.screen.chooser.rows.rows if row.selectable]


async def test_a_colon_lists_every_command_with_its_keys(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("colon")
        assert at.screen.chooser.title == "Commands"
        assert COMMANDS.keys() - {"palette"} <= set(keys_of(at))
        await at.type("zen")
        assert "Toggle zen" in at.text
        await at.press("enter")
        assert not at.screen.section_tree.display


async def test_what_is_typed_at_once_after_the_colon_is_searched_for(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.burst("colon", *"zen", "enter")
        assert not at.screen.section_tree.display


async def test_what_is_called_as_typed_stands_before_what_only_speaks_of_it(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.burst("colon", *"light")
        row = at.screen.chooser.rows.current
        assert row is not None
        assert row.sign.strip() == "Theme light"
        assert "highlight" in keys_of(at)


async def test_the_command_chosen_last_stands_first(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("colon")
        await at.type("whole paragraph")
        await at.press("enter", "colon")
        assert keys_of(at)[0] == "highlight-paragraph"


async def test_a_key_typed_into_the_list_of_keys_finds_its_command(desk: OpenDesk) -> None:
    async with desk(config=Config(keys={"highlight": ("f2",)})) as at:
        for typed, name in (("q", "back"), ("^r", "redo"), ("ctrl+r", "redo"), ("f2", "highlight")):
            await at.press("question_mark")
            await at.type(typed)
            row = at.screen.chooser.rows.current
            assert row is not None
            assert row.key == name
            assert keys_of(at).count(name) == 1
            await at.press("escape")


async def test_a_key_typed_after_the_colon_finds_its_command(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("colon", "q", "enter")
        assert not at.pilot.app.is_running


async def test_the_list_of_keys_begins_with_what_they_do_here(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("t", "t", "question_mark")
        assert at.screen.chooser.rows.rows[0].text == "Here"
        assert "Pick several." in at.text


async def test_a_command_that_can_do_nothing_now_is_quiet_and_says_so(desk: OpenDesk) -> None:
    async with desk("") as at:
        await at.press("question_mark")
        rows = {row.key: row for row in at.screen.chooser.rows.rows}
        assert rows["next-heading"].style == "quiet"
        assert rows["add"].style == ""
        await at.type("to the next heading")
        await at.press("enter")
        assert "next heading: there is nothing that it could do here" in at.said


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (200, 60)])
async def test_both_lists_fit_every_size(desk: OpenDesk, size: tuple[int, int]) -> None:
    async with desk(size=size) as at:
        for key in ("question_mark", "colon"):
            await at.press(key)
            assert at.screen.chooser.is_open
            assert all(len(line) <= size[0] for line in at.text.splitlines())
            await at.press("escape")
            assert at.screen.body.has_focus


async def test_the_list_of_commands_holds_the_themes(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("colon")
        await at.type("theme light")
        await at.press("enter")
        assert at.pilot.app.theme == "newsmargin-light"
        assert "theme: light" in at.said
        await at.press("colon")
        assert sum(row.aside == "›" for row in at.screen.chooser.rows.rows) == 1
        assert len(THEMES) == sum("Theme" in row.sign for row in at.screen.chooser.rows.rows)


async def test_a_list_begins_at_its_top_whatever_was_shown_before(desk: OpenDesk) -> None:
    async with desk(size=(80, 24)) as at:
        await at.press("colon", "end", "pagedown", "pagedown", "escape", "question_mark")
        rows = at.screen.chooser.rows
        assert rows.scroll_offset.y == 0
        assert rows.current == next(row for row in rows.rows if row.selectable)


@pytest.mark.parametrize("columns", [80, 120])
async def test_the_bottom_line_keeps_the_key_that_tells_all_others(
    desk: OpenDesk, columns: int
) -> None:
    async with desk(size=(columns, 24)) as at:
        at.screen.tell("")
        assert "? all keys" in at.said
        assert "h highlight" in at.said


@pytest.mark.parametrize("key", ["question_mark", "colon"])
async def test_what_a_command_does_is_told_to_its_end(desk: OpenDesk, key: str) -> None:
    async with desk(size=(80, 24)) as at:
        await at.press(key)
        assert "…" not in at.text.replace("type to narrow", "")
        await at.type("one word on")
        entries = entries_of(at.screen.chooser.rows.rows)
        entry = next(rows for rows in entries if rows[0].key == "word-right")
        assert " ".join(row.text for row in entry) == COMMANDS["word-right"].help
        assert all(row.text in at.text for row in entry)
        await at.press("down")
        current = at.screen.chooser.rows.current
        assert current is not None
        assert current.selectable


async def test_on_a_small_screen_what_a_command_does_stands_below_its_keys(desk: OpenDesk) -> None:
    async with desk(size=(40, 12)) as at:
        for key in ("question_mark", "colon"):
            await at.press(key)
            assert "…" not in at.text
            await at.type("tree: open. in the side panel: the next")
            assert "→" in at.text
            assert "While selecting: one word on." in at.text
            await at.press("escape")


async def test_the_last_words_of_the_last_command_come_in_view(desk: OpenDesk) -> None:
    async with desk(size=(60, 14)) as at:
        await at.press("question_mark", *["pagedown"] * 30)
        rows = at.screen.chooser.rows
        assert rows.current is not None
        assert rows.rows[-1].text in at.text


async def test_opening_the_list_of_commands_lays_nothing_else_out_anew(desk: OpenDesk) -> None:
    async with desk() as at:
        places = dict(at.screen._compositor.visible_widgets)
        await at.press("colon")
        now = at.screen._compositor.visible_widgets
        assert at.screen.chooser in now
        assert places.items() <= now.items()
        await at.press("escape")
        assert at.screen._compositor.visible_widgets == places


async def test_a_list_of_fewer_rows_comes_back_to_them(desk: OpenDesk) -> None:
    async with desk(size=(80, 12)) as at:
        await at.press("colon", "pagedown", "pagedown", "pagedown")
        assert at.screen.chooser.rows.scroll_offset.y > 0
        await at.press(*"quit")
        assert at.screen.chooser.rows.scroll_offset.y == 0
        assert "Quit" in at.text


@pytest.mark.parametrize("columns", [4, 8, 20])
async def test_the_lists_of_keys_and_commands_open_on_a_sliver_of_a_screen(
    desk: OpenDesk, columns: int
) -> None:
    async with desk(size=(columns, 6)) as at:
        for key in ("question_mark", "colon"):
            await at.press(key)
            assert at.screen.chooser.is_open
            await at.press("escape")
