"""Lists of saved links as tables: Pocket, Instapaper, Raindrop, Matter, Reader, Omnivore."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from reader.errors import ReaderError
from reader.importers.bundle import Bundle
from reader.importers.model import (
    Found,
    FoundArticle,
    FoundMark,
    Refused,
    RowError,
    clean_names,
    made_mark,
)
from reader.importers.tables import Row, header, rows
from reader.importers.values import address, digest, instant, is_true, moment, names

ReadRow = Callable[[Row, str], FoundArticle | None]
"""Makes an article of a row, told where it stands; None for one that is not to be imported.

Raises ``RowError``."""


def _pocket(row: Row, where: str) -> FoundArticle:
    """Return a link of Pocket; one without a title of its own has its address for one."""
    url = address(row["url"])
    return FoundArticle(
        where,
        url,
        "" if row["title"].startswith(("http://", "https://")) else row["title"],
        tags=names(row.get("tags"), "|"),
        added=instant(row.get("time_added")),
        said={"archived": True, "read": True} if row.get("status") == "archive" else {},
    )


def _instapaper(row: Row, where: str) -> FoundArticle:
    """Return a link of Instapaper, with what was selected of its page as a mark."""
    folder = row.get("folder", "").strip()
    said = {"archive": {"archived": True, "read": True}, "starred": {"starred": True}}
    article = FoundArticle(
        where,
        address(row["url"]),
        row.get("title", ""),
        tags=names(row.get("tags")),
        added=instant(row.get("timestamp")),
        said=said.get(folder.lower(), {}),
        section=None if folder.lower() in ("", "unread", *said) else folder,
    )
    return _with_passage(article, "instapaper", row.get("selection", ""))


def _raindrop(row: Row, where: str) -> FoundArticle:
    """Return a link of Raindrop, with its highlights and its note."""
    folder = row.get("folder", "").strip()
    article = FoundArticle(
        where,
        address(row["url"]),
        row.get("title", ""),
        tags=names(row.get("tags")),
        added=instant(row.get("created")),
        summary=row.get("excerpt") or None,
        said={"starred": True} if is_true(row.get("favorite")) else {},
        section=None if folder.lower() in ("", "unsorted") else folder,
    )
    marks = [
        FoundMark(made_mark("raindrop", digest(article.url or "", *told), article, **fields), where)
        for fields in _raindrop_highlights(row.get("highlights", ""))
        for told in [(fields["quote"],)]
    ]
    article = _with_marks(article, marks)
    return _with_note(article, "raindrop", row.get("note", ""))


def _raindrop_highlights(cell: str) -> Iterator[dict[str, str]]:
    """Yield the highlights of a cell: a line each, or told with their notes and colours."""
    fields: dict[str, str] = {}
    keys = {"highlight:": "quote", "note:": "note", "color:": "color"}
    for line in cell.splitlines():
        word, _, rest = line.strip().partition(" ")
        key = keys.get(word.lower())
        if (key in (None, "quote") and fields.get("quote")) or not line.strip():
            yield from [fields] if fields.get("quote") else []
            fields = {}
        if line.strip():
            fields[key or "quote"] = rest.strip() if key else line.strip()
    if fields.get("quote"):
        yield fields


def _matter(row: Row, where: str) -> FoundArticle:
    """Return a link of Matter."""
    said = {"read": is_true(row.get("read")), "starred": is_true(row.get("favorited"))}
    said["archived"] = not is_true(row.get("in queue"))
    return FoundArticle(
        where,
        address(row["url"]),
        row.get("title", ""),
        byline=clean_names([row.get("author", "")]),
        publisher=row.get("publisher") or None,
        tags=names(row.get("tags"), ";"),
        added=instant(row.get("last interaction date")),
        said={name: True for name, value in said.items() if value},
    )


def _reader(row: Row, where: str) -> FoundArticle | None:
    """Return a document of Readwise Reader; what only came by a feed was never saved."""
    place = row.get("location", "").strip().lower()
    if place == "feed":
        return None
    said = {"archive": {"archived": True}, "later": {"later": True}}.get(place, {})
    return FoundArticle(
        where,
        address(row["url"]),
        row.get("title", ""),
        tags=names(row.get("document tags")),
        added=instant(row.get("saved date")),
        said=said | ({"read": True} if is_true(row.get("seen")) else {}),
    )


def _omnivore(row: Row, where: str) -> FoundArticle:
    """Return a link of an Omnivore table."""
    return FoundArticle(
        where,
        address(row["url"]),
        row.get("title", ""),
        tags=names(row.get("labels")),
        added=instant(row.get("saved_at")),
        published=moment(row.get("published_at")),
        said={"archived": True, "read": True} if row["state"].lower() == "archived" else {},
    )


_TABLES: Mapping[str, tuple[frozenset[str], ReadRow]] = {
    "raindrop": (frozenset({"url", "excerpt", "folder", "created", "cover"}), _raindrop),
    "matter": (frozenset({"url", "publisher", "in queue", "favorited"}), _matter),
    "reader": (frozenset({"url", "document tags", "saved date", "seen"}), _reader),
    "pocket": (frozenset({"title", "url", "time_added", "status"}), _pocket),
    "omnivore-csv": (frozenset({"url", "state", "labels"}), _omnivore),
    "instapaper": (frozenset({"url", "title", "selection", "folder"}), _instapaper),
}
"""Which columns tell each program's table, and what reads its rows."""

TABLES = tuple(_TABLES)


def table_format(columns: tuple[str, ...]) -> str | None:
    """Return whose table has these *columns*; None for one that is nobody's."""
    return next((name for name, (told, _) in _TABLES.items() if told <= set(columns)), None)


def read_links(bundle: Bundle, form: str) -> Found:
    """Return the links in the tables of *bundle* that are of the format *form*."""
    told, read = _TABLES[form]
    articles: list[FoundArticle] = []
    refused: list[Refused] = []
    several = len(bundle.files) > 1
    lacking: list[frozenset[str]] = [told - set(header(data)) for data in bundle.files.values()]
    if all(lacking):
        missing = ", ".join(sorted(next(iter(lacking), told)))
        remedy = "name another format with --as"
        raise ReaderError(bundle.subject, f"not {form}: it lacks {missing}", remedy)
    for name, data in bundle.files.items():
        if not told <= set(header(data)):
            continue
        for line, row in rows(data):
            where = f"{name}, {line}" if several else line
            try:
                if isinstance(row, Refused):
                    raise RowError(row.problem)
                articles += [found] if (found := read(row, where)) else []
            except RowError as error:
                refused.append(Refused(where, str(error)))
    return Found(form, tuple(articles), tuple(refused))


def _with_marks(article: FoundArticle, marks: list[FoundMark]) -> FoundArticle:
    """Return *article* with further marks."""
    return replace(article, marks=(*article.marks, *marks))


def _with_passage(article: FoundArticle, app: str, words: str) -> FoundArticle:
    """Return *article* with a mark on *words*, when there are any."""
    if not words.strip():
        return article
    mark = made_mark(app, digest(article.url or "", words), article, quote=words)
    return _with_marks(article, [FoundMark(mark, article.where)])


def _with_note(article: FoundArticle, app: str, note: str) -> FoundArticle:
    """Return *article* with a *note* on the whole of it, when there is one."""
    if not note.strip():
        return article
    mark = made_mark(app, digest(article.url or "", "note"), article, note=note)
    return _with_marks(article, [FoundMark(mark, article.where)])
