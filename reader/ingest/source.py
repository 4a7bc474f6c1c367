"""Where a document comes from: bytes at hand, a file, or an address."""

import stat
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from reader.errors import IngestError, NotFoundError, TooLargeError

MAX_BYTES = 64 * 1024 * 1024
"""The longest document that is read, far beyond any article."""

_OTHER_SUFFIXES = {"text/markdown": "md", "text/x-markdown": "md", "text/html": "html"}


@dataclass(frozen=True, slots=True)
class Document:
    """The bytes of a source, and what is known of them from outside."""

    data: bytes
    subject: str
    """What errors about it are told of: the source as it was named."""

    url: str | None = None
    path: str | None = None
    """Its absolute path, when it is a file."""

    name: str = ""
    """A name whose suffix hints at the format."""

    charset: str | None = None
    """The encoding that the server declared."""


def document_of(
    source: str | bytes, url: str | None = None, *, allow_private: bool = False
) -> Document:
    """Return the document that *source* is or names; only an address is fetched.

    Args:
        source: the document, its path or its web address.
        url: where the document came from, when *source* does not say.
        allow_private: whether addresses of this machine and its own network may be fetched.

    Raises:
        NotFoundError: if there is no such file.
        IngestError: if the file cannot be read.
        TooLargeError: if it is beyond ``MAX_BYTES``.
        NetworkError: if the address cannot be fetched.
    """
    if isinstance(source, bytes):
        document = Document(source, url or "the source", url, name=_path_of(url or ""))
    elif is_address(source):
        document = _fetched(source, allow_private)
    else:
        document = _file(source, url)
    if len(document.data) > MAX_BYTES:
        remedy = "give the part of it that you want to read"
        raise TooLargeError(document.subject, f"is larger than {MAX_BYTES >> 20} MiB", remedy)
    return document


def is_address(source: str) -> bool:
    """Tell whether *source* is a web address, not a file."""
    return source[:8].lower().startswith(("http://", "https://"))


def _fetched(source: str, allow_private: bool) -> Document:
    """Return the document at an address."""
    from reader.ingest.fetch import fetch

    page = fetch(source, limit=MAX_BYTES, allow_private=allow_private)
    suffix = _OTHER_SUFFIXES.get(page.media_type)
    name = f"page.{suffix}" if suffix else _path_of(page.url)
    return Document(page.data, source, page.url, name=name, charset=page.charset)


def _path_of(url: str) -> str:
    """Return the path of an address, for its suffix."""
    try:
        return unquote(urlsplit(url).path)
    except ValueError:
        return ""


def _file(source: str, url: str | None) -> Document:
    """Return the document in a file; that in a pipe has no path, for it can be read only once."""
    named = unquote(urlsplit(source).path) if source.startswith("file://") else source
    try:
        path = Path(named)
        if named.startswith("~") and not path.exists():
            path = path.expanduser()
        data = _read(path, source)
        absolute = None if path.is_fifo() else str(path.resolve())
    except FileNotFoundError as error:
        raise NotFoundError(source, "there is no such file", "check the path") from error
    except PermissionError as error:
        remedy = "change its permissions or copy it"
        raise IngestError(source, "may not be read", remedy) from error
    except (OSError, RuntimeError, ValueError) as error:
        problem = getattr(error, "strerror", None) or str(error)
        remedy = "see whether other programs can, and copy it"
        raise IngestError(source, f"cannot be read ({problem.lower()})", remedy) from error
    if absolute is None:
        return Document(data, source, url if url and is_address(url) else None, name=path.name)
    return Document(data, source, url or source, absolute, path.name)


def _read(path: Path, source: str) -> bytes:
    """Return the bytes of the file at *path*, one more than allowed at most."""
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise IngestError(source, "is a folder", "name a file in it, or add the folder")
    if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):
        raise IngestError(source, "is a device, not a file", "name a file")
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)
