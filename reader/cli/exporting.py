"""The verb that takes notes out of the library: export."""

from argparse import ArgumentParser
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.options import Verbs, add_json
from reader.cli.session import Failures, Session
from reader.errors import ReaderError, UsageError

if TYPE_CHECKING:
    from reader.library.export_report import Exported

STANDARD_OUTPUT = "-"
_DATA = ("json", "csv")
_MEANINGS = {
    "conflict": "changed here and there; both stand in the file",
    "kept": "deleted here, edited there; it stays in the file",
    "left out": "deleted in the file; it stays out",
    "broken": "one of its comment lines is lost; it is left as it stands",
}
"""What became of a region that its owner should look at."""


def declare(verbs: Verbs) -> None:
    """Declare the verb of this module."""
    verbs.add("export", export, "write notes as Markdown or as data", _declare_export)


def _declare_export(parser: ArgumentParser) -> None:
    """Declare the arguments of ``export``."""
    from reader.library.exporting import formats

    parser.add_argument("articles", metavar="ARTICLE", nargs="*", help="an article's id")
    parser.add_argument("--all", action="store_true", help="of every article that has notes")
    parser.add_argument("--format", choices=formats(), help="how; the configuration's when unset")
    parser.add_argument("--facts", action="store_true", help="with the facts of each article")
    parser.add_argument(
        *("-o", "--output"),
        metavar="FILE-OR-DIR",
        help="where to; - is standard output. Files of notes that were edited are merged with",
    )
    parser.add_argument("--dry-run", action="store_true", help="print what would change")
    add_json(parser, lines=True)


def export(session: Session) -> int:
    """Print the notes on one article, or write those on several into a folder."""
    failures = Failures(session.out, len(session.arguments.articles))
    ids = _chosen(session, failures)
    is_data = _form(session) in _DATA
    if not ids and not (is_data and session.arguments.all):
        return failures.exit_code
    place = _place(session)
    if place is None:
        _print_text(session, ids)
    elif is_data:
        _write_text(session, ids, place)
    else:
        return _write_notes(session, ids, place, failures)
    return failures.exit_code


def _form(session: Session) -> str:
    """Return the format asked for."""
    return session.arguments.format or session.config.export_profile


def _chosen(session: Session, failures: Failures) -> list[str]:
    """Return the ids of the articles to export; those that do not exist are told.

    Raises:
        UsageError: if none is named, nor all are.
    """
    asked = session.arguments
    if bool(asked.articles) == asked.all:
        remedy = "name articles, or all of them with --all"
        raise UsageError("reader export", "either articles or all of them", remedy)
    if asked.all:
        return [
            row.id for row in session.library.rows() if row.marks or _was_exported(session, row.id)
        ]
    ids = []
    for name in asked.articles:
        try:
            ids.append(session.library.resolve(name))
        except ReaderError as error:
            failures.add(error)
    return ids


def _was_exported(session: Session, article_id: str) -> bool:
    """Tell whether an article has a file, from which the last of its notes may have to go."""
    from reader.library.export_records import FIELD

    return bool(session.library.state(article_id).get(FIELD))


def _place(session: Session) -> Path | None:
    """Return where notes go; None for standard output.

    Raises:
        UsageError: if it cannot be told.
    """
    asked = session.arguments
    if asked.output == STANDARD_OUTPUT:
        return None
    if asked.output is not None:
        return Path(asked.output).expanduser()
    if (len(asked.articles) == 1 and not asked.dry_run) or _form(session) in _DATA:
        return None
    if session.config.export_folder is None:
        remedy = "name a folder with -o, or set export.folder in the configuration"
        raise UsageError("reader export", "there is no place to write to", remedy)
    return session.config.export_folder


def _print_text(session: Session, ids: list[str]) -> None:
    """Print notes as text."""
    asked = session.arguments
    text = session.library.export_text(ids, asked.format, facts=asked.facts)
    session.out.text(text.removesuffix("\n"))


def _write_text(session: Session, ids: list[str], place: Path) -> None:
    """Write notes as data into one file."""
    from reader.export import write_text

    if place.is_dir():
        raise UsageError(str(place), "a folder", f"name a file for {_form(session)}")
    text = session.library.export_text(ids, session.arguments.format)
    if not session.arguments.dry_run:
        write_text(place, text)
    session.out.say(f"{place}: {len(ids)} articles")


def _write_notes(session: Session, ids: list[str], place: Path, failures: Failures) -> int:
    """Write notes into a file or the files of a folder, or tell what would change in them."""
    asked = session.arguments
    names_file = place.is_file() or (place.suffix == ".md" and not place.is_dir())
    if names_file and len(ids) > 1:
        raise UsageError(str(place), "one file for several articles", "name a folder")
    report = session.library.export_to(
        place.parent if names_file else place,
        ids,
        profile=asked.format,
        facts=asked.facts,
        dry_run=asked.dry_run,
        file=place.name if names_file else None,
    )
    told = [_tell(session, file, failures) for file in report.files]
    if not session.print_rows([file.as_dict() for file in report.files]):
        for file in report.files:
            _print_file(session, file)
        session.out.say(report.summary)
    return failures.exit_code or int(any(told))


def _tell(session: Session, file: "Exported", failures: Failures) -> bool:
    """Tell what went wrong with one file, and what its owner should look at; return if any."""
    if file.error:
        failures.add_told(file.error, file.exit_code)
    for outcome in file.report:
        if outcome.what in _MEANINGS:
            session.out.warn(f"{file.path}: {outcome.region}: {_MEANINGS[outcome.what]}")
    return any(outcome.what == "conflict" for outcome in file.report)


def _print_file(session: Session, file: "Exported") -> None:
    """Print what became of one file, or what would."""
    if session.arguments.dry_run:
        if file.diff:
            session.out.text(file.diff.removesuffix("\n"))
    elif file.path is not None and file.status != "same":
        session.out.line((f"{file.status:<8} ", "dim"), str(file.path))
