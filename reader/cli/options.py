"""How verbs are declared, and the options that several of them take."""

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.cli.session import Session

Run = Callable[["Session"], int]
"""What a verb does; it returns the exit code."""

Declare = Callable[[argparse.ArgumentParser], None]
"""Adds a verb's own arguments to its parser."""

NewParser = Callable[[str, str], argparse.ArgumentParser | None]
"""Makes a parser from a verb's name and purpose."""


class Verbs:
    """The verbs of the command line, each with its arguments and what it runs."""

    def __init__(self, new_parser: NewParser, *, with_arguments: bool = True) -> None:
        """Start a list of verbs.

        Args:
            new_parser: returns the parser for a verb, or None for one that is not wanted.
            with_arguments: whether their arguments are declared too, which costs time.
        """
        self._new_parser = new_parser
        self._with_arguments = with_arguments

    def add(self, name: str, run: Run, purpose: str, declare: Declare = lambda _: None) -> None:
        """Add a verb.

        Args:
            name: as it is written.
            run: what it does.
            purpose: what it is for, in half a line.
            declare: adds the arguments of its own.
        """
        parser = self._new_parser(name, purpose)
        if parser is not None and self._with_arguments:
            parser.set_defaults(run=run, parser=parser)
            add_common(parser)
            declare(parser)


def add_common(parser: argparse.ArgumentParser) -> None:
    """Give *parser* the options that may stand before the verb and behind it.

    Neither place has a default of its own, for it would undo what was said at the other.
    """
    unset = argparse.SUPPRESS
    parser.add_argument(
        "--data-dir", metavar="DIR", default=unset, help="keep everything below this folder"
    )
    parser.add_argument(
        "--color", choices=("auto", "always", "never"), default=unset, help="when to use colour"
    )


def add_json(parser: argparse.ArgumentParser, *, lines: bool = False) -> None:
    """Give *parser* ``--json`` and, for verbs that print many things, ``--jsonl``."""
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--json", action="store_true", help="print one JSON document")
    if lines:
        group.add_argument("--jsonl", action="store_true", help="print one JSON object a line")


def add_reading(parser: argparse.ArgumentParser) -> None:
    """Give *parser* what tells how a source is read."""
    parser.add_argument(
        "--url", metavar="URL", help="the address that the source came from, by which it is known"
    )
    parser.add_argument(
        "--kind",
        choices=("html", "markdown", "text", "mail", "epub", "pdf"),
        help="what the source is; told by its content when not given",
    )


def moment(text: str) -> str:
    """Return *text*, which must be an ISO date, with a time or without.

    Raises:
        argparse.ArgumentTypeError: if it is not.
    """
    from datetime import datetime

    try:
        datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date such as 2025-12-11") from None
    return text


def day(text: str) -> str:
    """Return *text*, which must be an ISO date without a time.

    Raises:
        argparse.ArgumentTypeError: if it is not.
    """
    from datetime import date

    try:
        date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date such as 2025-12-11") from None
    return text
