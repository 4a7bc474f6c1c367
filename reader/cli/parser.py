"""The command line's grammar: which verb is meant, and the parser that knows it."""

import argparse
from collections.abc import Sequence
from importlib import import_module

from reader import __version__
from reader.cli.options import Verbs, add_common
from reader.cli.usage import VerbParser
from reader.errors import UsageError

PROGRAM = "reader"
GROUPS = {
    "collecting": ("add", "list", "remove", "edit"),
    "reading": ("show", "extract", "facts"),
    "versions": ("versions", "changes"),
    "marking": ("annotate", "notes", "undo", "redo"),
    "searching": ("search",),
    "exporting": ("export",),
    "formatting": ("template",),
    "importing": ("import",),
    "feeds": ("feeds",),
    "screen": ("open",),
    "upkeep": ("doctor", "restore", "locate", "config", "completions"),
}
"""The verbs of each module; only the module of the verb that is meant is loaded."""

VERBS = {verb: group for group, verbs in GROUPS.items() for verb in verbs}
"""The module of every verb there is, in the order in which they are listed."""

LATER = frozenset({"serve"})
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
    place = _first_word(argv)
    word = None if place is None else argv[place]
    if word in LATER:
        raise UsageError(str(word), "not in this version yet", f"see `{PROGRAM} --help`")
    if place is not None and word in VERBS:
        parser, argv = _verb_parser(argv[place]), [*argv[:place], *argv[place + 1 :]]
    elif word is None and any(asked in argv for asked in ("-h", "--help", "--version")):
        parser = build_parser(with_arguments=False)
    else:
        parser = _screen_parser()
    arguments, rest = parser.parse_known_args(argv)
    if rest:
        raise arguments.parser.unexpected(rest[0])
    return arguments


def build_parser(*, with_arguments: bool = True) -> argparse.ArgumentParser:
    """Return the parser of all verbs.

    Args:
        with_arguments: whether it knows their arguments too, or their names alone.
    """
    parser = VerbParser(PROGRAM, description=_PURPOSE, epilog=_EPILOG, allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"newsmargin {__version__}")
    add_common(parser)
    listed = parser.add_subparsers(
        title="verbs", metavar="VERB", parser_class=VerbParser, required=True
    )
    verbs = Verbs(
        lambda verb, purpose: listed.add_parser(
            verb, help=purpose, description=purpose, allow_abbrev=False
        ),
        with_arguments=with_arguments,
    )
    for group in GROUPS:
        import_module(f"reader.cli.{group}").declare(verbs)
    return parser


def _verb_parser(wanted: str) -> argparse.ArgumentParser:
    """Return the parser of what stands around the verb *wanted*."""
    parser = VerbParser(f"{PROGRAM} {wanted}", allow_abbrev=False)

    def new_parser(verb: str, purpose: str) -> argparse.ArgumentParser | None:
        if verb != wanted:
            return None
        parser.description = purpose
        return parser

    import_module(f"reader.cli.{VERBS[wanted]}").declare(Verbs(new_parser))
    return parser


def _screen_parser() -> argparse.ArgumentParser:
    """Return the parser of a command line without a verb."""
    from reader.cli import screen

    parser = VerbParser(PROGRAM, allow_abbrev=False, add_help=False)
    parser.add_argument("source", metavar="SOURCE", nargs="?", help="a file, an address or -")
    parser.set_defaults(run=screen.open_screen, parser=parser)
    add_common(parser)
    return parser


def _first_word(argv: Sequence[str]) -> int | None:
    """Return where the first of *argv* stands that is no option nor an option's value."""
    is_value = False
    for place, word in enumerate(argv):
        if word == "--":
            return None
        if not is_value and (word == "-" or not word.startswith("-")):
            return place
        is_value = not is_value and word in _WITH_VALUE
    return None
