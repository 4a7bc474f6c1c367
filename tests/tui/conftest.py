"""A real library with a few articles, and the screen on it, driven as a reader drives it."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from reader.article.model import Article
from reader.config import Config
from reader.library import Library, fact_book
from reader.paths import Paths
from reader.tui.app import ReaderApp
from reader.tui.desk import browsing, facts_pane, following
from reader.tui.desk.articles import open_held
from reader.tui.desk.opened import Opened
from reader.tui.screens.reading import ReadingScreen
from reader.workers.process import WorkerProcess

HARBOUR = """\
---
title: Harbour to reopen in spring
author: Mira Osei
publisher: The Long Acre
date: 2026-03-02
---
The harbour at Skarrow will reopen in spring. The council voted 14 to 3 on Monday.
Repairs cost £4.2 million, 12% more than planned.

## The vote

“We kept our word,” said Mayor Odile Marchbanks. Nobody in the gallery clapped.

- The north quay opens first.
- The south quay follows in June.

## The money

The county paid half. The rest came from fees.

| Quay | Cost |
| --- | --- |
| North | £2 million |
| South | £2.2 million |
"""

FERRY = """\
# Ferry runs aground

No one was hurt. The ferry was pulled free by noon.
"""

ORCHARD = "# Orchard sold\n\n" + "\n\n".join(
    f"Tree {number} bore fruit in the year it was counted. It was cut down in the next."
    for number in range(60)
)


PAUSE_S = 0.006
"""How long to wait for what may follow; the screen's own delays are made shorter than that."""

LONG = 12


@dataclass
class Desk:
    """A running screen."""

    pilot: Pilot[None]
    screen: ReadingScreen
    library: Library

    async def press(self, *keys: str) -> None:
        """Press *keys*, and wait until what they set off is done."""
        for key in keys:
            await self.pilot.press(key)
            await self.settle(1)
        await self.settle(2)

    async def burst(self, *keys: str) -> None:
        """Press *keys* all at once, as a slow line delivers them, then wait."""
        for key in keys:
            self.pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await self.settle()

    async def type(self, words: str) -> None:
        """Type *words*; many at once are pasted, which is quicker."""
        if len(words) > LONG:
            self.pilot.app.post_message(events.Paste(words))
            await self.settle()
        else:
            await self.press(*({" ": "space"}.get(sign, sign) for sign in words))

    async def settle(self, rounds: int = 3) -> None:
        """Wait until nothing is being read, saved or about to follow."""
        for _ in range(rounds):
            await self.pilot.app.workers.wait_for_complete()
            await self.pilot.pause(PAUSE_S)

    @property
    def text(self) -> str:
        """What stands on the terminal."""
        strips = self.screen._compositor.render_strips()
        return "\n".join(strip.text for strip in strips)

    @property
    def said(self) -> str:
        """What the bottom line says, on as many rows as it takes."""
        return "\n".join(self.text.splitlines()[-max(1, self.screen.status.size.height) :])

    @property
    def sentence(self) -> str:
        """The sentence at the cursor."""
        article, cursor = self.screen.article, self.screen.body.cursor
        return article.text[slice(*cursor)] if article and cursor else ""

    @property
    def quotes(self) -> list[str]:
        """The words of each mark that the library holds of the open article."""
        article = self.screen.article
        return [mark.quote for mark in self.library.marks(article.id)] if article else []


async def take_turns(min_sleep: float = 0.0, max_sleep: float = 0.0) -> None:
    """Let all else have its turn once; what is waited for beyond that, `Desk.settle` waits for."""
    await asyncio.sleep(0.001)


OpenDesk = Callable[..., AbstractAsyncContextManager[Desk]]


@pytest.fixture(autouse=True)
def no_delays(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what follows a key follow it at once."""
    monkeypatch.setattr(following, "FOLLOW_S", 0.001)
    monkeypatch.setattr(facts_pane, "FACTS_S", 0.001)
    monkeypatch.setattr("textual.app.wait_for_idle", take_turns)
    monkeypatch.setattr("textual.pilot.wait_for_idle", take_turns)


@pytest.fixture(scope="session")
def facts_worker() -> Iterator[WorkerProcess]:
    """Return one process that finds facts for all tests, for each start takes a while."""
    made = fact_book.new_worker()
    yield made
    made.close()


@pytest.fixture(autouse=True)
def a_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the tests run on a computer with a browser; none of them opens it."""
    monkeypatch.setattr(browsing, "has_browser", lambda: True)


@pytest.fixture(autouse=True)
def shared_worker(facts_worker: WorkerProcess, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every library of the test ask the one process."""

    class Shared(fact_book.FactBook):
        _worker = facts_worker

    monkeypatch.setattr(fact_book, "FactBook", Shared)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths.below(tmp_path / "data")


@pytest.fixture
def library(paths: Paths, tmp_path: Path) -> Iterator[Library]:
    """Hold three articles: one with headings, quotes and a table, a short one, a long one."""
    library = Library.open(paths, Config())
    for name, text in (("orchard", ORCHARD), ("ferry", FERRY), ("harbour", HARBOUR)):
        source = tmp_path / f"{name}.md"
        source.write_text(text, encoding="utf-8")
        added = library.add(str(source))
        assert added.status == "added", added
    yield library
    library.close()


def id_of(library: Library, title: str) -> str:
    """Return the id of the article whose headline starts with *title*."""
    return next(row.id for row in library.rows() if (row.title or "").startswith(title))


@pytest.fixture
def desk(library: Library, paths: Paths) -> OpenDesk:
    """Return what opens the screen on an article of the library."""

    @asynccontextmanager
    async def open_desk(
        title: str = "Harbour",
        *,
        size: tuple[int, int] = (120, 40),
        config: Config | None = None,
        guest: Article | None = None,
    ) -> AsyncIterator[Desk]:
        first = (
            Opened(guest, (), {}, False)
            if guest is not None
            else open_held(library, id_of(library, title))
            if title
            else None
        )
        app = ReaderApp(library, config or Config(), paths, first)
        async with app.run_test(size=size) as pilot:
            running = Desk(pilot, app.reading, library)
            await running.settle()
            yield running
            await running.settle()
        app.reading.background.finish()

    return open_desk
