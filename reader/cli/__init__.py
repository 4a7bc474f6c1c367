"""The command line: a front door of the library for scripts and for people who type.

Importing it loads nothing heavy; each verb loads what it needs when it runs.
"""

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader import __version__
from reader.cli.output import Output, hold_standard_streams
from reader.errors import ReaderError
from reader.first_frame import first_frame

if TYPE_CHECKING:
    from reader.cli.session import Session

INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line asks for and return the exit code.

    Nothing that a user, a file, a network or a disk can cause leaves it as an exception.

    Args:
        argv: the arguments; those of the process when None.
    """
    hold_standard_streams()
    out = Output()
    try:
        return _main(list(sys.argv[1:] if argv is None else argv), out)
    except KeyboardInterrupt:
        return out.finish(INTERRUPTED)


def _main(words: list[str], out: Output) -> int:
    """Do what *words* ask for and return the exit code."""
    if words == ["--version"]:  # asked by scripts, often; needs no parser
        out.text(f"newsmargin {__version__}")
        return out.finish(0)
    try:
        from reader.cli.parser import parse

        arguments = parse(words)
    except ReaderError as error:
        out.error(str(error))
        return out.finish(error.exit_code)
    except SystemExit as done:  # help or the version was printed
        return out.finish(int(done.code or 0))
    from reader.cli.session import Session

    out = Output(getattr(arguments, "color", "auto"))
    return out.finish(_run(Session(arguments, out)))


def _run(session: "Session") -> int:
    """Run the verb; what goes wrong is told in one line."""
    code = 1
    try:
        code = _done(session)
    except KeyboardInterrupt:
        code = INTERRUPTED
    except ReaderError as error:
        session.out.error(str(error))
        code = error.exit_code
    except (OSError, MemoryError, RecursionError, UnicodeError) as error:
        session.out.error(_in_words(error))
    return _closed(session, code)


def _done(session: "Session") -> int:
    """Do what the verb does; what it has to say of trouble is not said behind a picture."""
    try:
        return int(session.arguments.run(session))
    finally:
        first_frame.take_down()


def _closed(session: "Session", code: int) -> int:
    """Close the session and return the exit code."""
    try:
        return session.close(code)
    except KeyboardInterrupt:
        return INTERRUPTED
    except (ReaderError, OSError) as error:
        session.out.error(_in_words(error))
        return code or 1


def _in_words(error: Exception) -> str:
    """Return an error that no part of the program foresaw where it arose."""
    match error:
        case OSError(errno=int() as number):
            subject = str(error.filename or "newsmargin")
            return f"{subject}: {os.strerror(number).lower()}; make it usable and try again"
        case MemoryError():
            return "newsmargin: out of memory; close other programs or take a smaller article"
        case RecursionError():
            return "newsmargin: nested too deeply to be read; take a simpler article"
    return f"newsmargin: {str(error) or 'the system refused'}; try again"
