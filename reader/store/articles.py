"""The articles themselves: each version one file that is never changed.

The file is the article object of the contract, and begins with a line of two further fields: the
checksum of all bytes after that line, and when the version was put.
"""

import contextlib
import json
import re
import zlib
from functools import lru_cache
from pathlib import Path
from typing import Any

from reader.annotations.model import utc_now
from reader.article.model import Article
from reader.errors import DamagedError, NotFoundError, StoreError
from reader.store.files import make_folder, read_bytes, replace_file, told
from reader.store.layout import Layout
from reader.store.repair import quarantine

_VERSION = re.compile(r"[A-Za-z0-9]{1,128}")
_FIRST = re.compile(rb'\{"sum": "([0-9a-f]{8})", "put": "([^"\n]{0,40})",\n')
_FIRST_LENGTH = 100
_LATER = "+"
"""What a moment ends with that the clock, which went back, does not tell."""


def put(layout: Layout, article: Article, source: bytes | None) -> bool:
    """Keep *article*, and its *source* compressed; return whether that version is new.

    The caller holds the lock. Damaged bytes that stand in its place go to quarantine.

    Raises:
        OSError: if the system refuses.
    """
    path = _path(layout, article.id, article.version)
    if read_article(path) is not None:
        return False
    damaged = read_bytes(path)
    if damaged:
        quarantine(layout, path, damaged)
    make_folder(path.parent, sync=True)
    if source is not None:
        import gzip

        replace_file(source_path(path), gzip.compress(source, mtime=0))
    replace_file(path, _encode(article, _moment(newest_put(layout, article.id))))
    return True


def get(layout: Layout, article: str, version: str | None, *, markdown: bool = True) -> Article:
    """Return a version of *article*, the newest unless one is named.

    Without *markdown* its Markdown is left out, which takes as much room as its text.

    Raises:
        NotFoundError: if there is none.
        DamagedError: if its file is damaged.
        StoreError: if it cannot be read.
    """
    known = versions(layout, article)
    if not known:
        raise NotFoundError(article, "not in the library")
    if version is not None and version not in known:
        raise NotFoundError(article, f"no such version: {version}")
    path = _path(layout, article, version or known[-1])
    with told(layout.relative(path)):
        found = _opened(path, _signature(path), markdown)
    if found is None:
        remedy = "add it again from its source"
        raise DamagedError(layout.relative(path), "damaged beyond reading", remedy)
    return found


@lru_cache(maxsize=2)
def _opened(path: Path, signature: tuple[int, ...], markdown: bool) -> Article | None:
    """Return the article in *path*, read once for all the marks that are made on it."""
    return read_article(path, markdown=markdown) if signature else None


def _signature(path: Path) -> tuple[int, ...]:
    """Return what changes when the file at *path* does; nothing when there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return ()
    return found.st_ino, found.st_size, found.st_mtime_ns


def versions(layout: Layout, article: str) -> list[str]:
    """Return the versions of *article* that are kept, the one put first first."""
    return [version for version, _ in kept(layout, article)]


def kept(layout: Layout, article: str) -> list[tuple[str, str]]:
    """Return the versions of *article*, the one put first first, and when each was put.

    That is empty where a damaged file does not tell it.
    """
    folder = layout.article_folder(article)
    with contextlib.suppress(FileNotFoundError, NotADirectoryError):
        found = [(_put_at(path), path.stem) for path in folder.iterdir() if path.suffix == ".json"]
        return [(version, moment.rstrip(_LATER)) for moment, version in sorted(found)]
    return []


def newest_put(layout: Layout, article: str) -> str:
    """Return when the newest version of *article* was put; empty when there is none."""
    folder = layout.article_folder(article)
    return max((_put_at(path) for path in folder.glob("*.json")), default="")


def remove(layout: Layout, article: str) -> None:
    """Remove every version of *article* for good.

    Raises:
        OSError: if the system refuses.
    """
    import shutil

    with contextlib.suppress(FileNotFoundError):
        shutil.rmtree(layout.article_folder(article))


def read_article(path: Path, *, markdown: bool = True) -> Article | None:
    """Return the article in *path*, or None when it is damaged or absent; see ``get``."""
    text = _whole_text(path)
    if text is None:
        return None
    body = json.loads(text)
    return Article.from_dict(body if markdown else body | {"markdown": ""})


def _whole_text(path: Path) -> str | None:
    """Return the text of *path*, its bytes let go before it is read; None when it is damaged."""
    raw = read_bytes(path) or b""
    first = _FIRST.match(raw)
    if first is None or zlib.crc32(memoryview(raw)[first.end() :]) != int(first[1], 16):
        return None
    return raw.decode("utf-8", "surrogatepass")


def source_path(path: Path) -> Path:
    """Return where the source of the version in *path* lies."""
    return path.with_name(f"{path.stem}.source.gz")


def _encode(article: Article, moment: str) -> bytes:
    """Return the bytes of *article*."""
    body: dict[str, Any] = article.as_dict()
    rest = json.dumps(body, indent=1, ensure_ascii=True)[2:].encode("ascii")
    return b'{"sum": "%08x", "put": "%s",\n' % (zlib.crc32(rest), moment.encode()) + rest


def _moment(newest: str) -> str:
    """Return now, or just after *newest* when the clock went back."""
    now = utc_now()
    return now if now > newest else newest + _LATER


def _put_at(path: Path) -> str:
    """Return when the version in *path* was put; empty when a damaged file does not tell it."""
    with path.open("rb") as file:
        first = _FIRST.match(file.read(_FIRST_LENGTH))
    return first[2].decode("ascii", "replace") if first is not None else ""


def _path(layout: Layout, article: str, version: str) -> Path:
    """Return the file of one version.

    Raises:
        StoreError: if *version* could name anything else.
    """
    if _VERSION.fullmatch(version) is None:
        raise StoreError(version, "not the version of an article")
    return layout.article_folder(article) / f"{version}.json"
