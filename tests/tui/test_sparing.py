"""What goes over the line: only cells that differ from what the terminal shows."""

import re
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.strip import Strip

from reader.tui.screens.sent_row import Placed, SentRow, news
from reader.tui.screens.sparing import SparingCompositor, SparingUpdate
from tests.tui.conftest import OpenDesk

SEVERAL = (
    *("j j", "h", "right_parenthesis a", "w h y", "escape", "slash c o", "escape", "colon"),
    *(
        "m a r",
        "down",
        "escape",
        "tab",
        "right j",
        "escape",
        "shift+tab j",
        "enter",
        "question_mark",
    ),
    *("escape", "v l l l", "escape", "z", "z", "pagedown", "u", "shift+tab", "left", "escape"),
)
"""Keys that open, close and change what there is to see."""

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
    for start, part in news(before, now):
        shown[start : start + part.cell_length] = cells(part)
    assert [(sign, style or Style()) for sign, style in shown] == cells(now)


@given(row=rows)
def test_nothing_is_sent_of_a_row_that_is_shown_already(row: Strip) -> None:
    assert news(row, Strip(list(row))) == []


def test_a_row_of_wide_characters_is_sent_whole() -> None:
    before = Strip([Segment("港は再び開く  ")])
    now = Strip([Segment("港は再び開いた")])
    assert news(before, now) == [(0, now)]


sends = st.lists(
    st.tuples(st.integers(0, 20), st.text("ab ", min_size=1, max_size=12), st.sampled_from(STYLES)),
    max_size=12,
)


@given(sends=sends)
def test_strips_that_lie_over_one_another_show_what_came_last(
    sends: list[tuple[int, str, Style]],
) -> None:
    row = SentRow({0: Strip([Segment("." * 32, Style())])})
    shown, wanted = [(".", Style())] * 32, [(".", Style())] * 32
    for x, text, style in sends:
        wanted[x : x + len(text)] = [(sign, style) for sign in text]
        for start, part in row.send([(x, Strip([Segment(text, style)]))]):
            shown[start : start + part.cell_length] = [
                (sign, one or Style()) for sign, one in cells(part)
            ]
        assert shown == wanted


def test_what_came_back_from_under_something_else_is_sent_as_far_as_it_was_hidden() -> None:
    row = SentRow({0: Strip([Segment("the harbour opens")])})
    row.send([(4, Strip([Segment("ferry..")]))])
    back = Strip([Segment("the harbour opens")])
    assert row.send([(0, back)]) == [(4, Strip([Segment("harbour")]))]


@given(
    before=st.lists(st.text("ab ", min_size=1, max_size=6), min_size=1, max_size=6),
    then=st.lists(st.tuples(st.text("ab ", min_size=1, max_size=6), st.booleans()), max_size=6),
)
def test_strips_that_are_sent_together_show_what_they_would_one_by_one(
    before: list[str], then: list[tuple[str, bool]]
) -> None:
    row, shown = SentRow(), [*" " * 40]
    strips: list[Placed] = []
    for texts in ([(text, True) for text in before], then, then):
        strips, x, wanted = [], 0, list(shown)
        for text, is_sent in texts:
            if is_sent:
                strips.append((x, Strip([Segment(text)])))
                wanted[x : x + len(text)] = text
            x += len(text)
        for start, part in row.send(strips[::-1]):
            shown[start : start + part.cell_length] = part.text
        assert shown == wanted
    assert row.send(strips) == []


def test_what_lies_anew_side_by_side_is_sent_as_one() -> None:
    row = SentRow({0: Strip([Segment("the harbour opens")])})
    sent = row.send([(4, Strip([Segment("│")])), (5, Strip([Segment("quay")]))])
    assert [(x, part.text) for x, part in sent] == [(4, "│quay")]


def test_half_of_a_wide_sign_is_never_taken_for_a_blank() -> None:
    row = SentRow({0: Strip([Segment("ab 日本")])})
    assert row.send([(1, Strip([Segment("b  ")]))]) == [(1, Strip([Segment("b  ")]))]


def test_parts_are_written_at_their_places() -> None:
    written = SparingUpdate([(1, (3, Strip([Segment("quay")])))]).render_segments(Console())
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


@dataclass
class Terminal:
    """Cells as they would stand on a terminal that was sent what a compositor sends."""

    compositor: SparingCompositor
    rows: list[list[tuple[str, Style | None]]] = field(default_factory=list)

    def watch(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Show all from now on that is sent."""
        full, partial = self.compositor.render_full_update, self.compositor.render_partial_update

        def show_all(*, simplify: bool = False) -> LayoutUpdate:
            update = full(simplify)
            self.rows = [cells(Strip.join(strips)) for strips in update.strips]
            return update

        def show_some() -> ChopsUpdate | None:
            update = partial()
            for y, (x, strip) in update._placed if isinstance(update, SparingUpdate) else ():
                self.rows[y][x : x + strip.cell_length] = cells(strip)
            return update

        monkeypatch.setattr(self.compositor, "render_full_update", show_all)
        monkeypatch.setattr(self.compositor, "render_partial_update", show_some)
        show_all()


@pytest.mark.parametrize("size", [(120, 40), (70, 20)])
async def test_all_that_was_sent_adds_up_to_what_the_screen_shows(
    desk: OpenDesk, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desk(size=size) as at:
        compositor = at.screen._compositor
        assert isinstance(compositor, SparingCompositor)
        terminal = Terminal(compositor)
        terminal.watch(monkeypatch)
        for keys in SEVERAL:
            await at.press(*keys.split())
            shown = [cells(strip) for strip in compositor.render_strips()]
            assert terminal.rows == shown, keys
