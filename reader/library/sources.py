"""Reads sources: files, addresses and bytes become articles, and nothing is stored."""

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

from reader.article.model import Article
from reader.config import Config
from reader.errors import IngestError, NetworkError
from reader.library.reading_ahead import read_ahead

if TYPE_CHECKING:
    from reader.ingest.feeds.model import Entry, Feed
    from reader.ingest.fetch import Fetched
    from reader.ingest.process import IngestProcess
    from reader.ingest.source import Document

Clean = Callable[[Article], Article]

_LIGHT_BYTES = 64 * 2**10
_LIGHT_KINDS = frozenset({"markdown", "text"})
"""Formats that are read in this process when they are no longer than that.

Even one of signs alone then takes about a second, for not all that reads them is linear.
"""
_TIMEOUT_S = 15.0
_MEMORY_MB = 1024
_IDLE_S = 30.0
_REMEMBERED = 2
_ENDINGS = frozenset(
    (
        *(".html", ".htm", ".xhtml", ".mhtml", ".mht", ".md", ".markdown", ".mdown", ".txt"),
        *(".eml", ".epub", ".pdf"),
    )
)
_PARTS_OF_PAGE = "_files"
"""How a folder's name ends in which a browser saved the parts of a page."""


def is_address(source: str) -> bool:
    """Tell whether *source* is an address on the web and no file."""
    return source[:8].lower().startswith(("http://", "https://"))


def file_address(name: str) -> str:
    """Return the whole path of the file *name*, by which its article is known."""
    try:
        return str(Path(name).resolve())
    except (OSError, RuntimeError, ValueError):  # a loop, a vanished folder, a NUL: no such file
        return name


def listed(source: str) -> list[str]:
    """Return the readable files below the folder *source*, sorted; of anything else, itself.

    Hidden files and folders are left out, and the parts of saved pages. Reads the disk.
    """
    if is_address(source) or not is_folder(source):
        return [source]
    folder = Path(source)
    found = (
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in _ENDINGS
        and not any(
            part.startswith(".") or part.endswith(_PARTS_OF_PAGE)
            for part in path.relative_to(folder).parts
        )
        and path.is_file()
    )
    return [str(path) for path in sorted(found)]


def is_folder(source: str) -> bool:
    """Tell whether *source* names a folder."""
    try:
        return bool(source) and Path(source).is_dir()
    except (OSError, ValueError):
        return False


class About(TypedDict, total=False):
    """What is known of a source beside what it says itself."""

    url: str | None
    """Where the document came from."""
    kind: str | None
    """What it is, as ``html``; told by its content when None."""


class Sources:
    """Reads sources within limits of time, size and memory.

    Web pages and long documents are read in a process of their own, which starts with the first
    of them and ends when it has been idle. Any thread may call it.

    Args:
        config: the user's settings.
        clean: makes of an article, as it was read, what the user wants of it.
    """

    def __init__(self, config: Config, clean: Clean = lambda article: article) -> None:
        self._config = config
        self._clean = clean
        self._process: IngestProcess | None = None
        self._own = threading.local()
        self._more: list[IngestProcess] = []
        self._bytes: dict[tuple[str, str], bytes] = {}
        self._lock = threading.Lock()

    def read(
        self, source: str | bytes, *, known_as: str | None = None, **about: Unpack[About]
    ) -> Article:
        """Return the article that *source* is: an address, a file, or the document itself.

        Args:
            source: bytes are the document; a text is an address on the web or a path.
            known_as: the id that the article has already, whatever it says of itself now.
            about: what *source* itself does not say.

        Raises:
            NetworkError: if it could not be fetched.
            NotFoundError: if there is no such file.
            IngestError: if it is no article.
        """
        article, data = self._read(source, known_as=known_as, **about)
        with self._lock:
            self._bytes[article.id, article.version] = data
            while len(self._bytes) > _REMEMBERED:
                del self._bytes[next(iter(self._bytes))]
        return article

    def read_many(
        self, sources: Sequence[str | bytes], **about: Unpack[About]
    ) -> Iterator[Callable[[], tuple[Article, bytes]]]:
        """Yield for each of *sources* what returns its article, and what that was read from.

        What it returns it may have read before, for files are read side by side. It raises what
        ``read`` does.
        """
        try:
            yield from read_ahead(partial(self._read, **about), sources, self._begin_thread)
        finally:
            self._end_threads()

    def _read(
        self, source: str | bytes, *, known_as: str | None = None, **about: Unpack[About]
    ) -> tuple[Article, bytes]:
        """Return the article that *source* is, as the user wants it, and the document itself."""
        document = self._document(source, about.get("url"))
        article = self._ingest(document, about.get("kind"))
        return self._clean(replace(article, id=known_as or article.id)), document.data

    def _begin_thread(self) -> None:
        """Give the thread that calls this a process of its own."""
        process = _new_process()
        self._own.process = process
        with self._lock:
            self._more.append(process)

    def _end_threads(self) -> None:
        """End the processes of such threads."""
        with self._lock:
            more, self._more = self._more, []
        for process in more:
            process.close()

    def read_feed(self, page: "Fetched") -> "Feed":
        """Return the feed in *page*.

        Raises:
            IngestError: if it is no feed.
        """
        return self._worker().read_feed(page.data, url=page.url, charset=page.charset)

    def read_entry(self, entry: "Entry", feed: "Feed") -> Article:
        """Return the article that *entry* of *feed* is, as far as the feed gives it.

        Raises:
            IngestError: if it cannot be read.
        """
        return self._clean(self._worker().read_entry(entry, feed))

    def bytes_of(self, article: Article) -> bytes | None:
        """Return what *article* was read from, if that was among the last that were."""
        with self._lock:
            return self._bytes.get((article.id, article.version))

    def forget(self, article: Article) -> None:
        """Let go of what *article* was read from, which is stored now."""
        with self._lock:
            self._bytes.pop((article.id, article.version), None)

    def close(self) -> None:
        """End the processes that read web pages."""
        self._end_threads()
        with self._lock:
            if self._process is not None:
                self._process.close()
            self._process = None

    def _document(self, source: str | bytes, url: str | None) -> "Document":
        """Return the bytes that *source* is or names."""
        from reader.ingest.source import document_of

        if isinstance(source, str) and is_folder(source):
            problem = "is a folder, and none of its files is of a kind that is read"
            raise IngestError(source, problem, "name a file")
        if isinstance(source, str) and not is_address(source):
            return document_of(source, url or file_address(source))
        if isinstance(source, str) and self._config.offline:
            remedy = "unset NEWSMARGIN_OFFLINE, or network.offline in the configuration"
            raise NetworkError(source, "the network is switched off", remedy)
        return document_of(source, url, allow_private=self._config.allow_private)

    def _ingest(self, document: "Document", kind: str | None) -> Article:
        """Return the article of *document*, read where a page cannot hurt this process."""
        from reader.ingest import read_document
        from reader.ingest.sniff import sniff

        kind = kind or sniff(document.data, document.name, document.subject)
        if kind in _LIGHT_KINDS and len(document.data) <= _LIGHT_BYTES:
            return read_document(document, kind)
        return self._worker().ingest(
            document.data,
            url=document.url,
            kind=kind,
            subject=document.subject,
            path=document.path,
            name=document.name,
            charset=document.charset,
        )

    def _worker(self) -> "IngestProcess":
        """Return the process that reads web pages; it starts with its first page."""
        own: IngestProcess | None = getattr(self._own, "process", None)
        if own is not None:
            return own
        with self._lock:
            if self._process is None:
                self._process = _new_process()
            return self._process


def _new_process() -> "IngestProcess":
    """Return a process that reads web pages within the limits."""
    from reader.ingest.process import IngestProcess

    return IngestProcess(_TIMEOUT_S, _MEMORY_MB, _IDLE_S)
