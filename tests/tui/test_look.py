"""How things look where looks carry meaning."""

import pytest

from reader.config import Config
from tests.tui.conftest import Desk, OpenDesk


async def test_where_two_marks_begin_on_a_line_the_claim_is_told(desk: OpenDesk) -> None:
    async with desk("Ferry") as at:
        await at.press("c", "right_parenthesis", "h")
        line = next(line for line in at.text.splitlines() if "No one was" in line)
        assert "The ferry" in line
        assert "?›" in line


async def test_without_colours_the_chosen_row_and_the_selection_are_told_by_reversal(
    desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with desk(size=(120, 40)) as at:
        at.pilot.app.theme = "newsmargin-light"
        await at.press("v", "w", "w")
        body = at.screen.body
        for style in (
            body.get_component_rich_style("article-body--selection"),
            at.screen.side.facts.rows.get_component_rich_style("row-list--chosen"),
        ):
            assert style.reverse
            assert style.bgcolor == body.rich_style.bgcolor
            assert style.color == body.rich_style.color


async def test_panes_and_keys_suit_the_width_after_each_change_of_it(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("tab")
        await at.pilot.resize_terminal(80, 24)
        await at.settle()
        assert at.screen.body.has_focus
        assert "highlight" in at.said
        await at.press("tab", "tab", "tab")
        await at.pilot.resize_terminal(120, 40)
        await at.settle()
        assert at.screen.section_tree.display
        assert at.screen.side.display
        await at.pilot.resize_terminal(40, 12)
        await at.press("B")
        assert "There are no marks yet." in at.text
        assert "esc leave" in at.text


async def test_a_page_that_is_yet_to_be_laid_out_is_not_called_empty(desk: OpenDesk) -> None:
    async with desk() as at:
        at.screen.body._painter = None
        shown = "".join(at.screen.body.render_line(y).text for y in range(9))
        assert "nothing to read" not in shown
        at.screen.body.show_empty()
        shown = "".join(at.screen.body.render_line(y).text for y in range(9))
        assert "nothing to read" in shown


async def test_the_tree_and_the_bottom_line_tell_where_an_article_was_put(desk: OpenDesk) -> None:
    async with desk("Ferry") as at:
        await at.press("s", "l", "e")
        assert "★ ◷ ▫" in at.text
        await at.press("h", "1")
        assert "label: key-point" in at.said
        await at.press("number_sign")
        await at.type("sea, fog")
        await at.press("enter")
        assert "tags: sea, fog" in at.said


@pytest.mark.parametrize("theme", [None, "light"])
async def test_without_colours_no_colour_is_painted_at_all(
    desk: OpenDesk, monkeypatch: pytest.MonkeyPatch, theme: str | None
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with desk(config=Config(theme=theme)) as at:
        await at.press("h", "right_parenthesis", "v", "right")
        for strip in at.screen._compositor.render_strips():
            for segment in strip:
                for colour in (segment.style.color, segment.style.bgcolor) if segment.style else ():
                    assert colour is None or colour.is_default, segment
        await at.press("escape", "slash")
        assert _reversed(at, "")
        await at.press("escape", "a")
        await at.type("x")
        assert _reversed(at, "x")


def _reversed(at: Desk, after: str) -> bool:
    """Tell whether a reversed cell, as of a cursor, stands where something is typed."""
    strips = at.screen._compositor.render_strips()
    return any(
        segment.style is not None and segment.style.reverse and len(segment.text) == 1
        for strip in strips
        if after in strip.text
        for segment in strip
    )


async def test_no_color_set_to_nothing_leaves_the_colours(
    desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "")
    async with desk() as at:
        assert at.pilot.app.theme == "newsmargin-dark"
        assert not at.pilot.app.has_class("-plain")
