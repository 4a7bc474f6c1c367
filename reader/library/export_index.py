"""Remembers what an export left, so that the next one looks at nothing that did not change.

It lies in the cache: without it every article is looked at, and the outcome is the same.
"""

import contextlib
import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reader.store import Store


@dataclass(slots=True)
class ExportIndex:
    """What stands in one folder of exported notes."""

    path: Path
    """Where the index lies."""

    about: list[Any]
    """Whatever else the notes depend on; an index for anything else is not used."""

    started: str
    """How far the changes of the store had come when this export began."""

    changed: frozenset[str] | None
    """The articles changed since the last export; None when that cannot be told."""

    files: dict[str, list[Any]] = field(default_factory=dict)
    """By article: the file, its size, when it was changed, and the articles it tells of besides."""

    @classmethod
    def open(cls, store: Store, cache: Path, key: str, about: list[Any]) -> "ExportIndex":
        """Return the index of the place *key*; an empty one when there is none that can be used."""
        name = hashlib.blake2s(key.encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()
        index = cls(cache / "exports" / f"{name}.json", about, store.position(), None)
        try:
            body = json.loads(index.path.read_bytes())
            if body["about"] == about:
                index.changed = store.changed_since(body["position"])
                index.files = dict(body["files"]) if index.changed is not None else {}
        except (OSError, ValueError, KeyError, TypeError):
            index.changed, index.files = None, {}
        return index

    def unchanged(self, article_id: str) -> str | None:
        """Return the file of an article that is as the last export left it; None for any other."""
        known = self.files.get(article_id)
        if known is None or self.changed is None or article_id in self.changed:
            return None
        file, size, modified_ns, tied = known
        if not self.changed.isdisjoint(tied):
            return None
        with contextlib.suppress(OSError):
            state = Path(file).stat()
            if (state.st_size, state.st_mtime_ns) == (size, modified_ns):
                return str(file)
        return None

    def note(self, article_id: str, path: Path, tied: Iterable[str]) -> None:
        """Remember the file of an article as it is now."""
        self.files.pop(article_id, None)
        with contextlib.suppress(OSError):
            state = path.stat()
            self.files[article_id] = [str(path), state.st_size, state.st_mtime_ns, [*set(tied)]]

    def save(self, store: Store) -> None:
        """Write the index, without what others changed meanwhile; to no avail when it cannot be."""
        position = store.position()
        others = store.changed_since(self.started, own=False)
        files = {} if others is None else self.files
        files = {key: body for key, body in files.items() if key not in (others or ())}
        body = {"about": self.about, "position": position, "files": files}
        with contextlib.suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            temporary = self.path.with_suffix(f".{os.getpid()}.tmp")
            temporary.write_text(json.dumps(body), encoding="utf-8")
            temporary.replace(self.path)
