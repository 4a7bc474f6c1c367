"""What is exported of one article, whatever the format."""

from dataclasses import dataclass

from reader.annotations import Mark
from reader.article.model import Article
from reader.export.addresses import source_url
from reader.facts import Fact


@dataclass(frozen=True, slots=True)
class Material:
    """One article with its marks, as an export takes it."""

    article_id: str
    article: Article | None
    """None when the library has marks on it, but not the article itself."""

    marks: tuple[Mark, ...]
    """Its live marks, placed in that version, in reading order."""

    facts: tuple[Fact, ...] = ()

    @property
    def title(self) -> str:
        """What the article is called; its id when nobody knows."""
        return self.article.title if self.article else _told(self.marks, "title") or self.article_id

    @property
    def url(self) -> str:
        """The address of the article's page; empty when nobody knows."""
        if self.article is not None:
            return source_url(self.article) or ""
        return _told(self.marks, "url")

    @property
    def byline(self) -> tuple[str, ...]:
        """Who wrote it."""
        if self.article is not None:
            return self.article.byline
        author = _told(self.marks, "author")
        return (author,) if author else ()


def _told(marks: tuple[Mark, ...], name: str) -> str:
    """Return what the program that *marks* came from said of their article; else nothing."""
    values = (mark.origin.get(name) for mark in marks if mark.origin)
    return next((value for value in values if isinstance(value, str) and value), "")
