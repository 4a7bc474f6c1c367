"""The verbs that look at an article's past: versions, changes."""

from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from reader.cli.options import Verbs, add_json
from reader.cli.output import Style
from reader.cli.session import Session
from reader.library.labels import counted, extent

if TYPE_CHECKING:
    from reader.article.revision import Piece, Revision

_SHORT = 12
"""How many digits of a version's name are printed; enough to name it."""
_CONTEXT = 80
"""How many characters of what stayed the same are printed beside a change."""

_Run = tuple[str, str]
"""A kind of piece, and text of it: same, added, removed, or moved here or away."""

_SIGNS: dict[str, tuple[str, str, Style]] = {
    "removed": ("[-", "-]", "red"),
    "added": ("{+", "+}", "green"),
    "moved away": ("[moved away: ", "]", "yellow"),
    "moved here": ("[moved here: ", "]", "yellow"),
}


def declare(verbs: Verbs) -> None:
    """Declare the verbs of this module."""
    verbs.add("versions", versions, "list the versions of an article", _declare_versions)
    verbs.add("changes", changes, "tell what was changed between two versions", _declare_changes)


def _declare_versions(parser: ArgumentParser) -> None:
    """Declare the arguments of ``versions``."""
    parser.add_argument("article", metavar="ARTICLE", help="an article's id")
    add_json(parser, lines=True)


def _declare_changes(parser: ArgumentParser) -> None:
    """Declare the arguments of ``changes``."""
    parser.add_argument("article", metavar="ARTICLE", help="an article's id")
    parser.add_argument(
        "--from", dest="old", metavar="V", help="the older version (the one shown before)"
    )
    parser.add_argument("--to", dest="new", metavar="V", help="the newer one (the one on show)")
    add_json(parser)


def versions(session: Session) -> int:
    """Print the versions of an article, the oldest first."""
    article_id = session.library.resolve(session.arguments.article)
    known = session.library.versions.all(article_id)
    if session.print_rows([version.as_dict() for version in known]):
        return 0
    for version in known:
        about = "damaged; add the article again" if version.damaged else version.title
        session.out.line(
            ("• " if version.shown else "  ", "bold"),
            (f"{version.version[:_SHORT]}  {version.kept or 'nobody knows when'}  ", "dim"),
            about,
            ("" if version.damaged else f"  {version.words} words", "dim"),
        )
    return 0


def changes(session: Session) -> int:
    """Print what was changed from one version of an article to another."""
    asked, library = session.arguments, session.library
    article_id = library.resolve(asked.article)
    old, new = library.versions.pair(article_id, asked.old, asked.new)
    revision = library.versions.compare(article_id, old, new)
    if session.wants_json:
        session.out.json({"article": article_id, "from": old, "to": new, **revision.as_dict()})
    elif not revision.is_same:
        _print(session, revision, f"{old[:_SHORT]} → {new[:_SHORT]}")
    elif len(library.versions.names(article_id)) == 1:
        session.out.say(f"{article_id}: has one version only")
    else:
        session.out.say(f"{article_id}: nothing was changed from {old[:_SHORT]} to {new[:_SHORT]}")
    return 0


def _print(session: Session, revision: "Revision", which: str) -> None:
    """Print a revision for reading: the paragraphs that changed, and what changed in them."""
    session.out.line((f"{which}: {extent(revision)}", "dim"))
    unchanged = 0
    for paragraph in filter(None, _paragraphs(revision.pieces)):
        if all(kind == "same" for kind, _ in paragraph):
            unchanged += 1
            continue
        _print_gap(session, unchanged)
        unchanged = 0
        session.out.line()
        session.out.line(*map(_told, _shortened(paragraph)))
    _print_gap(session, unchanged)


def _print_gap(session: Session, unchanged: int) -> None:
    """Say how many paragraphs are passed over because they stayed the same."""
    if unchanged:
        session.out.line()
        session.out.line((f"… {counted(unchanged, 'paragraph')} unchanged", "dim"))


def _paragraphs(pieces: "Sequence[Piece]") -> Iterator[list[_Run]]:
    """Yield *pieces* paragraph by paragraph; some may be empty."""
    paragraph: list[_Run] = []
    for piece, after in zip_longest(pieces, pieces[1:]):
        first, *others = _runs(piece, before_moved=after is not None and after.moved)
        paragraph += first
        for run in others:
            yield paragraph
            paragraph = run
    yield paragraph


def _runs(piece: "Piece", *, before_moved: bool) -> Iterator[list[_Run]]:
    """Yield what *piece* adds to the paragraph it begins in, and to each that follows.

    A blank line that came or went with the moved paragraph behind it is nothing to tell.
    """
    kind = piece.kind
    if piece.moved:
        yield [("moved here" if kind == "added" else "moved away", piece.text.strip())]
        yield []
    elif kind != "same" and not piece.text.strip() and not before_moved:
        yield [(kind, "¶" if "\n" in piece.text else piece.text)]
    else:
        for text in piece.text.split("\n\n"):
            yield [(kind, text.strip("\n"))] if text.strip("\n") else []


def _shortened(paragraph: Sequence[_Run]) -> Iterator[_Run]:
    """Yield a paragraph with long stretches that stayed the same cut down to their ends."""
    last = len(paragraph) - 1
    for place, (kind, text) in enumerate(paragraph):
        sides = int(place > 0) + int(place < last)
        if kind != "same" or len(text) <= sides * _CONTEXT:
            yield kind, text
            continue
        before = text[:_CONTEXT].rpartition(" ")[0] + " " if place > 0 else ""
        behind = " " + text[-_CONTEXT:].partition(" ")[2] if place < last else ""
        yield kind, f"{before}…{behind}"


def _told(run: _Run) -> str | tuple[str, Style]:
    """Return a run as it is printed: without colour it reads the same."""
    kind, text = run
    if kind == "same":
        return text
    opening, closing, style = _SIGNS[kind]
    return f"{opening}{text}{closing}", style
