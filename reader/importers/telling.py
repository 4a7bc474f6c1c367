"""Which program a file comes from, told by what it holds."""

from collections.abc import Mapping
from typing import Any

from reader.errors import ReaderError
from reader.importers.bundle import Bundle
from reader.importers.files import ENDINGS
from reader.importers.hypothesis_table import is_hypothesis_table
from reader.importers.kindle_mail import is_kindle_mail
from reader.importers.links import table_format
from reader.importers.objects import document
from reader.importers.readwise import is_readwise
from reader.importers.tables import header

_HEAD = 4096


def format_of(bundle: Bundle) -> str | None:
    """Return which of the formats *bundle* is in; None for none that is known."""
    if any(name.rpartition("/")[2].startswith("metadata_") for name, _ in bundle.ending(".json")):
        return "omnivore"
    if bundle.folder is not None or len(bundle.files) > 1:
        told = [form for _, data in bundle.ending(".csv") if (form := _table(data))]
        return told[0] if told else "files" if bundle.folder is not None else None
    [(name, data)] = bundle.files.items() or [("", b"")]
    return _told(name, data)


def _told(name: str, data: bytes) -> str | None:
    """Return the format of one file."""
    head = data[:_HEAD].decode("utf-8", "replace").lstrip("\ufeff \t\r\n")
    lower = head.lower()
    if "<opml" in lower:
        return "opml"
    if lower.startswith("<") and "time_added=" in lower:
        return "pocket-html"
    if lower.startswith("<") and ("netscape-bookmark" in lower or "<dt><a " in lower):
        return "bookmarks"
    if head.startswith(("{", "[")):
        return _object(data)
    if b"\n==========" in data[: 64 * _HEAD]:
        return "clippings"
    return _table(data) or ("files" if name.lower().endswith(ENDINGS) else None)


def _table(data: bytes) -> str | None:
    """Return whose table a file is."""
    columns = header(data)
    if {"id", "article", "kind", "quote", "anchor"} <= set(columns):
        return "csv"
    if is_hypothesis_table(columns):
        return "hypothesis-csv"
    if is_kindle_mail(data):
        return "kindle-csv"
    return "readwise" if is_readwise(columns) else table_format(columns)


def _object(data: bytes) -> str | None:
    """Return whose JSON a file is."""
    try:
        body = document(data, "the file")
    except ReaderError:
        return None
    first = body
    if isinstance(body, list):
        first = next((one for one in body if isinstance(one, Mapping)), {} if body else None)
    if first is None:
        return "json"
    return _by_keys(first) if isinstance(first, Mapping) else None


def _by_keys(first: Mapping[str, Any]) -> str | None:
    """Return whose object has these keys."""
    told: dict[str, bool] = {
        "w3c": "anno.jsonld" in str(first.get("@context", "")),
        "hypothesis": "annotations" in first and "client_version" in first,
        "koreader": "documents" in first or "entries" in first,
        "wallabag": "is_archived" in first and "url" in first,
        "omnivore": "slug" in first and "savedAt" in first,
        "json": ("article" in first and "quote" in first) or {"blocks", "version"} <= first.keys(),
    }
    told["hypothesis"] |= "rows" in first and "total" in first
    told["hypothesis"] |= {"uri", "target", "user"} <= first.keys()
    told["w3c"] |= "Annotation" in str(first.get("type", ""))
    return next((form for form, is_it in told.items() if is_it), None)
