"""Finding words in the article."""

import pytest

from reader.config import Config
from reader.ingest import ingest
from reader.tui.page.find import LIMIT
from tests.tui.conftest import OpenDesk


async def test_words_are_found_as_they_are_typed(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("slash")
        await at.type("quay")
        assert "1 of 3: quay" in at.screen.status.render().plain
        assert "north quay" in at.sentence


async def test_how_many_were_found_stands_beside_what_is_typed(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("slash")
        await at.type("quay")
        assert at.text.splitlines()[-1].rstrip().endswith("1 of 3")
        await at.type("z")
        assert at.text.splitlines()[-1].rstrip().endswith("not found")
        await at.press("escape", "#")
        assert "not found" not in at.text.splitlines()[-1]


async def test_n_goes_on_and_round(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("slash")
        await at.type("quay")
        await at.press("enter")
        await at.press("n")
        assert "2 of 3" in at.said
        await at.press("n", "n")
        assert "1 of 3" in at.said
        await at.press("N")
        assert "3 of 3" in at.said


async def test_h_highlights_the_found_words(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("slash")
        await at.type("county paid")
        await at.press("enter", "h")
        assert at.quotes == ["county paid"]


async def test_escape_goes_back_to_where_it_was_asked(desk: OpenDesk) -> None:
    async with desk("Orchard", size=(80, 24)) as at:
        await at.press("slash")
        await at.type("tree 40")
        assert at.screen.body.top_line > 0
        await at.press("escape")
        assert at.sentence.startswith("Tree 0")
        assert not at.screen.body.matches


async def test_words_that_are_not_there_are_said(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("slash")
        await at.type("zebra")
        await at.press("enter")
        assert "not in this article: zebra" in at.said


async def test_a_step_to_the_next_found_words_paints_those_alone_anew(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("slash")
        await at.type("quay")
        await at.press("enter")
        painter = at.screen.body._painter
        assert painter is not None
        before, here = painter.layers["matches"], painter.layers["here"]
        await at.press("n")
        assert painter.layers["matches"] is before
        assert painter.layers["here"] != here
        assert len(painter.layers["here"]) == 1


async def test_it_is_said_when_the_search_goes_round_an_end(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("slash")
        await at.type("the")
        await at.press("enter")
        many = len(at.screen.body.matches)
        assert many > 1
        await at.press("N")
        assert f"{many} of {many}: the; from the end again" in at.said
        await at.press("n")
        assert f"1 of {many}: the; from the top again" in at.said
        await at.press("n")
        assert "again" not in at.said


async def test_more_places_than_anybody_steps_through_are_told_as_more(desk: OpenDesk) -> None:
    guest = ingest(("# T\n\n" + "ox " * (LIMIT + 1)).encode(), kind="markdown")
    async with desk("", guest=guest) as at:
        await at.press("slash")
        await at.type("ox")
        assert f"1 of {LIMIT}+" in at.text


@pytest.mark.parametrize(
    ("keymap", "key"),
    [("default", "backslash"), ("vim", "question_mark"), ("less", "question_mark")],
)
async def test_words_are_found_upwards_from_the_place_and_n_goes_on_upwards(
    desk: OpenDesk, keymap: str, key: str
) -> None:
    async with desk("Orchard", size=(80, 24), config=Config(keymap=keymap)) as at:
        await at.press("percent_sign", "5", "0", "enter")
        here = at.screen.body.cursor
        assert here is not None
        await at.press(key)
        await at.type("tree")
        above = at.screen.body.match
        matches = at.screen.body.matches
        assert matches[above][0] < here[0] <= matches[above + 1][0]
        await at.press("enter", "n")
        assert at.screen.body.match == above - 1
        await at.press("N", "N")
        assert at.screen.body.match == above + 1
        await at.press("slash")
        await at.type("bore")
        below = at.screen.body.match
        await at.press("enter", "n")
        assert at.screen.body.match == below + 1


async def test_what_is_found_only_below_is_found_upwards_round_the_end(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("backslash")
        await at.type("quay")
        assert "3 of 3" in at.said
        await at.press("enter", "N")
        assert "1 of 3: quay; from the top again" in at.said
        await at.press("n")
        assert "3 of 3: quay; from the end again" in at.said


async def test_finding_upwards_that_is_left_goes_back_to_where_it_was_asked(
    desk: OpenDesk,
) -> None:
    async with desk(size=(80, 24)) as at:
        await at.press("right_parenthesis", "backslash")
        await at.type("reopen")
        assert at.sentence.startswith("The harbour")
        await at.press("escape")
        assert at.sentence.startswith("The council")


async def test_in_the_facts_finding_upwards_lists_those_that_have_the_words(desk: OpenDesk) -> None:
    async with desk() as at:
        at.screen.set_focus(at.screen.side.facts.rows)
        await at.press("backslash")
        assert at.screen.prompt.is_open
        await at.type("skarrow")
        assert at.screen.side.facts.filter == "skarrow"
