"""The notebook, and evidence linked to marks."""

from reader.tui.desk.marking import parse_link
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


async def test_evidence_is_linked_to_the_mark(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("c")
        await at.press("L")
        await at.type("contradicts https://example.org/a the minutes")
        await at.press("enter")
        (mark,) = at.library.marks(at.screen.article.id)  # type: ignore[union-attr]
        (link,) = mark.links
        assert (link.rel, link.to, link.note) == (
            "contradicts",
            "https://example.org/a",
            "the minutes",
        )


async def test_what_is_no_link_is_said(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("c")
        await at.press("L")
        await at.type("nonsense")
        await at.press("enter")
        assert "no link" in at.said


def test_a_link_without_a_relation_is_a_source() -> None:
    link = parse_link("https://example.org")
    assert link is not None
    assert link.rel == "source"


def test_a_script_is_no_target() -> None:
    assert parse_link("source javascript:alert(1)") is None
    assert parse_link("") is None
