"""The ways into the screen: on the library, on one source, at an article's mark.

Without a terminal on standard output they print what ``list`` and ``show`` print.
"""

import contextlib
import gc
import os
from argparse import ArgumentParser
from importlib import import_module
from threading import Thread
from typing import TYPE_CHECKING

from reader.cli.collecting import print_rows, rows_where
from reader.cli.options import Verbs
from reader.cli.output import on_terminal
from reader.cli.session import Session
from reader.cli.sources import STANDARD_INPUT, find_article, is_address, is_path
from reader.cli.standard_input import (
    input_is_article,
    keys_come_from_input,
    take_keys_from_terminal,
)
from reader.errors import NotFoundError

if TYPE_CHECKING:
    from reader.article.model import Article

_LINK = "reader://open/"

_READ_HERE = (".md", ".markdown", ".txt")
"""What is read by this process, and sooner without anything beside it."""


def declare(verbs: Verbs) -> None:
    """Declare the verb of this module."""
    verbs.add("open", open_at, "open the screen at an article and one of its marks", _declare_open)


def _declare_open(parser: ArgumentParser) -> None:
    """Declare the arguments of ``open``."""
    parser.add_argument(
        "place", metavar="ID[#MARK]", help="an article's id, and a mark's; or a link of a note"
    )


def open_screen(session: Session) -> int:
    """Open the screen on the library or on the source named; in a pipe, print instead."""
    source = session.arguments.source
    try:
        return _open(session, source) if on_terminal() else _print(session, source)
    except NotFoundError as error:
        verb = _verb_like(error.subject)
        if not verb:
            raise
        raise NotFoundError(
            error.subject, error.problem, f"did you mean `reader {verb}`?"
        ) from None


def _verb_like(word: str) -> str:
    """Return the verb that *word* may have been meant as; empty when there is none."""
    import difflib  # only for a mistake

    from reader.cli.parser import VERBS

    return next(iter(difflib.get_close_matches(word, VERBS, n=1)), "")


def _open(session: Session, source: str | None) -> int:
    """Open the screen on the library or on the source named."""
    if source is None and input_is_article():
        source = STANDARD_INPUT
    if source is None:
        return _run(session)
    files = session.library.sources(source)
    if files != [source]:
        return _run(session, article_id=_added(session, source, files))
    if not source.lower().endswith(_READ_HERE):
        if is_path(source) or is_address(source):
            _tell_of(session, source)
        _load_meanwhile()
    return _open_article(session, find_article(session, source))


def _tell_of(session: Session, source: str) -> None:
    """Say on the screen that *source* is being read: from the web that may take long."""
    from reader.tui.first_text import show_reading

    show_reading(source, session.library, session.config, session.paths)


def _load_meanwhile() -> None:
    """Load the screen in a thread, while another process reads the article."""
    gc.disable()  # see ``_run``

    def load() -> None:
        with contextlib.suppress(ImportError):  # which the screen's own import raises again
            import_module("reader.tui.app")

    Thread(target=load, name="loading", daemon=True).start()


def _added(session: Session, folder: str, files: list[str]) -> str:
    """Put the articles of a folder into the library, in a section of its name.

    Returns the id of the first.

    Raises:
        NotFoundError: if there is none.
    """
    session.out.say(f"{folder}: reading {len(files)} files")
    section = os.path.basename(os.path.abspath(folder))  # noqa: PTH100, PTH119  # cheap to load
    ids = []
    for file in files:
        added = session.library.add(file, section=section)
        if added.error:
            session.out.error(added.error)
        if added.id:
            ids.append(added.id)
    if not ids:
        raise NotFoundError(folder, "no article is in it", "name a folder or a file that has one")
    return ids[0]


def open_at(session: Session) -> int:
    """Open the screen at an article of the library; in a pipe, print the article."""
    place = session.arguments.place.removeprefix(_LINK)  # as desktops hand over a link in a note
    name, _, mark_id = place.partition("#")
    if not on_terminal():
        return _print_article(session, name)
    return _run(session, article_id=session.library.resolve(name), mark_id=mark_id or None)


def _open_article(session: Session, article: "Article") -> int:
    """Open the screen on *article*, as a guest when the library does not hold it."""
    if session.library.holds(article.id):
        return _run(session, article_id=article.id)
    return _run(session, guest=article)


def _run(
    session: Session,
    article_id: str | None = None,
    mark_id: str | None = None,
    guest: "Article | None" = None,
) -> int:
    """Run the screen until the user leaves it."""
    gc.disable()  # the collector would walk all that is being made; the screen turns it on again
    from reader.tui.start import run

    library = session.library
    if not keys_come_from_input():
        take_keys_from_terminal()
    return run(
        library,
        config=session.config,
        paths=session.paths,
        article_id=article_id,
        mark_id=mark_id,
        guest=guest,
    )


def _print(session: Session, source: str | None) -> int:
    """Print what ``list`` or ``show`` print."""
    if source is not None:
        return _print_article(session, source)
    print_rows(session, rows_where(session))
    return 0


def _print_article(session: Session, name: str) -> int:
    """Print what ``show`` prints."""
    from reader.cli.formats import as_text

    session.out.text(as_text(find_article(session, name)))
    return 0
