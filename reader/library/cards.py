"""What the library's state keeps of an article, and what follows from it.

The state document of an article holds its ``card``, so that lists, rows and names need not open
the article itself. The card describes the version on show; what the user corrected stands beside
it and outlives the next version.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from reader.annotations.model import MarkKind, utc_now
from reader.article.model import Article
from reader.search import Row

DEFAULT_SECTION = "Saved"
"""Where an article goes that nobody put anywhere."""

_COPIED = ("title", "publisher", "published", "url", "canonical_url", "language", "version")

State = Mapping[str, Any]
"""The state document of one article; empty when there is none."""


def card_of(article: Article, state: State) -> dict[str, Any]:
    """Return the card of *article*, whose *state* has its card so far, if it is held."""
    card = state.get("card") or {}
    return {name: getattr(article, name) for name in _COPIED} | {
        "byline": list(article.byline),
        "words": len(article.text.split()),
        "added": card.get("added") or utc_now(),
        "before": card.get("version"),
    }


def is_held(state: State) -> bool:
    """Tell whether the library holds the article, be it in the trash."""
    return bool(state.get("card"))


def version_on_show(state: State) -> str | None:
    """Return the version of the article that is shown; None when none is held."""
    version = (state.get("card") or {}).get("version")
    return str(version) if version else None


def version_before(state: State) -> str | None:
    """Return the version that was shown before; None when there was none, or nobody knows."""
    version = (state.get("card") or {}).get("before")
    return str(version) if version else None


def corrected(article: Article, state: State) -> Article:
    """Return *article* with what the user corrected in place of what the source said.

    A corrected field is no guess any more.
    """
    corrections = state.get("corrections") or {}
    fields: dict[str, Any] = {
        name: corrections[name] for name in ("title", "published") if corrections.get(name)
    }
    if corrections.get("byline"):
        fields["byline"] = tuple(corrections["byline"])
    if not fields:
        return article
    guessed = {name: how for name, how in article.guessed.items() if name not in fields}
    return replace(article, **fields, guessed=guessed)


def row_of(article_id: str, state: State, kinds: Sequence[MarkKind]) -> Row:
    """Return the row of a held article whose live marks are of these *kinds*."""
    card = {**state["card"], **(state.get("corrections") or {})}
    return Row(
        id=article_id,
        title=card.get("title") or "",
        publisher=card.get("publisher"),
        published=card.get("published"),
        section=state.get("section") or DEFAULT_SECTION,
        tags=tuple(state.get("tags") or ()),
        unread=not state.get("read"),
        marks=len(kinds),
        claims=kinds.count("claim"),
        starred=bool(state.get("starred")),
        later=bool(state.get("later")),
        archived=bool(state.get("archived")),
        removed=bool(state.get("removed")),
        words=card.get("words") or 0,
        added=card.get("added") or "",
        url=card.get("url"),
        canonical_url=card.get("canonical_url"),
    )
