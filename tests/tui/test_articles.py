"""Adding, removing and correcting articles from inside the screen."""

from pathlib import Path

from tests.tui.conftest import OpenDesk


async def test_capital_j_and_k_go_from_article_to_article(desk: OpenDesk) -> None:
    async with desk() as at:
        order = at.screen.section_tree.order
        await at.press("g", "K", "K", "K")
        assert at.screen.article is not None
        assert at.screen.article.id == order[0]
        await at.press("J")
        assert at.screen.article.id == order[1]


async def test_capital_a_adds_a_file_and_opens_it(desk: OpenDesk, tmp_path: Path) -> None:
    source = tmp_path / "new.md"
    source.write_text("# Brand new\n\nIt has just come in.\n", encoding="utf-8")
    async with desk() as at:
        await at.press("A")
        await at.type(str(source))
        await at.press("enter")
        assert at.screen.article is not None
        assert at.screen.article.title == "Brand new"
        assert "Brand new" in [row.title for row in at.library.rows()]


async def test_a_file_that_is_not_there_is_said_and_nothing_is_lost(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("A")
        await at.type("/no/such/file.md")
        await at.press("enter")
        assert "/no/such/file.md" in at.said
        assert at.screen.article is not None
        assert at.screen.article.title.startswith("Harbour")


async def test_capital_d_sends_the_article_to_the_trash_and_u_brings_it_back(
    desk: OpenDesk,
) -> None:
    async with desk() as at:
        await at.press("h")
        gone = at.screen.article.id  # type: ignore[union-attr]
        await at.press("D")
        assert gone not in [row.id for row in at.library.rows()]
        assert at.screen.article is not None
        assert at.screen.article.id != gone
        await at.press("u")
        assert gone in [row.id for row in at.library.rows()]
        assert len(at.library.marks(gone)) == 1
        assert at.screen.article.id == gone
        await at.press("ctrl+r")
        assert at.screen.article.id != gone


async def test_when_the_last_article_is_gone_the_page_says_what_to_do(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("D")
        await at.press("D")
        await at.press("D")
        assert "A   add a URL, a file or a folder" in at.text
        await at.press("j", "k", "space", "h", "a", "S", "x", "slash", "R", "y", "E", "G", "v")
        assert at.screen.is_running


async def test_capital_m_corrects_the_headline(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("M")
        await at.press("ctrl+a", "ctrl+k")
        await at.type("Quay opens")
        await at.press("enter")
        assert at.screen.article is not None
        assert at.screen.article.title == "Quay opens"
        assert "Quay opens" in [row.title for row in at.library.rows()]


async def test_a_date_that_is_none_is_told_and_what_was_typed_stays(desk: OpenDesk) -> None:
    async with desk("Harbour") as at:
        await at.press("M", "tab", "ctrl+u")
        await at.type("last week")
        await at.press("enter")
        told = [one.words for one in at.screen.telling.messages]
        assert any("last week: no date; write it as 2025-12-11" in words for words in told)
        assert at.screen.correcting.is_open
        assert "last week" in at.text
        assert at.screen.status.state != "failed"
        await at.press("ctrl+u")
        await at.type("2026-03-04")
        await at.press("enter")
        assert at.library.rows(query="Harbour")[0].published == "2026-03-04"


async def test_escape_leaves_the_corrections_as_they_were(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("M")
        await at.type("nonsense")
        await at.press("escape")
        assert at.library.article(at.screen.article.id).title.startswith("Harbour")  # type: ignore[union-attr]
        assert at.screen.body.has_focus


async def test_star_later_and_archive_are_kept_and_undone(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("s", "l", "e")
        state = at.library.state(at.screen.article.id)  # type: ignore[union-attr]
        assert state["starred"]
        assert state["later"]
        assert state["archived"]
        await at.press("u", "u", "u")
        state = at.library.state(at.screen.article.id)  # type: ignore[union-attr]
        assert not state.get("starred")


async def test_o_says_so_when_there_is_no_page_on_the_web(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("o")
        assert "no address on the web" in at.said


async def test_y_copies_the_sentence_with_its_citation(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("y")
        assert at.pilot.app.clipboard.startswith("> The harbour at Skarrow")
        assert "The Long Acre" in at.pilot.app.clipboard


async def test_capital_y_copies_a_link(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("Y")
        assert at.pilot.app.clipboard.startswith("reader://open/")


async def test_another_copy_of_the_program_is_noticed(desk: OpenDesk) -> None:
    async with desk() as at:
        article = at.screen.article
        assert article is not None
        other = at.library.open(at.screen.paths, at.screen.config)
        try:
            other.annotate(article.id, quote="The county paid half.")
        finally:
            other.close()
        await at.pilot.pause(1.2)
        await at.settle()
        assert [mark.quote for mark in at.screen.body.marks] == ["The county paid half."]


async def test_a_mark_that_is_not_there_is_told(desk: OpenDesk) -> None:
    async with desk() as at:
        assert at.screen.article is not None
        at.screen.articles.open(at.screen.article.id, mark="0abc")
        await at.settle()
        assert "0abc: is no mark of this article" in at.said
