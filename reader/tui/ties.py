"""How marks are tied to one another and to addresses, in words."""

from collections.abc import Iterable, Mapping, Sequence

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


def words_of(mark: Mark) -> str:
    """Return the words by which a mark is known: its quote, else its note."""
    return mark.quote or mark.note.partition("\n")[0] or "note on the article"


def forth(link: Link, known: Mapping[str, Mark]) -> str:
    """Return what *link* says of the mark that has it; *known* are the marks at hand, by id."""
    target = f"“{words_of(known[link.to])}”" if link.to in known else link.to
    note = f" – {link.note}" if link.note else ""
    return f"{FORTH.get(link.rel, link.rel)} {target}{note}"


def back(mark: Mark, link: Link) -> str:
    """Return what the *link* of *mark* says of its target."""
    return f"{BACK.get(link.rel, link.rel)} “{words_of(mark)}”"


def is_address(target: str) -> bool:
    """Tell whether the target of a link is an address that a browser may open."""
    return target.startswith(("http://", "https://")) and not any(map(str.isspace, target))


def links_by_target(marks: Iterable[Mark]) -> Mapping[str, Sequence[tuple[Mark, Link]]]:
    """Return the links of *marks*, each with the mark that has it, by what they lead to."""
    found: dict[str, list[tuple[Mark, Link]]] = {}
    for mark in marks:
        for link in mark.links:
            if link.to != mark.id:
                found.setdefault(link.to, []).append((mark, link))
    return found
