"""Which values the fields of marks and articles may have."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any, get_args

from reader.annotations import Claim
from reader.annotations.model import CLAIM_STATUSES, LABELS, MarkKind
from reader.article.sanitise import clean_line
from reader.errors import UsageError

_CHOICES: Mapping[str, Collection[str]] = {
    "kind": get_args(MarkKind),
    "label": LABELS,
    "status": CLAIM_STATUSES,
}
_CLAIM_FIELDS = ("status", "verdict", "speaker", "type", "priority")


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
    """Return *claim* with those of *fields* that are about it; None when none of them is."""
    about = {name: fields[name] for name in _CLAIM_FIELDS if fields.get(name) is not None}
    return replace(claim or Claim(), **about) if about else None


def clean_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Return *tags* each once, on one line and without their ``#``."""
    cleaned = (clean_line(tag).lstrip("#").strip() for tag in tags)
    return tuple(dict.fromkeys(tag for tag in cleaned if tag))
