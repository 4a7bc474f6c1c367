"""Which values the fields of marks and articles may have."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import fields as fields_of
from dataclasses import replace
from typing import Any, TypedDict, get_args

from reader.annotations import Claim, Link, Part
from reader.annotations.model import CLAIM_FIELDS, CLAIM_STATUSES, LABELS, MarkKind
from reader.article.sanitise import clean_line
from reader.errors import UsageError

_CHOICES: Mapping[str, Collection[str]] = {
    "kind": get_args(MarkKind),
    "label": LABELS,
    "status": CLAIM_STATUSES,
}
_OPTIONAL = tuple(spec.name for spec in fields_of(Claim) if spec.default is None)
"""Fields of a claim that None, or an empty text, takes away."""


class MarkFields(TypedDict, total=False):
    """What a mark is made of, and what of it can be changed."""

    start: int | None
    end: int | None
    """With ``start``: offsets in the text of the version on show."""
    quote: str | None
    """Words to be found in it; only of a new mark, as are ``prefix`` and ``suffix``."""
    prefix: str
    suffix: str
    kind: MarkKind
    parts: Sequence[tuple[int, int] | Part]
    """Further passages: offsets in that text, words to be found in it, or the mark's own parts,
    which stay as they are."""
    note: str
    label: str | None
    color: str | None
    tags: Iterable[str]
    status: str | None
    verdict: str | None
    speaker: str | None
    type: str | None
    priority: str | None
    links: Iterable[Link | Mapping[str, Any]]
    reply_to: str | None
    origin: Mapping[str, Any] | None
    conflicts: Sequence[Any]
    """What other devices wrote at the same time and nobody has decided on yet."""


def check_fields(fields: Mapping[str, Any]) -> None:
    """Make sure that every field that has a fixed choice of values has one of them.

    Raises:
        UsageError: if one has another.
    """
    for name, choices in _CHOICES.items():
        value = fields.get(name)
        if value is not None and value not in choices:
            raise UsageError(str(value), f"no {name} of a mark", f"use {', '.join(choices)}")


def claim_with(claim: Claim | None, fields: Mapping[str, Any]) -> Claim | None:
    """Return *claim* with those of *fields* that are about it; None when none of them is.

    What is None, or empty where a claim may lack it, does not make a claim of what is none, but
    empties a field of one that is.
    """
    given = {name: fields[name] for name in CLAIM_FIELDS if name in fields}
    given |= {name: given[name] or None for name in _OPTIONAL if name in given}
    kept = _OPTIONAL if claim is not None else ()
    about = {name: value for name, value in given.items() if value is not None or name in kept}
    return replace(claim or Claim(), **about) if about else None


def clean_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Return *tags* each once, on one line and without their ``#``."""
    cleaned = (clean_line(tag).lstrip("#").strip() for tag in tags)
    return tuple(dict.fromkeys(tag for tag in cleaned if tag))
