"""Where everything lies below the data directory."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from reader.article.digests import blake2s
from reader.article.identity import is_article_id
from reader.errors import NotFoundError
from reader.store.model import Table

_COPY = re.compile(r"(.+?)(?:\.sync-conflict-.*| \(.*conflicted copy.*\))\.jsonl?")
"""How Syncthing and Dropbox call a copy that they could not merge."""

_NAMES = (
    ".lock",
    ".lock.held",
    "format.json",
    "library.json",
    *("articles", "notes", "state", "history", "quarantine", "backups"),
)


@dataclass(frozen=True, slots=True)
class TableFile:
    """One TinyDB file: which table it holds, and of which article."""

    table: Table
    article: str
    path: Path


@dataclass(frozen=True, slots=True)
class Layout:
    """The names of the store's files.

    Files of articles are spread over 256 folders by a hash of the article's id, so that no folder
    grows large.
    """

    root: Path

    @property
    def format(self) -> Path:
        """Which format the directory has, and the name of this device."""
        return self.root / "format.json"

    @property
    def lock(self) -> Path:
        """The file that a writer locks; never removed, never replaced."""
        return self.root / ".lock"

    @property
    def history(self) -> Path:
        """The folder of the journal."""
        return self.root / "history"

    @property
    def checkpoint(self) -> Path:
        """How far the journal is known to have reached the other files durably."""
        return self.history / "checkpoint.json"

    @property
    def quarantine(self) -> Path:
        """Where damaged files are kept; nothing here is ever deleted."""
        return self.root / "quarantine"

    @property
    def backups(self) -> Path:
        """Where the daily archives lie."""
        return self.root / "backups"

    def table_file(self, table: Table, article: str) -> TableFile:
        """Return the file of *table* that holds *article*.

        Raises:
            NotFoundError: if *article* is no article's id.
        """
        if table == "library":
            return TableFile(table, "", self.root / "library.json")
        return _of_article(self.root, table, article)

    def article_folder(self, article: str) -> Path:
        """Return the folder of the versions of *article*.

        Raises:
            NotFoundError: if *article* is no article's id.
        """
        return self.root / "articles" / shard(article) / article

    def copied_file(self, table: Table, path: Path) -> TableFile | None:
        """Return the file of *table* that *path* is a copy of which no device could merge.

        None when it is no such copy.
        """
        name = copied_name(path.name)
        ours = name == "library" if table == "library" else is_article_id(name)
        return self.table_file(table, name) if ours and path.suffix == ".json" else None

    def table_files(self, table: Table) -> list[TableFile]:
        """Return the files of *table* that exist, by the article's id."""
        found = [
            TableFile(table, entry.name[:-5], Path(entry.path))
            for entry in self.entries(table)
            if entry.name.endswith(".json") and not copied_name(entry.name)
        ]
        return sorted(
            (file for file in found if is_article_id(file.article)), key=lambda file: file.article
        )

    def entries(self, folder: str) -> Iterator[os.DirEntry[str]]:
        """Yield what lies in the 256 folders below *folder*."""
        for inner in _scan(self.root / folder):
            if inner.is_dir(follow_symlinks=False):
                yield from _scan(Path(inner.path))

    def everything(self) -> Iterator[Path]:
        """Yield the files and folders of the store; the cache may lie beside them."""
        for name in _NAMES:
            top = self.root / name
            if top.exists():
                yield top
            for folder, folders, names in os.walk(top):
                yield from (Path(folder, inner) for inner in [*folders, *names])

    def relative(self, path: Path) -> str:
        """Return *path* as messages name it."""
        return path.relative_to(self.root).as_posix()


@lru_cache(maxsize=64)
def _of_article(root: Path, table: Table, article: str) -> TableFile:
    """Return the file of *table* that holds *article*; a save asks for it several times."""
    return TableFile(table, article, root / table / shard(article) / f"{article}.json")


def copied_name(name: str) -> str:
    """Return of which file, without its suffix, *name* is a copy that no device could merge.

    Empty when it is none.
    """
    copy = _COPY.fullmatch(name)
    return copy[1] if copy is not None else ""


def shard(article: str) -> str:
    """Return the folder, of 256, in which the files of *article* lie.

    Raises:
        NotFoundError: if *article* is no article's id, and so must not become a path.
    """
    if not is_article_id(article):
        raise NotFoundError(article or "''", "not the id of an article")
    return blake2s(article.encode(), digest_size=1).hexdigest()


def _scan(folder: Path) -> list[os.DirEntry[str]]:
    """Return what lies in *folder*, which may not exist."""
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except (FileNotFoundError, NotADirectoryError):
        return []
