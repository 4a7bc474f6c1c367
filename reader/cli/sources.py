"""From what the user named to the article: a file, an address, standard input, or one held."""

import os
import re
import stat
import sys
from typing import TYPE_CHECKING

from reader.cli.session import Session
from reader.errors import IngestError, NotFoundError, TooLargeError, UsageError

if TYPE_CHECKING:
    from reader.article.model import Article

STANDARD_INPUT = "-"
MOST_BYTES = 64 << 20
"""The most that is read from standard input, in bytes."""

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


def is_address(name: str) -> bool:
    """Tell whether *name* is written as an address."""
    return _ADDRESS.match(name) is not None


def is_path(name: str) -> bool:
    """Tell whether *name* is meant as a path: it leads to something, or is written as one."""
    return os.path.lexists(name) or (os.sep in name and not is_address(name))


def find_article(session: Session, name: str) -> "Article":
    """Return the article that *name* means: what is on disk first, then what the library holds.

    Raises:
        ReaderError: if it is neither, or no article.
    """
    if name == STANDARD_INPUT or is_path(name):
        return read_source(session, name)
    try:
        return session.library.article(session.library.resolve(name))
    except NotFoundError:
        if is_address(name):
            return read_source(session, name)
        raise NotFoundError(
            name, "no such file, and no such article in the library", "see `reader list`"
        ) from None


def read_source(session: Session, source: str) -> "Article":
    """Return the article of a file, an address or standard input; nothing is stored.

    Raises:
        ReaderError: if it cannot be read or is no article.
    """
    url = getattr(session.arguments, "url", None)
    kind = getattr(session.arguments, "kind", None)
    if source == STANDARD_INPUT:
        return session.read(standard_input(), url=url, kind=kind)
    if os.path.isdir(source):  # noqa: PTH112  # cheap to load
        raise IngestError(source, "a folder, not an article", "name one of the files in it")
    return session.read(source, url=url, kind=kind)


def standard_input() -> bytes:
    """Return all of standard input.

    Raises:
        IngestError: if it was closed before we started.
        TooLargeError: if it is beyond ``MOST_BYTES``.
    """
    if sys.stdin is None:
        raise IngestError("standard input", "closed", "send the article there or name a file")
    data = sys.stdin.buffer.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise TooLargeError("standard input", f"more than {MOST_BYTES >> 20} MiB", "send less")
    return data


def input_is_article() -> bool:
    """Tell whether standard input is a pipe or a file, so that what comes there is the article."""
    if sys.stdin is None:
        return False
    mode = os.fstat(sys.stdin.fileno()).st_mode
    return stat.S_ISFIFO(mode) or stat.S_ISREG(mode)


def keys_come_from_input() -> bool:
    """Tell whether standard input is a terminal, so that the screen can take keys there."""
    return sys.stdin is not None and sys.stdin.isatty()


def take_keys_from_terminal() -> None:
    """Put the controlling terminal in the place of standard input, which was the article.

    Raises:
        UsageError: if there is no controlling terminal.
    """
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        raise UsageError(
            "standard input", "no terminal to take keys from", "start it in a terminal"
        ) from None
    os.dup2(terminal, 0)
    os.close(terminal)
