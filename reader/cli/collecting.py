"""The verbs that fill and tend the library: add, list, remove, edit."""

from argparse import ArgumentParser
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from reader.cli.options import Verbs, add_json, add_reading, moment
from reader.cli.session import Failures, Session
from reader.cli.sources import STANDARD_INPUT
from reader.errors import ReaderError, UsageError

if TYPE_CHECKING:
    from reader.library import Added, Row

_CONDITIONS = ("query", "section", "unread", "tag", "removed")
_PURGED = "purged; history/ and backups/ keep what was noted of it (`reader locate` says where)"
_IN_TRASH = "in the trash; `reader undo` brings back"
_CORRECTIONS = ("title", "published", "byline", "section")


def declare(verbs: Verbs) -> None:
    """Declare the verbs of this module."""
    verbs.add("add", add, "put articles into the library", _declare_add)
    verbs.add("list", list_articles, "list the articles of the library", _declare_list)
    verbs.add("remove", remove, "put articles into the trash with their marks", _declare_remove)
    verbs.add("edit", edit, "correct what an article says of itself", _declare_edit)


def _declare_add(parser: ArgumentParser) -> None:
    """Declare the arguments of ``add``."""
    parser.add_argument(
        "sources",
        metavar="SOURCE",
        nargs="+",
        help="a file, a folder, an address, or - for standard input",
    )
    parser.add_argument("--section", metavar="S", help="the section they go into")
    parser.add_argument("--tag", metavar="T", action="append", default=[], help="a tag they get")
    add_reading(parser)
    add_json(parser, lines=True)


def _declare_list(parser: ArgumentParser) -> None:
    """Declare the arguments of ``list``."""
    parser.add_argument("--query", metavar="Q", help="whose row holds these words")
    parser.add_argument("--section", metavar="S", help="of this section")
    parser.add_argument("--unread", action="store_true", help="that were not read yet")
    parser.add_argument("--tag", metavar="T", help="with this tag")
    parser.add_argument("--removed", action="store_true", help="that are in the trash")
    add_json(parser, lines=True)


def _declare_remove(parser: ArgumentParser) -> None:
    """Declare the arguments of ``remove``."""
    parser.add_argument("articles", metavar="ARTICLE", nargs="+", help="an article's id")
    parser.add_argument("--purge", action="store_true", help="for good, which cannot be undone")
    add_json(parser, lines=True)


def _declare_edit(parser: ArgumentParser) -> None:
    """Declare the arguments of ``edit``."""
    parser.add_argument("article", metavar="ARTICLE", help="an article's id")
    parser.add_argument("--title", metavar="T", help="its headline")
    parser.add_argument("--published", metavar="DATE", type=moment, help="when it was published")
    parser.add_argument("--byline", metavar="NAME", action="append", help="who wrote it")
    parser.add_argument("--section", metavar="S", help="the section it goes into")
    lines = parser.add_mutually_exclusive_group()
    lines.add_argument("--bring-back", metavar="TEXT", help="a line that was left out of it")
    lines.add_argument("--drop", metavar="TEXT", help="a block to leave out of it")
    add_json(parser)


def add(session: Session) -> int:
    """Put every source into the library and tell of each what came of it."""
    sources = [found for name in session.arguments.sources for found in _sources(session, name)]
    if session.arguments.url and len(sources) > 1:
        problem = f"cannot be where {len(sources)} sources came from"
        raise UsageError(session.arguments.url, problem, "add them one by one")
    failures = Failures(session.out, len(sources))
    rows: list[dict[str, Any]] = []
    for source, added in zip(sources, _added(session, sources), strict=True):
        rows.append(added.as_dict())
        if added.status == "failed":
            failures.add_told(added.error or source, added.exit_code)
        if session.wants_lines:
            session.out.json(rows[-1])
        elif not session.wants_json and added.status != "failed":
            session.out.line((f"{added.status:<11} ", "dim"), f"{added.id}  {added.title}")
        if added.status == "new-version":
            _tell_fates(session, added)
    if session.wants_json:
        session.out.json(rows)
    return failures.exit_code


def _tell_fates(session: Session, added: "Added") -> None:
    """Say what a new version did to the marks, and how to see what else it changed."""
    told = f"{added.summary}; " if added.summary else ""
    session.out.say(f"{added.title}: {told}see `reader changes {added.id}`")


def _sources(session: Session, name: str) -> list[str]:
    """Return the sources that *name* stands for: the articles of a folder, else itself.

    A folder without any stands for itself too, so that it is told.
    """
    return [name] if name == STANDARD_INPUT else session.library.sources(name) or [name]


def _added(session: Session, sources: list[str]) -> "Iterator[Added]":
    """Put the sources into the library, one after the other."""
    return session.library.add_all(
        [session.piped if source == STANDARD_INPUT else source for source in sources],
        url=session.arguments.url,
        kind=session.arguments.kind,
        section=session.arguments.section,
        tags=tuple(session.arguments.tag),
    )


def list_articles(session: Session) -> int:
    """Print the rows of the articles that the arguments pick."""
    rows = rows_where(session, **{name: getattr(session.arguments, name) for name in _CONDITIONS})
    if not session.print_rows([row.as_dict() for row in rows]):
        print_rows(session, rows)
    return 0


def rows_where(session: Session, **conditions: Any) -> "list[Row]":
    """Return the rows that fit *conditions*, as ``Library.rows`` names them.

    Opens the library only when its catalogue is behind.
    """
    from reader.library.listing import current_rows

    session.config  # noqa: B018  # settings that cannot be used are told by every verb
    rows = current_rows(session.paths, **conditions)
    return session.library.rows(**conditions) if rows is None else rows


def print_rows(session: Session, rows: "list[Row]") -> None:
    """Print *rows* for reading: id, headline, where and when it was published, its marks.

    What can be done when there are none is told.
    """
    width = max((len(row.id) for row in rows), default=0)
    for row in rows:
        marks = f"{row.marks} mark{'s' if row.marks != 1 else ''}" if row.marks else ""
        details = " · ".join(
            part for part in (row.publisher, (row.published or "")[:10], row.section, marks) if part
        )
        session.out.line(
            (f"{'•' if row.unread else ' '} {row.id:<{width}}  ", "dim"),
            row.title,
            (f"  {details}", "dim"),
        )
    if not rows:
        session.out.say(_why_empty(session))


def _why_empty(session: Session) -> str:
    """Return why no article is listed, and what to do about it."""
    if any(getattr(session.arguments, name, None) for name in _CONDITIONS):
        return "no article fits; `reader list` lists all there are"
    return (
        "the library holds no articles; put some in with `reader add SOURCE`, "
        "or open it with `reader` for a tour"
    )


def remove(session: Session) -> int:
    """Put articles into the trash, or purge them; those that do not exist are told."""
    purge = session.arguments.purge
    failures = Failures(session.out, len(session.arguments.articles))
    rows: list[dict[str, Any]] = []
    for name in session.arguments.articles:
        try:
            found = session.library.resolve(name)
            rows.append({"id": found, "status": "purged" if purge else "removed", "error": None})
        except ReaderError as error:
            failures.add(error)
            rows.append({"id": name, "status": "failed", "error": str(error)})
    ids = list(dict.fromkeys(row["id"] for row in rows if row["error"] is None))
    if ids:
        session.library.remove(ids, purge=purge)
    if not session.print_rows(rows) and ids:
        session.out.say(f"{', '.join(ids)}: {_PURGED if purge else _IN_TRASH}")
    return failures.exit_code


def edit(session: Session) -> int:
    """Correct an article; the corrections outlive its next version."""
    asked = session.arguments
    fields = {name: getattr(asked, name) for name in _CORRECTIONS}
    corrects = any(value is not None for value in fields.values())
    turns = asked.bring_back is not None or asked.drop is not None
    if not corrects and not turns:
        options = ", ".join(f"--{name}" for name in (*_CORRECTIONS, "bring-back", "drop"))
        raise UsageError(asked.article, "nothing to correct", f"give one of {options}")
    article_id = session.library.resolve(asked.article)
    told: dict[str, Any] = {"ok": True, "id": article_id}
    if turns:
        told |= _turn_line(session, article_id)
    if corrects:
        session.library.correct(article_id, **fields)
    if session.wants_json:
        session.out.json(told)
    return 0


def _turn_line(session: Session, article_id: str) -> dict[str, Any]:
    """Bring a line of an article back, or leave one out, and say for which site it is kept."""
    asked, cleaning = session.arguments, session.library.cleaning
    if asked.bring_back is not None:
        cleaned, what = cleaning.bring_back(article_id, asked.bring_back), "brought back"
    else:
        cleaned, what = cleaning.drop(article_id, asked.drop), "left out"
    site = f"; remembered for {cleaned.site}" if cleaned.site else ""
    session.out.say(f"{cleaned.text}: {what}{site}; `reader undo` takes it back")
    return cleaned.as_dict()
