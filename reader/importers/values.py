"""Values as other programs write them: instants, addresses, lists in a cell."""

import ast
import hashlib
import json
import re
from datetime import UTC, datetime
from typing import Any

from reader.article.sanitise import clean_line
from reader.importers.model import RowError, clean_names

_DIGITS = re.compile(r"\d{9,17}(?:\.\d+)?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LATEST_S = 10**11


def instant(value: Any) -> str:
    """Return when something was, as marks write it; empty for what is no time.

    Numbers count seconds since 1970, or thousandths or millionths of them.
    """
    text = str(value or "").strip()
    try:
        if _DIGITS.fullmatch(text):
            seconds = float(text)
            while seconds >= _LATEST_S:
                seconds /= 1000
            at = datetime.fromtimestamp(seconds, UTC)
        else:
            at = datetime.fromisoformat(text)
            at = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    except (ValueError, OverflowError, OSError):
        return ""
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def moment(value: Any) -> str | None:
    """Return when an article was published: ISO 8601 as it came, a day where it is but that."""
    text = str(value or "").strip()
    if _DAY.fullmatch(text):
        return text
    try:
        return datetime.fromisoformat(text).isoformat()
    except ValueError:
        return instant(text) or None


def address(value: Any) -> str:
    """Return an address of the web.

    Raises:
        RowError: if it is none.
    """
    from reader.ingest.feeds.addresses import absolute, canonical

    text = clean_line(str(value or ""))
    whole = absolute(text, None) if text else None
    if whole is None:
        raise RowError(f"“{text[:80]}” is no web address" if text else "has no address")
    return canonical(whole)


def address_or_none(value: Any) -> str | None:
    """Return an address of the web; None for anything else."""
    try:
        return address(value)
    except RowError:
        return None


def names(value: Any, separator: str = ",") -> tuple[str, ...]:
    """Return the names in a cell: a list as JSON or Python writes it, or parted by a sign."""
    if isinstance(value, list | tuple):
        return clean_names(map(_name, value))
    text = str(value or "").strip()
    if text.startswith("[") and text.endswith("]"):
        return clean_names(_listed(text))
    return clean_names(text.split(separator))


def _name(one: Any) -> str:
    """Return the name that an item of a list is, or has."""
    told = (one.get("name") or one.get("label")) if isinstance(one, dict) else one
    return str(told or "")


def _listed(text: str) -> list[str]:
    """Return the items of a list in brackets, whoever wrote it."""
    for read in (json.loads, ast.literal_eval):
        try:
            listed = read(text)
        except (ValueError, SyntaxError, RecursionError, MemoryError):
            continue
        if isinstance(listed, list):
            return [str(one) for one in listed]
    return text[1:-1].split(",")


def is_true(value: Any) -> bool:
    """Tell whether a cell says yes."""
    return str(value or "").strip().lower() in ("1", "true", "yes", "y")


def digest(*parts: str) -> str:
    """Return a short id for what has none of its own, the same whenever it is read again."""
    return hashlib.blake2s("\0".join(parts).encode("utf-8", "replace"), digest_size=8).hexdigest()
