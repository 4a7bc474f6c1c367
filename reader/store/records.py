"""The records of the journal, and the lines that they are written as.

A line is the CRC-32 of the rest in eight hexadecimal digits, a blank, and the record as JSON.
"""

import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from reader.store.model import PAST, Document, DocumentChange, Step

RecordKind = Literal["step", "undo", "redo", "merge", "purge"]

in_one_line = json.JSONEncoder(ensure_ascii=True, allow_nan=False, separators=(",", ":")).encode
"""Writes a value as the journal does."""


@dataclass(frozen=True, slots=True)
class Record:
    """One line of the journal."""

    id: str
    at: str
    kind: RecordKind
    label: str = ""
    of: str = ""
    """The step that an undo or a redo is about."""
    article: str = ""
    """The article that was purged, or the one an undo that found nothing to do was about."""
    changes: tuple[DocumentChange, ...] = ()

    @property
    def articles(self) -> frozenset[str]:
        """The articles it touches; the empty string stands for the library."""
        named = {self.article} if self.article else set()
        return frozenset(named.union(change.article for change in self.changes))

    def step(self) -> Step:
        """Return what the record did, as callers see it."""
        shown = tuple(replace(change, after=_shown(change.after)) for change in self.changes)
        return Step(self.of or self.id, self.label, self.at, shown)


def _shown(document: Document) -> Document:
    """Return *document* without what is nobody's business outside the store."""
    return {name: value for name, value in document.items() if name != PAST}


def encode_record(record: Record) -> bytes:
    """Return the line of *record*."""
    body: dict[str, Any] = {"id": record.id, "at": record.at, "kind": record.kind}
    for name in ("label", "of", "article"):
        if getattr(record, name):
            body[name] = getattr(record, name)
    if record.changes:
        body["docs"] = [_encode_change(change) for change in record.changes]
    text = in_one_line(body).encode("ascii")
    return b"%08x %s\n" % (zlib.crc32(text), text)


def decode_record(line: bytes) -> Record | None:
    """Return the record of *line*, or None if the line is torn or damaged."""
    try:
        if int(line[:8], 16) != zlib.crc32(line[9:]):
            return None
        body = json.loads(line[9:])
        changes = tuple(_decode_change(change) for change in body.get("docs", ()))
        names = {name: body.get(name, "") for name in ("label", "of", "article")}
        return Record(body["id"], body["at"], body["kind"], changes=changes, **names)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def damaged_lines(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the lines of a segment that hold no record, with their offsets; blank ones are none."""
    offset = 0
    for line in data.split(b"\n"):
        if line.strip() and decode_record(line) is None:
            yield offset, line
        offset += len(line) + 1


def _encode_change(change: DocumentChange) -> dict[str, Any]:
    """Return *change* as the journal keeps it: the new document, and what was different before."""
    body: dict[str, Any] = {"table": change.table, "article": change.article, "key": change.key}
    before, after = change.before, change.after
    if before is not None:
        absent = object()
        body["was"] = {k: v for k, v in before.items() if after.get(k, absent) != v}
        body["new"] = [name for name in after if name not in before]
    return body | {"doc": after}


def _decode_change(body: Mapping[str, Any]) -> DocumentChange:
    """Return the change that ``_encode_change`` described."""
    after: Document = body["doc"]
    before: Document | None = None
    if "was" in body:
        new = set(body["new"])
        before = {name: value for name, value in after.items() if name not in new} | body["was"]
    return DocumentChange(body["table"], body["article"], body["key"], before, after)
