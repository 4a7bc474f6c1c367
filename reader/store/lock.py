"""The one lock that every writer holds: among the threads of a process and among processes."""

import fcntl
import os
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from reader.errors import ReadOnlyError, StoreError

_PATIENCE_S = 30.0
_PAUSE_S = 0.002


class Lock:
    """Held for the length of one change; a thread that holds it may take it again."""

    def __init__(self, path: Path) -> None:
        """Open the lock's file, making it when needed.

        Raises:
            OSError: if the file cannot be opened for writing.
        """
        self._path = path
        self._threads = threading.RLock()
        self._depth = 0
        flags = os.O_CREAT | os.O_RDWR | os.O_CLOEXEC | os.O_NOFOLLOW
        self._handle: int | None = os.open(path, flags, 0o600)

    def __enter__(self) -> Self:
        self._threads.acquire()
        try:
            if self._depth == 0:
                self._wait()
        except BaseException:
            self._threads.release()
            raise
        self._depth += 1
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._depth -= 1
        if self._depth == 0 and self._handle is not None:
            fcntl.flock(self._handle, fcntl.LOCK_UN)
        self._threads.release()

    def close(self) -> None:
        """Give the file back; the lock cannot be taken afterwards."""
        with self._threads:
            if self._handle is not None:
                os.close(self._handle)
                self._handle = None

    def _wait(self) -> None:
        """Take the lock among processes, within a patience that no live writer exhausts."""
        if self._handle is None:
            raise StoreError(str(self._path.parent), "the store is closed")
        patience = time.monotonic() + _PATIENCE_S
        while True:
            try:
                fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return
            except BlockingIOError:
                if time.monotonic() > patience:
                    problem = "locked by another running copy"
                    remedy = "end the copy that hangs, then try again"
                    raise StoreError(str(self._path.parent), problem, remedy) from None
                time.sleep(_PAUSE_S)


class NoLock:
    """Stands in for the lock where nothing may be written."""

    def __init__(self, path: Path, reason: str) -> None:
        self._path = path
        self._reason = reason

    def __enter__(self) -> Self:
        raise ReadOnlyError(str(self._path.parent), f"read-only: {self._reason}")

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Do nothing: it was never held."""

    def close(self) -> None:
        """Do nothing: no file was opened."""
