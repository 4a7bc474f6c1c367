"""The mouse wheel, over the page and over lists."""

import pytest
from textual.events import MouseScrollDown, MouseScrollUp

from reader.tui.widgets.canvas import NOTCH
from tests.tui.conftest import Desk, OpenDesk


async def turn(at: Desk, widget: str, *, up: bool = False) -> None:
    """Turn the wheel by a notch over a widget."""
    kind = MouseScrollUp if up else MouseScrollDown
    await at.pilot._post_mouse_events([kind], widget, offset=(5, 2))
    await at.settle()


async def test_the_wheel_scrolls_the_page_and_takes_the_cursor_along(desk: OpenDesk) -> None:
    async with desk("Orchard", size=(120, 20)) as at:
        first = at.sentence
        for _ in range(4):
            await turn(at, "#body")
        assert at.screen.body.top_line == 4 * NOTCH
        assert at.sentence != first
        await turn(at, "#body", up=True)
        assert at.screen.body.top_line == 3 * NOTCH


async def test_the_wheel_stops_at_the_ends_of_the_page(desk: OpenDesk) -> None:
    async with desk("Orchard", size=(120, 20)) as at:
        await turn(at, "#body", up=True)
        assert at.screen.body.top_line == 0
        await at.press("G")
        assert at.screen.body.at_end
        last = at.screen.body.top_line
        await turn(at, "#body")
        assert at.screen.body.top_line == last


@pytest.mark.parametrize("size", [(120, 12), (70, 12)])
async def test_the_wheel_scrolls_a_list_and_leaves_its_cursor(
    desk: OpenDesk, size: tuple[int, int]
) -> None:
    async with desk(size=size) as at:
        await at.press("question_mark")
        rows = at.screen.chooser.rows
        here = rows.cursor
        await turn(at, "#chooser-rows")
        assert rows.scroll_offset.y == NOTCH
        assert rows.cursor == here
        await at.press("down")
        assert rows.scroll_offset.y <= rows.cursor < rows.scroll_offset.y + rows.size.height
