"""Sorting what is new: shelves in the tree, several articles at once, all of it undone."""

from reader.library import Library
from tests.tui.conftest import Desk, OpenDesk, id_of


async def to_row(at: Desk, words: str) -> None:
    """Move the tree's cursor to the row that starts with *words*."""
    rows = at.screen.section_tree.rows
    await at.press("g")
    for _ in range(40):
        if rows.current is not None and rows.current.text.startswith(words):
            return
        await at.press("j")
    raise AssertionError(at.text)


def said_of(library: Library, title: str) -> dict[str, object]:
    """Return the state of the article whose headline starts with *title*."""
    return library.state(id_of(library, title))


async def test_shelves_gather_what_is_starred_kept_and_unread(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("s")
        assert "Starred" in at.text
        await at.press("l")
        assert "Later" in at.text
        await at.press("tab", "tab")
        at.screen.set_focus(at.screen.section_tree.rows)
        await to_row(at, "Unread")
        assert at.screen.section_tree.rows.current.aside == "2"  # type: ignore[union-attr]
        await at.press("enter", "j", "enter")
        assert at.screen.article is not None
        assert not at.screen.article.title.startswith("Harbour")
        at.screen.set_focus(at.screen.section_tree.rows)
        await to_row(at, "Unread")
        assert at.screen.section_tree.rows.current.aside == "1"  # type: ignore[union-attr]
        await at.press("left")
        assert at.screen.section_tree.rows.current.sign == "▸"  # type: ignore[union-attr]


async def test_several_articles_are_picked_and_starred_at_once(desk: OpenDesk) -> None:
    async with desk() as at:
        at.screen.set_focus(at.screen.section_tree.rows)
        await to_row(at, "Ferry")
        await at.press("v")
        assert "1 article picked" in at.said
        await to_row(at, "Orchard")
        await at.press("v")
        assert at.text.count("✓ ") >= 2
        await at.press("s")
        assert "starred: 2 articles" in at.said
        assert said_of(at.library, "Ferry")["starred"]
        assert said_of(at.library, "Orchard")["starred"]
        assert at.screen.section_tree.picked == []
        await at.press("u")
        assert not said_of(at.library, "Ferry").get("starred")
        assert not said_of(at.library, "Orchard").get("starred")


async def test_several_articles_get_tags_and_keep_their_own(desk: OpenDesk) -> None:
    async with desk() as at:
        at.library.set_state([id_of(at.library, "Ferry")], "", tags=["sea"])
        at.screen.refresh_tree()
        at.screen.set_focus(at.screen.section_tree.rows)
        await to_row(at, "Ferry")
        await at.press("v")
        await to_row(at, "Orchard")
        await at.press("v", "#")
        assert "tags of 2 articles:" in at.said
        await at.type("county")
        await at.press("enter")
        assert said_of(at.library, "Ferry")["tags"] == ["sea", "county"]
        assert said_of(at.library, "Orchard")["tags"] == ["county"]
        assert at.screen.section_tree.rows.has_focus
        await at.press("u")
        assert said_of(at.library, "Ferry")["tags"] == ["sea"]


async def test_several_go_to_the_trash_and_come_back_from_it(desk: OpenDesk) -> None:
    async with desk() as at:
        at.screen.set_focus(at.screen.section_tree.rows)
        await to_row(at, "Ferry")
        await at.press("v")
        await to_row(at, "Orchard")
        await at.press("v", "D")
        assert "in the trash, u brings them back: 2 articles" in at.said
        assert len(at.library.rows()) == 1
        await to_row(at, "Trash")
        await at.press("enter", "j", "enter")
        assert "In the trash" in at.text
        at.screen.set_focus(at.screen.section_tree.rows)
        await at.press("D")
        assert "out of the trash:" in at.said
        assert len(at.library.rows()) == 2


async def test_escape_lets_go_of_what_was_picked(desk: OpenDesk) -> None:
    async with desk() as at:
        at.screen.set_focus(at.screen.section_tree.rows)
        await to_row(at, "Ferry")
        await at.press("v", "escape")
        assert at.screen.section_tree.picked == []
        assert at.screen.section_tree.rows.has_focus
        await to_row(at, "Saved")
        await at.press("v")
        assert "v picks articles, and this is none" in at.said
        await at.press("escape")
        assert at.screen.body.has_focus


async def test_what_is_archived_leaves_its_section_when_one_goes_on(desk: OpenDesk) -> None:
    async with desk() as at:
        await at.press("e", ".")
        tree = at.screen.section_tree
        assert id_of(at.library, "Harbour") not in tree.order
        assert "Archive" in at.text
        at.screen.set_focus(tree.rows)
        await to_row(at, "Archive")
        await at.press("enter", "j", "enter")
        assert at.screen.article is not None
        assert at.screen.article.title.startswith("Harbour")
        await at.press("e")
        assert "back from the archive" in at.said
        assert id_of(at.library, "Harbour") in tree.order


async def test_tags_that_all_have_can_be_taken_from_all(library: Library) -> None:
    ids = [row.id for row in library.rows()]
    library.retag(ids, ["#a", "b"], [])
    library.retag(ids, [], ["a"])
    assert {tuple(library.state(one)["tags"]) for one in ids} == {("b",)}
    library.retag(ids, ["b"], ["c"])
    assert library.undo() == "article tags"
    assert {tuple(library.state(one)["tags"]) for one in ids} == {("a", "b")}


async def test_a_section_that_is_called_like_a_shelf_has_a_row_of_its_own(desk: OpenDesk) -> None:
    async with desk() as at:
        ids = [row.id for row in at.library.rows()]
        at.library.set_state(ids[:1], "star", starred=True, section="Starred")
        at.screen.refresh_tree()
        at.screen.section_tree.rows.focus()
        await at.settle()
        rows = at.screen.section_tree.rows
        named = [row.key for row in rows.rows if row.text == "Starred"]
        assert len(set(named)) == 2
        rows.go_to(named[1])
        before = len(rows.rows)
        await at.press("enter")
        assert len(rows.rows) < before
        assert rows.current is not None
        assert rows.current.key == named[1]
