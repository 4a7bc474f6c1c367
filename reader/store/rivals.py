"""Two versions of one document that two devices made without knowing of each other.

The later one stands, on every device alike, and what the other said is kept beside it in
``conflicts``. A document notes the checksums of its last versions, so that a version which is
merely older is not taken for a rival.
"""

import json
from collections.abc import Iterable
from typing import Any

from reader.annotations.model import CONFLICTS
from reader.store.documents import after, checksum, rank, remembered
from reader.store.model import PAST, Document, Table

_SAID_OF_MARKS = (
    *("kind", "quote", "note", "label", "color"),
    *("tags", "claim", "links", "deleted"),
)
_NOT_SAID = frozenset({"key", "updated", "sum", PAST, CONFLICTS, "card", "place"})


def merged(table: Table, one: Document, other: Document) -> Document:
    """Return what two versions of a document of *table* make, in whichever order they come.

    It is one of the two unless both were changed and say different things. Merged again with
    either of the two it stays as it is.
    """
    loser, winner = sorted((one, other), key=rank)
    if _is_ancestor(loser, winner):
        return winner
    kept = _conflicts(table, winner, loser)
    if kept == winner.get(CONFLICTS, []):
        return winner
    changed = winner | {CONFLICTS: kept, "updated": after(str(winner.get("updated", "")))}
    sums = [*loser.get(PAST, ()), *winner.get(PAST, ()), loser.get("sum"), winner.get("sum")]
    changed[PAST] = remembered(sums)
    return changed | {"sum": checksum(changed)}


def _is_ancestor(loser: Document, winner: Document) -> bool:
    """Tell whether *winner* came of *loser*, or is the same."""
    known = loser.get("sum") in (winner.get("sum"), *winner.get(PAST, ()))
    # A mark is made on one device: one that was never changed came before all its versions.
    return known or bool(loser.get("created", "") == loser.get("updated"))


def _conflicts(table: Table, winner: Document, loser: Document) -> list[Any]:
    """Return what is kept beside *winner*: whatever else was said, in an order of its own."""
    known = [*_listed(winner), *_listed(loser), _said(table, loser) | _when(loser)]
    by_text: dict[str, Any] = {}
    for entry in sorted(known, key=_canonical, reverse=True):
        by_text[_text(entry)] = entry
    by_text.pop(_text(_said(table, winner)), None)
    return [by_text[text] for text in sorted(by_text)]


def _said(table: Table, document: Document) -> Document:
    """Return what the user said in *document*, without fields that say nothing."""
    names: Iterable[str] = _SAID_OF_MARKS if table == "notes" else document.keys() - _NOT_SAID
    return {name: document[name] for name in names if document.get(name)}


def _when(document: Document) -> Document:
    """Return when *document* was changed."""
    return {"updated": document.get("updated", "")}


def _listed(document: Document) -> list[Any]:
    """Return what *document* keeps of others."""
    kept = document.get(CONFLICTS)
    return kept if isinstance(kept, list) else []


def _text(entry: Any) -> str:
    """Return what tells *entry* from others; when it was said does not."""
    if isinstance(entry, dict):
        entry = {name: value for name, value in entry.items() if name != "updated"}
    return _canonical(entry)


def _canonical(entry: Any) -> str:
    """Return *entry* written the same way every time."""
    return json.dumps(entry, sort_keys=True)
