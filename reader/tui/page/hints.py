"""Letters that lie over links, to follow one by typing them."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.article.model import Article, Block

LETTERS = "asdfjklghqwertyuiopzxcvbnm"
"""The letters, those under the fingers first."""

OPENED = ("http://", "https://", "mailto:")
"""What is opened; no other kind of address ever is."""

_CALL = re.compile(r"\[(\d{1,3})\]")


class Link(NamedTuple):
    """A place that leads somewhere: to an address, or to a footnote of the article."""

    start: int
    """Offset of its words."""

    address: str
    """Where it leads; empty for a footnote."""

    note: int | None = None
    """Offset of the footnote."""


def links_in(article: Article, start: int, end: int) -> list[Link]:
    """Return what leads somewhere in ``text[start:end]``, in reading order.

    A link that began before *start* is taken to begin there.
    """
    found = [
        Link(max(inline.start, start), inline.href)
        for block in _blocks(article, start, end)
        for inline in block.inline
        if inline.href and inline.href.lower().startswith(OPENED)
        if inline.start < end and inline.end > start
    ]
    notes = _footnotes(article)
    for call in _CALL.finditer(article.text, start, end) if notes else ():
        place = notes.get(int(call[1]))
        if place is not None and call.start() < min(notes.values()):
            found.append(Link(call.start(), "", place))
    return sorted(found)


def _blocks(article: Article, start: int, end: int) -> Iterator[Block]:
    """Yield the blocks that reach into ``text[start:end]``."""
    return (block for block in article.blocks if block.start < end and block.end > start)


def _footnotes(article: Article) -> dict[int, int]:
    """Return where each item of the numbered list stands that ends the article, by its number."""
    notes: dict[int, int] = {}
    for block in reversed(article.blocks):
        if block.kind != "list_item" or not block.ordered or block.number is None:
            break
        notes[block.number] = block.start
    return notes


def letters_for(links: Sequence[Link]) -> dict[str, Link]:
    """Return *links* by the letters that choose them; none begins with another's."""
    if len(links) <= len(LETTERS):
        return dict(zip(LETTERS, links, strict=False))
    pairs = (first + second for first in LETTERS for second in LETTERS)
    return dict(zip(pairs, links, strict=False))


def still_meant(hints: dict[str, Link], typed: str) -> dict[str, Link]:
    """Return those of *hints* that what was typed so far begins, whatever its case."""
    wanted = typed.strip().lower()
    return {letters: link for letters, link in hints.items() if letters.startswith(wanted)}
