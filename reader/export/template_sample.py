"""An article with two marks, to try templates on."""

from reader.annotations import Anchor, Claim, Mark
from reader.article.identity import version_of
from reader.article.model import Article
from reader.article.text import BlockDraft, compose
from reader.export.material import Material

_LEAD = "The ferry to Saltby will stop next spring, the harbour council decided on Tuesday."
_COST = "Repairs to the eastern pier alone would cost $6.3 million."


def sample() -> Material:
    """Return the article with a highlight and a claim."""
    text, blocks = compose([BlockDraft("paragraph", _LEAD), BlockDraft("paragraph", _COST)])
    article = Article(
        "saltby-ferry",
        version_of(text),
        "Saltby to lose its ferry",
        text,
        blocks,
        url="https://news.example/saltby-ferry",
        byline=("Ida Lund",),
        publisher="Example Courier",
        published="2025-11-04",
        tags=("transport",),
    )
    lead = _mark(text, "01jez7r4v0q8a", _LEAD, note="Ask **when** in spring.", tags=("coast",))
    claim = Claim("disputed", "The figure is from May.", "Maren Holt")
    cost = _mark(text, "01jez7r4v0q8b", _COST, kind="claim", claim=claim, label="doubt")
    return Material(article.id, article, (lead, cost))


def _mark(text: str, mark_id: str, quote: str, **fields: object) -> Mark:
    """Return a mark on the *quote* with *fields* of its own."""
    start = text.index(quote)
    end = start + len(quote)
    about = {"start": start, "end": end, "anchor": Anchor("exact", start, end)}
    return Mark(mark_id, "saltby-ferry", quote, **(about | fields))  # type: ignore[arg-type]
