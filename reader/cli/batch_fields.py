"""What a line of ``annotate --batch`` may say of a mark, each field of its type.

A field that nobody knows is an error, for what it was meant to keep would be lost.
"""

import difflib
from collections.abc import Callable, Mapping
from typing import Any

from reader.annotations import Link, Part
from reader.article.sanitise import clean_text
from reader.errors import UsageError

Line = Mapping[str, Any]
Read = Callable[[str, object], Any]
"""Returns the value of a field, whose name in messages comes first."""

_LINK = frozenset({"to", "rel", "note"})
_PART = frozenset({"quote", "prefix", "suffix"})


def fields_of(line: Line, known: Mapping[str, Read], also: frozenset[str], name: str) -> Any:
    """Return the fields of a mark that *line* gives.

    Args:
        line: the line.
        known: the fields that it may give, and what reads each.
        also: what else may stand in it.
        name: what messages call it.

    Raises:
        UsageError: if it gives another field, or one that is not of its type.
    """
    fields: dict[str, Any] = {}
    for key, value in line.items():
        if key in also:
            continue
        target = "tags" if key == "tag" else key
        if target not in known:
            close = difflib.get_close_matches(key, sorted(known), n=1)
            remedy = f"did you mean {close[0]}?" if close else "leave it out"
            raise UsageError(f"{name}: {key}", "no field of this op", remedy)
        fields[target] = known[target](f"{name}: {key}", value)
    return fields


def _text(name: str, value: object) -> str:
    """Return a text."""
    if isinstance(value, str):
        return clean_text(value)
    raise UsageError(name, "no text", "write it in quotation marks")


def _text_or_none(name: str, value: object) -> str | None:
    """Return a text, or None, which takes away what was there."""
    return None if value is None else _text(name, value)


def _tags(name: str, value: object) -> tuple[str, ...]:
    """Return tags: one, or a list of them."""
    listed = [value] if isinstance(value, str) else value
    if not isinstance(listed, list) or not all(isinstance(tag, str) for tag in listed):
        raise UsageError(name, "no list of texts", 'write ["one", "two"]')
    return tuple(clean_text(tag) for tag in listed)


def _links(name: str, value: object) -> tuple[Link, ...]:
    """Return links, each an object with the target in ``to``."""
    example = 'write [{"to": "https://…", "rel": "source", "note": "…"}]'
    return tuple(
        Link(**_texts(name, one, _LINK, "to", example)) for one in _list(name, value, example)
    )


def _parts(name: str, value: object) -> tuple[tuple[int, int] | Part, ...]:
    """Return further passages: each by its two offsets, or an object with its quote."""
    example = 'write [{"quote": "…"}] or [[start, end]]'
    return tuple(_part(name, one, example) for one in _list(name, value, example))


def _part(name: str, value: object, example: str) -> tuple[int, int] | Part:
    """Return one further passage."""
    if not isinstance(value, list):
        words = _texts(name, value, _PART, "quote", example)
        return Part(words["quote"], words.get("prefix", ""), words.get("suffix", ""))
    match value:
        case [int() as start, int() as end] if bool not in {type(start), type(end)}:
            return start, end
    raise UsageError(name, "no two offsets", example)


def _list(name: str, value: object, example: str) -> list[object]:
    """Return *value*, which must be a list."""
    if isinstance(value, list):
        return value
    raise UsageError(name, "no list", example)


def _texts(
    name: str, value: object, known: frozenset[str], needed: str, example: str
) -> dict[str, str]:
    """Return *value*, which must be an object of texts with the *needed* one among them."""
    if not isinstance(value, dict) or needed not in value:
        raise UsageError(name, f"an item without {needed}", example)
    if wrong := sorted(value.keys() - known):
        raise UsageError(f"{name}: {wrong[0]}", "not known here", example)
    return {key: _text(f"{name}: {key}", text) for key, text in value.items()}


CHANGEABLE: Mapping[str, Read] = {
    "note": _text,
    "label": _text_or_none,
    "kind": _text,
    "color": _text_or_none,
    "tags": _tags,
    "status": _text_or_none,
    "verdict": _text,
    "speaker": _text_or_none,
    "type": _text_or_none,
    "priority": _text_or_none,
    "links": _links,
    "parts": _parts,
}
"""What can be said of a mark when it is made, and later."""

MAKING: Mapping[str, Read] = {
    "quote": _text,
    "prefix": _text,
    "suffix": _text,
    "reply_to": _text_or_none,
    **CHANGEABLE,
}
"""What can be said of a mark when it is made."""
