"""The end that asks a worker: starts it, and ends it when it is too slow, idle or not needed."""

import subprocess
import sys
import threading
import weakref
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, NamedTuple, TypeVar

Answer = TypeVar("Answer")
Exchange = Callable[[IO[bytes], IO[bytes]], Answer]
"""Writes a request to the worker's input and returns what its output answers.

It raises OSError, EOFError or ValueError when what comes is no answer.
"""

_ROOT = str(Path(__file__).resolve().parents[2])
_START = (
    "import sys\n"
    "if sys.argv[1] not in sys.path: sys.path.insert(0, sys.argv[1])\n"
    "from importlib import import_module\n"
    "sys.exit(import_module(sys.argv[2]).main(sys.argv[3:]))"
)
_GRACE_S = 2.0


class SilenceError(Exception):
    """A worker gave no answer.

    Args:
        late: whether it was ended because it took too long.
    """

    def __init__(self, late: bool) -> None:
        super().__init__(late)
        self.late = late


class _Worker(NamedTuple):
    """A process that runs, and what ends it."""

    process: subprocess.Popen[bytes]
    end: Callable[[], object]
    """Ends it, and forgets it; called by the interpreter where nobody else does."""


class WorkerProcess:
    """One process that runs the ``main`` of a module, asked one thing at a time.

    It starts with the first request, starts anew when it has died, and ends after a while without
    requests. Any thread may use it.

    Args:
        module: the module's whole name.
        arguments: what its ``main`` is given.
        timeout_s: how many seconds one request may take, the worker's start among them.
        idle_s: after how many seconds without a request it ends.
    """

    def __init__(
        self, module: str, arguments: Sequence[str], *, timeout_s: float, idle_s: float
    ) -> None:
        self._command = [sys.executable, "-P", "-c", _START, _ROOT, module, *arguments]
        self._timeout_s = timeout_s
        self._idle_s = idle_s
        self._asking = threading.Lock()
        self._worker: _Worker | None = None
        self._idle: threading.Timer | None = None

    @property
    def pid(self) -> int | None:
        """The worker's process id, None when none is running."""
        worker = self._worker
        return worker.process.pid if worker is not None and _runs(worker) else None

    def ask(self, exchange: Exchange[Answer]) -> Answer:
        """Return what *exchange* does, a worker that gives no answer being ended.

        Raises:
            SilenceError: if it was not answered, be it for lack of time or memory.
        """
        with self._asking:
            self._stop_idling()
            try:
                return self._exchange(exchange)
            finally:
                self._start_idling()

    def close(self) -> None:
        """End the worker, whatever it is doing; a later request starts another."""
        self._stop_idling()
        self._let_go()

    def _exchange(self, exchange: Exchange[Answer]) -> Answer:
        """Return the worker's answer within its time."""
        worker = self._running()
        process = worker.process
        assert process.stdin is not None
        assert process.stdout is not None
        late = threading.Event()
        timer = threading.Timer(self._timeout_s, _kill, (process, late))
        timer.daemon = True
        timer.start()
        answered = False
        try:
            answer = exchange(process.stdin, process.stdout)
            answered = True
            return answer
        except (OSError, EOFError, ValueError) as error:
            raise SilenceError(late.is_set()) from error
        finally:
            timer.cancel()
            if not answered:  # what it may still answer would be taken for the next answer
                self._worker = None
                worker.end()

    def _running(self) -> _Worker:
        """Return the worker, started if it is not there."""
        worker = self._worker
        if worker is not None and _runs(worker):
            return worker
        if worker is not None:
            worker.end()
        process = subprocess.Popen(
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._worker = worker = _Worker(process, weakref.finalize(self, _end, process))
        return worker

    def _let_go(self) -> None:
        """End the worker, if there is one."""
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.end()

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
                self._let_go()
            finally:
                self._asking.release()


def _runs(worker: _Worker) -> bool:
    """Tell whether a worker has not ended."""
    return worker.process.poll() is None


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
    with suppress(subprocess.TimeoutExpired):  # a busy machine may take its time to bury it
        process.wait(_GRACE_S)
