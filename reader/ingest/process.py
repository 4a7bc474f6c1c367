"""The other end of the worker: starts it, asks it, and ends it when it is too slow or idle."""

import json
import subprocess
import sys
import threading
import weakref
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.article.model import Article
from reader.errors import IngestError, TooLargeError
from reader.ingest.frames import ENTRY, FEED, FrameError, read_answer, write_request

if TYPE_CHECKING:
    from reader.ingest.feeds.model import Entry, Feed

_ROOT = str(Path(__file__).resolve().parents[2])
_START = (
    "import sys\n"
    "if sys.argv[1] not in sys.path: sys.path.insert(0, sys.argv[1])\n"
    "from reader.ingest.worker import main\n"
    "sys.exit(main(sys.argv[2:]))"
)
_REMEDY = "save its text, and add that file"
_GRACE_S = 2.0


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
        self._memory_mb = memory_mb
        self._idle_s = idle_s
        self._asking = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._idle: threading.Timer | None = None

    @property
    def pid(self) -> int | None:
        """The worker's process id, None when none is running."""
        process = self._process
        return process.pid if process is not None and process.poll() is None else None

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
        self._stop_idling()
        process, self._process = self._process, None
        if process is not None:
            _end(process)

    def _answer(self, about: dict[str, str | None], data: bytes, subject: str) -> dict[str, Any]:
        """Return the worker's answer, unless it tells of an error."""
        with self._asking:
            self._stop_idling()
            try:
                answer = self._ask(about, data, subject)
            finally:
                self._start_idling()
        if "error" in answer:
            raise _error(answer["error"])
        return answer

    def _ask(self, about: dict[str, Any], data: bytes, subject: str) -> dict[str, Any]:
        """Return the worker's answer; a worker that gives none is ended."""
        process = self._running()
        assert process.stdin is not None
        assert process.stdout is not None
        late = threading.Event()
        timer = threading.Timer(self._timeout_s, _kill, (process, late))
        timer.daemon = True
        timer.start()
        try:
            write_request(process.stdin, about, data)
            return read_answer(process.stdout)
        except (FrameError, OSError, ValueError) as error:
            self._process = None
            _end(process)
            raise _silence(subject, self._timeout_s, late.is_set()) from error
        finally:
            timer.cancel()

    def _running(self) -> subprocess.Popen[bytes]:
        """Return the worker, started if it is not there."""
        process = self._process
        if process is not None and process.poll() is None:
            return process
        if process is not None:
            _end(process)
        seconds = str(int(self._timeout_s) + 5)
        self._process = process = subprocess.Popen(
            [sys.executable, "-P", "-c", _START, _ROOT, str(self._memory_mb), seconds],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        weakref.finalize(self, _end, process)
        return process

    def _start_idling(self) -> None:
        """End the worker when nothing is asked for a while."""
        self._idle = threading.Timer(self._idle_s, self._end_idle)
        self._idle.daemon = True
        self._idle.start()

    def _stop_idling(self) -> None:
        """Keep the worker for what is asked now."""
        if self._idle is not None:
            self._idle.cancel()

    def _end_idle(self) -> None:
        """End the worker, unless it has just been asked again."""
        if self._asking.acquire(blocking=False):
            try:
                process, self._process = self._process, None
                if process is not None:
                    _end(process)
            finally:
                self._asking.release()


def _kill(process: subprocess.Popen[bytes], late: threading.Event) -> None:
    """Kill a worker that takes too long."""
    late.set()
    process.kill()


def _end(process: subprocess.Popen[bytes]) -> None:
    """Kill the worker if it still runs, and leave neither a zombie nor an open pipe."""
    process.kill()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            try:
                stream.close()
            except OSError:
                continue  # what was still to be written has nobody left to read it
    process.wait(_GRACE_S)


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
