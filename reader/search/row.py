"""What the library tells of an article without opening it."""

from datetime import UTC, datetime
from typing import Any, NamedTuple, TypedDict


class Conditions(TypedDict, total=False):
    """Which rows are asked for: those that fit every condition given."""

    query: str | None
    """Words that must all stand in what the row shows."""
    section: str | None
    """In any case of its letters."""
    unread: bool
    """Only those not read yet."""
    tag: str | None
    """In any case of its letters, with or without its ``#``."""
    removed: bool
    """Those in the trash, which are in no other answer."""


class Row(NamedTuple):
    """One article as lists and trees show it, its corrections applied.

    A named tuple, for a list makes tens of thousands of them and should not wait for dataclasses
    to load.
    """

    id: str
    title: str
    publisher: str | None = None
    published: str | None = None
    """ISO 8601: a moment with its offset, or a plain date."""
    section: str = ""
    tags: tuple[str, ...] = ()
    unread: bool = True
    marks: int = 0
    """How many live marks it has, of any kind."""
    claims: int = 0
    """How many of them are claims."""
    starred: bool = False
    later: bool = False
    archived: bool = False
    removed: bool = False
    """Whether it lies in the trash."""
    words: int = 0
    added: str = ""
    """When it joined the library: ISO 8601 in UTC."""
    url: str | None = None
    """The address or the file it came from, as it was given."""
    canonical_url: str | None = None

    def as_dict(self) -> dict[str, Any]:
        """Return the row of the contract's ``list``."""
        return {
            "id": self.id,
            "title": self.title,
            "publisher": self.publisher,
            "published": self.published,
            "section": self.section,
            "tags": list(self.tags),
            "unread": self.unread,
            "marks": self.marks,
        }

    @property
    def moment(self) -> str:
        """When it appeared, else when it was added: comparable text, in UTC to the second.

        A plain date counts as its end, so that undated hours do not sink below the same day's.
        """
        stated = self.published or self.added
        try:
            moment = datetime.fromisoformat(stated)
        except ValueError:
            return stated
        if len(stated) == len("2025-12-11"):
            moment = moment.replace(hour=23, minute=59, second=59)
        try:
            moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
        except OverflowError:  # on the first day of all years, or the last
            return stated
        return moment.strftime("%Y-%m-%dT%H:%M:%S")

    def fits(self, conditions: Conditions) -> bool:
        """Tell whether it fits every one of *conditions*."""
        section, tag = conditions.get("section"), conditions.get("tag")
        query = conditions.get("query")
        return (
            self.removed == conditions.get("removed", False)
            and (self.unread or not conditions.get("unread"))
            and (section is None or self.section.casefold() == section.casefold())
            and (tag is None or self.has_tag(tag))
            and (query is None or self.mentions(query))
        )

    def mentions(self, query: str) -> bool:
        """Tell whether every word of *query* stands in what the row shows, in any case."""
        shown = "\n".join(
            text
            for text in (self.title, self.publisher, self.section, self.url, *self.tags)
            if text
        ).casefold()
        return all(word in shown for word in query.casefold().split())

    def has_tag(self, tag: str) -> bool:
        """Tell whether it bears *tag*, in any case, with or without its ``#``."""
        wanted = tag.lstrip("#").casefold()
        return any(wanted == own.casefold() for own in self.tags)
