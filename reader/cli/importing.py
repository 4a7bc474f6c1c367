"""The verb that takes other programs' files into the library: import."""

from argparse import ArgumentParser
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.formatting import template_text
from reader.cli.options import Verbs, add_json
from reader.cli.progress import Progress
from reader.cli.session import Session
from reader.cli.sources import STANDARD_INPUT
from reader.errors import NotFoundError, UsageError

if TYPE_CHECKING:
    from reader.library.importing import Imported
    from reader.library.read_back import Offered

_MOST_TOLD = 50


def declare(verbs: Verbs) -> None:
    """Declare the verb of this module."""
    verbs.add("import", import_file, "take in articles and marks of other programs", _declare)


def _declare(parser: ArgumentParser) -> None:
    """Declare the arguments of ``import``."""
    parser.add_argument("file", metavar="FILE", help="a file, an archive, a folder or -")
    parser.add_argument("--as", dest="form", metavar="FORMAT", help="what it is, when told wrongly")
    parser.add_argument(
        "--from-notes",
        action="store_true",
        help="FILE is a folder of exported notes: take in what was edited in their blocks",
    )
    parser.add_argument(
        "--template", metavar="FILE", help="with --from-notes: the template that wrote the notes"
    )
    parser.add_argument("--dry-run", action="store_true", help="tell what would be taken in")
    add_json(parser)


def import_file(session: Session) -> int:
    """Take in what a file holds; what of it makes no sense is told, line by line."""
    asked = session.arguments
    if asked.from_notes:
        return _read_back(session)
    if asked.template:
        raise UsageError("--template", "is of notes that come back", "use it with --from-notes")
    is_piped = asked.file == STANDARD_INPUT
    imported = session.library.exchange.import_from(
        "standard input" if is_piped else asked.file,
        session.piped if is_piped else None,
        form=asked.form,
        dry_run=asked.dry_run,
        progress=Progress(session.out, "articles"),
    )
    return _told(session, imported)


def _told(session: Session, imported: "Imported") -> int:
    """Tell what came of an import and return the exit code: 1 when not all was understood."""
    for problem in imported.refused[:_MOST_TOLD]:
        session.out.warn(problem)
    if len(imported.refused) > _MOST_TOLD:
        session.out.warn(f"and {len(imported.refused) - _MOST_TOLD} more; --json lists them all")
    if session.wants_json:
        session.out.json(imported.as_dict())
        return int(bool(imported.refused))
    for mark in imported.unplaced:
        session.out.line(("no place  ", "yellow"), mark.quote)
    session.out.say(imported.summary)
    if not session.arguments.dry_run and any(
        imported.counts.get(name) for name in ("articles", "marks", "feeds")
    ):
        session.out.say("`reader undo` takes it back")
    return int(bool(imported.refused))


def _read_back(session: Session) -> int:
    """Take in what was edited in notes files, and show it; return 1 when not all could be.

    Raises:
        NotFoundError: if there is no such folder.
    """
    asked = session.arguments
    folder = Path(asked.file).expanduser()
    if not folder.exists():
        raise NotFoundError(asked.file, "there is no such folder", "check the path")
    told = session.library.exchange.read_back(
        folder,
        dry_run=asked.dry_run,
        template=template_text(asked.template) if asked.template else None,
        subject=asked.template or "",
    )
    for problem in told.problems:
        session.out.warn(problem)
    for one in told.conflicts:
        session.out.warn(f"{one.name}: changed here and there; both stay as they are")
    code = int(bool(told.problems or told.conflicts))
    if session.wants_json:
        session.out.json(told.as_dict())
        return code
    for one in told.offered:
        _print_offered(session, one)
    session.out.say(told.summary)
    if told.offered and not asked.dry_run:
        session.out.say("`reader undo` takes it back")
    return code


def _print_offered(session: Session, one: "Offered") -> None:
    """Print what a field was and what it is in the file."""
    session.out.line((one.name, "bold"))
    for line in _lines(one.before):
        session.out.line((f"-{line}", "red"))
    for line in _lines(one.after):
        session.out.line((f"+{line}", "green"))


def _lines(value: object) -> list[str]:
    """Return the lines that a field shows."""
    return (", ".join(value) if isinstance(value, tuple) else str(value or "")).splitlines()
