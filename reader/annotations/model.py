"""A mark: a passage that a reader set apart, with what they think of it."""

import os
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime
from functools import cache
from sys import intern
from typing import Any, Literal, Self, TypeVar

MarkKind = Literal["highlight", "claim", "note"]
Value = TypeVar("Value")
Status = Literal["exact", "moved", "edited", "ambiguous", "orphan", "unplaced"]

LABELS = ("key-point", "evidence", "quote", "question", "doubt", "follow-up")
"""What a mark may be labelled, in the order of the keys 1 to 6."""

CLAIM_STATUSES = (
    "unchecked",
    "checking",
    "supported",
    "disputed",
    "false",
    "misleading",
    "unverifiable",
    "retracted",
)
"""How far the check of a claim has come."""

RELATIONS = ("supports", "contradicts", "context", "source", "same-claim")
"""How the target of a link bears on the mark."""

CONTEXT = 64
"""How many characters before and after its quote a mark keeps."""

CONFLICTS = "conflicts"
"""The field of ``Mark.more`` that lists what other devices said at the same time, each a mapping
of fields, or a note alone; nobody has decided on it yet."""

EARLIER = "earlier"
"""The field of ``Mark.more`` that lists what it was on before a reader placed it anew."""

KEPT_LOST = "kept_lost"
"""The field of ``Mark.more`` with the version in which a reader said that its words are gone."""

_DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"
_EPOCH_MS = 1_577_836_800_000
_RANDOM_BITS = 22
_STEP_BITS = 8
"""How far the next number in one millisecond may lie above the last: still no other process's."""
_MOST_AHEAD_MS = 1000
"""A clock that was set back further is believed, for ids tell when a mark was made."""


def _random(bits: int) -> int:
    """Return a number of so many random bits."""
    return int.from_bytes(os.urandom(8), "big") >> 64 - bits


class _Numbers:
    """Draws numbers for ids, each larger than those that this process drew before.

    Ten marks made in one millisecond, over and over in a long import, would else meet one day.
    """

    def __init__(self) -> None:
        self._last = 0
        self._one_at_a_time = threading.Lock()

    def draw(self) -> int:
        """Return 41 bits of milliseconds since 2020, then 22 random bits, or a little more."""
        moment = int(time.time() * 1000) - _EPOCH_MS
        drawn = moment << _RANDOM_BITS | _random(_RANDOM_BITS)
        with self._one_at_a_time:
            if drawn <= self._last < drawn + (_MOST_AHEAD_MS << _RANDOM_BITS):
                drawn = self._last + 1 + _random(_STEP_BITS)
            self._last = drawn
        return drawn


_NUMBERS = _Numbers()


def new_mark_id() -> str:
    """Return a new id: 13 characters of Crockford base 32, unique across devices, sorted by time.

    41 bits of milliseconds since 2020, then 22 random bits.
    """
    return mark_id(_NUMBERS.draw())


def mark_id(number: int) -> str:
    """Return the id that writes *number*, of which ``id_number`` is the way back."""
    return "".join(_DIGITS[number >> shift & 31] for shift in range(60, -1, -5))


def id_number(mark_id: str) -> int:
    """Return the integer that *mark_id* writes, which is its document's id in TinyDB.

    Raises:
        ValueError: if it is not written in 13 digits of Crockford base 32.
    """
    if len(mark_id) != 13:
        raise ValueError(mark_id)
    number = 0
    for digit in mark_id:
        number = number << 5 | _DIGITS.index(digit)
    return number


def utc_now() -> str:
    """Return this instant as marks write it: ISO 8601 in UTC, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


@dataclass(frozen=True, slots=True)
class Claim:
    """What is known of a claim: how far its check has come, and what came of it."""

    status: str = "unchecked"
    """One of ``CLAIM_STATUSES``."""

    verdict: str = ""
    speaker: str | None = None
    type: str | None = None
    priority: str | None = None


CLAIM_FIELDS = tuple(spec.name for spec in fields(Claim))
"""What can be said of a claim."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a mark is in the newest version of its article."""

    status: Status = "exact"
    start: int | None = None
    """Offset in that version's text; None when it has no one place there."""
    end: int | None = None
    score: float = 1.0
    """How sure the place is, 0 to 1."""
    facts_changed: bool = False
    """Whether a figure or a name inside the quote is another one there."""
    parts: tuple["Anchor", ...] = ()
    """Where each of ``Mark.parts`` is, in their order; the rest is about the quote alone."""

    def as_dict(self) -> dict[str, Any]:
        """Return it as marks write it, ready for JSON: without parts when there are none."""
        body = {spec.name: getattr(self, spec.name) for spec in fields(self)}
        del body["parts"]
        return body | ({"parts": [part.as_dict() for part in self.parts]} if self.parts else {})


@dataclass(frozen=True, slots=True)
class Link:
    """A tie from a mark to another mark or to a URL."""

    to: str
    rel: str = "context"
    """One of ``RELATIONS``."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A further passage of a mark that has several."""

    quote: str
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A highlight, a note or a claim, as the contract describes it.

    A change makes a new mark (``dataclasses.replace``); the store gives it ``updated`` and
    ``sum``. ``start`` and ``end`` are where it was made, ``anchor`` is where it is now.
    """

    id: str
    article: str
    quote: str = ""
    kind: MarkKind = "highlight"
    version: str | None = None
    """The version of the article on which it was made; None when the library held none."""
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    end: int | None = None
    section: str | None = None
    """The title of the innermost section it was made in."""
    parts: tuple[Part, ...] = ()
    note: str = ""
    """Markdown."""
    label: str | None = None
    """One of ``LABELS``."""
    color: str | None = None
    tags: tuple[str, ...] = ()
    claim: Claim | None = None
    """Set when ``kind`` is ``claim``."""
    links: tuple[Link, ...] = ()
    reply_to: str | None = None
    anchor: Anchor = field(default_factory=Anchor)
    created: str = ""
    updated: str = ""
    deleted: bool = False
    origin: Mapping[str, Any] | None = None
    """Which program it came from, and its id there."""
    sum: str | None = None
    """The store's checksum of the document."""
    more: Mapping[str, Any] = field(default_factory=dict)
    """All other fields of its document: those that ``EARLIER`` and the like name, what other
    programs wrote, and whatever a newer version will. Kept as they are."""

    @property
    def ranges(self) -> tuple[tuple[int, int], ...]:
        """Every range that it has in the newest version: the quote's, then those of its parts."""
        return tuple(
            (one.start, one.end)
            for one in (self.anchor, *self.anchor.parts)
            if one.start is not None and one.end is not None
        )

    @property
    def is_lost(self) -> bool:
        """Whether it was made on a passage that has no place in the newest version."""
        return bool(self.quote) and self.anchor.start is None

    @property
    def earlier_quotes(self) -> tuple[str, ...]:
        """What it was on before a reader placed it anew, the oldest first."""
        return tuple(
            str(one["quote"])
            for one in self._listed(EARLIER)
            if isinstance(one, Mapping) and one.get("quote")
        )

    @property
    def conflicts(self) -> tuple[Any, ...]:
        """What other devices said of it at the same time; see ``CONFLICTS``."""
        return self._listed(CONFLICTS)

    def _listed(self, name: str) -> tuple[Any, ...]:
        """Return what the field *name* of ``more`` lists; nothing where it is no list."""
        listed = self.more.get(name)
        return tuple(listed) if isinstance(listed, list | tuple) else ()

    def as_dict(self) -> dict[str, Any]:
        """Return the document of the contract, ready for JSON."""
        body: dict[str, Any] = {"id": self.id, "article": self.article}
        for name in _ORDER:
            body[name] = _plain(getattr(self, name))
        return body | dict(self.more)

    @classmethod
    def from_dict(cls, body: Mapping[str, Any]) -> Self:
        """Return the mark of a stored document; what it does not know is kept in ``more``."""
        known = {key: value for key, value in body.items() if key in _FIELDS}
        known |= {key: intern(known[key]) for key in _SHARED if type(known.get(key)) is str}
        known["tags"] = tuple(body.get("tags") or ())
        known["parts"] = tuple(_build(Part, part) for part in body.get("parts") or ())
        known["links"] = tuple(_build(Link, link) for link in body.get("links") or ())
        known["claim"] = _build(Claim, body["claim"]) if body.get("claim") else None
        known["anchor"] = _anchor(body.get("anchor") or {})
        known["more"] = {key: value for key, value in body.items() if key not in _FIELDS}
        return cls(**known)


_FIELDS = frozenset(spec.name for spec in fields(Mark)) - {"more"}
_SHARED = ("article", "version", "section", "kind")
"""Fields that are alike in thousands of marks, which then have one text between them."""

_ORDER = (
    "version",
    "kind",
    "quote",
    "prefix",
    "suffix",
    "start",
    "end",
    "section",
    "parts",
    "note",
    "label",
    "color",
    "tags",
    "claim",
    "links",
    "reply_to",
    "anchor",
    "created",
    "updated",
    "deleted",
    "origin",
    "sum",
)


def _plain(value: Any) -> Any:
    """Return *value* as JSON writes it."""
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Anchor):
        return value.as_dict()
    if isinstance(value, Claim | Link | Part):
        return {spec.name: getattr(value, spec.name) for spec in fields(value)}
    return dict(value) if isinstance(value, Mapping) else value


def _build(kind: type[Value], body: Mapping[str, Any]) -> Value:
    """Return the value of *kind* that *body* describes, leaving out fields it does not know."""
    names = _names(kind)  # type: ignore[arg-type]  # a class can be hashed
    return kind(**{key: value for key, value in body.items() if key in names})


@cache
def _names(kind: type[Any]) -> frozenset[str]:
    """Return the names of the fields of *kind*."""
    return frozenset(spec.name for spec in fields(kind))


def _anchor(body: Mapping[str, Any]) -> Anchor:
    """Return the anchor that *body* describes, with those of the parts."""
    return _build(Anchor, {**body, "parts": tuple(map(_anchor, body.get("parts") or ()))})
