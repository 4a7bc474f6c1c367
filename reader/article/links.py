"""The links of an article, each address once."""

from dataclasses import dataclass

from reader.article.model import Article


@dataclass(frozen=True, slots=True)
class Linked:
    """An address that an article links to."""

    href: str
    """An absolute http, https or mailto address."""

    text: str
    """The words of the first link to it; the address where it has none."""

    start: int
    """Where those words start in ``Article.text``."""


def links_of(article: Article) -> list[Linked]:
    """Return the addresses that *article* links to, in the order in which they first stand."""
    found: dict[str, Linked] = {}
    for block in article.blocks:
        for mark in block.inline:
            if mark.kind == "link" and mark.href and mark.href not in found:
                words = " ".join(article.text[mark.start : mark.end].split())
                found[mark.href] = Linked(mark.href, words or mark.href, mark.start)
    return list(found.values())
