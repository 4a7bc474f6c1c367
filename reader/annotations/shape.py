"""Tells whether a document from elsewhere has the shape of a mark, before one is made of it.

Or of anything else that is a dataclass of plain values.
"""

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from types import UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from reader.annotations.model import Mark


def misshapen(document: Mapping[str, Any], kind: Any = Mark) -> str | None:
    """Return the first field in which *document* is no value of the dataclass *kind*, or None.

    It is missing, or of another kind. Fields that the dataclass does not have are nobody's
    business here.
    """
    hints = get_type_hints(kind)
    for spec in fields(kind):
        if spec.name not in document:
            if spec.default is MISSING and spec.default_factory is MISSING:
                return spec.name
        elif not _fits(document[spec.name], hints[spec.name]):
            return spec.name
    return None


def _fits(value: Any, hint: Any) -> bool:
    """Tell whether JSON's *value* may stand where the type *hint* does."""
    kind = get_origin(hint) or hint
    if kind is UnionType:
        return any(_fits(value, one) for one in get_args(hint))
    if kind is Literal:
        return isinstance(value, str) and value in get_args(hint)
    if kind is tuple:
        return isinstance(value, list) and all(_fits(one, get_args(hint)[0]) for one in value)
    if is_dataclass(kind):
        return isinstance(value, Mapping) and misshapen(value, kind) is None
    return _is_plain(value, kind)


def _is_plain(value: Any, kind: Any) -> bool:
    """Tell whether *value* is of a *kind* without parts; truth is no number, a whole one is one."""
    if isinstance(value, bool):
        return kind is bool
    return isinstance(value, int | float if kind is float else kind)
