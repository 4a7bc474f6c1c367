"""Writes a text file whole or not at all."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from reader.errors import ReaderError


@contextlib.contextmanager
def told_as_errors(path: Path) -> Iterator[None]:
    """Turn what the system says about *path* into an error that can be told."""
    try:
        yield
    except OSError as error:
        problem = (error.strerror or str(error)).lower()
        raise ReaderError(str(path), problem, "choose another place with -o") from error
    except UnicodeDecodeError as error:
        raise ReaderError(
            str(path), "not UTF-8 text", "save it as UTF-8, or move it away"
        ) from error


def read_text(path: Path) -> str:
    """Return the text of a file with its line ends as they stand."""
    with told_as_errors(path):
        return path.read_bytes().decode()


def write_text(path: Path, text: str) -> None:
    """Write *text* to *path*: readers see the old file or the new one, never a part.

    A link is followed, and the permissions of the file stay.
    """
    with told_as_errors(path):
        target = path.resolve()
        target.parent.mkdir(parents=True, exist_ok=True)
        _replace(target, text.encode())


def _replace(target: Path, data: bytes) -> None:
    """Put *data* in the place of the file *target*."""
    handle, name = tempfile.mkstemp(prefix=".newsmargin-", suffix=".tmp", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            if target.exists():  # an owner's edits are replaced: the disk must have the new ones
                file.flush()
                os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, temporary)
        else:
            temporary.chmod(0o666 & ~_umask())
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def _umask() -> int:
    """Return what this process takes from the permissions of new files."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
