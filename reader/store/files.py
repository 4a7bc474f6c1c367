"""Files that are written whole or not at all, and belong to their owner alone."""

import contextlib
import errno
import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.errors import ReadOnlyError, StoreError

UNFINISHED = re.compile(r"\.\d+\.[0-9a-f]{8}\.tmp")
"""How the names of our unfinished files end; other programs have theirs."""

REFUSALS = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
"""What the system answers where writing is not allowed."""

_PIECE = 1 << 16
_NEW = os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC | os.O_NOFOLLOW


@contextlib.contextmanager
def told(subject: str, remedy: str = "") -> Iterator[None]:
    """Turn what the system refuses into an error that says so in the system's words.

    Raises:
        ReadOnlyError: where writing is not allowed.
        StoreError: for any other refusal, as of a full disk.
    """
    try:
        yield
    except OSError as error:
        raise refusal(subject, error, remedy) from error


def refusal(subject: str, error: OSError, remedy: str = "") -> StoreError:
    """Return what the system refused as an error of ours, in the system's words."""
    kind = ReadOnlyError if error.errno in REFUSALS else StoreError
    return kind(subject, words_of(error), remedy)


def words_of(error: OSError | StoreError) -> str:
    """Return what went wrong in the system's words."""
    return error.problem if isinstance(error, StoreError) else error.strerror or str(error)


def make_folder(folder: Path, *, sync: bool = False) -> None:
    """Make *folder* and those above it, for the owner alone.

    Args:
        folder: the folder; it may exist.
        sync: whether each new name is made durable at once.
    """
    if folder.is_dir():
        return
    make_folder(folder.parent, sync=sync)
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    if sync:
        sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in *folder* durable."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_file(path: Path) -> None:
    """Make the content of *path* durable."""
    handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def read_bytes(path: Path) -> bytes | None:
    """Return the content of *path*, or None when there is no such file."""
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - one call instead of four
            return file.read()
    except FileNotFoundError:
        return None


def holds(path: Path, data: bytes) -> bool:
    """Tell whether *path* holds just *data*, without taking as much memory once more."""
    at = 0
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - as above
            while piece := file.read(_PIECE):
                if not data.startswith(piece, at):
                    return False
                at += len(piece)
    except FileNotFoundError:
        return False
    return at == len(data)


def parsed(raw: bytes | None) -> Any:
    """Return what the JSON in *raw* says.

    Raises:
        ValueError: if it is none, or nested more deeply than anything of ours.
    """
    try:
        return json.loads(raw or b"")
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def write_all(handle: int, data: bytes) -> None:
    """Write all of *data*, which a nearly full disk may take in pieces."""
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]


@dataclass(frozen=True, slots=True)
class Staged:
    """A finished file beside the one it shall replace."""

    temporary: Path
    path: Path

    def replace(self) -> None:
        """Put the new file in the place of the old one, in one instant."""
        self.temporary.replace(self.path)

    def discard(self) -> None:
        """Take the new file away again."""
        with contextlib.suppress(OSError):
            self.temporary.unlink()


def stage(path: Path, data: bytes, *, sync: bool = False) -> Staged:
    """Write *data* beside *path*; nothing is left behind when that fails."""
    staged = Staged(path.with_name(f"{path.name}.{os.getpid()}.{os.urandom(4).hex()}.tmp"), path)
    try:
        handle = os.open(staged.temporary, _NEW, 0o600)
    except FileNotFoundError:
        make_folder(path.parent, sync=sync)
        handle = os.open(staged.temporary, _NEW, 0o600)
    try:
        try:
            write_all(handle, data)
            if sync:
                os.fsync(handle)
        finally:
            os.close(handle)
    except OSError:
        staged.discard()
        raise
    return staged


def replace_file(path: Path, data: bytes) -> None:
    """Make *data* the content of *path*, whole or not at all, and durable."""
    staged = stage(path, data, sync=True)
    try:
        staged.replace()
    except OSError:
        staged.discard()
        raise
    sync_folder(path.parent)
