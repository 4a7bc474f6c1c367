"""What is copied: a passage with its citation or alone, or a link to it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from reader.article.model import Article
from reader.tui.desk.clipboard import copy
from reader.tui.page.heading import day_of

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen


def citation(article: Article, words: str) -> str:
    """Return *words* as a Markdown quote with where they are from."""
    quoted = "\n".join(f"> {line}".rstrip() for line in words.split("\n"))
    parts = [article.publisher or ", ".join(article.byline), f"“{article.title}”"]
    parts.append(day_of(article.published))
    source = ", ".join(part for part in parts if part)
    address = article.canonical_url or article.url
    return f"{quoted}\n>\n> — {source}" + (f", {address}" if address else "") + "\n"


def address_of(article: Article, words: str, mark_id: str | None) -> str:
    """Return a link to *words* on their page; to the mark, or the article, where there is none."""
    address = article.canonical_url or article.url
    if address and address.startswith(("http://", "https://")):
        return f"{address}#:~:text={_fragment(words)}" if words else address
    return f"reader://open/{article.id}" + (f"#{mark_id}" if mark_id else "")


def _fragment(words: str) -> str:
    """Return a text fragment for *words*: the first and last five when there are many."""
    parts = words.split()
    ends = [parts] if len(parts) <= 10 else [parts[:5], parts[-5:]]
    return ",".join(quote(" ".join(end), safe="").replace("-", "%2D") for end in ends)


def copy_quote(screen: ReadingScreen) -> None:
    """Copy what is chosen as a quote with its citation."""
    article, passage = screen.article, screen.selecting.chosen or screen.body.cursor
    if article is not None and passage is not None:
        copy(screen, citation(article, article.text[passage[0] : passage[1]]), "quote")
        screen.selecting.stop()


def copy_words(screen: ReadingScreen) -> None:
    """Copy what is chosen as it stands."""
    article, passage = screen.article, screen.selecting.chosen
    if article is not None and passage is not None:
        copy(screen, article.text[passage[0] : passage[1]], "words")
        screen.selecting.stop()


def copy_link(screen: ReadingScreen) -> None:
    """Copy a link to what is chosen."""
    article, passage = screen.article, screen.selecting.chosen or screen.body.cursor
    if article is not None and passage is not None:
        mark = screen.marking.here
        words = article.text[passage[0] : passage[1]]
        copy(screen, address_of(article, words, mark.id if mark else None), "link")
