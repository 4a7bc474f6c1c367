"""What can be found of an article, as the store tells it."""

from collections.abc import Iterable
from typing import NamedTuple, Protocol

from reader.search.followed import Followed

Facet = tuple[str, str]
"""A property that a query may name, as in ``("tag", "trade")``."""


class Note(NamedTuple):
    """What can be found of a live mark."""

    mark: str
    quote: str
    note: str
    about: str
    """Its label, tags, speaker and verdict, a line each."""
    facets: tuple[Facet, ...]
    """Its tags, label and status."""
    offset: int | None
    """Where it is now in the text of its article; None when it has no place there."""
    moment: str
    """When it was made: ISO 8601."""


class Findable(NamedTuple):
    """What can be found of one article, but for its text, which is read only when it is new."""

    article: str
    version: str | None
    """The version on show; None when only marks of the article are held."""
    title: str
    source: str
    """Its publisher and its authors, a line each."""
    facets: tuple[Facet, ...]
    """Its tags and its section."""
    moment: str
    """When it appeared; see ``Row.moment``."""
    notes: tuple[Note, ...]


class Findables(Followed, Protocol):
    """What the index of the text is made from."""

    def ids(self) -> Iterable[str]:
        """Return the ids of all articles that are held or have marks."""

    def findable(self, article_id: str) -> Findable | None:
        """Return what can be found of an article; None when it is gone or in the trash."""

    def text(self, article_id: str, version: str) -> str | None:
        """Return the text of a version; None when it cannot be read."""
