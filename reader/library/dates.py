"""The facts of an article, reckoned from the day it was published."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from reader.article.model import Article

if TYPE_CHECKING:
    from reader.facts import Fact


def facts_of(article: Article, state: Mapping[str, Any] | None = None) -> "list[Fact]":
    """Return what *article* says, tied to its text. Pure; a long article takes a moment.

    Args:
        article: the article.
        state: its state, which says what the user dismissed or knows better.
    """
    from reader.facts import extract_facts
    from reader.library.fact_choices import apply_choices, choices_of

    found = extract_facts(article.text, date_of(article.published), article.language)
    return apply_choices(found, choices_of(state or {}), article.text)


def date_of(published: str | None) -> date | None:
    """Return the day that *published* states, where it was published; None when it states none."""
    if not published:
        return None
    try:
        return datetime.fromisoformat(published).date()
    except ValueError:
        return None
