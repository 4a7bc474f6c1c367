"""A feed and its entries, whatever format they came in."""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Self

_DIGEST = 6


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed. Texts are clean and on one line, but for ``content``."""

    guid: str
    """What its feed knows it by; made up from the rest when the feed gives none."""

    title: str
    url: str | None = None
    """Its page, absolute and without tracking parameters."""

    identity: str | None = None
    """The address that it is known by everywhere; None when only its guid tells it apart."""

    content: str = ""
    """The HTML of its text as far as the feed gives it."""

    base: str | None = None
    """What relative addresses in ``content`` count from."""

    summary: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    """ISO 8601, with the offset that the feed gives; a plain date where it gives only that."""

    updated: str | None = None
    tags: tuple[str, ...] = ()
    lead_image: str | None = None
    truncated: bool = False
    """Whether its page has more of the text than the feed gives."""

    @property
    def key(self) -> str:
        """A short sign of which entry it is, the same in every feed that has it."""
        return _digest(self.identity or self.guid)

    @property
    def fingerprint(self) -> str:
        """A short sign of what it says, another when it was edited."""
        return _digest(f"{self.title}\0{self.content}\0{self.updated or ''}")

    def as_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return asdict(self)

    @classmethod
    def from_dict(cls, body: Mapping[str, Any]) -> Self:
        """Return the entry that ``as_dict`` described; unknown fields are left out."""
        known = {spec.name: body[spec.name] for spec in fields(cls) if spec.name in body}
        lists = {name: tuple(known.get(name, ())) for name in ("authors", "tags")}
        return cls(**known | lists)


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as its server gives it."""

    url: str
    """Where it was found."""

    kind: str
    """Its format, as in ``rss20``, ``atom10`` or ``json11``."""

    title: str = ""
    home: str | None = None
    """The page that it is the feed of."""

    language: str | None = None
    ttl_s: int | None = None
    """For how many seconds the feed calls itself fresh."""

    entries: tuple[Entry, ...] = ()
    """In the feed's own order, each once."""

    def as_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return asdict(self)

    @classmethod
    def from_dict(cls, body: Mapping[str, Any]) -> Self:
        """Return the feed that ``as_dict`` described; unknown fields are left out."""
        known = {spec.name: body[spec.name] for spec in fields(cls) if spec.name in body}
        return cls(**known | {"entries": tuple(map(Entry.from_dict, body.get("entries", ())))})


def _digest(text: str) -> str:
    """Return a short sign of *text*."""
    data = text.encode("utf-8", "surrogatepass")
    return hashlib.blake2s(data, digest_size=_DIGEST).hexdigest()
