"""The journal: every change, in order, made durable before anything else happens.

A segment is a file of lines, one a record: the CRC-32 in eight hexadecimal digits, a blank, and
the record as JSON. A device appends to its own segments, one a month; those of other devices may
arrive by synchronising. Whoever appends holds the store's lock.
"""

import json
import mmap
import os
import time
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from reader.store.files import make_folder, read_bytes, sync_folder, write_all
from reader.store.layout import CONFLICT, Layout
from reader.store.model import Document, DocumentChange, Step

RecordKind = Literal["step", "undo", "redo", "merge", "purge"]

_sync = getattr(os, "fdatasync", os.fsync)
_line = json.JSONEncoder(ensure_ascii=True, allow_nan=False, separators=(",", ":")).encode
_APPEND = os.O_CREAT | os.O_APPEND | os.O_RDWR | os.O_CLOEXEC | os.O_NOFOLLOW


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
        return Step(self.of or self.id, self.label, self.at, self.changes)


@dataclass(frozen=True, slots=True)
class Appended:
    """A record at the end of a segment, which may still be taken back."""

    path: Path
    size: int
    """How long the segment was before."""

    def retract(self) -> None:
        """Take the record away again; nobody has been told of it."""
        _cut(self.path, self.size)


@dataclass(frozen=True, slots=True)
class Journal:
    """The segments below one data directory, and the name this device appends under."""

    layout: Layout
    device: str

    def append(self, record: Record) -> Appended:
        """Append *record* and make it durable.

        Raises:
            OSError: if that fails; the segment is then as it was.
        """
        make_folder(self.layout.history, sync=True)
        path = self._current()
        handle = os.open(path, _APPEND, 0o600)
        try:
            size = os.fstat(handle).st_size
            line = encode_record(record)
            if size and os.pread(handle, 1, size - 1) != b"\n":
                line = b"\n" + line  # what a killed writer left becomes a line that nobody reads
            _append_durably(handle, line, size)
        finally:
            os.close(handle)
        if size == 0:
            sync_folder(path.parent)
        return Appended(path, size)

    def sizes(self) -> dict[str, int]:
        """Return the lengths of all segments by name."""
        try:
            found = [entry for entry in self.layout.history.iterdir() if entry.suffix == ".jsonl"]
        except (FileNotFoundError, NotADirectoryError):
            return {}
        return {entry.name: entry.stat().st_size for entry in sorted(found)}

    def read(self, starts: Mapping[str, int]) -> tuple[list[Record], dict[str, int]]:
        """Return the records from *starts* on, and where the last whole line of each segment ends.

        Args:
            starts: offsets by segment; a segment that it does not name is read from its start.
        """
        records: list[Record] = []
        ends: dict[str, int] = {}
        for name, size in self.sizes().items():
            start = min(starts.get(name, 0), size)
            data = self._tail(name, start) if start < size else b""
            whole = data.rfind(b"\n") + 1
            ends[name] = start + whole
            records += _decoded(data[:whole].split(b"\n"))
        return records, ends

    def every(self) -> Iterator[Record]:
        """Yield all records, segment by segment, without holding them all."""
        for name in self.sizes():
            with (self.layout.history / name).open("rb") as segment:
                for line in segment:
                    record = decode_record(line.rstrip(b"\n"))
                    if record is not None:
                        yield record

    def about(self, text: str) -> Iterator[Record]:
        """Yield the records, latest segment first and backwards, in whose JSON *text* stands."""
        needle = _line(text).encode("ascii")
        for name in sorted(self.sizes(), key=_month, reverse=True):
            for line in _backwards(self.layout.history / name, needle):
                record = decode_record(line)
                if record is not None:
                    yield record

    def own_backwards(self, text: str | None) -> Iterator[Record]:
        """Yield this device's records, the latest first; with *text* those that hold it."""
        needle = b"" if text is None else _line(text).encode("ascii")
        for name in sorted(self._own(), reverse=True):
            for line in _backwards(self.layout.history / name, needle):
                record = decode_record(line)
                if record is not None:
                    yield record

    def at_line_start(self, name: str, offset: int) -> bool:
        """Tell whether a line of the segment *name* begins at *offset*, or would."""
        return offset == 0 or self._tail(name, offset - 1)[:1] == b"\n"

    def _own(self) -> list[str]:
        """Return the names of this device's segments."""
        own = f"{self.device}-"
        return [name for name in self.sizes() if name.startswith(own) and CONFLICT not in name]

    def _current(self) -> Path:
        """Return the segment to append to: this month's, or a later one if the clock went back."""
        month = f"{self.device}-{time.strftime('%Y-%m', time.gmtime())}.jsonl"
        return self.layout.history / max([month, *self._own()])

    def _tail(self, name: str, start: int) -> bytes:
        """Return what stands in a segment from *start* on."""
        with (self.layout.history / name).open("rb") as segment:
            segment.seek(start)
            return segment.read()


def encode_record(record: Record) -> bytes:
    """Return the line of *record*."""
    body: dict[str, Any] = {"id": record.id, "at": record.at, "kind": record.kind}
    for name in ("label", "of", "article"):
        if getattr(record, name):
            body[name] = getattr(record, name)
    if record.changes:
        body["docs"] = [_encode_change(change) for change in record.changes]
    text = _line(body).encode("ascii")
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
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def damaged_lines(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the lines of a segment that hold no record, with their offsets; blank ones are none."""
    offset = 0
    for line in data.split(b"\n"):
        if line.strip() and decode_record(line) is None:
            yield offset, line
        offset += len(line) + 1


def blank_out(path: Path, offset: int, length: int) -> None:
    """Put blanks in the place of *length* bytes of a segment, durably."""
    handle = os.open(path, os.O_WRONLY | os.O_CLOEXEC | os.O_NOFOLLOW)
    try:
        os.pwrite(handle, b" " * length, offset)
        _sync(handle)
    finally:
        os.close(handle)


def read_segment(path: Path) -> bytes:
    """Return all of a segment."""
    return read_bytes(path) or b""


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


def _decoded(lines: list[bytes]) -> list[Record]:
    """Return the records of *lines*, passing over what holds none."""
    found = (decode_record(line) for line in lines if line)
    return [record for record in found if record is not None]


def _backwards(path: Path, needle: bytes) -> Iterator[bytes]:
    """Yield the lines of a file that hold *needle*, the last one first."""
    if path.stat().st_size == 0:
        return
    with path.open("rb") as segment, mmap.mmap(segment.fileno(), 0, prot=mmap.PROT_READ) as data:
        end = len(data)
        while end > 0:
            place = data.rfind(needle, 0, end) if needle else end - 1
            if place < 0:
                return
            start = data.rfind(b"\n", 0, place) + 1
            after = data.find(b"\n", place, end)
            yield data[start : after if after >= 0 else end]
            end = start - 1 if start else 0


def _month(name: str) -> str:
    """Return the month in a segment's name, by which segments of several devices are sorted."""
    return name.partition("-")[2]


def _append_durably(handle: int, line: bytes, size: int) -> None:
    """Append *line* to a segment of length *size*; when that fails it keeps that length."""
    try:
        write_all(handle, line)
        _sync(handle)
    except OSError:
        os.ftruncate(handle, size)
        raise


def _cut(path: Path, size: int) -> None:
    """Give *path* back the length *size*, durably."""
    handle = os.open(path, os.O_RDWR | os.O_CLOEXEC | os.O_NOFOLLOW)
    try:
        os.ftruncate(handle, size)
        _sync(handle)
    finally:
        os.close(handle)
