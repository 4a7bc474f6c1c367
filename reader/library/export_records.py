"""What the library notes of an export, so that the next one can be merged into its files."""

import base64
import hashlib
import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from reader import __version__
from reader.annotations import Mark
from reader.library.cards import State

FIELD = "exports"
"""The field of the state document that holds the records, by place."""


@dataclass(frozen=True, slots=True)
class ExportRecord:
    """What the last export of one article to one place left there."""

    file: str
    """The file, relative to the place."""

    size: int
    modified_ns: int
    """When the file was last changed; with its size it tells whether somebody else was at it."""

    content: str
    """A digest of all that the file was made from."""

    packed: str
    """What was exported, by region, for the merge: see ``bases``."""

    @classmethod
    def of(cls, state: State, place: str) -> Self | None:
        """Return the record that *state* holds of *place*, or None when it holds none."""
        try:
            body = dict(state[FIELD][place])
            return cls(packed=body.pop("bases"), **body)
        except (KeyError, TypeError, ValueError):
            return None

    @property
    def bases(self) -> Mapping[str, Any]:
        """What was exported, by region; nothing when the record is damaged."""
        try:
            bases = json.loads(zlib.decompress(base64.b85decode(self.packed)))
        except (TypeError, ValueError, zlib.error):
            return {}
        return bases if isinstance(bases, dict) else {}

    def as_dict(self) -> dict[str, Any]:
        """Return the record for the state document."""
        return {
            "file": self.file,
            "size": self.size,
            "modified_ns": self.modified_ns,
            "content": self.content,
            "bases": self.packed,
        }

    def is_current(self, place: Path, content: str) -> bool:
        """Tell whether the file below *place* is as it was left, and would be made the same now."""
        if self.content != content:
            return False
        try:
            found = (place / self.file).stat()
        except OSError:
            return False
        return (found.st_size, found.st_mtime_ns) == (self.size, self.modified_ns)


def packed_bases(bases: Mapping[str, Any]) -> str:
    """Return *bases* packed: they repeat every mark, and the state is written at every change."""
    return base64.b85encode(zlib.compress(json.dumps(bases, sort_keys=True).encode())).decode()


def content_digest(state: State, marks: Iterable[Mark], *about: str) -> str:
    """Return a digest of all that an article's notes are made from.

    Args:
        state: the article's state; of it only what notes show counts.
        marks: its live marks, and those of other articles that they are tied to.
        about: whatever else they depend on.
    """
    digest = hashlib.blake2s(digest_size=16)
    shown = {name: state.get(name) for name in ("card", "corrections", "tags", "facts")}
    digest.update(json.dumps([__version__, about, shown], sort_keys=True).encode())
    for mark in marks:
        digest.update(f"\n{mark.id}{mark.sum}{mark.anchor}".encode())
    return digest.hexdigest()
