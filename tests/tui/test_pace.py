"""The time that is left is that of the reader, and what was read is ticked in the tree."""

import asyncio
from collections.abc import Callable

import pytest

from reader.library import Library
from reader.tui.desk import pace
from tests.tui.conftest import Desk, OpenDesk, id_of

PATIENCE_S = 60.0
"""How long a test waits for what must come, on a machine that has other things to do."""


class Clock:
    """A clock that a test moves on."""

    def __init__(self) -> None:
        self.now = 0.0
        self.asked = 0
        """How often the screen has asked what time it is, since the test set it."""

    def __call__(self) -> float:
        self.asked += 1
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Let the screen read the test's clock."""
    clock = Clock()
    monkeypatch.setattr(pace, "clock", clock)
    return clock


async def read_on(at: Desk, clock: Clock, seconds: float) -> None:
    """Turn all pages, each after so many seconds."""
    while not at.screen.body.at_end:
        clock.now += seconds
        clock.asked = 0
        await at.press("space")
        await until(at, lambda: clock.asked > 0)
    clock.now += seconds


async def until(at: Desk, holds: Callable[[], bool]) -> None:
    """Wait until *holds*, but not for ever."""
    async with asyncio.timeout(PATIENCE_S):
        while not holds():
            await at.settle(1)


async def test_the_time_left_is_reckoned_at_the_readers_own_pace(
    desk: OpenDesk, clock: Clock, library: Library
) -> None:
    async with desk("Orchard", size=(80, 24)) as at:
        before = at.screen.articles.minutes
        await read_on(at, clock, 60.0)
        await at.press("q")
    samples = library.settings.get("pace")["samples"]
    assert len(samples) >= 5
    async with desk("Orchard", size=(80, 24)) as at:
        assert at.screen.pace.words_a_minute < 230
        assert at.screen.articles.minutes > before
    assert library.undo() is None


async def test_pages_turned_over_quickly_change_nothing(
    desk: OpenDesk, clock: Clock, library: Library
) -> None:
    async with desk("Orchard", size=(80, 24)) as at:
        await read_on(at, clock, 0.5)
        await at.press("q")
    assert library.settings.get("pace") is None


async def test_sections_that_were_read_are_ticked_and_stay_so(
    desk: OpenDesk, clock: Clock, library: Library
) -> None:
    async with desk("Harbour", size=(120, 40)) as at:
        rows = at.screen.section_tree.rows
        assert not any("✓" in row.aside for row in rows.rows)
        clock.now += 30.0
        harbour = id_of(library, "Harbour")
        await at.press("K")
        await until(at, lambda: pace.FIELD in library.state(harbour))
        await at.press("J")
        ticked = [row.text for row in rows.rows if "✓" in row.aside]
        assert ticked == ["The vote", "The money"]
    async with desk("Harbour", size=(120, 40)) as at:
        ticked = [row.text for row in at.screen.section_tree.rows.rows if "✓" in row.aside]
        assert ticked == ["The vote", "The money"]


async def test_what_was_kept_of_another_version_or_makes_no_sense_is_passed_over(
    desk: OpenDesk, library: Library
) -> None:
    article = library.article(id_of(library, "Harbour"))
    for ranges in ([[0, "x"]], [[1]], 7, None):
        body = {"version": article.version, "ranges": ranges}
        library.set_state([article.id], "", read_ranges=body)
        library.settings.set("pace", {"samples": ["x", None]})
        async with desk("Harbour") as at:
            assert at.screen.pace.words_a_minute == 230
            assert not any("✓" in row.aside for row in at.screen.section_tree.rows.rows)
