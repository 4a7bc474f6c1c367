"""The archive that a book is: its files by name, within limits of size."""

import posixpath
import struct
import zlib
from dataclasses import dataclass, field
from io import BytesIO
from typing import Self
from urllib.parse import unquote
from zipfile import BadZipFile, ZipFile, ZipInfo

from reader.errors import IngestError, TooLargeError

MAX_FILES = 20_000
"""How many files a book may hold."""

MAX_FILE = 16 * 1024 * 1024
"""How long one of its pages may be, unpacked."""

MAX_TEXT = 48 * 1024 * 1024
"""How much of a book is unpacked in all."""

_SUSPECT = 1024 * 1024
_RATIO = 200
_DAMAGED = "fetch the file again"
_BROKEN = (
    *(BadZipFile, zlib.error, struct.error, EOFError, OSError),
    *(ValueError, RuntimeError, NotImplementedError),
)
"""What the standard library raises for an archive that is not as it should be."""


@dataclass(slots=True)
class Archive:
    """The files of a book; used as a context, within which they can be read."""

    data: bytes
    subject: str
    """What the user calls the book, for errors."""

    read_so_far: int = 0
    _zip: ZipFile | None = None
    _files: dict[str, ZipInfo] = field(default_factory=dict)

    def __enter__(self) -> Self:
        """Open the archive.

        Raises:
            IngestError: it is damaged.
            TooLargeError: it holds more files than a book does.
        """
        try:
            self._zip = ZipFile(BytesIO(self.data))
            listed = self._zip.infolist()
        except _BROKEN as error:
            raise IngestError(self.subject, "is a damaged book", _DAMAGED) from error
        if len(listed) > MAX_FILES:
            raise TooLargeError(self.subject, f"holds more than {MAX_FILES} files")
        self._files = {entry.filename.casefold(): entry for entry in listed}
        return self

    def __exit__(self, *_: object) -> None:
        """Close the archive."""
        if self._zip is not None:
            self._zip.close()

    def holds(self, name: str) -> bool:
        """Tell whether there is a file called *name*."""
        return name.casefold() in self._files

    def names(self) -> list[str]:
        """Return the names of all files."""
        return [entry.filename for entry in self._files.values()]

    def read(self, name: str) -> bytes:
        """Return the file called *name*; of one that is damaged, what is left of it.

        Raises:
            IngestError: there is none, or it is encrypted.
            TooLargeError: the book is beyond what is read, or made to be.
        """
        entry = self._files.get(name.casefold())
        if entry is None or self._zip is None:
            raise IngestError(self.subject, f"lacks its own file {name[:80]}", _DAMAGED)
        if entry.flag_bits & 1:
            raise IngestError(self.subject, "is encrypted", "open it in its own reader")
        if entry.file_size > _SUSPECT and entry.file_size > _RATIO * max(1, entry.compress_size):
            raise TooLargeError(self.subject, "is packed as no book is, to fill the memory")
        data = self._unpacked(self._zip, entry)
        self.read_so_far += len(data)
        if len(data) > MAX_FILE or self.read_so_far > MAX_TEXT:
            raise TooLargeError(self.subject, f"has more than {MAX_TEXT >> 20} MiB of text")
        return data

    def _unpacked(self, archive: ZipFile, entry: ZipInfo) -> bytes:
        """Return what *entry* holds, one byte more than it may at most, as far as it is sound."""
        parts: list[bytes] = []
        try:
            with archive.open(entry) as file:
                left = min(MAX_FILE, MAX_TEXT - self.read_so_far) + 1
                while left > 0 and (part := file.read(min(left, 65_536))):
                    parts.append(part)
                    left -= len(part)
        except _BROKEN as error:
            if not parts:
                raise IngestError(self.subject, "is a damaged book", _DAMAGED) from error
        return b"".join(parts)


def beside(name: str, href: str) -> str:
    """Return the name of the file that *href*, written in the file *name*, means."""
    path = unquote(href.split("#", 1)[0])
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
    return joined.lstrip("/")
