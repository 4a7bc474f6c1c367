"""Single documents: their checksums, their stamps of time, and which of two is the newer."""

import json
import zlib
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from reader.annotations.model import id_number
from reader.article.digests import blake2s
from reader.store.model import BOOKKEEPING, PAST, Document, Table

Rank = tuple[str, str]
"""How new a document is: when it was changed, then its checksum, so that devices agree."""

_REMEMBERED = 16
"""How many of its last versions a document knows; each takes some ten bytes."""

_KEPT_BY_US = BOOKKEEPING | {"key"}

_canonical = json.JSONEncoder(sort_keys=True, separators=(",", ":"), allow_nan=False).encode


def checksum(document: Document) -> str:
    """Return the checksum of *document*, which shows damage that still reads as JSON."""
    body = {key: value for key, value in document.items() if key != "sum"}
    return f"{zlib.crc32(_canonical(body).encode('ascii')):08x}"


def is_sound(document: Document) -> bool:
    """Tell whether *document* is as the store wrote it."""
    try:
        return bool(document.get("sum") == checksum(document))
    except (ValueError, RecursionError):  # which nothing could write: no number, or too deep
        return False


def stamped(document: Document, before: Document, now: str) -> Document:
    """Return *document* as changed *now*, with its checksum; made now if it does not say when.

    Args:
        document: the new content.
        before: what stood there, empty when nothing did; the new stamp is later even on a clock
            gone back.
        now: this instant.
    """
    previous = str(before.get("updated", ""))
    moment = max(now, after(previous) if previous else "")
    document = document | {"updated": moment}
    if before:
        document[PAST] = remembered([*before.get(PAST, ()), before.get("sum")])
    if document.get("created") == "":
        document["created"] = moment
    document["sum"] = checksum(document)
    return document


def remembered(sums: Iterable[object]) -> list[str]:
    """Return the last of the checksums *sums*, each once."""
    return list(dict.fromkeys(str(checksum) for checksum in sums if checksum))[-_REMEMBERED:]


def is_newer(document: Document, other: Document | None) -> bool:
    """Tell whether *document* wins over *other*: the later change does, on every device alike."""
    return other is None or rank(document) > rank(other)


def number_of(table: Table, key: str) -> int:
    """Return the integer under which TinyDB keeps the document *key* of *table*.

    Raises:
        ValueError: if *key* is no mark's id in the table of marks.
    """
    if table == "notes":
        return id_number(key)
    if table == "state":
        return 1
    digest = blake2s(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def key_of(table: Table, document: Document) -> str:
    """Return the key of a stored *document*."""
    if table == "state":
        return "state"
    return str(document.get("id" if table == "notes" else "key", ""))


def content(document: Document) -> Document:
    """Return *document* without what the store itself keeps."""
    return {name: value for name, value in document.items() if name not in _KEPT_BY_US}


def rank(document: Document) -> Rank:
    """Return what decides between two versions of one document."""
    return str(document.get("updated", "")), str(document.get("sum", ""))


def after(moment: str) -> str:
    """Return a millisecond after *moment*; what sorts after it where it is none, or the last."""
    try:
        later = datetime.fromisoformat(moment) + timedelta(milliseconds=1)
        return later.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    except (ValueError, OverflowError):
        return f"{moment}+"
