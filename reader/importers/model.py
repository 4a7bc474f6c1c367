"""What an import finds in another program's file, before the library has seen any of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from reader.annotations import Mark
from reader.annotations.model import new_mark_id
from reader.article.model import Article
from reader.article.sanitise import clean_line, clean_text


@dataclass(frozen=True, slots=True)
class FoundMark:
    """One mark of the file."""

    mark: Mark
    """With the id that it had here, else a new one; its ``article`` may be empty. Its offsets are
    those of the file."""

    where: str
    """Where in the file it stands, as in ``line 12``."""

    in_code_units: bool = False
    """Whether the offsets count code units of UTF-16."""


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """One article that the file lists, or has marks on."""

    where: str
    """Where in the file it stands, as in ``line 12``."""

    url: str | None = None
    """The address of its page; None when the file names none."""

    title: str = ""
    known_as: str = ""
    """The id of the article, where the file comes from this program."""

    is_listed: bool = True
    """Whether the file lists the article itself; else it has marks on it alone."""

    byline: tuple[str, ...] = ()
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()
    summary: str | None = None
    section: str | None = None
    added: str = ""
    """When it was saved there: ISO 8601 in UTC; empty when the file does not say."""

    said: Mapping[str, Any] = field(default_factory=dict)
    """What the user said of it: ``read``, ``starred``, ``later``, ``archived``."""

    content: str = ""
    """The HTML of its text; empty when the file has none."""

    file: str | None = None
    """The file that the article is to be read from, where the import is a folder of those."""

    whole: Article | None = None
    """The article itself, where the file comes from this program."""

    marks: tuple[FoundMark, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A row, a record or an object of the file that makes no sense."""

    where: str
    problem: str

    def __str__(self) -> str:
        return f"{self.where}: {self.problem}"


@dataclass(frozen=True, slots=True)
class Found:
    """All that a file holds."""

    format: str
    """One of ``FORMATS``."""

    articles: tuple[FoundArticle, ...] = ()
    refused: tuple[Refused, ...] = ()
    opml: bytes | None = None
    """A list of subscriptions, as it came."""


class RowError(ValueError):
    """A row that cannot be taken; its text is what is wrong with it."""


def made_mark(app: str, known_as: str, about: FoundArticle, **fields: Any) -> Mark:
    """Return a new mark of another program's; where it came from is kept in ``origin``.

    Args:
        app: the program.
        known_as: its id there.
        about: the article that it is on, of which the origin tells what is known.
        fields: the fields of the mark, as they came.
    """
    origin = {"app": app, "id": known_as}
    told = {"title": about.title, "url": about.url, "author": ", ".join(about.byline)}
    origin |= {name: value for name, value in told.items() if value}
    fields["quote"] = clean_text(fields.get("quote") or "").strip()
    fields["note"] = clean_text(fields.get("note") or "")
    fields["tags"] = clean_names(fields.get("tags") or ())
    if not fields["quote"] and not fields["note"].strip() and not fields["tags"]:
        raise RowError("has neither words nor a note")
    fields.setdefault("kind", "highlight" if fields["quote"] else "note")
    return Mark(new_mark_id(), about.known_as, origin=origin, **fields)


def clean_names(names: Iterable[str]) -> tuple[str, ...]:
    """Return tags or authors clean, each once, without empty ones."""
    cleaned = (clean_line(name).lstrip("#").strip() for name in names)
    return tuple(dict.fromkeys(name for name in cleaned if name))
