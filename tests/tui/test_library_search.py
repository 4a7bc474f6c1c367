"""Searching the whole library from the screen."""

import threading
from collections.abc import Callable
from typing import Any

import pytest

from reader.errors import StoreError
from reader.library import Library
from reader.tui.desk import indexing, library_search
from tests.tui.conftest import Desk, OpenDesk, id_of


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Search at once after a key."""
    monkeypatch.setattr(library_search, "TYPED_S", 0.001)


async def search(at: Desk, query: str) -> None:
    """Ask for *query*."""
    await at.press("ctrl+f")
    await at.type(query)
    await at.settle()


async def test_what_is_found_in_articles_and_notes_is_listed_as_one_types(
    desk: OpenDesk, library: Library
) -> None:
    harbour = id_of(library, "Harbour")
    library.annotate(harbour, quote="The county paid half.", note="ask about the ferry")
    async with desk("Orchard") as at:
        await search(at, "ferry")
        assert "2 found" in at.text
        assert "▤ Ferry runs aground" in at.text
        assert "¶ Harbour to reopen" in at.text
        assert "The Long Acre · 2 Mar 2026" in at.text
        await at.press("tab")
        assert "Search: articles " in at.text
        assert "¶ Harbour" not in at.text
        await at.press("tab")
        assert "▤ Ferry" not in at.text
        assert "¶ Harbour" in at.text


async def test_enter_opens_the_article_at_the_words_and_n_goes_on(desk: OpenDesk) -> None:
    async with desk("Orchard") as at:
        await at.press("j", "j", "j")
        before = at.sentence
        await search(at, "quay")
        await at.press("enter")
        assert at.screen.article is not None
        assert at.screen.article.title.startswith("Harbour")
        assert not at.screen.library_search.is_open
        assert "quay" in at.sentence
        assert len(at.screen.body.matches) == 3
        first = at.sentence
        await at.press("n")
        assert "quay" in at.sentence
        assert at.sentence != first
        await at.press("less_than_sign")
        assert at.screen.article.title.startswith("Orchard")
        assert at.sentence == before


async def test_enter_on_a_note_goes_to_its_mark(desk: OpenDesk, library: Library) -> None:
    harbour = id_of(library, "Harbour")
    library.annotate(harbour, quote="The county paid half.", note="zebra crossing")
    async with desk("Orchard") as at:
        await search(at, "zebra")
        await at.press("enter")
        assert at.sentence == "The county paid half."


async def test_escape_leaves_the_page_as_it_was(desk: OpenDesk) -> None:
    async with desk("Orchard", size=(80, 24)) as at:
        await at.press("space", "space", "j")
        top, sentence = at.screen.body.top_line, at.sentence
        await search(at, "quay")
        await at.press("escape")
        assert (at.screen.body.top_line, at.sentence) == (top, sentence)
        assert at.screen.focused is at.screen.body


async def test_keys_of_the_page_are_typed_into_the_search(desk: OpenDesk) -> None:
    async with desk() as at:
        await search(at, "hcaxq")
        assert at.quotes == []
        assert "hcaxq" in at.text


async def test_nothing_found_is_said_with_what_was_meant(desk: OpenDesk) -> None:
    async with desk() as at:
        await search(at, "harbuor")
        assert "Nothing has these words." in at.text
        assert "Did you mean “harbour”?" in at.text
        await at.press("enter")
        assert "▤ Harbour to reopen" in at.text


async def test_up_brings_the_earlier_search_back(desk: OpenDesk) -> None:
    async with desk() as at:
        await search(at, "quay")
        await at.press("enter")
        await search(at, "ferry")
        await at.press("enter", "ctrl+f", "up", "up")
        await at.settle()
        assert "3 of" not in at.text
        assert at.screen.library_search.form is not None
        assert at.screen.library_search.form.query_typed == "quay"


async def test_an_overtaken_search_shows_nothing(
    desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    go = threading.Event()
    find = Library.search
    asked = []

    def slow(self: Library, query: str, **options: Any) -> list[Any]:
        asked.append(query)
        if query == "ferry":
            go.wait(5)
        return find(self, query, **options)

    monkeypatch.setattr(Library, "search", slow)
    async with desk() as at:
        await at.pilot.press("ctrl+f")
        at.screen.library_search.look("ferry")
        await at.pilot.pause(0.05)
        at.screen.library_search.look("orchard")
        at.screen.library_search.look("quay")
        go.set()
        await at.settle()
        assert asked == ["ferry", "quay"]
        assert "▤ Harbour" in at.text
        assert "▤ Ferry" not in at.text


async def test_an_index_that_cannot_be_asked_is_said_in_the_list(
    desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any, **__: Any) -> list[Any]:
        raise StoreError("index.sqlite", "the disk does not answer", "try again")

    monkeypatch.setattr(Library, "search", broken)
    async with desk() as at:
        await search(at, "quay")
        assert "index.sqlite: the disk does not answer; try again" in at.text
        await at.press("escape", "j")
        assert not at.screen.library_search.is_open


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)])
async def test_the_words_are_seen_at_every_size(desk: OpenDesk, size: tuple[int, int]) -> None:
    async with desk(size=size) as at:
        await search(at, "gallery")
        assert "Harbour to" in at.text
        assert "gallery" in at.text.split("Search:")[1].split("\n", 2)[2]


async def test_it_says_how_far_a_first_indexing_has_come(
    desk: OpenDesk, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    go = threading.Event()

    def index(progress: Callable[[int, int], None]) -> int:
        progress(5, 20)
        go.wait(5)
        return 0

    monkeypatch.setattr(library.texts, "index", index)
    monkeypatch.setattr(indexing, "PROGRESS_S", 0.01)
    async with desk() as at:
        await at.pilot.press("ctrl+f")
        for _ in range(100):
            await at.pilot.pause(0.02)
            if "indexing 5 of 20 articles" in at.text:
                break
        assert "indexing 5 of 20 articles" in at.text
        go.set()
        await at.settle()
        at.screen.library_search.look("quay")
        await at.settle()
        assert "indexing" not in at.text
