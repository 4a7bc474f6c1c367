"""The verbs that read one article: show, extract, facts."""

from argparse import ArgumentParser
from typing import TYPE_CHECKING

from reader.cli.options import Verbs, add_json, add_reading, day
from reader.cli.session import Session
from reader.cli.sources import (
    STANDARD_INPUT,
    find_article,
    is_path,
    read_source,
    source_text,
)
from reader.errors import IngestError

if TYPE_CHECKING:
    from reader.annotations import Mark
    from reader.article.model import Article
    from reader.facts import Fact

_ARTICLE = "an article's id, a file, an address or -"


def declare(verbs: Verbs) -> None:
    """Declare the verbs of this module."""
    verbs.add("show", show, "print an article, cleaned", _declare_show)
    verbs.add("extract", extract, "print the article object of a source", _declare_extract)
    verbs.add("facts", facts, "print the facts of an article", _declare_facts)


def _declare_show(parser: ArgumentParser) -> None:
    """Declare the arguments of ``show``."""
    parser.add_argument("article", metavar="ARTICLE", help=_ARTICLE)
    parser.add_argument(
        "--format", choices=("text", "markdown", "html", "json"), default="text", help="how"
    )
    parser.add_argument(
        "--json", dest="format", action="store_const", const="json", help="as --format json"
    )
    parser.add_argument("--raw", action="store_true", help="put back what cleaning left out")
    parser.add_argument("--plain", action="store_true", help="in lines that a screen reader speaks")
    add_reading(parser)


def _declare_extract(parser: ArgumentParser) -> None:
    """Declare the arguments of ``extract``."""
    parser.add_argument("source", metavar="SOURCE", help="a file, an address or -; nothing is kept")
    parser.add_argument(
        "--json", action="store_true", help="print one JSON document (it always does)"
    )
    add_reading(parser)


def _declare_facts(parser: ArgumentParser) -> None:
    """Declare the arguments of ``facts``."""
    parser.add_argument("article", metavar="ARTICLE", help=_ARTICLE)
    parser.add_argument(
        "--published", metavar="DATE", type=day, help="the day that 'yesterday' is reckoned from"
    )
    parser.add_argument(
        "--engine", metavar="NAME", action="append", help="ask spacy, gliner, local … as well"
    )
    parser.add_argument("--dismissed", action="store_true", help="those you dismissed as well")
    add_json(parser, lines=True)
    add_reading(parser)


def show(session: Session) -> int:
    """Print one article in the format asked for."""
    try:
        article = find_article(session, session.arguments.article)
    except IngestError:
        text = source_text(session, session.arguments.article) if session.arguments.raw else None
        if text is None:
            raise
        session.out.text(text)
        return 0
    if session.arguments.format == "json":
        session.out.json(article.as_dict())
    else:
        session.out.text(_written(session, article))
    return 0


def _written(session: Session, article: "Article") -> str:
    """Return *article* as text in the format asked for."""
    from reader.cli import formats

    asked = session.arguments
    if asked.raw:
        return formats.as_uncleaned(article)
    if asked.plain:
        from reader.cli.spoken import as_spoken

        return as_spoken(article, _marks_on(session, article))
    writers = {"markdown": formats.as_markdown, "html": formats.as_page}
    return writers.get(asked.format, formats.as_text)(article)


def _marks_on(session: Session, article: "Article") -> "list[Mark]":
    """Return the marks on *article*; none when it was read from its source and is another text."""
    name = session.arguments.article
    if name == STANDARD_INPUT or is_path(name) or not session.library.holds(article.id):
        return []
    return session.library.marks(article.id)


def extract(session: Session) -> int:
    """Print what a source is read into."""
    session.out.json(read_source(session, session.arguments.source).as_dict())
    return 0


def facts(session: Session) -> int:
    """Print the facts of an article in the order of the text."""
    from dataclasses import replace

    article = find_article(session, session.arguments.article)
    if session.arguments.published:
        article = replace(article, published=session.arguments.published)
    found, told = session.facts(
        article, engines=session.arguments.engine, dismissed=session.arguments.dismissed
    )
    for line in told:
        session.out.warn(line)
    if not session.print_rows([fact.as_dict() for fact in found]):
        for fact in found:
            gone = " (dismissed)" if fact.details.get("dismissed") else ""
            session.out.line((f"{fact.kind:<9} ", "dim"), fact.text, (_value(fact) + gone, "dim"))
    return int(bool(told))


def _value(fact: "Fact") -> str:
    """Return what a fact comes to, in words; empty when that is what it says."""
    if fact.value in (None, fact.text):
        return ""
    if isinstance(fact.value, dict):
        return "  = " + " ".join(str(part) for part in fact.value.values() if part is not None)
    return f"  = {fact.value}"
