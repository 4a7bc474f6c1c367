"""What the tree gathers the articles into: the sections, and the shelves that fill themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reader.library import Row as ArticleRow

TRASH = "Trash"
SHELVES: Mapping[str, Callable[[ArticleRow], bool]] = {
    "Unread": lambda row: row.unread and not row.archived,
    "Starred": lambda row: row.starred,
    "Later": lambda row: row.later,
    "Archive": lambda row: row.archived,
}
"""What the library gathers by itself, in the order of the tree; the trash comes after it."""

PARTED = " / "
"""What stands between the names of folders in that of a section."""

Way = tuple[str, ...]
"""The names of the folders down to a section, its own name last."""


class Groups(NamedTuple):
    """The articles by where they stand; made once for all that is opened and closed in the tree."""

    sections: Sequence[tuple[Way, Sequence[ArticleRow]]]
    """The sections in the order of the tree, each with its articles."""

    unread: Mapping[Way, int]
    """How many unread articles stand in each section and below it."""

    shelves: Mapping[str, Sequence[ArticleRow]]
    """The shelves that hold something, in the order of the tree."""


def gather(
    articles: Sequence[ArticleRow],
    trash: Sequence[ArticleRow],
    sections: Sequence[str],
    here: str | None,
) -> Groups:
    """Gather *articles*.

    Args:
        articles: those of the library; an archived one stands in no section.
        trash: those that lie in the trash.
        sections: sections that are shown though they may be empty.
        here: the id of the open article, which stands in its section even if archived.
    """
    found = _by_section(articles, sections, here)
    unread: Counter[Way] = Counter()
    for way, rows in found:
        count = sum(row.unread for row in rows)
        unread.update({way[:depth]: count for depth in range(1, len(way) + 1)})
    shelves = {name: [row for row in articles if on(row)] for name, on in SHELVES.items()}
    shelves[TRASH] = list(trash)
    return Groups(found, unread, {name: rows for name, rows in shelves.items() if rows})


def _by_section(
    articles: Sequence[ArticleRow], names: Sequence[str], here: str | None
) -> list[tuple[Way, list[ArticleRow]]]:
    """Return the way to each section, with its articles; the samples come last."""
    sections: dict[Way, list[ArticleRow]] = {tuple(name.split(PARTED)): [] for name in names}
    for row in articles:
        if not row.archived or row.id == here:
            way = tuple((row.section or "Saved").split(PARTED))
            sections.setdefault(way, []).append(row)
    for way in list(sections):
        for depth in range(1, len(way)):
            sections.setdefault(way[:depth], [])
    return sorted(sections.items(), key=lambda item: (item[0] == ("Samples",), item[0]))
