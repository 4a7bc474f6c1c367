"""Standard input: the article when it is a pipe, the keys of the screen when it is a terminal."""

import os
import stat
import sys

from reader.errors import IngestError, TooLargeError, UsageError

MOST_BYTES = 64 << 20
"""The most that is read, in bytes."""


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
