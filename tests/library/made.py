"""Articles made for the tests of the library."""

from typing import Any

from reader.article.model import Article
from reader.article.text import BlockDraft
from reader.ingest.parsed import Parsed, assemble

PORT = (
    "Dockers at the port of Skarrow went back to work on Friday.",
    "The strike cost the harbour $12 million, its owners said.",
    "Ships had waited for nine days outside the breakwater.",
)
"""The paragraphs of an article to work with."""


def port(*paragraphs: str, title: str = "Port strike ends", **fields: Any) -> Article:
    """Return an article of *paragraphs*, the same one whatever they are."""
    drafts = tuple(BlockDraft("paragraph", text) for text in paragraphs or PORT)
    return assemble(Parsed(title, drafts, **fields), url="https://example.org/port-strike")


def other(number: int = 1, **fields: Any) -> Article:
    """Return one of many further articles."""
    drafts = (BlockDraft("paragraph", f"What happened, in so many words: {number}."),)
    url = f"https://example.org/other/{number}"
    return assemble(Parsed(f"Other news {number}", drafts, **fields), url=url)
