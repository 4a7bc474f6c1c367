"""Clearing up at the start: unfinished files of a killed writer, and copies of other devices.

Only folders that changed since the last sweep are looked into, so that a large library opens as
quickly as a small one.
"""

import contextlib
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.store.files import UNFINISHED
from reader.store.layout import Layout, TableFile, copied_name
from reader.store.model import OF_ARTICLES, Table
from reader.store.shelf import Shelf

_MARGIN_NS = 2_000_000_000
"""How far the file system's clock may lag behind ours."""


@dataclass(frozen=True, slots=True)
class Litter:
    """Files that should not be there."""

    unfinished: tuple[Path, ...]
    copies: tuple[tuple[Path, TableFile], ...]
    """Copies that no device could merge, with the files they are copies of."""


def sweep(shelf: Shelf, since: int) -> int:
    """Clear up what changed since an instant; return the instant to sweep from the next time.

    Args:
        shelf: the files.
        since: nanoseconds since the epoch, as folders are stamped.

    Raises:
        OSError: if the system refuses.
        StoreError: if a file may not be written.
    """
    started = time.time_ns() - _MARGIN_NS
    litter = litter_since(shelf.layout, since)
    if litter.unfinished or litter.copies:
        from reader.store.merge import merge_copy

        with shelf.lock:
            # Writers hold the lock while they have unfinished files: these are nobody's.
            for path in litter.unfinished:
                path.unlink(missing_ok=True)
            for path, file in litter.copies:
                merge_copy(shelf, path, file)
    return started


def litter_since(layout: Layout, since: int) -> Litter:
    """Return what lies about in the folders that changed since an instant."""
    unfinished: list[Path] = []
    copies: list[tuple[Path, TableFile]] = []
    for table, folder in _changed(layout, since):
        for entry in _entries(folder):
            if UNFINISHED.search(entry.name):
                unfinished.append(Path(entry.path))
            elif copied_name(entry.name):
                path = Path(entry.path)
                file = layout.copied_file(table, path)
                copies += [(path, file)] if file is not None else []
    return Litter(tuple(unfinished), tuple(copies))


def _changed(layout: Layout, since: int) -> Iterator[tuple[Table, Path]]:
    """Yield the folders that changed since an instant, with the table whose files lie there."""
    yield "library", layout.root
    yield "library", layout.history
    for table in OF_ARTICLES:
        for entry in _entries(layout.root / table):
            if entry.is_dir(follow_symlinks=False) and entry.stat().st_mtime_ns > since:
                yield table, Path(entry.path)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    """Return what lies in *folder*, which may not exist."""
    with contextlib.suppress(FileNotFoundError, NotADirectoryError), os.scandir(folder) as entries:
        return list(entries)
    return []
