"""The one lock that every writer holds: among the threads of a process and among processes."""

import contextlib
import errno
import fcntl
import os
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Self

from reader.errors import ReadOnlyError, StoreError
from reader.store.claim import Claim

_PATIENCE_S = 30.0
_PAUSE_S = 0.002
_NO_LOCKS = frozenset({errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS})
"""What the system answers where the file system has no locks."""


class Lock:
    """Held for the length of one change; a thread that holds it may take it again."""

    def __init__(self, path: Path, tell: Callable[[str], object]) -> None:
        """Open the lock's file, making it when needed.

        Args:
            path: the lock's file.
            tell: is told when the file system has no locks, and a file stands in for it.

        Raises:
            OSError: if the file cannot be opened for writing.
        """
        self._path = path
        self._tell = tell
        self._claim: Claim | None = None
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

    def __exit__(self, *_: object) -> None:
        self._depth -= 1
        if self._depth == 0 and self._claim is not None:
            self._claim.release()
        elif self._depth == 0 and self._handle is not None:
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
        while not self._taken(self._handle):
            if time.monotonic() > patience:
                raise self._hanging()
            time.sleep(_PAUSE_S)

    def _taken(self, handle: int) -> bool:
        """Take the lock if nobody has it, and tell whether that is so."""
        if self._claim is not None:
            return self._claim.take()
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as error:
            if error.errno not in _NO_LOCKS:
                raise
            self._claim = Claim(self._path)
            self._tell_once(handle, f"locks are refused here ({error.strerror})")
            return self._claim.take()
        return True

    def _tell_once(self, handle: int, problem: str) -> None:
        """Tell of what lasts and harms nothing when it is met first; the lock's file remembers."""
        if self._claim is None or os.fstat(handle).st_size:
            return
        told = f"{problem}; {self._claim.path.name} stands in for them"
        self._tell(f"{self._path.name}: {told}")
        with contextlib.suppress(OSError):  # then the next one tells it again
            os.pwrite(handle, f"{told}\n".encode(), 0)

    def _hanging(self) -> StoreError:
        """Return what tells that somebody does not give the lock back."""
        subject, remedy = str(self._path.parent), "end the copy that hangs, then try again"
        if self._claim is None:
            return StoreError(subject, "locked by another running copy", remedy)
        remedy = f"end it, or remove {self._claim.path.name} if it has ended"
        return StoreError(subject, f"locked by {self._claim.holder()}", remedy)


class NoLock:
    """Stands in for the lock where nothing may be written."""

    def __init__(self, path: Path, reason: str, remedy: str) -> None:
        """Take the lock's file, why nothing may be written, and what helps against that."""
        self._path = path
        self._reason = reason
        self._remedy = remedy

    def __enter__(self) -> Self:
        raise ReadOnlyError(str(self._path.parent), f"read-only: {self._reason}", self._remedy)

    def __exit__(self, *_: object) -> None:
        """Do nothing: it was never held."""

    def close(self) -> None:
        """Do nothing: no file was opened."""
