"""The verb that searches: search."""

from argparse import ArgumentParser, ArgumentTypeError
from typing import TYPE_CHECKING

from reader.cli.options import Verbs, add_json
from reader.cli.output import Style
from reader.cli.session import Session
from reader.errors import NotFoundError

if TYPE_CHECKING:
    from reader.search import Hit

_USUAL_LIMIT = 50
_WORTH_TELLING = 500
"""From how many articles on a person is told that the index is being made."""


def declare(verbs: Verbs) -> None:
    """Declare the verb of this module."""
    verbs.add("search", search, "find words in articles and notes", _declare_search)


def _declare_search(parser: ArgumentParser) -> None:
    """Declare the arguments of ``search``."""
    parser.add_argument(
        "query",
        metavar="QUERY",
        nargs="+",
        help='words that must all be there; "a phrase", start*, -without, tag:T, label:L, '
        "status:ST, in:SECTION, by:NAME",
    )
    parser.add_argument(
        "--in",
        dest="where",
        choices=("articles", "notes", "all"),
        default="all",
        help="what is searched",
    )
    parser.add_argument(
        "--limit", metavar="N", type=_count, default=_USUAL_LIMIT, help="how many are printed"
    )
    add_json(parser, lines=True)


def _count(text: str) -> int:
    """Return *text* as a number of things.

    Raises:
        ArgumentTypeError: if it is none.
    """
    if not text.isdecimal() or not 0 < int(text) < 1_000_000:
        raise ArgumentTypeError(f"{text!r} is no number of 1 or more")
    return int(text)


def search(session: Session) -> int:
    """Print what the query finds, the best first.

    Raises:
        NotFoundError: if that is nothing.
    """
    asked = session.arguments
    query = " ".join(asked.query)
    hits = session.library.texts.search(
        query, where=asked.where, limit=asked.limit, progress=_Teller(session)
    )
    if not session.print_rows([hit.as_dict() for hit in hits]):
        for hit in hits:
            _print_hit(session, hit)
    if not hits:
        better = session.library.texts.did_you_mean(query)
        remedy = f"did you mean: {better}" if better else "try fewer words, or the start of one*"
        raise NotFoundError(query, "nothing found", remedy)
    return 0


class _Teller:
    """Says once that an index of many articles is being made, which takes its time."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._is_told = False

    def __call__(self, done: int, total: int) -> None:
        """Take note that *done* articles of *total* are indexed."""
        if total >= _WORTH_TELLING and not self._is_told:
            self._is_told = True
            self._session.out.say(f"indexing {total:,} articles first; it can be interrupted")


def _print_hit(session: Session, hit: "Hit") -> None:
    """Print a hit for reading: what to open and its headline, then the passage."""
    name = hit.article if hit.mark is None else f"{hit.article}#{hit.mark}"
    session.out.line((f"{name}  ", "dim"), hit.title)
    pieces: list[str | tuple[str, Style]] = ["  "]
    end = 0
    for start, after in hit.matches:
        pieces += (hit.snippet[end:start], (hit.snippet[start:after], "bold"))
        end = after
    session.out.line(*pieces, hit.snippet[end:])
