"""The segments of the journal: files that are only ever appended to."""

import mmap
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.store.files import sync_folder, write_all

_sync = getattr(os, "fdatasync", os.fsync)
_APPEND = os.O_CREAT | os.O_APPEND | os.O_RDWR | os.O_CLOEXEC | os.O_NOFOLLOW


@dataclass(frozen=True, slots=True)
class Appended:
    """A record at the end of a segment, which may still be taken back."""

    path: Path
    size: int
    """How long the segment was before."""

    def retract(self) -> None:
        """Take the record away again; nobody has been told of it."""
        _cut(self.path, self.size)


def append_line(path: Path, line: bytes) -> Appended:
    """Append *line* to a segment and make it durable.

    Raises:
        OSError: if that fails; the segment is then as it was.
    """
    handle = os.open(path, _APPEND, 0o600)
    try:
        size = os.fstat(handle).st_size
        if size and os.pread(handle, 1, size - 1) != b"\n":
            line = b"\n" + line  # what a killed writer left becomes a line that nobody reads
        _append_durably(handle, line, size)
    finally:
        os.close(handle)
    if size == 0:
        sync_folder(path.parent)
    return Appended(path, size)


def backwards(path: Path, needle: bytes) -> Iterator[bytes]:
    """Yield the lines of a file that hold *needle*, the last one first."""
    if path.stat().st_size == 0:
        return
    with path.open("rb") as segment, mmap.mmap(segment.fileno(), 0, prot=mmap.PROT_READ) as data:
        end = len(data)
        while end > 0:
            place = data.rfind(needle, 0, end) if needle else end - 1
            if place < 0:
                return
            start = data.rfind(b"\n", 0, place) + 1
            after = data.find(b"\n", place, end)
            yield data[start : after if after >= 0 else end]
            end = start - 1 if start else 0


def blank_out(path: Path, offset: int, length: int) -> None:
    """Put blanks in the place of *length* bytes of a segment, durably."""
    handle = os.open(path, os.O_WRONLY | os.O_CLOEXEC | os.O_NOFOLLOW)
    try:
        os.pwrite(handle, b" " * length, offset)
        _sync(handle)
    finally:
        os.close(handle)


def _append_durably(handle: int, line: bytes, size: int) -> None:
    """Append *line* to a segment of length *size*; when that fails it keeps that length."""
    try:
        write_all(handle, line)
        _sync(handle)
    except OSError:
        os.ftruncate(handle, size)
        raise


def _cut(path: Path, size: int) -> None:
    """Give *path* back the length *size*, durably."""
    handle = os.open(path, os.O_RDWR | os.O_CLOEXEC | os.O_NOFOLLOW)
    try:
        os.ftruncate(handle, size)
        _sync(handle)
    finally:
        os.close(handle)
