"""Marks by the line: what ``annotate --batch`` reads, and the acknowledgement of each line.

A line is acknowledged when what it asks for is durable, never before; one that cannot be done is
told in its acknowledgement, and the next is read.
"""

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from reader.article.sanitise import clean_text
from reader.cli.batch_fields import CHANGEABLE, MAKING, Line, fields_of
from reader.cli.session import Session
from reader.errors import NotFoundError, ReaderError, UsageError

if TYPE_CHECKING:
    from reader.library import Library

_ENVELOPE = frozenset({"op", "client_ref"})

LONGEST = 16 << 20
"""The longest line that is read, in bytes."""


@dataclass(slots=True)
class _Batch:
    """The library a batch works on, and what it has learnt of the articles' names."""

    library: "Library"
    ids: dict[str, str] = field(default_factory=dict)

    def article(self, name: str) -> str:
        """Return the id of the article called *name*, looked up once; *name* if none is held."""
        if name not in self.ids:
            try:
                self.ids[name] = self.library.resolve(name)
            except NotFoundError:
                self.ids[name] = name
        return self.ids[name]


def batch(session: Session) -> int:
    """Do what each line of standard input asks for; 1 if one could not be done."""
    work = _Batch(session.library)
    code = 0
    for number, raw in enumerate(_lines(), start=1):
        acknowledgement = _answer(work, raw, number)
        session.out.json(acknowledgement)
        if not acknowledgement["ok"]:
            session.out.error(acknowledgement["error"])
            code = 1
    return code


def _lines() -> Iterator[bytes]:
    """Yield the lines of standard input that are not empty, each as soon as it is there."""
    if sys.stdin is None:
        return
    while raw := sys.stdin.buffer.readline(LONGEST + 1):
        whole = raw
        while len(raw) > LONGEST and not raw.endswith(b"\n"):
            raw = sys.stdin.buffer.readline(LONGEST + 1)  # pass over the rest of it
        if whole.strip():
            yield whole


def _answer(work: _Batch, raw: bytes, number: int) -> dict[str, Any]:
    """Return the acknowledgement of one line, done or not."""
    line: Line = {}
    try:
        line = _parse(raw, f"line {number}")
        answer: dict[str, Any] = {"ok": True, "id": _do(work, line, f"line {number}")}
    except ReaderError as error:
        answer = {"ok": False, "error": str(error)}
    return answer | ({"client_ref": line["client_ref"]} if "client_ref" in line else {})


def _parse(raw: bytes, name: str) -> Line:
    """Return the object that a line is.

    Raises:
        UsageError: if it is none.
    """
    if len(raw) > LONGEST:
        raise UsageError(name, f"longer than {LONGEST >> 20} MiB", "shorten it")
    try:
        line = json.loads(raw)
    except (ValueError, RecursionError):
        raise UsageError(name, "not JSON", "write one JSON object a line, in UTF-8") from None
    if not isinstance(line, dict):
        raise UsageError(name, "no JSON object", 'write {"article": …, "quote": …}')
    return line


def _do(work: _Batch, line: Line, name: str) -> str:
    """Do what a line asks for and return the id of the mark it is about."""
    operations: dict[str, Callable[[_Batch, Line, str], str]] = {
        "add": _add,
        "edit": _edit,
        "delete": _delete,
    }
    wanted = line.get("op", "add")
    operation = operations.get(wanted) if isinstance(wanted, str) else None
    if operation is None:
        raise UsageError(name, "there is no such op", f"use {', '.join(operations)}")
    return operation(work, line, name)


def _add(work: _Batch, line: Line, name: str) -> str:
    """Make a mark."""
    article = _text(line, "article", name)
    fields = fields_of(line, MAKING, _ENVELOPE | {"article"}, name)
    if not fields.get("quote") and not fields.get("note"):
        raise UsageError(name, "quote is missing", "write the words to mark, or a note")
    return work.library.annotate(work.article(article), **fields).id


def _edit(work: _Batch, line: Line, name: str) -> str:
    """Change fields of a mark."""
    mark_id = _text(line, "id", name)
    fields = fields_of(line, CHANGEABLE, _ENVELOPE | {"id"}, name)
    return work.library.change_mark(mark_id, **fields).id


def _delete(work: _Batch, line: Line, name: str) -> str:
    """Delete a mark."""
    mark_id = _text(line, "id", name)
    fields_of(line, {}, _ENVELOPE | {"id"}, name)
    work.library.delete_mark(mark_id)
    return mark_id


def _text(line: Line, field_name: str, name: str) -> str:
    """Return a field that must be there and be text."""
    value = line.get(field_name)
    if not isinstance(value, str):
        raise UsageError(
            name, f"{field_name} is missing or no text", "see `reader annotate --help`"
        )
    return clean_text(value)
