"""The screen begins where it was left."""

from pathlib import Path

from reader.config import Config
from reader.library import Library
from reader.paths import Paths
from reader.tui.desk.beginning import begin_with
from tests.tui.conftest import OpenDesk, id_of


def begun(library: Library) -> str:
    """Return the headline of the article that the screen would begin with."""
    opened = begin_with(library, None, None)
    assert opened is not None
    return opened.article.title


async def test_the_screen_begins_with_the_article_that_was_open_last(
    desk: OpenDesk, library: Library
) -> None:
    async with desk("Harbour") as at:
        await at.press("K")
        assert at.screen.article is not None
        last = at.screen.article.title
    assert begun(library) == last
    assert library.undo() is None


async def test_starting_reads_no_other_article(desk: OpenDesk, library: Library) -> None:
    async with desk("Harbour"):
        pass
    before = [row.id for row in library.rows(unread=True)]
    opened = begin_with(library, None, None)
    assert opened is not None
    assert opened.state["read"]
    assert [row.id for row in library.rows(unread=True)] == before


async def test_an_article_that_was_thrown_away_is_not_begun_with(
    desk: OpenDesk, library: Library
) -> None:
    async with desk("Harbour"):
        pass
    gone = id_of(library, "Harbour")
    library.remove([gone])
    assert begun(library) == next(row.title for row in library.rows() if row.unread)
    library.remove([gone], purge=True)
    assert begun(library) == next(row.title for row in library.rows() if row.unread)


def test_a_library_that_nobody_has_read_in_begins_with_the_latest_unread_article(
    library: Library,
) -> None:
    assert begun(library) == library.rows()[0].title


def test_an_empty_library_begins_with_the_tour(tmp_path: Path) -> None:
    library = Library.open(Paths.below(tmp_path / "new"), Config())
    assert "tour" in begun(library)
    library.close()
