"""The mouse on the page, and the terminal's own cursor."""

from textual.events import MouseMove
from textual.geometry import Offset

from reader.ingest import ingest
from tests.tui.conftest import Desk, OpenDesk


def place(at: Desk, words: str) -> tuple[int, int]:
    """Return the column and the row, within the page, at which *words* are painted."""
    body = at.screen.body
    assert body.article is not None
    assert body.page is not None
    offset = body.article.text.index(words)
    line = body.page.line_of(offset)
    return body.left + body.page.cell_of(line, offset), line - body.top_line


def chosen(at: Desk) -> str:
    """Return the selected words."""
    body = at.screen.body
    return body.article.text[slice(*body.selection.span)] if body.article and body.selection else ""


async def drag(at: Desk, widget: str, spot: tuple[int, int]) -> None:
    """Move the mouse, its button held, to a cell of a widget."""
    await at.pilot._post_mouse_events([MouseMove], widget, offset=spot, button=1)
    await at.pilot.pause()


async def test_two_clicks_select_the_word_three_the_sentence_four_the_paragraph(
    desk: OpenDesk,
) -> None:
    async with desk() as at:
        spot = place(at, "council")
        for times, words in ((2, "council"), (3, "The council voted 14 to 3 on Monday.")):
            await at.pilot.click("#body", offset=spot, times=times)
            await at.settle()
            assert chosen(at) == words
        await at.pilot.click("#body", offset=spot, times=4)
        await at.settle()
        assert chosen(at).startswith("The harbour")
        assert chosen(at).endswith("planned.")
        await at.press("h")
        assert at.quotes[0].endswith("planned.")


async def test_one_click_moves_the_cursor_and_lets_go_of_the_selection(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.pilot.click("#body", offset=place(at, "council"), times=2)
        await at.pilot.click("#body", offset=place(at, "Nobody"))
        await at.settle()
        assert chosen(at) == ""
        assert at.sentence.startswith("Nobody")


async def test_a_drag_beyond_the_page_moves_it_and_goes_on_selecting(desk: OpenDesk) -> None:
    async with desk("Orchard", size=(120, 20)) as at:
        column, row = place(at, "Tree 1 bore")
        await at.pilot.mouse_down("#body", offset=(column, row))
        await drag(at, "#body", (column, row + 1))
        assert "Tree 1 bore" in chosen(at)
        await drag(at, "#status", (column, 0))
        while "Tree 12 " not in chosen(at):
            await at.pilot.pause(0.02)
        await at.pilot.mouse_up("#status", offset=(column, 0))
        await at.settle()
        assert chosen(at).startswith("Tree 1 bore")
        top = at.screen.body.top_line
        await at.settle()
        assert at.screen.body.top_line == top > 0


async def test_a_drag_takes_whole_signs_however_wide_they_are(desk: OpenDesk) -> None:
    guest = ingest("# Wide\n\nनमस्ते हिन्दी 日本の首相は述べた。\n".encode(), kind="markdown")
    async with desk("", guest=guest) as at:
        column, row = place(at, "हि")
        await at.pilot.mouse_down("#body", offset=(column + 1, row))
        await drag(at, "#body", (column + 3, row))
        assert chosen(at) == "हिन्दी"[:5] + "ी"
        await drag(at, "#body", place(at, "首"))
        assert chosen(at) == "हिन्दी 日本の首"
        await drag(at, "#body", place(at, "न"))
        assert chosen(at) == "नमस्ते हि"


async def test_the_terminal_cursor_stands_where_the_reader_is(desk: OpenDesk) -> None:
    async with desk() as at:
        body = at.screen.body
        for key, words in ((")", "The council"), ("]", "The vote"), ("v", "The vote")):
            await at.press({")": "right_parenthesis", "]": "right_square_bracket"}.get(key, key))
            assert at.pilot.app.cursor_position == body.region.offset + Offset(*place(at, words))
        await at.press("w")
        assert at.pilot.app.cursor_position == body.region.offset + Offset(*place(at, "vote\n"))


async def test_the_terminal_cursor_comes_back_to_the_page_from_a_question(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("right_parenthesis")
        before = at.pilot.app.cursor_position
        await at.press("slash", "z", "escape")
        assert at.pilot.app.cursor_position == before
