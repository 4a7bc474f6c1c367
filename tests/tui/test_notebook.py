"""The notebook: every mark of the library."""

from tests.tui.conftest import OpenDesk


async def test_the_notebook_lists_the_marks_of_every_article_and_leads_to_them(
    desk: OpenDesk,
) -> None:
    async with desk() as at:
        await at.press("right_parenthesis", "h")
        await at.press("B")
        assert "Notebook: 1 mark " in at.text
        await at.press("escape", "J")
        await at.press("K")
        await at.press("B")
        await at.type("council")
        await at.press("enter")
        assert at.sentence == "The council voted 14 to 3 on Monday."
        assert at.screen.body.has_focus


async def test_the_notebook_is_narrowed_by_status(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("h")
        await at.press("right_parenthesis", "c")
        await at.press("B")
        await at.type("unchecked")
        assert len(at.screen.chooser.rows.rows) == 1


async def test_an_empty_notebook_says_how_to_fill_it(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("B")
        assert "There are no marks yet" in at.text
