"""What another running copy changes shows here, and leaves alone what one is doing."""

import asyncio
import subprocess
import sys
from collections.abc import Callable

from reader.config import Config
from reader.library import Library
from reader.paths import Paths
from reader.tui.desk.elsewhere import POLL_S
from reader.tui.widgets.note_editor import NoteEditor
from tests.tui.conftest import Desk, OpenDesk, id_of


def reader(paths: Paths, *arguments: str) -> None:
    """Run the command in a process of its own."""
    command = [sys.executable, "-m", "reader", "--data-dir", str(paths.data), *arguments]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


async def until(at: Desk, holds: Callable[[], bool]) -> None:
    """Wait until what another copy did shows."""
    for _ in range(200):
        if holds():
            return
        await at.pilot.pause(0.05)
    raise AssertionError(at.text)


async def elsewhere(paths: Paths, *arguments: str) -> None:
    """Run the command in a process of its own, while the screen goes on."""
    await asyncio.to_thread(reader, paths, *arguments)


def test_it_looks_more_than_once_a_second() -> None:
    assert POLL_S <= 0.5


async def test_a_mark_made_elsewhere_shows_and_leaves_cursor_scroll_and_selection_alone(
    desk: OpenDesk, library: Library, paths: Paths
) -> None:
    async with desk("Orchard", size=(80, 24)) as at:
        await at.press("space", "space", "v", "w")
        body = at.screen.body
        before = (body.top_line, body.cursor, body.selection)
        article = id_of(library, "Orchard")
        await elsewhere(paths, "annotate", article, "--quote", "Tree 3 bore fruit")
        await until(at, lambda: any(mark.quote == "Tree 3 bore fruit" for mark in body.marks))
        assert (body.top_line, body.cursor, body.selection) == before


async def test_a_note_being_written_outlives_that_its_mark_is_deleted_elsewhere(
    desk: OpenDesk, library: Library, paths: Paths
) -> None:
    async with desk() as at:
        await at.press("h", "a")
        await at.type("kept words")
        mark = library.marks(id_of(library, "Harbour"))[0]
        with_other = Library.open(paths, Config())
        await asyncio.to_thread(with_other.delete_mark, mark.id)
        with_other.close()
        await until(at, lambda: not at.screen.body.marks)
        editor = at.screen.query_one(NoteEditor)
        assert editor.is_open
        assert editor.area.text == "kept words"
        await at.press("ctrl+s")
        assert "the note waits as a draft" in at.said
        await at.press("escape", "u")
        await at.settle()
        await at.press("a")
        assert editor.area.text == "kept words"


async def test_of_a_note_written_in_two_copies_at_once_both_texts_stay(
    desk: OpenDesk, library: Library, paths: Paths
) -> None:
    async with desk() as at:
        await at.press("h", "a")
        await at.type("mine")
        mark = library.marks(id_of(library, "Harbour"))[0]
        with_other = Library.open(paths, Config())
        await asyncio.to_thread(with_other.change_mark, mark.id, note="theirs")
        with_other.close()
        await until(at, lambda: at.screen.body.marks[0].note == "theirs")
        await at.press("ctrl+s")
        saved = library.mark(mark.id)
        assert (saved.note, saved.more["conflicts"]) == ("mine", [{"note": "theirs"}])
        assert "another copy had changed it too" in at.said
        await at.press("a")
        await at.type(" and mine")
        await at.press("ctrl+s")
        assert len(library.mark(mark.id).more["conflicts"]) == 1
        assert "another copy" not in at.said


async def test_an_article_sent_to_the_trash_elsewhere_stays_on_the_page_and_is_told(
    desk: OpenDesk, library: Library, paths: Paths
) -> None:
    async with desk() as at:
        await elsewhere(paths, "remove", id_of(library, "Harbour"))
        await until(at, lambda: "moved to the trash by another copy" in at.text)
        assert "The harbour at Skarrow" in at.text
        await at.press("u")
        assert not library.state(at.screen.article.id).get("removed")  # type: ignore[union-attr]


async def test_an_article_purged_elsewhere_can_be_read_on_and_joins_again(
    desk: OpenDesk, library: Library, paths: Paths
) -> None:
    async with desk() as at:
        await at.press("h")
        await elsewhere(paths, "remove", "--purge", id_of(library, "Harbour"))
        await until(at, lambda: "deleted for good by another copy" in at.text)
        assert at.screen.body.marks == ()
        await at.press("h")
        assert len(at.quotes) == 1
        assert id_of(library, "Harbour")
