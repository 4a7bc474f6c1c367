"""Opening a data directory: what may be done there, and what a crash left to make good."""

import contextlib
import errno
import os
from dataclasses import dataclass
from pathlib import Path

from reader.errors import StoreError
from reader.store import recovery
from reader.store.files import REFUSALS, make_folder, told, words_of
from reader.store.format import FORMAT, Format, make_format, read_format
from reader.store.journal import Journal
from reader.store.layout import Layout
from reader.store.lock import Lock, NoLock
from reader.store.shelf import Shelf
from reader.store.sweep import sweep

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_ELSEWHERE = "or name another place with --data-dir"
_REMEDIES = {
    errno.EROFS: f"make the disk writable {_ELSEWHERE}",
    errno.ENOSPC: f"make room on the disk {_ELSEWHERE}",
    errno.EDQUOT: f"delete other files of yours {_ELSEWHERE}",
}
"""What helps against a refusal of the system; against any other a change of modes does."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A data directory that is open."""

    layout: Layout
    journal: Journal
    lock: Lock | NoLock
    shelf: Shelf
    read_only: str | None
    """Why nothing can be written, or None when it can."""


def open_directory(root: Path) -> Opened:
    """Open *root*, making it when needed.

    Raises:
        StoreError: if nothing there can be read.
    """
    layout = Layout(root)
    notices: list[str] = []
    with told(str(root), "name another place with --data-dir"):
        if root.exists() and not root.is_dir():
            raise StoreError(str(root), "not a directory", "name another place with --data-dir")
        make_folder(root, sync=True)
        lock, reason = _lock(layout, notices)
        found = read_format(layout)
    if found is None and reason is None:
        lock, found, reason = _made(layout, lock, notices)
    if found is not None and found.min_reader > FORMAT and reason is None:
        lock.close()
        reason = "written by a newer version of newsmargin"
        lock = NoLock(layout.lock, reason, "update newsmargin")
    journal = Journal(layout, found.device if found is not None else "")
    shelf = Shelf(layout, journal, lock, notices)
    _recover(shelf, reason)
    return Opened(layout, journal, lock, shelf, reason)


def _lock(layout: Layout, notices: list[str]) -> tuple[Lock | NoLock, str | None]:
    """Return the lock, and why there is none where nothing may be written."""
    try:
        if not os.access(layout.root, os.W_OK | os.X_OK):
            return _no_lock(layout, _why_closed(layout.root))
        return Lock(layout.lock, notices.append), None
    except OSError as error:
        if error.errno not in REFUSALS | _FULL:
            raise
        return _no_lock(layout, error)


def _why_closed(root: Path) -> OSError:
    """Return why nothing can be written to *root*: its disk, or its modes."""
    only_read = os.statvfs(root).f_flag & os.ST_RDONLY
    number = errno.EROFS if only_read else errno.EACCES
    return OSError(number, os.strerror(number))


def _no_lock(layout: Layout, error: OSError) -> tuple[NoLock, str]:
    """Return what stands in for the lock that *error* denies, and why."""
    remedy = _REMEDIES.get(error.errno or 0, f"let yourself write there {_ELSEWHERE}")
    return NoLock(layout.lock, words_of(error), remedy), words_of(error)


def _made(
    layout: Layout, lock: Lock | NoLock, notices: list[str]
) -> tuple[Lock | NoLock, Format | None, str | None]:
    """Write ``format.json``, unless another process just did; a full disk is only read."""
    try:
        with lock:
            found, notice = read_format(layout), ""
            if found is None:
                found, notice = make_format(layout)
    except OSError as error:
        lock.close()
        stand_in, reason = _no_lock(layout, error)
        return stand_in, None, reason
    notices.extend([notice] if notice else [])
    return lock, found, None


def _recover(shelf: Shelf, reason: str | None) -> None:
    """Bring the files up to date with the journal, on disk or else in memory."""
    try:
        if reason is None:
            recovery.replay(shelf)
            shelf.swept = sweep(
                shelf, recovery.read_checkpoint(shelf.layout, shelf.journal.device).swept
            )
            return
    except (OSError, StoreError) as error:
        problem = f"not carried over into the files ({words_of(error)})"
        shelf.say(f"history: {problem}")
    with contextlib.suppress(OSError):
        recovery.overlay(shelf)
