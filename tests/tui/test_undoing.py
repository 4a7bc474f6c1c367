"""Taking changes back: of the open article, of one the tree stands on, or wherever it was."""

from pathlib import Path

from reader.library import Library
from reader.tui.desk.undoing import KEEPS_SUBJECT
from reader.tui.keymap import COMMANDS
from reader.tui.widgets.section_tree import ArticleKey
from tests.tui.conftest import OpenDesk, id_of


async def test_u_takes_back_the_last_change_of_the_open_article_alone(
    desk: OpenDesk, library: Library
) -> None:
    async with desk() as at:
        await at.press("h")
        ferry = id_of(library, "Ferry")
        library.annotate(ferry, quote="No one was hurt.")
        await at.press("u")
        assert at.quotes == []
        assert len(library.marks(ferry)) == 1
        await at.press("ctrl+r")
        assert len(at.quotes) == 1


async def test_with_nothing_to_undo_in_the_article_it_says_where_else_to_look(
    desk: OpenDesk, library: Library
) -> None:
    async with desk("Orchard") as at:
        library.annotate(id_of(library, "Ferry"), quote="No one was hurt.")
        await at.press("u")
        assert "nothing to undo in this article" in at.said
        assert "undo anywhere" in at.said


async def test_undo_anywhere_takes_back_the_last_change_and_says_where_it_was(
    desk: OpenDesk, library: Library
) -> None:
    async with desk("Orchard") as at:
        ferry = id_of(library, "Ferry")
        library.annotate(ferry, quote="No one was hurt.")
        at.screen.action_command("undo-anywhere")
        await at.settle()
        assert library.marks(ferry) == []
        assert "in “Ferry runs aground”" in at.said
        at.screen.action_command("redo-anywhere")
        await at.settle()
        assert len(library.marks(ferry)) == 1


async def test_what_the_tree_did_to_an_article_is_undone_from_the_tree(
    desk: OpenDesk, library: Library
) -> None:
    async with desk("Orchard") as at:
        await at.press("h")
        at.screen.section_tree.rows.focus()
        ferry = id_of(library, "Ferry")
        at.screen.section_tree.rows.go_to(ArticleKey(ferry))
        await at.press("s")
        assert library.state(ferry)["starred"]
        await at.press("u")
        assert not library.state(ferry).get("starred")
        assert len(at.quotes) == 1
        await at.press("ctrl+r")
        assert library.state(ferry)["starred"]
        await at.press("escape", "c", "u", "u")
        assert library.state(ferry)["starred"]


async def test_undo_goes_to_the_mark_that_comes_back(desk: OpenDesk) -> None:
    async with desk("Orchard", size=(80, 24)) as at:
        await at.press("h", "x", "G")
        assert at.screen.body.top_line > 0
        await at.press("u")
        assert at.sentence.startswith("Tree 0")
        assert at.screen.body.top_line == 0


async def test_undoing_a_new_version_brings_the_old_one_to_the_page(
    desk: OpenDesk, tmp_path: Path
) -> None:
    async with desk() as at:
        source = tmp_path / "harbour.md"
        later = source.read_text(encoding="utf-8") + "\nA later word.\n"
        source.write_text(later, encoding="utf-8")
        await at.press("U")
        assert "A later word." in at.text
        await at.press("u")
        assert "A later word." not in at.text
        assert "undid" in at.said


def test_the_commands_that_undo_are_commands() -> None:
    assert set(COMMANDS) >= KEEPS_SUBJECT
