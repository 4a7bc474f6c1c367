"""What each library takes for the article's text.

Only text comes back: the choice is theirs, the structure is not. Each gets a tree of its own,
cleaned before, and whatever one of them fails with is its abstention.
"""

import logging
from collections.abc import Callable

from lxml import etree, html

from reader.ingest.web.blocks import blocks_of, texts_of
from reader.ingest.web.tree import copy_of

_QUIET = ("trafilatura", "readability", "htmldate", "justext")


def by_trafilatura(root: etree._Element) -> list[str]:
    """Return the lines that trafilatura takes for the article."""
    import trafilatura

    found = trafilatura.bare_extraction(root, include_comments=False, include_tables=True)
    text = getattr(found, "text", None) or ""
    return [line for line in text.split("\n") if line.strip()]


def by_readability(root: etree._Element) -> list[str]:
    """Return the blocks that readability takes for the article."""
    from readability import Document

    summary = Document(copy_of(root)).summary(html_partial=True)
    parser = html.HTMLParser(huge_tree=True)
    return list(texts_of(blocks_of(html.fromstring(summary, parser=parser))))


def by_resiliparse(root: etree._Element) -> list[str]:
    """Return the lines that resiliparse takes for the article.

    It parses by itself and is stuck on pages that nest without end, so it gets the tree as text.
    """
    from resiliparse.extract.html2text import extract_plain_text

    page = etree.tostring(root, encoding="unicode", method="html")

    text = extract_plain_text(page, main_content=True, alt_texts=False, links=False)
    return [line for line in text.split("\n") if line.strip()]


Voter = Callable[[etree._Element], list[str]]

VOTERS: dict[str, Voter] = {
    "trafilatura": by_trafilatura,
    "resiliparse": by_resiliparse,
    "readability": by_readability,
}
"""Who is asked, by the name that the evidence has for what they say; in this order."""

QUICK_VOTERS = {"resiliparse": by_resiliparse}
"""Those who are linear in the page, asked alone where the others would take many seconds."""


def ask(voter: Voter, root: etree._Element) -> list[str]:
    """Return what *voter* takes for the article; nothing when it fails.

    The libraries raise whatever lxml and their own rules come upon, so any of it is caught: a
    page that breaks one of them is still read by the others.
    """
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    try:
        return voter(root)
    except Exception:  # noqa: BLE001
        return []
