"""Counts: digits before a key that moves."""

import pytest

from reader.config import Config
from reader.tui.desk.showing import hints_for
from tests.tui.conftest import OpenDesk

VIM = Config(keymap="vim")

each_counting_preset = pytest.mark.parametrize("keymap", ["vim", "less"])


@each_counting_preset
async def test_a_count_moves_by_so_many_lines(desk: OpenDesk, keymap: str) -> None:
    async with desk("Orchard", size=(80, 24), config=Config(keymap=keymap)) as at:
        await at.press("1", "0", "j")
        assert at.screen.body.top_line == 10
        await at.press("4", "k")
        assert at.screen.body.top_line == 6
        await at.press("j")
        assert at.screen.body.top_line == 7


async def test_a_count_is_heard_however_fast_it_is_typed(desk: OpenDesk) -> None:
    async with desk("Orchard", size=(80, 24), config=VIM) as at:
        await at.burst("1", "2", "j", "3", "j", "k")
        assert at.screen.body.top_line == 14


async def test_a_count_moves_by_so_many_sentences_paragraphs_and_headings(desk: OpenDesk) -> None:
    async with desk(config=VIM) as at:
        await at.press("2", "right_parenthesis")
        assert at.sentence.startswith("Repairs cost")
        await at.press("2", "left_parenthesis")
        assert at.sentence.startswith("The harbour at")
        await at.press("2", "right_curly_bracket")
        assert at.sentence.startswith("“We kept our word,”")
        await at.press("2", "left_curly_bracket")
        assert at.sentence.startswith("The harbour at")
        await at.press("2", "right_square_bracket")
        assert at.sentence == "The money"
        await at.press("1", "left_square_bracket")
        assert at.sentence == "The vote"


async def test_a_count_beyond_the_end_leads_to_the_end(desk: OpenDesk) -> None:
    async with desk("Orchard", size=(80, 24), config=VIM) as at:
        await at.press(*"999", "right_parenthesis")
        assert at.sentence == "It was cut down in the next."
        await at.press(*"99999", "k")
        assert at.screen.body.top_line == 0
        await at.press(*"9999", "j")
        assert at.screen.body.at_end


async def test_a_count_turns_so_many_pages(desk: OpenDesk) -> None:
    async with desk("Orchard", size=(80, 24), config=VIM) as at:
        await at.press("space")
        one = at.screen.body.top_line
        await at.press("g", "3", "space")
        assert at.screen.body.top_line == 3 * one
        await at.press("2", "pageup")
        assert at.screen.body.top_line == one


@pytest.mark.parametrize("key", ["g", "G"])
async def test_a_count_goes_to_that_line(desk: OpenDesk, key: str) -> None:
    async with desk("Orchard", size=(80, 24), config=VIM) as at:
        await at.press("2", "0", key)
        body = at.screen.body
        assert body.top_line == 19
        assert body.page is not None
        assert body.article is not None
        assert at.sentence in body.article.text[body.page.top_offset(19) :][:90]
        await at.press("less_than_sign")
        assert at.sentence.startswith("Tree 0")


async def test_the_last_lines_by_their_number_take_the_cursor_there(desk: OpenDesk) -> None:
    async with desk("Orchard", size=(80, 24), config=VIM) as at:
        assert at.screen.body.page is not None
        last = str(len(at.screen.body.page.lines))
        await at.press(*last, "G")
        assert at.screen.body.at_end
        assert at.sentence == "It was cut down in the next."


async def test_a_count_goes_so_many_per_cent_without_asking(desk: OpenDesk) -> None:
    async with desk("Orchard", size=(80, 24), config=VIM) as at:
        await at.press("5", "0", "percent_sign")
        assert not at.screen.prompt.is_open
        assert at.screen.body.top_line == round(0.5 * at.screen.body.max_scroll_y)
        await at.press("0", "percent_sign")
        assert at.screen.body.top_line == 0


async def test_a_count_steps_over_found_words(desk: OpenDesk) -> None:
    async with desk(config=VIM) as at:
        await at.press("slash")
        await at.type("quay")
        await at.press("enter", "2", "n")
        assert "3 of 3" in at.said
        await at.press("2", "N")
        assert "1 of 3" in at.said


async def test_a_count_moves_in_lists(desk: OpenDesk) -> None:
    async with desk(config=VIM) as at:
        await at.press("tab")
        rows = at.screen.focused_rows
        assert rows is not None
        await at.press("g", "j", "j")
        second = rows.cursor
        await at.press("g", "2", "j")
        assert rows.cursor == second
        await at.press("1", "G", "j", *str(second + 1), "G")
        assert rows.cursor == second


async def test_a_count_grows_the_selection(desk: OpenDesk) -> None:
    async with desk(config=VIM) as at:
        await at.press("v", "3", "w")
        body = at.screen.body
        assert body.article is not None
        assert body.selection is not None
        assert body.article.text[slice(*body.selection.span)] == "The harbour at Skarrow"
        await at.press("2", "right_parenthesis", "h")
        assert at.quotes[0].endswith("14 to 3 on Monday.")


async def test_a_count_opens_the_article_so_many_further(desk: OpenDesk) -> None:
    async with desk(config=VIM) as at:
        order = at.screen.section_tree.order
        await at.press("9", "K", "2", "J")
        assert at.screen.article is not None
        assert at.screen.article.id == order[2]


async def test_a_count_goes_back_by_so_many_places(desk: OpenDesk) -> None:
    async with desk(config=VIM) as at:
        await at.press("right_square_bracket", "right_square_bracket", "2", "less_than_sign")
        assert at.sentence.startswith("The harbour at")
        await at.press("2", "greater_than_sign")
        assert at.sentence == "The money"


async def test_the_bottom_line_shows_the_count_until_it_is_used(desk: OpenDesk) -> None:
    async with desk("Orchard", size=(80, 24), config=VIM) as at:
        await at.press("1", "2")
        assert "12" in at.said.split()
        assert ("G", "to that line") in hints_for(at.screen)
        await at.press("j")
        assert "12" not in at.said.split()


async def test_escape_drops_the_count_and_nothing_else(desk: OpenDesk) -> None:
    async with desk("Orchard", size=(80, 24), config=VIM) as at:
        await at.press("v", "7", "escape")
        assert dict(hints_for(at.screen))["O"] == "other end"
        await at.press("escape", "j")
        assert at.screen.body.top_line == 1


async def test_a_key_without_a_command_ends_the_count(desk: OpenDesk) -> None:
    async with desk("Orchard", size=(80, 24), config=VIM) as at:
        await at.press("7", "f12", "j")
        assert at.screen.body.top_line == 1


async def test_what_does_not_move_is_done_once(desk: OpenDesk) -> None:
    async with desk(config=VIM) as at:
        await at.press("3", "h", "j")
        assert at.quotes == ["The harbour at Skarrow will reopen in spring."]


async def test_digits_that_label_still_do_and_others_begin_a_count(desk: OpenDesk) -> None:
    async with desk("Orchard", size=(80, 24)) as at:
        await at.press("8", "j")
        assert at.screen.body.top_line == 8
        await at.press("0", "1", "2", "j")
        assert at.screen.body.top_line == 20
        assert at.quotes == []
        await at.press("1")
        assert len(at.quotes) == 1


@each_counting_preset
async def test_where_digits_count_labels_are_given_by_other_keys(
    desk: OpenDesk, keymap: str
) -> None:
    async with desk(config=Config(keymap=keymap)) as at:
        await at.press("f3")
        (mark,) = at.screen.body.marks
        assert mark.label == "evidence"


async def test_a_digit_of_ones_own_is_that_command_until_a_count_has_begun(desk: OpenDesk) -> None:
    own = Config(keymap="vim", keys={"line-down": ("5",), "count": ("1", "ctrl+n")})
    async with desk("Orchard", size=(80, 24), config=own) as at:
        await at.press("5")
        assert at.screen.body.top_line == 1
        await at.press("1", "5", "down")
        assert at.screen.body.top_line == 1
        await at.press("ctrl+n", "5", "pagedown", "home", "ctrl+n", "5", "0", "percent_sign")
        assert at.screen.body.top_line == round(0.5 * at.screen.body.max_scroll_y)


async def test_digits_are_typed_where_something_is_asked(desk: OpenDesk) -> None:
    async with desk(config=VIM) as at:
        await at.press("7", "slash", "1", "4")
        assert "14" in at.said
        assert not at.screen.counting.is_on


async def test_steps_over_what_stands_in_place_of_the_page_are_counted_too(desk: OpenDesk) -> None:
    async with desk("Orchard", size=(80, 24), config=VIM) as at:
        await at.press("R", "3", "right_curly_bracket")
        page = at.screen.foreground.cover
        assert page is not None
        await at.press("R")
        assert at.screen.foreground.cover is None
