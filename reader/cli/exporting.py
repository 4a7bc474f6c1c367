"""The verb that takes notes out of the library: export."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.formatting import template_text
from reader.cli.options import Verbs, add_json
from reader.cli.progress import Progress
from reader.cli.session import Failures, Session
from reader.errors import ReaderError, UsageError

if TYPE_CHECKING:
    from reader.export import Format
    from reader.library.export_report import Exported

STANDARD_OUTPUT = "-"
_EDITED = frozenset((".md", ".markdown", ".txt"))
_WATCHED_EVERY_S = 1.0
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
    from reader.library.export_data import formats

    parser.add_argument("articles", metavar="ARTICLE", nargs="*", help="an article's id")
    parser.add_argument("--all", action="store_true", help="of every article that has notes")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--format", choices=formats(), help="how; the configuration's when unset")
    how.add_argument("--template", metavar="FILE", help="as a template of your own says")
    parser.add_argument("--facts", action="store_true", help="with the facts of each article")
    parser.add_argument(
        *("-o", "--output"),
        metavar="FILE-OR-DIR",
        help="where to; - is standard output. Files of notes that were edited are merged with",
    )
    parser.add_argument("--dry-run", action="store_true", help="print what would change")
    parser.add_argument(
        "--contents",
        choices=("library", "tags"),
        help="with a note that leads to all others, or one for each tag as well",
    )
    parser.add_argument(
        "--watch", action="store_true", help="keep the folder up to date until interrupted"
    )
    add_json(parser, lines=True)


def export(session: Session) -> int:
    """Print the notes on one article, or write those on several into a folder."""
    failures = Failures(session.out, len(session.arguments.articles))
    data = _data(session)
    ids = _chosen(session, failures, data)
    if not ids and not (data and session.arguments.all) and not session.arguments.watch:
        return failures.exit_code
    place = _place(session, data)
    if session.arguments.watch:
        return _watch(session, ids, place, data)
    if place is None:
        _print_text(session, ids)
    elif data is not None:
        _write_data(session, ids, place, data)
    else:
        return _write_notes(session, ids, place, failures)
    return failures.exit_code


def _data(session: Session) -> "Format | None":
    """Return the format that is written as one text; None for a dialect of merged notes."""
    from reader.library.export_data import data_format, template_format

    asked = session.arguments
    if asked.template is None:
        return data_format(_form(session))
    return None if _is_merged(asked) else template_format("", asked.template)


def _is_merged(asked: Namespace) -> bool:
    """Tell whether what a template writes goes into files of notes, to be merged with theirs.

    Else it is one text, of whatever articles.
    """
    if asked.output in (None, STANDARD_OUTPUT):
        return False
    place = Path(asked.output).expanduser()
    is_one = len(asked.articles) == 1 and place.suffix == ".md"
    return is_one or place.is_dir() or not place.suffix


def _text(session: Session, ids: list[str]) -> str:
    """Return the notes on the articles of *ids* as one text."""
    asked = session.arguments
    if asked.template is None:
        return session.library.export_text(ids, _form(session), facts=asked.facts)
    return session.library.exchange.render(ids, template_text(asked.template), asked.template)


def _form(session: Session) -> str:
    """Return the format asked for; marks as JSON Lines are a format of their own."""
    form = session.arguments.format or session.config.export_profile
    return "jsonl" if form == "json" and session.wants_lines else str(form)


def _chosen(session: Session, failures: Failures, data: "Format | None") -> list[str]:
    """Return the ids of the articles to export; those that do not exist are told.

    All are those that have notes, but for a format that is about the articles themselves.

    Raises:
        UsageError: if none is named, nor all are.
    """
    asked = session.arguments
    if bool(asked.articles) == asked.all:
        remedy = "name articles, or all of them with --all"
        raise UsageError("reader export", "either articles or all of them", remedy)
    if asked.contents and (data is not None or not asked.all):
        remedy = "ask for all of them with --all, in a dialect of Markdown"
        raise UsageError("--contents", "leads to all notes", remedy)
    if asked.all:
        is_about_articles = data is not None and data.has_articles
        return [
            row.id
            for row in session.library.rows()
            if row.marks or is_about_articles or _was_exported(session, row.id)
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


def _place(session: Session, data: "Format | None") -> Path | None:
    """Return where notes go; None for standard output.

    Raises:
        UsageError: if it cannot be told.
    """
    asked = session.arguments
    if asked.output == STANDARD_OUTPUT:
        return None
    if asked.output is not None:
        return Path(asked.output).expanduser()
    is_one_text = data is not None and not (data.is_per_article and len(asked.articles) != 1)
    if (len(asked.articles) == 1 and not asked.dry_run and not asked.watch) or is_one_text:
        return None
    if session.config.export_folder is None:
        remedy = "name a folder with -o, or set export.folder in the configuration"
        raise UsageError("reader export", "there is no place to write to", remedy)
    return session.config.export_folder


def _print_text(session: Session, ids: list[str]) -> None:
    """Print notes as text."""
    session.out.text(_text(session, ids).removesuffix("\n"))


def _write_data(session: Session, ids: list[str], place: Path, data: "Format") -> None:
    """Write notes as data into one file, or where each article needs its own, into a folder."""
    form = _form(session)
    if not data.is_per_article or (len(ids) == 1 and not place.is_dir()):
        if place.is_dir():
            raise UsageError(str(place), "a folder", f"name a file for {form}")
        _write_text(session, place, ids)
        session.out.say(f"{place}: {len(ids)} articles")
        return
    from reader.export.file_names import file_name

    for article_id in ids:
        name = file_name(session.library.article(article_id))
        _write_text(session, place / f"{name} ({article_id}).{data.ending}", [article_id])
    session.out.say(f"{place}: {len(ids)} articles")


def _write_text(session: Session, place: Path, ids: list[str]) -> None:
    """Write the notes on the articles of *ids* as one text, unless that is what stands there."""
    from reader.export import write_text
    from reader.export.atomic import read_text

    text = _text(session, ids)
    if session.arguments.dry_run or _holds(place, text):
        return
    if place.suffix in _EDITED and place.exists():  # its owner may have written in it
        write_text(place.with_name(f"{place.name}.bak"), read_text(place))
    write_text(place, text)


def _holds(place: Path, text: str) -> bool:
    """Tell whether the file at *place* holds *text* already."""
    try:
        return place.read_bytes() == text.encode()
    except OSError:
        return False


def _watch(session: Session, ids: list[str], place: Path | None, data: "Format | None") -> int:
    """Write notes into a folder, and again those that change there after, until interrupted.

    Raises:
        UsageError: if they do not go into a folder, as Markdown.
    """
    from time import sleep

    if data is not None or place is None or place.suffix == ".md" or session.arguments.dry_run:
        remedy = "name a folder with -o, and a dialect of Markdown or a template"
        raise UsageError("reader export --watch", "keeps folders of notes up to date", remedy)
    _write_notes(session, ids, place, Failures(session.out, 0))
    session.out.say(f"{place}: watched; ctrl+c ends it")
    while True:
        sleep(_WATCHED_EVERY_S)
        if session.library.poll():
            if session.arguments.all:
                ids = _chosen(session, Failures(session.out, 0), data)
            _write_notes(session, ids, place, Failures(session.out, 0))


def _write_notes(session: Session, ids: list[str], place: Path, failures: Failures) -> int:
    """Write notes into a file or the files of a folder, or tell what would change in them."""
    asked = session.arguments
    names_file = place.is_file() or (place.suffix == ".md" and not place.is_dir())
    if names_file and len(ids) > 1:
        raise UsageError(str(place), "one file for several articles", "name a folder")
    progress = Progress(session.out, "articles")
    report = session.library.export_to(
        place.parent if names_file else place,
        ids,
        profile=asked.format,
        facts=asked.facts,
        dry_run=asked.dry_run,
        progress=lambda done: progress(done, len(ids)),
        template=template_text(asked.template) if asked.template else None,
        subject=asked.template or "",
        alone=True,
        file=place.name if names_file else None,
    )
    if asked.contents:
        report = session.library.exchange.write_contents(
            place,
            report,
            by_tag=asked.contents == "tags",
            profile=asked.format,
            dry_run=asked.dry_run,
        )
    told = [_tell(session, file, failures) for file in report.files]
    if not session.print_rows([file.as_dict() for file in report.files]):
        for file in report.files:
            _print_file(session, file)
        if len(report.files) != 1 or not report.files[0].error:  # else it was told
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
