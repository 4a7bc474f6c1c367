"""What becomes of the place in the article when the terminal's size changes."""

from tests.tui.conftest import OpenDesk


async def test_the_place_outlives_any_number_of_changes_of_the_width(desk: OpenDesk) -> None:
    async with desk("Orchard", size=(100, 20)) as at:
        await at.press("space", "space", "j")
        body = at.screen.body
        before = body.top_line
        for width in (61, 100, 47, 100, 83, 100):
            await at.pilot.resize_terminal(width, 20)
            await at.settle()
        assert body.top_line == before
