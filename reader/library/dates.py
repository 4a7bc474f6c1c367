"""The facts of an article, reckoned from the day it was published."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from reader.article.model import Article

if TYPE_CHECKING:
    from reader.facts import Fact


def facts_of(article: Article) -> "list[Fact]":
    """Return what *article* says, tied to its text. Pure; a long article takes a moment."""
    from reader.facts import extract_facts

    return extract_facts(article.text, date_of(article.published), article.language)


def date_of(published: str | None) -> date | None:
    """Return the day that *published* states, where it was published; None when it states none."""
    if not published:
        return None
    try:
        return datetime.fromisoformat(published).date()
    except ValueError:
        return None
