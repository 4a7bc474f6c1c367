"""JSON as other programs write it: a list of objects, one alone, or one a line."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from reader.errors import ReaderError
from reader.importers.tables import text_of

_HALF = re.compile("[\ud800-\udfff]")
"""Half of a character, as programs leave it that cut texts to a length: no file can hold it."""


def document(data: bytes, subject: str) -> Any:
    """Return what a file of JSON says; JSON Lines are a list.

    Raises:
        ReaderError: if it is none.
    """
    text = text_of(data)
    try:
        return _mended(json.loads(text)) if "\\ud" in text.lower() else json.loads(text)
    except (ValueError, RecursionError):
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) < 2 or not lines[0].lstrip().startswith("{"):
            raise ReaderError(subject, "no JSON", "export it anew") from None
    return [_line(line) for line in lines]


def _line(line: str) -> Any:
    """Return what a line of JSON says; None for one that says nothing."""
    try:
        return _mended(json.loads(line))
    except (ValueError, RecursionError):
        return None


def _mended(value: Any) -> Any:
    """Return JSON's *value* with a sign of replacement for each half of a character."""
    if isinstance(value, str):
        return value if value.isascii() else _HALF.sub("\ufffd", value)
    if isinstance(value, list):
        return [_mended(one) for one in value]
    if isinstance(value, dict):
        return {_mended(name): _mended(one) for name, one in value.items()}
    return value


def objects(data: bytes, subject: str, prefix: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the objects of a list with where each stands; what is no object comes empty.

    Args:
        data: a file of JSON.
        subject: what errors call it.
        prefix: what is put before the place of each.

    Raises:
        ReaderError: if it is no JSON.
    """
    listed = document(data, subject)
    items = listed if isinstance(listed, list) else [listed]
    for place, body in enumerate(items, 1):
        yield f"{prefix}entry {place}", body if isinstance(body, Mapping) else {}


def text_in(body: Mapping[str, Any], name: str) -> str:
    """Return the text under *name*; empty when there is none."""
    value = body.get(name)
    return value if isinstance(value, str) else ""
