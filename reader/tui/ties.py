"""How marks are tied to one another and to addresses, in words."""

from collections.abc import Iterable, Iterator

from reader.annotations.model import Link, Mark

FORTH = {
    "supports": "is supported by",
    "contradicts": "is contradicted by",
    "context": "has as context",
    "source": "has as source",
    "same-claim": "is the same claim as",
}
"""What is said of a mark with a link of a relation, which tells how the target bears on it."""

BACK = {
    "supports": "supports",
    "contradicts": "contradicts",
    "context": "is context for",
    "source": "is a source of",
    "same-claim": "is the same claim as",
}
"""What is said of the mark that such a link leads to."""


def is_address(target: str) -> bool:
    """Tell whether the target of a link is an address that a browser may open."""
    return target.startswith(("http://", "https://")) and not any(map(str.isspace, target))


def links_to(mark_id: str, marks: Iterable[Mark]) -> Iterator[tuple[Mark, Link]]:
    """Yield each of *marks* that has a link to the mark of the id, with the link."""
    for mark in marks:
        for link in mark.links:
            if link.to == mark_id and mark.id != mark_id:
                yield mark, link
