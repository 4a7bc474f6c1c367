"""Which kind of value each field of a document has, and what is sound of one that is otherwise.

A checksum tells that nobody else wrote a document, not that whoever did was right: another
version of the program, or another program, may have put a number where a title belongs. What does
not fit is passed over when it is read, as if it were absent, so that one document never hides the
rest; it stays in its file until the doctor is asked.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType, NoneType
from typing import Any, get_args

from reader.annotations.model import MarkKind, Status
from reader.store.model import Document, Table

_DEEPEST = 64
"""How many levels of lists and mappings a field may have."""
_LARGEST = 2**63 - 1
"""No whole number is larger: the index could not hold it."""
_ANY = "*"
"""In a form: every name that has no form of its own."""

Form = type | tuple[type, ...] | frozenset[str] | list[Any] | dict[str, Any]
"""A type, or several; the texts that are allowed; the form of a list's items, of which a mapping
needs the first of its fields; or the forms of a mapping's fields."""

_TEXT = (str, NoneType)
_NUMBER = (int, NoneType)
_PLACE: dict[str, Form] = {"start": _NUMBER, "end": _NUMBER}
_ANCHOR: dict[str, Form] = {
    "status": frozenset(get_args(Status)),
    "score": (int, float),
    **_PLACE,
}
_CLAIM = {"status": str, "verdict": str, "speaker": _TEXT, "type": _TEXT, "priority": _TEXT}
_CARD_TEXTS = ("title", "publisher", "published", "url", "canonical_url", "language", "version")
_RECORD = {"file": str, "size": int, "modified_ns": object, "content": str, "bases": str}

_FORMS: Mapping[Table, dict[str, Form]] = MappingProxyType(
    {
        "notes": {
            "id": str,
            "article": str,
            "kind": frozenset(get_args(MarkKind)),
            **dict.fromkeys(("quote", "prefix", "suffix", "note", "created", "updated"), str),
            **dict.fromkeys(("version", "section", "label", "color", "reply_to", "sum"), _TEXT),
            **_PLACE,
            "tags": [str],
            "parts": [{"quote": str, "prefix": str, "suffix": str} | _PLACE],
            "links": [{"to": str, "rel": str, "note": str}],
            "claim": dict[str, Any](_CLAIM),
            "anchor": _ANCHOR | {"parts": [_ANCHOR]},
            "origin": {},
        },
        "state": {
            "card": dict.fromkeys((*_CARD_TEXTS, "added", "before"), _TEXT)
            | {"byline": [str], "words": _NUMBER},
            "corrections": {"title": _TEXT, "published": _TEXT, "byline": [str]},
            "tags": [str],
            "section": _TEXT,
            "place": {"offset": int},
            "drafts": {_ANY: str},
            "drafted": {_ANY: {_ANY: str}},
            "exports": {_ANY: _RECORD},
        },
        "library": {"names": [str], "bases": {_ANY: {_ANY: object}}},
    }
)
_SIGNS = re.compile("[\ud800-\udfff]")
"""Halves of signs, which nothing can print."""


def sound(table: Table, document: Document) -> Document:
    """Return what fits of *document*: itself when all of it does."""
    wrong = misfits(table, document)
    if not wrong:
        return document
    kept = {name: value for name, value in document.items() if name not in wrong}
    return kept | {name: part for name, part in wrong.items() if part is not None}


def misfits(table: Table, document: Document) -> dict[str, Any]:
    """Return the fields of *document* that do not fit, each with what is sound of it, or None."""
    forms = _FORMS[table]
    wrong = {
        name: _part(value, forms.get(name, object))
        for name, value in document.items()
        if not _fits(value, forms.get(name, object), _DEEPEST)
    }
    if table == "state" and ("card" in wrong or not document.get("card", True)):
        wrong["card"] = wrong.get("card") or {"title": None}  # without one it is no article of ours
    return wrong


def _part(value: Any, form: Form) -> Any:
    """Return what is sound of a *value* that is not of *form*; None when nothing is."""
    if isinstance(form, dict) and isinstance(value, dict):
        others: Form = form.get(_ANY) or object
        named = {name: _sound(item, form.get(name, others)) for name, item in value.items()}
        return {name: part for name, part in named.items() if part is not None}
    if isinstance(form, list) and isinstance(value, list):
        items = [_sound(item, form[0]) for item in value]
        return [item for item in items if _item_fits(item, form[0], _DEEPEST)]
    texts = isinstance(value, str) and not isinstance(form, frozenset)
    return _SIGNS.sub("\ufffd", value) if texts and form in (str, _TEXT, object) else None


def _sound(value: Any, form: Form) -> Any:
    """Return what is sound of *value*, all of it when it is of *form*."""
    return value if _fits(value, form, _DEEPEST) else _part(value, form)


def _fits(value: Any, form: Form, levels: int) -> bool:
    """Tell whether *value* is of *form*, no more than *levels* deep."""
    if isinstance(form, (type, tuple)):  # a union takes thrice as long
        return isinstance(value, form) and _is_plain(value, levels)
    if isinstance(form, dict):
        return _mapping_fits(value, form, levels)
    if isinstance(form, list):
        return value is None or (
            isinstance(value, list)
            and levels > 0
            and all(_item_fits(item, form[0], levels - 1) for item in value)
        )
    return isinstance(value, str) and value in form


def _mapping_fits(value: Any, form: dict[str, Any], levels: int) -> bool:
    """Tell whether *value* is a mapping with fields of *form*, or nothing."""
    if not isinstance(value, dict):
        return value is None
    others = form.get(_ANY, object)
    return levels > 0 and all(
        _fits(item, form.get(name, others), levels - 1) for name, item in value.items()
    )


def _item_fits(item: Any, form: Form, levels: int) -> bool:
    """Tell whether *item* of a list is of *form*, and has what it needs."""
    if isinstance(form, dict):
        return isinstance(item, dict) and next(iter(form)) in item and _fits(item, form, levels)
    return item is not None and _fits(item, form, levels)


def _is_plain(value: Any, levels: int) -> bool:
    """Tell whether *value* can be copied, printed and kept in an index."""
    if isinstance(value, str):
        return value.isascii() or _SIGNS.search(value) is None
    if isinstance(value, int):
        return abs(value) <= _LARGEST
    if isinstance(value, dict):
        return levels > 0 and all(_is_plain(item, levels - 1) for item in value.values())
    return not isinstance(value, list) or (
        levels > 0 and all(_is_plain(item, levels - 1) for item in value)
    )
