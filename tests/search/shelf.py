"""Records in memory: the least that the index of the text needs of a store."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from reader.search.findable import Facet, Findable, Note


def note(mark: str, note: str = "", quote: str = "", *facets: Facet, about: str = "") -> Note:
    """Return what can be found of a mark."""
    return Note(mark, quote, note, about, facets, 7, "2025-12-11T10:00:00.000Z")


@dataclass
class Shelf:
    """Articles with their texts, and which of them changed."""

    name: str = "shelf"
    held: dict[str, Findable] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    changes: list[str] = field(default_factory=list)
    first: int = 0
    """How many changes the shelf has forgotten."""
    reads: list[str] = field(default_factory=list)
    """Whose text was read."""

    def put(
        self,
        article: str,
        text: str = "",
        *,
        title: str = "",
        source: str = "",
        facets: tuple[Facet, ...] = (),
        moment: str = "2025-12-11T00:00:00",
        notes: tuple[Note, ...] = (),
    ) -> None:
        """Put an article in, or put it in anew."""
        version = f"v{hash(text)}"
        self.held[article] = Findable(article, version, title, source, facets, moment, notes)
        self.texts[article] = text
        self.changes.append(article)

    def annotate(self, article: str, *notes: Note) -> None:
        """Give an article these marks and no others."""
        self.held[article] = self.held[article]._replace(notes=notes)
        self.changes.append(article)

    def take(self, article: str) -> None:
        """Take an article away."""
        del self.held[article]
        self.changes.append(article)

    def position(self) -> str:
        return str(len(self.changes))

    def settled_position(self) -> str:
        return self.position()

    def changed_since(self, position: str) -> frozenset[str] | None:
        return None if int(position) < self.first else frozenset(self.changes[int(position) :])

    def ids(self) -> Iterator[str]:
        yield from list(self.held)

    def findable(self, article_id: str) -> Findable | None:
        return self.held.get(article_id)

    def text(self, article_id: str, version: str) -> str | None:
        self.reads.append(article_id)
        return self.texts.get(article_id)
