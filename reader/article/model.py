"""The article and its parts, as every other part of the program sees them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Literal, Self

BlockKind = Literal[
    "heading",
    "paragraph",
    "list_item",
    "quote",
    "code",
    "table",
    "row",
    "image",
    "caption",
    "rule",
]
InlineKind = Literal["link", "strong", "emphasis", "code"]


@dataclass(frozen=True, slots=True)
class Inline:
    """A stretch of a block set apart: a link, emphasis or code."""

    start: int
    """Offset in ``Article.text``."""

    end: int
    """Offset in ``Article.text``."""

    kind: InlineKind

    href: str | None = None
    """Where a link leads: an absolute http, https or mailto address. None for the other kinds."""

    def as_dict(self) -> dict[str, Any]:
        """Return the object of the contract."""
        body: dict[str, Any] = {"start": self.start, "end": self.end, "kind": self.kind}
        return body | ({"href": self.href} if self.href is not None else {})


@dataclass(frozen=True, slots=True)
class Block:
    """One block of an article: what stands between two blank lines of its text.

    A table is an empty block of kind ``table`` that opens it, then a ``row`` for each row, whose
    cells are parted by tabs in the text. A ``rule`` and a ``table`` have an empty range, that of
    the place where they stand.
    """

    kind: BlockKind

    start: int
    """Offset of its first code point in ``Article.text``."""

    end: int
    """Offset after its last code point in ``Article.text``."""

    level: int | None = None
    """The heading's level (1 to 6), or the list item's depth (1 is the outermost)."""

    ordered: bool = False
    """Whether a list item is numbered."""

    inline: tuple[Inline, ...] = ()
    """Links, emphasis and code in it, in reading order; they may nest."""

    cells: tuple[tuple[int, int], ...] = ()
    """The ranges of a row's cells in ``Article.text``; an empty cell has an empty range."""

    header: bool = False
    """Whether a row is its table's header."""

    href: str | None = None
    """An image's address."""

    language: str | None = None
    """The language of a block of code, as its author named it."""

    number: int | None = None
    """What a numbered list item is numbered with; None where the source does not say."""

    def as_dict(self) -> dict[str, Any]:
        """Return the object of the contract; fields that say nothing are left out."""
        body: dict[str, Any] = {"kind": self.kind, "start": self.start, "end": self.end}
        if self.level is not None:
            body["level"] = self.level
        if self.kind == "list_item":
            body["ordered"] = self.ordered
        if self.number is not None:
            body["number"] = self.number
        if self.inline:
            body["inline"] = [mark.as_dict() for mark in self.inline]
        if self.cells:
            body["cells"] = [list(cell) for cell in self.cells]
        for name in ("header", "href", "language"):
            if getattr(self, name):
                body[name] = getattr(self, name)
        return body

    @classmethod
    def from_dict(cls, body: Mapping[str, Any]) -> Self:
        """Return the block that ``as_dict`` described; most have none of the further fields."""
        if body.keys() <= _PLAIN_FIELDS:
            return cls(**body)
        known = {key: value for key, value in body.items() if key in _BLOCK_FIELDS}
        known["inline"] = tuple(Inline(**mark) for mark in body.get("inline", ()))
        known["cells"] = tuple((cell[0], cell[1]) for cell in body.get("cells", ()))
        return cls(**known)


_BLOCK_FIELDS = frozenset(spec.name for spec in fields(Block))
_PLAIN_FIELDS = _BLOCK_FIELDS - {"inline", "cells"}


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of an article and all the text up to the next heading of its level."""

    title: str
    level: int
    start: int
    """Offset of the heading itself in ``Article.text``."""
    end: int
    """Offset after the section's last block."""
    children: tuple["Section", ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """Return the object of the contract."""
        return {
            "title": self.title,
            "level": self.level,
            "start": self.start,
            "end": self.end,
            "children": [child.as_dict() for child in self.children],
        }

    @classmethod
    def from_dict(cls, body: Mapping[str, Any]) -> Self:
        """Return the section that ``as_dict`` described."""
        children = tuple(cls.from_dict(child) for child in body["children"])
        return cls(body["title"], body["level"], body["start"], body["end"], children)


@dataclass(frozen=True, slots=True)
class Dropped:
    """A piece of the source that was left out of the article, kept so that it can be shown."""

    text: str
    reason: str
    """Why: ``boilerplate``, ``label``, ``duplicate``, ``metadata``, ``title``, ``credit`` …"""

    before_block: int
    """Index in ``Article.blocks`` of the block it stood before; the number of blocks at the end."""

    block: Block | None = field(default=None, compare=False)
    """The block that it was, its offsets counted from its own first character; None where nobody
    knows, and it is then taken for a paragraph."""

    def as_dict(self) -> dict[str, Any]:
        """Return the object of the contract; the block where it is known."""
        body = {"text": self.text, "reason": self.reason, "before_block": self.before_block}
        return body | ({"block": self.block.as_dict()} if self.block is not None else {})

    @classmethod
    def from_dict(cls, body: Mapping[str, Any]) -> Self:
        """Return the piece that ``as_dict`` described."""
        block = body.get("block")
        known = None if block is None else Block.from_dict(block)
        return cls(body["text"], body["reason"], body["before_block"], known)


@dataclass(frozen=True, slots=True)
class Article:
    """One version of one article.

    The contract gives the meaning of each field. ``title`` stands nowhere in ``text`` or
    ``markdown``; ``blocks`` cover ``text`` in order without overlap.
    """

    id: str
    """Matches ``[A-Za-z0-9._-]{1,64}``."""

    version: str
    """The SHA-256 of ``text``, in hexadecimal."""

    title: str
    text: str
    """The plain-text projection: blocks joined by one blank line, no markup."""

    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    markdown: str = ""
    """The body alone: no title, no front matter."""

    url: str | None = None
    """The address or the file it came from, as it was given."""

    canonical_url: str | None = None
    byline: tuple[str, ...] = ()
    publisher: str | None = None
    dateline: str | None = None
    published: str | None = None
    """ISO 8601, with the offset where the page gives one; a plain date where it gives only that."""

    modified: str | None = None
    language: str | None = None
    """BCP 47, as in ``en``."""

    tags: tuple[str, ...] = ()
    summary: str | None = None
    lead_image: str | None = None
    guessed: Mapping[str, str] = field(default_factory=dict)
    """Fields that the source does not state, and how each was guessed."""

    dropped: tuple[Dropped, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """Return the object of the contract, ready for JSON."""
        body: dict[str, Any] = {}
        for name in CONTRACT_ORDER:
            value = getattr(self, name)
            if name in ("blocks", "sections", "dropped"):
                value = [part.as_dict() for part in value]
            elif isinstance(value, tuple):
                value = list(value)
            elif isinstance(value, Mapping):
                value = dict(value)
            body[name] = value
        return body

    @classmethod
    def from_dict(cls, body: Mapping[str, Any]) -> Self:
        """Return the article that ``as_dict`` described; unknown fields are left out."""
        known = {key: value for key, value in body.items() if key in CONTRACT_ORDER}
        known["blocks"] = tuple(Block.from_dict(part) for part in body.get("blocks", ()))
        known["sections"] = tuple(Section.from_dict(part) for part in body.get("sections", ()))
        known["dropped"] = tuple(Dropped.from_dict(part) for part in body.get("dropped", ()))
        known["byline"] = tuple(body.get("byline", ()))
        known["tags"] = tuple(body.get("tags", ()))
        return cls(**known)


CONTRACT_ORDER = (
    "id",
    "version",
    "url",
    "canonical_url",
    "title",
    "byline",
    "publisher",
    "dateline",
    "published",
    "modified",
    "language",
    "tags",
    "summary",
    "lead_image",
    "guessed",
    "text",
    "blocks",
    "sections",
    "dropped",
    "markdown",
)
"""The fields of the article object, in the order in which they are printed."""
