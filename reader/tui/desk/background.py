"""Work that may block, done one after the other off the paint path."""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from reader.errors import ReaderError
from reader.tui.desk.side_thread import SideThread

if TYPE_CHECKING:
    from textual.worker import WorkType

    from reader.tui.screens.reading import ReadingScreen

Value = TypeVar("Value")


class Background:
    """Threads for one screen: one saves, in order; the others read, and wait for nobody.

    Each kind of reading has a thread of its own, so that none waits for a slow one: the disk, the
    network, feeds, a search, the index of the search, and the facts of an article.

    What a call returns is handed on in the screen's own thread, so only that touches widgets.
    """

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self._saving = ThreadPoolExecutor(1, "saving")
        self._reading = SideThread("reading")
        self._thinking = SideThread("thinking")
        self._fetching = SideThread("fetching")
        self._searching = SideThread("searching")
        self._indexing = SideThread("indexing")
        self._feeding = SideThread("feeding")
        self._unsaved: list[Future[Any]] = []

    @property
    def unsaved(self) -> int:
        """How many changes are on their way to the disk."""
        return len(self._unsaved)

    def save(
        self,
        call: Callable[[], Value],
        then: Callable[[Value], None] | None = None,
        failed: Callable[[ReaderError], None] | None = None,
    ) -> None:
        """Change the library by *call*, after all changes before it; then go on with *then*.

        The bottom line says “saved” only when every change is durable. When it cannot be saved,
        *failed* is called and the bottom line says why.
        """
        future = self._saving.submit(call)
        self._unsaved.append(future)
        self._screen.status.show_state("saving")
        begun_later: WorkType[None] = partial(self._await_saved, future, then, failed)  # as below
        self._screen.run_worker(begun_later, group="saving")

    async def _await_saved(
        self,
        future: Future[Value],
        then: Callable[[Value], None] | None,
        failed: Callable[[ReaderError], None] | None,
    ) -> None:
        """Wait for one change, and tell what came of it."""
        try:
            # Shielded: that the screen is going must not call off what is yet to be saved.
            value = await asyncio.shield(asyncio.wrap_future(future))
        except Exception as error:  # noqa: BLE001  # the edge: whatever went wrong must be told
            self._unsaved.remove(future)
            self._screen.status.show_state("failed")
            self._tell(error, failed)
            return
        self._unsaved.remove(future)
        if not self._unsaved:
            waiting = self._screen.unsaved.waiting
            self._screen.status.show_state("failed" if waiting else "saved")
        if then is not None:
            then(value)

    def read(
        self,
        call: Callable[[], Value],
        then: Callable[[Value], None],
        failed: Callable[[ReaderError], None] | None = None,
    ) -> None:
        """Read by *call*; go on with *then*, or tell why it could not be read."""
        self._ask(self._reading, "reading", call, then, failed)

    def fetch(
        self,
        call: Callable[[], Value],
        then: Callable[[Value], None],
        failed: Callable[[ReaderError], None] | None = None,
    ) -> None:
        """Read by *call* what may have to come from the network, without holding up the rest."""
        self._ask(self._fetching, "fetching", call, then, failed)

    def feed(
        self,
        call: Callable[[], Value],
        then: Callable[[Value], None],
        failed: Callable[[ReaderError], None] | None = None,
    ) -> None:
        """Ask feeds by *call*, which may take minutes; pages that are fetched need not wait."""
        self._ask(self._feeding, "feeding", call, then, failed)

    def search(
        self,
        call: Callable[[], Value],
        then: Callable[[Value], None],
        failed: Callable[[ReaderError], None] | None = None,
    ) -> None:
        """Search by *call*."""
        self._ask(self._searching, "searching", call, then, failed)

    def index(
        self,
        call: Callable[[], Value],
        then: Callable[[Value], None],
        failed: Callable[[ReaderError], None] | None = None,
    ) -> None:
        """Bring the index of the search up to date by *call*, which may take minutes."""
        self._ask(self._indexing, "indexing", call, then, failed)

    def think(
        self,
        call: Callable[[], Value],
        then: Callable[[Value], None],
        failed: Callable[[ReaderError], None] | None = None,
    ) -> None:
        """Work out by *call* what may take seconds, without holding up what is being read."""
        self._ask(self._thinking, "thinking", call, then, failed)

    def _ask(
        self,
        thread: SideThread,
        group: str,
        call: Callable[[], Value],
        then: Callable[[Value], None],
        failed: Callable[[ReaderError], None] | None,
    ) -> None:
        """Wait for what *thread* is to find, unless the screen goes before it was asked."""

        async def wait() -> None:
            try:
                value = await asyncio.wrap_future(thread.submit(call))
            except Exception as error:  # noqa: BLE001  # the edge, as above
                self._tell(error, failed)
                return
            then(value)

        begun_later: WorkType[None] = wait  # a coroutine made now would be lost with the screen
        self._screen.run_worker(begun_later, group=group)

    def _tell(self, error: Exception, failed: Callable[[ReaderError], None] | None) -> None:
        """Say what went wrong; the trace of what nobody foresaw goes to a file."""
        if not isinstance(error, ReaderError):
            error = self._unforeseen(error)
        self._screen.tell(str(error), error=True)
        if failed is not None:
            failed(error)

    def _unforeseen(self, error: Exception) -> ReaderError:
        """Write the trace of *error* down, and return what to say of it."""
        log = self._screen.paths.cache / "errors.log"
        try:
            log.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with log.open("a", encoding="utf-8") as file:
                file.writelines(traceback.format_exception(error))
        except OSError:
            return ReaderError("", f"an error of the program itself: {error!r}")
        return ReaderError("", f"an error of the program itself: {error!r}", f"see {log}")

    def finish(self) -> list[str]:
        """Wait until every change is durable; what is still being read is broken off.

        Returns:
            A line for each change that could not be saved and was not told on the screen.
        """
        self._saving.shutdown(wait=True)
        return [str(error) for future in self._unsaved if (error := future.exception())]
