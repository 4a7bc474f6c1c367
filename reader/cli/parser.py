"""The command line's grammar: which verb is meant, and the parser that knows it."""

import argparse
from collections.abc import Sequence

from reader import __version__
from reader.cli import collecting, exporting, marking, reading, screen, upkeep
from reader.cli.options import Verbs, add_common
from reader.cli.usage import VerbParser
from reader.errors import UsageError

PROGRAM = "reader"
VERBS = (
    *("add", "list", "show", "extract", "facts"),
    *("annotate", "notes", "export", "remove", "edit", "undo", "redo", "open"),
    *("doctor", "locate", "config", "completions"),
)
"""Every verb there is, in the order in which they are listed."""

LATER = frozenset({"search", "import", "feeds", "restore", "serve"})
"""Verbs that are promised and not there yet."""

_PURPOSE = "Read news in the terminal, mark what matters, and keep the notes as Markdown."
_EPILOG = (
    "Without a verb: `reader` opens the screen on the library, `reader SOURCE` on one file, "
    "address or - for standard input. A verb wins over a file of its name: write ./list for that."
)
_WITH_VALUE = ("--data-dir", "--color")


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Return what *argv* asks for; ``run`` in it is what does it.

    Raises:
        UsageError: if it cannot be understood.
        SystemExit: when help or the version was asked for, and printed.
    """
    word = _first_word(argv)
    if word in LATER:
        raise UsageError(str(word), "not in this version yet", f"see `{PROGRAM} --help`")
    asks_for_help = any(asked in argv for asked in ("-h", "--help", "--version"))
    if word in VERBS or (word is None and asks_for_help):
        parser = build_parser(word or "")
    else:
        parser = _screen_parser()
    arguments, rest = parser.parse_known_args(argv)
    if rest:
        raise arguments.parser.unexpected(rest[0])
    return arguments


def build_parser(wanted: str | None = None) -> argparse.ArgumentParser:
    """Return the parser of all verbs.

    Args:
        wanted: the one verb whose arguments are declared, which costs time; None for all.
    """
    parser = VerbParser(PROGRAM, description=_PURPOSE, epilog=_EPILOG, allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"newsmargin {__version__}")
    add_common(parser)
    verbs = Verbs(parser, wanted)
    for group in (collecting, reading, marking, exporting, screen, upkeep):
        group.declare(verbs)
    return parser


def _screen_parser() -> argparse.ArgumentParser:
    """Return the parser of a command line without a verb."""
    parser = VerbParser(PROGRAM, allow_abbrev=False, add_help=False)
    parser.add_argument("source", metavar="SOURCE", nargs="?", help="a file, an address or -")
    parser.set_defaults(run=screen.open_screen, parser=parser)
    add_common(parser)
    return parser


def _first_word(argv: Sequence[str]) -> str | None:
    """Return the first of *argv* that is no option nor an option's value."""
    words = iter(argv)
    for word in words:
        if word == "--":
            return None
        if word in _WITH_VALUE:
            next(words, None)
        elif word == "-" or not word.startswith("-"):
            return word
    return None
