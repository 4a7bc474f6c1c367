"""Marks, articles and damage for the tests of the store."""

import contextlib
import json
import resource
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reader.annotations.model import Mark, new_mark_id
from reader.article.identity import version_of
from reader.article.model import Article, Block
from reader.store import Change, Store
from reader.store.backup import back_up_if_due


def make_mark(store: Store, article: str = "harbour", **fields: Any) -> str:
    """Commit a new mark and return its id."""
    change = new_mark(article, **fields)
    store.commit([change], "highlight")
    return change.key


def new_mark(article: str = "harbour", **fields: Any) -> Change:
    """Return the change that makes a mark."""
    mark = Mark(new_mark_id(), article, **({"quote": "the strike"} | fields))
    return Change("notes", article, mark.id, mark.as_dict(), create=True)


def back_up(store: Store) -> Path | None:
    """Write today's archive, as the store does in a quiet moment; None when there is one."""
    return back_up_if_due(store._layout, lambda: False)


def note(store: Store, mark_id: str, text: str, label: str = "note") -> None:
    """Give a mark another note."""
    mark = store.mark(mark_id)
    store.commit([Change("notes", mark.article, mark_id, {"note": text})], label)


def notes(store: Store, article: str = "harbour") -> list[str]:
    """Return the notes of the live marks of an article."""
    return [mark.note for mark in store.marks(article)]


def article(text: str = "The strike is over.", *, id: str = "harbour") -> Article:
    """Return an article of one paragraph."""
    blocks = (Block("paragraph", 0, len(text)),)
    return Article(id, version_of(text), "Harbour", text, blocks, markdown=text)


def notes_file(root: Path, name: str = "harbour") -> Path:
    """Return the file of an article's marks."""
    return next((root / "notes").glob(f"*/{name}.json"))


def segment(root: Path) -> Path:
    """Return the journal's only segment."""
    (path,) = (root / "history").glob("*.jsonl")
    return path


def quarantined(root: Path) -> list[bytes]:
    """Return what lies in quarantine."""
    return [path.read_bytes() for path in sorted((root / "quarantine").glob("*"))]


def records(root: Path) -> list[dict[str, Any]]:
    """Return the records of the journal's only segment."""
    return [json.loads(line[9:]) for line in segment(root).read_bytes().splitlines()]


def listing(root: Path) -> dict[str, bytes]:
    """Return every file below *root* with its bytes."""
    files = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


@contextlib.contextmanager
def no_file_beyond(size: int) -> Iterator[None]:
    """Let no file grow beyond *size* bytes, as on a disk that is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)
