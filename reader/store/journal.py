"""The journal: every change, in order, made durable before anything else happens.

A device appends to its own segments, one a month; those of other devices may arrive by
synchronising. Whoever appends holds the store's lock.
"""

import os
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from reader.store.files import make_folder
from reader.store.layout import Layout, copied_name
from reader.store.records import Record, decode_record, encode_record, in_one_line
from reader.store.segments import Appended, append_line, backwards


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
        line = encode_record(record)
        try:
            return append_line(self._current(), line)
        except FileNotFoundError:
            make_folder(self.layout.history, sync=True)
            return append_line(self._current(), line)

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

    def since(self, starts: Mapping[str, int]) -> Iterator[Record]:
        """Yield the records from *starts* on, as ``read`` has them, without holding them all."""
        for name in self.sizes():
            with (self.layout.history / name).open("rb") as segment:
                segment.seek(starts.get(name, 0))
                yield from _decoded(line[:-1] for line in segment if line.endswith(b"\n"))

    def every(self) -> Iterator[Record]:
        """Yield all records, segment by segment, without holding them all."""
        for name in self.sizes():
            with (self.layout.history / name).open("rb") as segment:
                yield from _decoded(line.rstrip(b"\n") for line in segment)

    def about(self, text: str) -> Iterator[Record]:
        """Yield the records, latest segment first and backwards, in whose JSON *text* stands."""
        needle = in_one_line(text).encode("ascii")
        for name in sorted(self.sizes(), key=_month, reverse=True):
            yield from _decoded(backwards(self.layout.history / name, needle))

    def own_backwards(self, text: str | None) -> Iterator[Record]:
        """Yield this device's records, the latest first; with *text* those that hold it."""
        needle = b"" if text is None else in_one_line(text).encode("ascii")
        for name in sorted(self._own(), reverse=True):
            yield from _decoded(backwards(self.layout.history / name, needle))

    def at_line_start(self, name: str, offset: int) -> bool:
        """Tell whether a line of the segment *name* begins at *offset*, or would."""
        if offset == 0:
            return True
        with (self.layout.history / name).open("rb") as segment:
            segment.seek(offset - 1)
            return segment.read(1) == b"\n"

    def _own(self) -> list[str]:
        """Return the names of this device's segments."""
        try:
            names = os.listdir(self.layout.history)  # noqa: PTH208 - a save needs names alone
        except (FileNotFoundError, NotADirectoryError):
            return []
        own = f"{self.device}-"
        return [
            name
            for name in names
            if name.startswith(own) and name.endswith(".jsonl") and not copied_name(name)
        ]

    def _current(self) -> Path:
        """Return the segment to append to: this month's, or a later one if the clock went back."""
        month = f"{self.device}-{time.strftime('%Y-%m', time.gmtime())}.jsonl"
        return self.layout.history / max([month, *self._own()])

    def _tail(self, name: str, start: int) -> bytes:
        """Return what stands in a segment from *start* on."""
        with (self.layout.history / name).open("rb") as segment:
            segment.seek(start)
            return segment.read()


def _decoded(lines: Iterable[bytes]) -> Iterator[Record]:
    """Yield the records of *lines*, passing over what holds none."""
    for line in lines:
        record = decode_record(line)
        if record is not None:
            yield record


def _month(name: str) -> str:
    """Return the month in a segment's name, by which segments of several devices are sorted."""
    return name.partition("-")[2]
