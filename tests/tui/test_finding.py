"""Finding words in the article."""

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
