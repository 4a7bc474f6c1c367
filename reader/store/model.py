"""What goes into the store and what comes back: changes, steps and findings."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

Table = Literal["notes", "state", "library"]
"""What a document is: a mark, what is known of an article, or an entry of the library."""

OF_ARTICLES: tuple[Table, ...] = ("notes", "state")
"""The tables of which every article has a file of its own."""

Document = dict[str, Any]
"""One document as JSON writes it."""

PAST = "past"
"""The field with the checksums of a document's last versions; see ``rivals``."""

BOOKKEEPING = frozenset({"updated", "sum", PAST})
"""Fields of a document that the store itself keeps; no step is about them."""


@dataclass(frozen=True, slots=True)
class Change:
    """One document to be made or altered, merged into what stands there under the lock."""

    table: Table
    article: str
    """The article's id; empty for the library."""
    key: str
    """The mark's id; ``state`` for the state of an article; the library's own key."""
    patch: Mapping[str, Any]
    """The top-level fields to set; for a new document all of them."""
    create: bool = False
    """Whether the document must not exist yet.

    Otherwise a mark must exist and not be deleted, and the documents of the other tables are made
    when they are absent.
    """


@dataclass(frozen=True, slots=True)
class DocumentChange:
    """What one step did to one document."""

    table: Table
    article: str
    key: str
    before: Document | None
    """The document as it was; None when there was none."""
    after: Document
    """The document as the step left it."""


@dataclass(frozen=True, slots=True)
class Step:
    """What one undo takes back."""

    id: str
    label: str
    """What the step is called to the user; empty for a step that undo passes over."""
    at: str
    """When it was made: ISO 8601 in UTC."""
    changes: tuple[DocumentChange, ...]


@dataclass(frozen=True, slots=True)
class Restored:
    """How many documents came back from a backup."""

    marks: int = 0
    """Deleted ones do not count."""
    states: int = 0
    """Of articles: what is read, starred, tagged and so on."""
    entries: int = 0
    """Of the library: sections, feeds, settings."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong in the data directory."""

    path: str
    """The file, relative to the data directory."""
    problem: str
    remedy: str
    repaired: bool = False
