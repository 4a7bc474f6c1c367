"""What becomes of the place in the article when the terminal's size changes."""

import pytest
from textual import events
from textual._compositor import ReflowResult
from textual.geometry import Size
from textual.widget import Widget

from tests.tui.conftest import OpenDesk

ENDLESS = 100


async def test_the_place_outlives_any_number_of_changes_of_the_width(desk: OpenDesk) -> None:
    async with desk("Orchard", size=(100, 20)) as at:
        await at.press("space", "space", "j")
        body = at.screen.body
        before = body.top_line
        for width in (61, 100, 47, 100, 83, 100):
            await at.pilot.resize_terminal(width, 20)
            await at.settle()
        assert body.top_line == before


async def test_of_sizes_told_one_after_the_other_before_anything_is_painted_the_last_holds(
    desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desk("Orchard", size=(120, 40)) as at:
        laid_out = []
        reflow = at.screen._compositor.reflow

        def count(parent: Widget, size: Size) -> ReflowResult:
            laid_out.append(size)
            assert len(laid_out) < ENDLESS, "one size is told for the other, for ever"
            return reflow(parent, size)

        monkeypatch.setattr(at.screen._compositor, "reflow", count)
        with at.screen.app.batch_update():
            at.screen.app._size = Size(100, 30)
            for size in (Size(90, 35), Size(100, 30)):
                at.screen.post_message(events.Resize(size, size))
                at.screen.call_later(lambda: None)
            await at.pilot.pause(0.1)
        await at.settle()
        assert at.screen.size == (100, 30)
        assert set(laid_out) == {Size(100, 30)}
