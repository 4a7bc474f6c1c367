"""The files of an export: one alone, those of an archive, those below a folder."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile, LargeZipFile, ZipFile

from reader.errors import NotFoundError, ReaderError, TooLargeError

MOST_BYTES = 256 * 2**20
"""The longest file that is read, and the most that all files of an archive unpack to."""

_MOST_FILES = 200_000
_ZIP = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class Bundle:
    """Named files, in the order of their names."""

    subject: str
    """What errors call it: the file or the folder as it was named."""

    files: dict[str, bytes]
    """By their paths within it; a file alone has its own name."""

    folder: Path | None = None
    """Set when it is a folder."""

    def ending(self, ending: str) -> Iterator[tuple[str, bytes]]:
        """Yield the files whose names end so."""
        for name, data in self.files.items():
            if name.lower().endswith(ending):
                yield name, data


def open_bundle(source: str, data: bytes | None = None) -> Bundle:
    """Return the files that *source* is.

    Args:
        source: a path.
        data: what it holds, when it is no file.

    Raises:
        NotFoundError: if there is no such file.
        ReaderError: if it cannot be read.
    """
    if data is not None:
        return _unpacked(source, source, data)
    path = Path(source).expanduser()
    try:
        if path.is_dir():
            return Bundle(source, dict(_below(path, source)), path)
        with path.open("rb") as file:
            return _unpacked(source, path.name, file.read(MOST_BYTES + 1))
    except FileNotFoundError as error:
        raise NotFoundError(source, "there is no such file", "check the path") from error
    except (OSError, ValueError) as error:
        problem = getattr(error, "strerror", None) or str(error)
        raise ReaderError(source, f"cannot be read ({problem.lower()})") from error


def _below(folder: Path, subject: str) -> Iterator[tuple[str, bytes]]:
    """Yield those files of a folder that describe others: tables and objects."""
    taken = 0
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() not in (".json", ".csv", ".md", ".html") or not path.is_file():
            continue
        if any(part.startswith(".") for part in path.relative_to(folder).parts):
            continue
        data = path.read_bytes()
        taken += len(data)
        if taken > MOST_BYTES:
            raise _too_large(subject)
        yield path.relative_to(folder).as_posix(), data


def _unpacked(subject: str, name: str, data: bytes) -> Bundle:
    """Return the files of an archive, or the one file that is none."""
    if len(data) > MOST_BYTES:
        raise _too_large(subject)
    if not data.startswith(_ZIP):
        return Bundle(subject, {name: data})
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            return Bundle(subject, dict(_members(archive, subject)))
    except (
        BadZipFile,
        LargeZipFile,
        NotImplementedError,
        RuntimeError,
        OSError,
        EOFError,
    ) as error:
        raise ReaderError(subject, "a damaged archive", "download it anew") from error


def _members(archive: ZipFile, subject: str) -> Iterator[tuple[str, bytes]]:
    """Yield the files of an archive, none of which is written anywhere."""
    members = [info for info in archive.infolist() if not info.is_dir()]
    if len(members) > _MOST_FILES or sum(info.file_size for info in members) > MOST_BYTES:
        raise _too_large(subject)
    for info in sorted(members, key=lambda one: one.filename):
        if not info.filename.startswith("__MACOSX/"):
            yield info.filename, archive.read(info)


def _too_large(subject: str) -> ReaderError:
    """Return the error for what is beyond the limits."""
    problem = f"is larger than {MOST_BYTES >> 20} MiB"
    return TooLargeError(subject, problem, "import it in parts")
