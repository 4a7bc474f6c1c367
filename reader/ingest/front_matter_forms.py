"""The forms that front matter is written in, each to a table of keys and values."""

import json
import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

_LONGEST = 64 * 1024
_YAML = re.compile(r"\n*---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_TOML = re.compile(r"\n*\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_TITLE_BLOCK = re.compile(r"(?:%[^\n]*\n(?:[ \t]+\S[^\n]*\n)*){1,3}(?=\n|\Z)")
_HEADER = re.compile(r"(?:[A-Za-z][\w -]{0,30}:[ \t]+\S[^\n]*\n){2,30}(?=\n|\Z)")
_LINE = re.compile(r"([A-Za-z][\w -]{0,40}):(?:[ \t]+(.*))?")
_ITEM = re.compile(r"[ \t]*-[ \t]+(.*)")


class Above(NamedTuple):
    """What stands above a text."""

    table: Mapping[object, object]
    end: int
    """Offset of the first character of the text itself."""


def read_above(source: str) -> Above | None:
    """Return the front matter that *source* opens with, None when it has none.

    What only looks like it (a rule, a table that cannot be read) is left in the text.
    """
    head = source[:_LONGEST]
    for form, load in _FENCED:
        match = form.match(head)
        table = load(match[1]) if match else None
        if match and isinstance(table, Mapping):
            return Above(table, match.end())
    return _json(head) or _title_block(head) or _header(head)


def _load_yaml(text: str) -> object:
    """Return what YAML *text* says, every scalar as its own text; None when it is no YAML."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        table = yaml.load(text, loader)  # the base loader makes nothing but strings
    except (yaml.YAMLError, RecursionError, ValueError):
        return None
    return table if text.strip() else {}


def _load_lines(text: str) -> object:
    """Return what lines of keys and values say that are no YAML, as by a colon in a title.

    None when one of the lines is neither.
    """
    table: dict[object, list[str]] = {}
    values: list[str] = []
    for line in text.split("\n"):
        match = _LINE.fullmatch(line)
        item = _ITEM.fullmatch(line)
        if match:
            values = table.setdefault(match[1], [])
            values += _values(match[2] or "")
        elif item and table:
            values += _values(item[1])
        elif line.strip() and not line.startswith((" ", "\t", "#")):
            return None
    return table if any(str(key).lower() in ("title", "date", "author") for key in table) else None


def _values(written: str) -> list[str]:
    """Return the values that one line holds."""
    parts = written[1:].split(",") if written.startswith("[") else [written]
    stripped = (part.strip(" \t]\"'") if written.startswith("[") else part for part in parts)
    return [value for part in stripped if (value := part.strip().strip("\"'"))]


def _load_toml(text: str) -> object:
    """Return what TOML *text* says, None when it is no TOML."""
    import tomllib

    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return None


def _json(head: str) -> Above | None:
    """Return the front matter that is a JSON object with a title, if there is one."""
    if not re.match(r"\{\s*\"", head):
        return None
    try:
        table, end = json.JSONDecoder().raw_decode(head)
    except (ValueError, RecursionError):
        return None
    return Above(table, end) if "title" in table and head[end : end + 1] in ("\n", "") else None


def _title_block(head: str) -> Above | None:
    """Return Pandoc's three lines of title, authors and date, if they stand there."""
    match = _TITLE_BLOCK.match(head)
    if match is None:
        return None
    lines = [" ".join(line.split()) for line in re.split(r"^%", match[0], flags=re.MULTILINE)[1:]]
    return Above(dict(zip(("title", "author", "date"), lines, strict=False)), match.end())


def _header(head: str) -> Above | None:
    """Return MultiMarkdown's lines of keys and values, if they stand there and give a title."""
    match = _HEADER.match(head)
    if match is None:
        return None
    table: dict[object, object] = {}
    for line in match[0].splitlines():
        key, _, value = line.partition(":")
        table.setdefault(key, value.strip())
    return Above(table, match.end()) if "title" in {str(key).lower() for key in table} else None


_FENCED: tuple[tuple[re.Pattern[str], Callable[[str], object]], ...] = (
    (_YAML, _load_yaml),
    (_YAML, _load_lines),
    (_TOML, _load_toml),
)
"""The forms between two lines of signs, and how each is read."""
