"""What goes over the line: only cells that differ from what the terminal shows."""

import re

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.tui.screens.sparing import SparingUpdate, _news
from tests.tui.conftest import OpenDesk

STYLES = [Style(), Style(bold=True), Style(underline=True)]

rows = st.lists(st.tuples(st.text("ab ", max_size=5), st.sampled_from(STYLES)), max_size=6).map(
    lambda parts: Strip([Segment(text, style) for text, style in parts]).adjust_cell_length(24)
)


def cells(strip: Strip) -> list[tuple[str, Style | None]]:
    """Return each cell of *strip* with its style."""
    return [(sign, style or Style()) for text, style, _ in strip for sign in text]


@given(before=rows, now=rows)
def test_what_is_sent_makes_the_old_row_into_the_new_one(before: Strip, now: Strip) -> None:
    shown = cells(before)
    for start, part in _news(before, now):
        shown[start : start + part.cell_length] = cells(part)
    assert [(sign, style or Style()) for sign, style in shown] == cells(now)


@given(row=rows)
def test_nothing_is_sent_of_a_row_that_is_shown_already(row: Strip) -> None:
    assert _news(row, Strip(list(row))) == []


def test_a_row_of_wide_characters_is_sent_whole() -> None:
    before = Strip([Segment("港は再び開く  ")])
    now = Strip([Segment("港は再び開いた")])
    assert _news(before, now) == [(0, now)]


def test_parts_are_written_at_their_places() -> None:
    written = SparingUpdate([(3, 1, Strip([Segment("quay")]))]).render_segments(Console())
    assert written == "\x1b[2;4Hquay"


async def test_a_key_that_changes_nothing_sends_nothing(desk: OpenDesk) -> None:
    async with desk() as at:
        at.screen._compositor.render_full_update()
        at.screen.body.refresh()
        at.screen.section_tree.rows.refresh()
        await at.pilot.pause()
        at.screen._compositor.update_widgets({at.screen.body, at.screen.section_tree.rows})
        assert at.screen._compositor.render_partial_update() is None


async def test_a_moved_row_of_the_tree_sends_two_rows(desk: OpenDesk) -> None:
    async with desk() as at:
        compositor = at.screen._compositor
        compositor.render_full_update()
        rows = at.screen.section_tree.rows
        rows.move(1)
        rows.refresh()
        compositor.update_widgets({rows})
        update = compositor.render_partial_update()
        assert update is not None
        sent = update.render_segments(Console())
        assert len(re.findall(r"\x1b\[\d+;\d+H", sent)) == 2
