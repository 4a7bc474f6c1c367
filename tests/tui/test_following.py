"""The tree and the lines follow the page: with the key, but not with each of those held down."""

from itertools import pairwise

import pytest

from reader.tui.desk import following
from tests.tui.conftest import Desk, OpenDesk


@pytest.fixture
def nothing_later(monkeypatch: pytest.MonkeyPatch, no_delays: None) -> None:
    """Let nothing follow later, so that what followed did so with the key."""
    monkeypatch.setattr(following, "FOLLOW_S", 60)


async def test_the_tree_and_the_title_follow_with_the_key(
    desk: OpenDesk, nothing_later: None
) -> None:
    async with desk() as at:
        before = at.screen.section_tree.rows.here
        await at.pilot.press("]", "]")
        assert at.screen.section_tree.rows.here != before
        await at.pilot.press("G")
        assert "100%" in at.text.splitlines()[0]


def passed_of(at: Desk) -> float:
    """Return how much of the open article has been passed."""
    view = at.screen.body.view
    assert view is not None
    return view.progress


async def test_what_was_passed_grows_from_nothing_to_all_without_a_leap(desk: OpenDesk) -> None:
    async with desk("Orchard", size=(80, 24)) as at:
        passed = [passed_of(at)]
        while not at.screen.body.at_end:
            await at.press("j")
            passed.append(passed_of(at))
        steps = [after - before for before, after in pairwise(passed)]
        assert (passed[0], passed[-1]) == (0.0, 1.0)
        assert 0.0 <= min(steps) <= max(steps) < 0.2


async def test_panes_do_not_follow_a_key_that_others_wait_behind(
    desk: OpenDesk, nothing_later: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    followed: list[int] = []
    show = following.Following._show_place

    def count(one: following.Following) -> None:
        followed.append(1)
        show(one)

    monkeypatch.setattr(following.Following, "_show_place", count)
    async with desk("Orchard") as at:
        followed.clear()
        await at.burst(*["j"] * 12)
        assert len(followed) < 6
        assert at.screen.body.top_line == 12


async def test_marks_are_counted_beside_their_headings_without_the_tree_being_made_anew(
    desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desk() as at:
        tree = at.screen.section_tree
        rows = tree.rows.rows
        await at.press("]", ")", "h")
        assert tree.rows.rows is rows
        counted = next(row for row in rows if row.text == "The vote")
        assert counted.aside == "1"
