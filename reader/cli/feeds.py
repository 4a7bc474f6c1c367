"""The verb that tends subscriptions: ``feeds add``, ``list``, ``refresh``, ``remove`` and OPML."""

from argparse import ArgumentParser
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.options import Run, Verbs, add_common, add_json
from reader.cli.session import Failures, Session
from reader.cli.sources import STANDARD_INPUT
from reader.cli.usage import VerbParser
from reader.errors import ReaderError, UsageError

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from reader.library.feed_outcome import FeedRow, Refreshed, Subscribed

    _Actions = _SubParsersAction[VerbParser]

_STANDARD_OUTPUT = "-"


def declare(verbs: Verbs) -> None:
    """Declare the verbs of this module."""
    verbs.add("feeds", list_feeds, "subscribe to feeds and ask them for what is new", _declare)


def _declare(parser: ArgumentParser) -> None:
    """Declare the actions of ``feeds``; without one it lists."""
    actions = parser.add_subparsers(title="actions", metavar="ACTION", parser_class=VerbParser)
    action = _action(actions, "add", add, "subscribe to a feed, or to the one that a page names")
    action.add_argument("urls", metavar="URL", nargs="+", help="the address of a feed or a page")
    action.add_argument("--folder", metavar="F", help="the folder it goes into, as in World/Asia")
    action.add_argument("--title", metavar="T", help="what to call it instead of its own name")
    _action(actions, "list", list_feeds, "list the subscriptions")
    action = _action(actions, "refresh", refresh, "ask feeds for what is new")
    action.add_argument("feeds", metavar="FEED", nargs="*", help="an address or a title")
    action.add_argument("--due", action="store_true", help="only those that are due again")
    action = _action(actions, "remove", remove, "end subscriptions; their articles stay")
    action.add_argument("feeds", metavar="FEED", nargs="+", help="an address or a title")
    action = _action(actions, "import", import_opml, "subscribe to the feeds of an OPML file")
    action.add_argument("file", metavar="OPML", help="the file, or - for standard input")
    action = _action(actions, "export", export_opml, "write the subscriptions as OPML")
    action.add_argument(
        "file",
        metavar="OPML",
        nargs="?",
        default=_STANDARD_OUTPUT,
        help="the file, or - for standard output",
    )


def _action(actions: "_Actions", name: str, run: Run, purpose: str) -> ArgumentParser:
    """Return the parser of one action."""
    parser = actions.add_parser(name, help=purpose, description=purpose, allow_abbrev=False)
    parser.set_defaults(run=run, parser=parser)
    add_common(parser)
    add_json(parser, lines=True)
    return parser


def add(session: Session) -> int:
    """Subscribe to feeds; their entries are articles when it is done."""
    asked = session.arguments
    if asked.title is not None and len(asked.urls) > 1:
        raise UsageError("--title", "one title for several feeds", "add them one by one")
    folder = [part for part in (asked.folder or "").split("/") if part.strip()]
    failures = Failures(session.out, len(asked.urls))
    rows = []
    for url in asked.urls:
        row = session.library.feeds.add(url, folder=folder, title=asked.title or "")
        if row.error is not None:
            failures.add_told(row.error, row.exit_code)
        for other in row.others:
            session.out.say(f"{url}: it names another feed: {other}")
        rows.append(row)
    _print_subscribed(session, rows)
    return failures.exit_code


def _print_subscribed(session: Session, rows: "list[Subscribed]") -> None:
    """Print what came of subscribing."""
    if session.print_rows([row.as_dict() for row in rows]):
        return
    for row in rows:
        if row.status != "failed":
            count = f"  {row.new} new" if row.new else ""
            session.out.line((f"{row.status:<6} ", "dim"), row.title or row.url, (count, "dim"))


def list_feeds(session: Session) -> int:
    """List the subscriptions."""
    rows = session.library.feeds.rows()
    if session.print_rows([row.as_dict() for row in rows]):
        return 0
    for row in rows:
        _print_feed(session, row)
    return 0


def _print_feed(session: Session, row: "FeedRow") -> None:
    """Print a line for one subscription: its folder, name and address, and what is wrong."""
    folder = f"{'/'.join(row.folder)}/" if row.folder else ""
    trouble = "  gone" if row.gone else f"  failed {row.failures}×" if row.failures else ""
    session.out.line(
        (folder, "dim"), row.title or row.url, (f"  {row.url}", "dim"), (trouble, "yellow")
    )


def refresh(session: Session) -> int:
    """Ask feeds for what is new, and tell of each what came of it as soon as it is there."""
    asked = session.arguments
    feeds = session.library.feeds
    number = len(asked.feeds) or len(feeds.rows())
    failures = Failures(session.out, number)
    rows = []
    for row in feeds.refresh(asked.feeds, only_due=asked.due):
        if row.error is not None:
            failures.add_told(row.error, row.exit_code)
        if row.moved_from is not None:
            session.out.say(f"{row.moved_from}: has moved for good; now {row.url}")
        if not (session.wants_json or session.wants_lines):
            _print_refreshed(session, row)
        rows.append(row)
    rows.sort(key=lambda row: row.url)
    if not session.print_rows([row.as_dict() for row in rows]):
        new, changed = (sum(getattr(row, name) for row in rows) for name in ("new", "changed"))
        session.out.say(f"{len(rows)} feeds: {new} new, {changed} changed articles")
    return failures.exit_code


def _print_refreshed(session: Session, row: "Refreshed") -> None:
    """Print a line for a feed that gave something."""
    counts = [f"{row.new} new"] if row.new else []
    counts += [f"{row.changed} changed"] if row.changed else []
    if counts:
        session.out.line(row.title or row.url, (f"  {', '.join(counts)}", "dim"))


def remove(session: Session) -> int:
    """End subscriptions; names that there are not are told."""
    failures = Failures(session.out, len(session.arguments.feeds))
    rows = []
    for name in session.arguments.feeds:
        try:
            rows += session.library.feeds.remove([name])
        except ReaderError as error:
            failures.add(error)
    if not session.print_rows([row.as_dict() for row in rows]) and rows:
        ended = ", ".join(row.title or row.url for row in rows)
        session.out.say(f"{ended}: not asked any more; `reader undo` brings back")
    return failures.exit_code


def import_opml(session: Session) -> int:
    """Subscribe to the feeds of an OPML file, without asking for any yet."""
    name = session.arguments.file
    data = session.piped if name == STANDARD_INPUT else _read(name)
    subject = "standard input" if name == STANDARD_INPUT else name
    rows = session.library.feeds.import_opml(data, subject)
    failures = Failures(session.out, len(rows))
    for row in rows:
        if row.error is not None:
            failures.add_told(row.error, row.exit_code)
    _print_subscribed(session, rows)
    added = sum(row.status == "added" for row in rows)
    if added and not (session.wants_json or session.wants_lines):
        session.out.say(f"{added} feeds added; `reader feeds refresh` asks for what is new")
    return failures.exit_code


def _read(name: str) -> bytes:
    """Return the bytes of the file *name*.

    Raises:
        ReaderError: if it cannot be read.
    """
    from reader.ingest.source import document_of, is_address

    if is_address(name):
        raise UsageError(name, "an address", "save the list, and import the file")
    return document_of(name).data


def export_opml(session: Session) -> int:
    """Write the subscriptions as OPML."""
    data = session.library.feeds.export_opml()
    name = session.arguments.file
    if name == _STANDARD_OUTPUT:
        session.out.text(data.decode("utf-8").removesuffix("\n"))
        return 0
    from reader.export import write_text

    write_text(Path(name).expanduser(), data.decode("utf-8"))
    session.out.say(f"{name}: {len(session.library.feeds.rows())} feeds")
    return 0
