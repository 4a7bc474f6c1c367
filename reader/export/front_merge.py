"""Front matter kept up to date without touching what its owner wrote there."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_KEY = re.compile(r"([^\s#:\"'\[{-][^:]*?)[ \t]*:(?=\s|$)")
_UNREADABLE = object()


def merge_front(front: str, base: Mapping[str, str], fresh: Mapping[str, str]) -> str:
    """Return a file's *front* matter with what changed since the last export.

    A key is updated where the file still holds what was exported last, however it is written
    there. A key that its owner changed or took out stays so; other keys, comments and the order
    stay as they are.

    Args:
        front: the front matter as it stands, with its fences.
        base: each key with its lines, as last exported.
        fresh: the same, as they would be exported now.
    """
    lines = _LINE.findall(front)
    newline = "\r\n" if lines[0].endswith("\r\n") else "\n"
    if not lines[0].removeprefix("\ufeff").startswith("---"):
        return merge_properties(lines, base, fresh, newline)
    merged, present = [lines[0]], set()
    for key, text in lines_of_keys(lines[1:-1]):
        if key not in present and (key in fresh or key in base):
            text = _merge_entry(key, text, base, fresh, newline)
        present.add(key)
        merged.append(text)
    added = [key for key in fresh if key not in present and key not in base]
    merged += [_written(fresh[key], newline) for key in added]
    return "".join([*merged, lines[-1]])


def merge_properties(
    lines: Sequence[str], base: Mapping[str, str], fresh: Mapping[str, str], newline: str
) -> str:
    """Return the properties of an outline's page with what changed since the last export.

    They are ``key:: value``, a line each, up to a blank one; otherwise as ``merge_front``.
    """
    merged: list[str] = []
    present: set[str] = set()
    end = next((at for at, line in enumerate(lines) if not line.strip()), len(lines))
    for line in lines[:end]:
        key = line.removeprefix("\ufeff").partition("::")[0].strip()
        was, new = base.get(key), fresh.get(key)
        present.add(key)
        if was == new or line.strip("\ufeff\r\n ") != was:
            merged.append(line)
        elif new is not None:
            merged.append(_written(new, newline))
    added = [key for key in fresh if key not in present and key not in base]
    return "".join([*merged, *(_written(fresh[key], newline) for key in added), *lines[end:]])


def lines_of_keys(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Yield each key with its lines; comments and blank lines come with an empty key."""
    key, text = "", ""
    for line in lines:
        opening = _KEY.match(line)
        goes_on = line.startswith((" ", "\t", "- ")) and bool(key)
        if goes_on:
            text += line
            continue
        if text:
            yield key, text
        key, text = (opening.group(1) if opening else ""), line
    if text:
        yield key, text


def _merge_entry(
    key: str, text: str, base: Mapping[str, str], fresh: Mapping[str, str], newline: str
) -> str:
    """Return the lines that *key* has in the merged file."""
    new = _written(fresh[key], newline) if key in fresh else ""
    if text == new or (key in base and fresh.get(key) == base[key]):
        return text
    value = _value(text)
    if key in fresh and value == _value(new):
        return text
    return new if key in base and value == _value(base[key]) else text


def _value(text: str) -> Any:
    """Return what the lines of one key say; unlike anything else when YAML cannot tell."""
    import yaml

    try:
        return yaml.safe_load(text)
    except (yaml.YAMLError, ValueError):
        return _UNREADABLE if text else None


def _written(text: str, newline: str) -> str:
    """Return the lines of one key as the file ends its lines."""
    return text.replace("\n", newline) + newline
