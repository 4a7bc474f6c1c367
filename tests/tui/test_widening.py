"""Making the text wider and narrower with the keys."""

import pytest

from reader.config import Config
from reader.library import Library
from reader.paths import Paths
from reader.tui.desk.opened import read_held
from reader.tui.first_text import first_text
from reader.tui.ink import ink_for
from reader.tui.page.column import LEAST, SETTING, most_cells
from tests.tui.conftest import Desk, OpenDesk, id_of

WIDE = (200, 40)


def cells(at: Desk) -> int:
    """Return how many cells a line of text may take."""
    assert at.screen.body.page is not None
    return at.screen.body.page.cells


@pytest.mark.parametrize("keymap", ["default", "vim", "less"])
async def test_the_text_becomes_wider_and_narrower_by_four_cells(
    desk: OpenDesk, keymap: str
) -> None:
    async with desk("Orchard", size=WIDE, config=Config(keymap=keymap)) as at:
        await at.press("equals_sign")
        assert cells(at) == 88
        assert "88 cells" in at.said
        await at.press("minus", "minus")
        assert cells(at) == 80


async def test_a_count_makes_so_many_steps(desk: OpenDesk) -> None:
    async with desk("Orchard", size=WIDE) as at:
        await at.press("8", "minus")
        assert cells(at) == 52


async def test_the_text_is_never_wider_than_the_page_nor_very_narrow(desk: OpenDesk) -> None:
    async with desk("Orchard", size=(80, 24)) as at:
        await at.press("equals_sign")
        assert "as wide as the page" in at.said
        await at.press("9", "9", "minus", "minus")
        assert cells(at) == LEAST
        assert "as narrow as it gets" in at.said


async def test_on_a_page_narrower_than_that_the_width_stays(desk: OpenDesk) -> None:
    async with desk("Orchard", size=(40, 12)) as at:
        before = cells(at)
        await at.press("minus", "equals_sign")
        assert cells(at) == before < LEAST


async def test_the_place_and_the_selection_outlive_any_width(desk: OpenDesk) -> None:
    async with desk("Orchard", size=(100, 20)) as at:
        await at.press("space", "space", "j", "v")
        body = at.screen.body
        before, chosen, line = body.top_line, body.selection, at.text.splitlines()[8]
        assert chosen is not None
        await at.press(*["minus"] * 6)
        assert body.top_line > before
        assert body._painter is not None
        assert body._painter.selection == chosen.span
        await at.press(*["equals_sign"] * 6)
        assert body.top_line == before
        assert at.text.splitlines()[8] == line


async def test_the_width_holds_the_next_time_and_in_the_first_text(
    desk: OpenDesk, library: Library, paths: Paths
) -> None:
    async with desk("Orchard", size=WIDE) as at:
        await at.press("8", "minus")
    async with desk("Orchard", size=WIDE) as at:
        assert cells(at) == 52
    opened = read_held(library, id_of(library, "Orchard"))
    ink = ink_for(library, Config(), paths, {"TERM": "xterm"})
    assert ink is not None
    text = first_text(opened, library, Config(), WIDE, ink)
    assert text is not None
    assert text.page.layout.cells == 52


async def test_a_width_that_is_configured_later_wins(desk: OpenDesk) -> None:
    async with desk("Orchard", size=WIDE) as at:
        await at.press("minus")
    async with desk("Orchard", size=WIDE, config=Config(body_width=60)) as at:
        assert cells(at) == 60


async def test_text_as_wide_as_the_page_fills_a_larger_one_as_configured(desk: OpenDesk) -> None:
    async with desk("Orchard", size=(80, 24)) as at:
        await at.press("minus", "equals_sign")
        await at.pilot.resize_terminal(110, 24)
        await at.settle()
        assert cells(at) == Config().body_width


async def test_the_width_of_a_library_that_can_only_be_read_holds_until_the_end(
    desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Library, "read_only", "the disk is full")
    async with desk("Orchard", size=WIDE) as at:
        await at.press("minus")
        assert cells(at) == 80
        assert at.library.settings.get(SETTING) is None


@pytest.mark.parametrize(
    "kept", [None, 70, {"cells": 70}, {"cells": 3, "in_place_of": 84}, {"in_place_of": 84}]
)
def test_a_setting_that_nobody_here_wrote_is_passed_over(kept: object) -> None:
    assert most_cells(kept, 84) == 84
