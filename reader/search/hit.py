"""What a search found."""

from typing import Any, Literal, NamedTuple

Where = Literal["articles", "notes", "all"]
"""What is searched: the articles' texts, the marks, or both."""


class Hit(NamedTuple):
    """One article, or one mark, that a search found."""

    kind: Literal["article", "mark"]
    article: str
    """The id of the article, or of the article that the mark is in."""
    title: str
    """The headline of that article; empty when the library does not hold it."""
    mark: str | None
    """The id of the mark; None for an article."""
    snippet: str
    """Plain text on one line: the passage in which most of what was asked for stands."""
    matches: tuple[tuple[int, int], ...]
    """The ranges of *snippet* that were asked for, in order; none when it stands elsewhere."""
    offset: int | None
    """Where to go in ``Article.text``: to the first of *matches*, or to where the mark is now."""
    score: float
    """How well it fits: 1 for the best of its kind, less for the others."""

    def as_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return self._asdict() | {"matches": [list(match) for match in self.matches]}
