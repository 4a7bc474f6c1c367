"""The verbs that make, list and take back marks: annotate, notes, undo, redo."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING, Any

from reader.cli.options import Verbs, add_json
from reader.cli.session import Session
from reader.errors import NotFoundError, UsageError

if TYPE_CHECKING:
    from reader.annotations import Mark
    from reader.library import Library

_GIVEN = ("kind", "prefix", "suffix", "note", "label", "status", "verdict", "speaker")
_WARNINGS = {
    "unplaced": "the quote is not in the article, or the library does not hold it",
    "orphan": "the quote is not in the article",
    "ambiguous": "the quote stands there several times; give --prefix or --suffix",
}


def declare(verbs: Verbs) -> None:
    """Declare the verbs of this module."""
    verbs.add("annotate", annotate, "mark a passage of an article", _declare_annotate)
    verbs.add("notes", notes, "list the marks of an article, or of all", _declare_notes)
    verbs.add("undo", undo, "take the last change back", add_json)
    verbs.add("redo", redo, "make the change again that was taken back last", add_json)


def _declare_annotate(parser: ArgumentParser) -> None:
    """Declare the arguments of ``annotate``."""
    from reader.annotations.model import CLAIM_STATUSES, LABELS

    parser.add_argument("article", metavar="ARTICLE", nargs="?", help="an article's id")
    parser.add_argument("--quote", metavar="Q", help="the words to mark; none: all of it")
    parser.add_argument("--prefix", metavar="P", help="the words before them")
    parser.add_argument("--suffix", metavar="S", help="the words behind them")
    parser.add_argument("--kind", choices=("highlight", "claim", "note"), help="what it is")
    parser.add_argument("--note", metavar="N", help="what you think, as Markdown")
    parser.add_argument("--label", choices=LABELS, help="what it is to you")
    parser.add_argument("--status", choices=CLAIM_STATUSES, help="how far its check has come")
    parser.add_argument("--verdict", metavar="V", help="what came of the check")
    parser.add_argument("--speaker", metavar="NAME", help="who says so")
    parser.add_argument("--tag", metavar="T", action="append", default=[], help="a tag it gets")
    parser.add_argument("--batch", action="store_true", help="take JSON lines on standard input")
    add_json(parser, lines=True)


def _declare_notes(parser: ArgumentParser) -> None:
    """Declare the arguments of ``notes``."""
    from reader.annotations.model import CLAIM_STATUSES, LABELS

    parser.add_argument("article", metavar="ARTICLE", nargs="?", help="an article's id")
    parser.add_argument("--all", action="store_true", help="of all articles (the default)")
    parser.add_argument("--label", choices=LABELS, help="with this label")
    parser.add_argument("--status", choices=CLAIM_STATUSES, help="claims of this status")
    parser.add_argument("--tag", metavar="T", help="with this tag")
    parser.add_argument("--query", metavar="Q", help="whose quote or note holds these words")
    add_json(parser, lines=True)


def annotate(session: Session) -> int:
    """Make one mark, or with ``--batch`` one a line; tell of each only when it is durable."""
    asked = session.arguments
    if asked.batch:
        from reader.cli.batch import batch

        return batch(session)
    about = asked.quote or asked.note
    for given, name in ((asked.article, "ARTICLE"), (about, "--quote or --note")):
        if not given:
            raise UsageError(
                "reader annotate", f"{name} is missing", "see `reader annotate --help`"
            )
    mark = session.library.annotate(
        article_named(session.library, asked.article),
        quote=asked.quote,
        tags=tuple(asked.tag),
        **_given(asked),
    )
    session.out.json({"ok": True, "id": mark.id, "anchor": mark.anchor.status})
    warning = _WARNINGS.get(mark.anchor.status)
    if warning:
        session.out.warn(f"{mark.id}: {mark.anchor.status}: {warning}")
    return 1 if warning else 0


def _given(asked: Namespace) -> dict[str, Any]:
    """Return the fields of the mark that were given; what was not must not make it a claim."""
    fields = {name: getattr(asked, name) for name in _GIVEN}
    return {name: value for name, value in fields.items() if value is not None}


def article_named(library: "Library", name: str) -> str:
    """Return the id of the held article called *name*, else *name*.

    Marks for an article that is not held yet are kept for the day when it is.
    """
    try:
        return library.resolve(name)
    except NotFoundError:
        return name


def notes(session: Session) -> int:
    """Print the live marks of one article in reading order, or of all by age."""
    asked = session.arguments
    if asked.article and asked.all:
        raise UsageError(asked.article, "not all articles", "leave out it or --all")
    marks = [mark for mark in _marks(session.library, asked.article) if _picked(mark, session)]
    if not session.print_rows([mark.as_dict() for mark in marks]):
        for mark in marks:
            _print_mark(session, mark)
    return 0


def _marks(library: "Library", name: str | None) -> "list[Mark]":
    """Return the marks of the article called *name*, of all when there is no name.

    Raises:
        NotFoundError: if there is no such article, and no marks for one.
    """
    if name is None:
        return sorted(library.all_marks(), key=lambda mark: mark.id)
    try:
        return library.marks(library.resolve(name))
    except NotFoundError:
        awaiting = [mark for mark in library.all_marks() if mark.article == name]
        if not awaiting:
            raise
        return awaiting


def _picked(mark: "Mark", session: Session) -> bool:
    """Tell whether the arguments pick *mark*."""
    asked = session.arguments
    text = f"{mark.quote}\n{mark.note}".casefold()
    return (
        asked.label in (None, mark.label)
        and (asked.status is None or (mark.claim is not None and mark.claim.status == asked.status))
        and (asked.tag is None or asked.tag in mark.tags)
        and all(word in text for word in (asked.query or "").casefold().split())
    )


def _print_mark(session: Session, mark: "Mark") -> None:
    """Print a mark for reading: what it is, its quote and its note."""
    what = [mark.kind, mark.claim.status if mark.claim else None, mark.label]
    what += [f"#{tag}" for tag in mark.tags]
    if mark.anchor.status in _WARNINGS:
        what.append(mark.anchor.status)
    named = " · ".join(part for part in what if part)
    session.out.line((f"{mark.id}  {named}  {mark.article}", "dim"))
    if mark.quote:
        session.out.line(f"  “{mark.quote}”")
    for line in mark.note.splitlines():
        session.out.line(f"  {line}")


def undo(session: Session) -> int:
    """Take the last change back."""
    return _tell_step(session, "undone", session.library.undo())


def redo(session: Session) -> int:
    """Make the change again that was taken back last."""
    return _tell_step(session, "redone", session.library.redo())


def _tell_step(session: Session, done: str, label: str | None) -> int:
    """Print what was *done* with the change called *label*; 1 when there was none."""
    if session.wants_json:
        session.out.json({done: label})
    elif label is not None:
        session.out.line((f"{done}: ", "dim"), label)
    if label is None:
        session.out.say(f"nothing can be {done}")
    return 1 if label is None else 0
