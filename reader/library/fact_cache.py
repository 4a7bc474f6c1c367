"""Keeps the facts of articles in the cache directory: found once, they are there at once.

A file holds the facts of one text, as one state of the rules found them; a rule that changes makes
all files old. What is damaged is made again, and what cannot be written is done without.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import BinaryIO

from reader import __version__, facts
from reader.article.digests import blake2s
from reader.article.model import Article
from reader.facts.lines import HalfListError, Keep, facts_from, is_last
from reader.facts.model import Fact

MOST_BYTES = 64 * 1024 * 1024
"""How much all files together may take; beyond it those go that were not needed for longest."""

_COMPILED = "__pycache__"
"""A folder in which files come and go while any process compiles a module."""

_ENDING = ".facts"
_LEFT = 0.75
"""How much of ``MOST_BYTES`` stays when some files have to go."""


class FactCache:
    """The kept facts of articles, in a folder of their own. Any thread may use it."""

    def __init__(self, folder: Path, most_bytes: int = MOST_BYTES) -> None:
        self._folder = folder
        self._most_bytes = most_bytes

    def facts_of(
        self, article: Article, keep: Keep | None = None, most_bytes: int | None = None
    ) -> list[Fact] | None:
        """Return the kept facts of *article*; None when there are none.

        Args:
            article: the article.
            keep: which of them to return; None for all.
            most_bytes: the largest file to read; None for any.
        """
        path = self._path(article)
        try:
            with path.open("rb") as file:
                if most_bytes is not None and os.fstat(file.fileno()).st_size > most_bytes:
                    return None
                found = facts_from(file, article.text, keep)
            os.utime(path)
        except HalfListError:
            with suppress(OSError):
                path.unlink()
            return None
        except OSError:
            return None
        return found

    def keeping(self, article: Article, lines: Iterable[bytes]) -> Iterator[bytes]:
        """Yield *lines*, the facts of *article*, and keep them once the last of them has come."""
        draft = _Draft(self._path(article))
        try:
            for line in lines:
                draft.write(line)
                if is_last(line) and draft.put_in_place():
                    self._make_room(article)
                yield line
        finally:
            draft.drop()

    def forget(self, article_id: str) -> None:
        """Let go of the facts of an article, in all its versions."""
        with suppress(OSError):
            for path in self._folder.glob(f"{article_id}.*{_ENDING}"):
                path.unlink(missing_ok=True)

    def _path(self, article: Article) -> Path:
        """Return the file for the facts of *article*, as these rules find them."""
        about = (article.version, article.published or "", article.language or "", fingerprint())
        digest = blake2s(
            "\0".join(about).encode("utf-8", "surrogatepass"), digest_size=16
        ).hexdigest()
        return self._folder / f"{article.id}.{digest}{_ENDING}"

    def _make_room(self, article: Article) -> None:
        """Let go of what was kept of *article* before, and of what was not needed for long."""
        with suppress(OSError):
            for path in self._folder.glob(f"{article.id}.*{_ENDING}"):
                if path != self._path(article):
                    path.unlink(missing_ok=True)
            files = [(path, path.stat()) for path in self._folder.glob(f"*{_ENDING}")]
            taken = sum(about.st_size for _, about in files)
            if taken <= self._most_bytes:
                return
            for path, about in sorted(files, key=lambda file: file[1].st_mtime_ns):
                path.unlink(missing_ok=True)
                taken -= about.st_size
                if taken <= self._most_bytes * _LEFT:
                    return


class _Draft:
    """A file that is being written, for its owner alone; whatever the disk refuses ends it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._temporary = path.with_name(f"{path.name}.{os.urandom(4).hex()}.tmp")
        self._file: BinaryIO | None = None
        with suppress(OSError):
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC
            self._file = os.fdopen(os.open(self._temporary, flags, 0o600), "wb")

    def write(self, line: bytes) -> None:
        """Write one line."""
        if self._file is not None:
            try:
                self._file.write(line)
            except OSError:
                self.drop()

    def put_in_place(self) -> bool:
        """Give the file its name; tell whether it has it."""
        if self._file is None:
            return False
        try:
            self._file.close()
            self._temporary.replace(self._path)
        except OSError:
            self.drop()
            return False
        self._file = None
        return True

    def drop(self) -> None:
        """Take the file away unless it has its name."""
        file, self._file = self._file, None
        if file is not None:
            with suppress(OSError):
                file.close()
            with suppress(OSError):
                self._temporary.unlink()


@cache
def fingerprint() -> str:
    """Return what stands for the rules and lists of this installation: any change changes it."""
    root = Path(facts.__file__).parent
    told = [__version__]
    for path in sorted(root.rglob("*")):
        if (
            _COMPILED in path.parts or path.is_dir()
        ):  # whoever compiles a module puts files there for a moment
            continue
        with suppress(FileNotFoundError):
            about = path.stat()
            told.append(f"{path.relative_to(root)} {about.st_size} {about.st_mtime_ns}")
    return blake2s("\n".join(told).encode()).hexdigest()
