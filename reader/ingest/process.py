"""The other end of the worker that reads pages: asks it, and tells what it could not read."""

import json
from dataclasses import replace
from typing import IO, TYPE_CHECKING, Any

from reader.article.model import Article
from reader.errors import IngestError, TooLargeError
from reader.ingest.frames import ENTRY, FEED, FrameError, read_answer, write_request
from reader.workers.process import SilenceError, WorkerProcess

if TYPE_CHECKING:
    from reader.ingest.feeds.model import Entry, Feed

_REMEDY = "save its text, and add that file"


class IngestProcess:
    """One worker process for all pages, one page at a time.

    It starts with the first page, starts anew when it has died, and ends after a while without
    pages. Any thread may use it.

    Args:
        timeout_s: how many seconds one page may take, the worker's start among them.
        memory_mb: how many MiB of address space the worker may have.
        idle_s: after how many seconds without a page it ends.
    """

    def __init__(
        self, timeout_s: float = 10.0, memory_mb: int = 1024, idle_s: float = 60.0
    ) -> None:
        self._timeout_s = timeout_s
        arguments = [str(memory_mb), str(int(timeout_s) + 5)]
        self._worker = WorkerProcess(
            "reader.ingest.worker", arguments, timeout_s=timeout_s, idle_s=idle_s
        )

    @property
    def pid(self) -> int | None:
        """The worker's process id, None when none is running."""
        return self._worker.pid

    def ingest(
        self,
        data: bytes,
        *,
        url: str | None = None,
        kind: str | None = None,
        **about: str | None,
    ) -> Article:
        """Return the article of the document *data*.

        Args:
            data: the document.
            url: where it came from.
            kind: its format; told by its content when None.
            about: what else a ``Document`` knows: subject, path, name, charset.

        Raises:
            IngestError: if it is no article, or was not read within the time or memory.
        """
        subject = about.get("subject") or url or "the source"
        answer = self._answer({"url": url, "kind": kind, **about}, data, subject)
        return Article.from_dict(answer["article"])

    def read_feed(self, data: bytes, *, url: str, charset: str | None = None) -> "Feed":
        """Return the feed in *data*, which was found at *url*.

        Raises:
            IngestError: if it is no feed, or was not read within the time or memory.
        """
        from reader.ingest.feeds.model import Feed

        answer = self._answer({"url": url, "kind": FEED, "charset": charset}, data, url)
        return Feed.from_dict(answer["feed"])

    def read_entry(self, entry: "Entry", feed: "Feed") -> Article:
        """Return the article that *entry* of *feed* is, as far as the feed gives it.

        Raises:
            IngestError: if it was not read within the time or memory.
        """
        alone = json.dumps(replace(feed, entries=(entry,)).as_dict()).encode("ascii")
        subject = entry.url or feed.url
        return Article.from_dict(
            self._answer({"url": subject, "kind": ENTRY}, alone, subject)["article"]
        )

    def close(self) -> None:
        """End the worker, whatever it is doing; a later page starts another."""
        self._worker.close()

    def _answer(self, about: dict[str, str | None], data: bytes, subject: str) -> dict[str, Any]:
        """Return the worker's answer, unless it tells of an error."""

        def exchange(requests: IO[bytes], answers: IO[bytes]) -> dict[str, Any]:
            try:
                write_request(requests, about, data)
                return read_answer(answers)
            except FrameError as error:
                raise EOFError(*error.args) from error

        try:
            answer = self._worker.ask(exchange)
        except SilenceError as silent:
            raise _silence(subject, self._timeout_s, silent.late) from silent
        if "error" in answer:
            raise _error(answer["error"])
        return answer


def _silence(subject: str, seconds: float, late: bool) -> IngestError:
    """Return the error for a worker that gave no answer."""
    if late:
        return IngestError(subject, f"took longer than {seconds:g} seconds to read", _REMEDY)
    return IngestError(subject, "was too much for the process that reads pages", _REMEDY)


def _error(told: list[str]) -> IngestError:
    """Return the error that the worker told of."""
    name, subject, problem, remedy = told
    kind = TooLargeError if name == "TooLargeError" else IngestError
    return kind(subject, problem, remedy)
