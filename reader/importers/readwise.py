"""Highlights as Readwise gives them and takes them, in CSV."""

import re
from dataclasses import replace

from reader.annotations import Mark, Part
from reader.export.readwise import BETWEEN_PARTS
from reader.importers.bundle import Bundle
from reader.importers.model import Found, FoundArticle, FoundMark, Refused, RowError, made_mark
from reader.importers.tables import Row, header, rows
from reader.importers.values import address_or_none, digest, instant, names

COLUMNS = (
    frozenset({"highlight", "book title", "book author", "note"}),
    frozenset({"highlight", "title", "author", "url", "note"}),
)
"""Which columns tell the table: of its export, and of the one that it imports."""

_Marks = dict[tuple[str, ...], tuple[FoundArticle, list[FoundMark]]]

_TAG = re.compile(r"\.([^\s.][^\s]*)(?:\s|$)")


def is_readwise(columns: tuple[str, ...]) -> bool:
    """Tell whether a table with these *columns* is one of Readwise."""
    return any(told <= set(columns) for told in COLUMNS)


def read_readwise(bundle: Bundle, form: str) -> Found:
    """Return the highlights of the tables in *bundle*, by the article that they are from."""
    by_article: _Marks = {}
    refused: list[Refused] = []
    for data in bundle.files.values():
        if not is_readwise(header(data)):
            continue
        for where, row in rows(data):
            try:
                if isinstance(row, Refused):
                    raise RowError(row.problem)
                _take(row, where, by_article)
            except RowError as error:
                refused.append(Refused(where, str(error)))
    articles = (replace(about, marks=tuple(marks)) for about, marks in by_article.values())
    return Found(form, tuple(articles), tuple(refused))


def _take(row: Row, where: str, by_article: _Marks) -> None:
    """Put the mark of one row on its article."""
    title = row.get("book title", row.get("title", ""))
    author = row.get("book author", row.get("author", ""))
    about = FoundArticle(
        where,
        address_or_none(row.get("url")),
        title,
        is_listed=False,
        byline=names(author),
        tags=names(row.get("document tags")),
    )
    if not title.strip() and about.url is None:
        raise RowError("names neither a title nor an address")
    key = (about.url or "", title, author)
    known, marks = by_article.setdefault(key, (about, []))
    if row["highlight"].strip() or row.get("note", "").strip():
        marks.append(FoundMark(_mark(row, known), where))


def _mark(row: Row, about: FoundArticle) -> Mark:
    """Return the mark of one row; tags at the head of its note are its tags."""
    note, tags = row.get("note", ""), list(names(row.get("tags")))
    while tag := _TAG.match(note):
        tags.append(tag.group(1))
        note = note[tag.end() :]
    quote, *parts = row["highlight"].split(BETWEEN_PARTS)
    return made_mark(
        "readwise",
        digest(about.url or "", about.title, row["highlight"], row.get("location", "")),
        about,
        quote=quote,
        parts=tuple(Part(part.strip()) for part in parts if part.strip()),
        note=note,
        tags=tags,
        color=row.get("color") or None,
        created=instant(row.get("highlighted at") or row.get("date")),
    )
