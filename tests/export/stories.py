"""An article of our own words, with marks on it."""

from dataclasses import replace

from reader.annotations import Claim, Link, Mark, describe, place
from reader.article.identity import version_of
from reader.article.model import Article
from reader.article.outline import sections_of
from reader.article.text import BlockDraft, compose

LEAD = "The ferry to Saltby will stop next spring, the harbour council decided on Tuesday."
COSTS = "Repairs to the eastern pier alone would cost $6.3 million."
DOUBLE = "That is more than twice the sum that the council had set aside."
HOLT = "“Nobody wants to see it go,” said Maren Holt."
BUSES = "A bus will run every twenty minutes."
ADDRESS = "https://news.example/harbour/saltby-ferry"


def ferry(**fields: object) -> Article:
    """Return the article, with *fields* of it changed."""
    drafts = [
        BlockDraft("paragraph", LEAD),
        BlockDraft("heading", "What it costs", level=2),
        BlockDraft("paragraph", f"{COSTS} {DOUBLE}"),
        BlockDraft("heading", "The pier", level=3),
        BlockDraft("paragraph", HOLT),
        BlockDraft("heading", "What comes instead", level=2),
        BlockDraft("paragraph", BUSES),
    ]
    text, blocks = compose(drafts)
    article = Article(
        id="saltby-ferry-7c41e0",
        version=version_of(text),
        title="Saltby to lose its “old” ferry: what now?",
        text=text,
        blocks=blocks,
        sections=sections_of(blocks, text),
        url=ADDRESS,
        byline=("Ida Lund", "Tom Aske"),
        publisher="Example Courier",
        published="2025-11-04T08:00:00+01:00",
        tags=("transport", "coast towns"),
    )
    return replace(article, **fields)  # type: ignore[arg-type]  # the tests name real fields


def highlight(mark_id: str, passage: str, **fields: object) -> Mark:
    """Return a mark on *passage*, placed, with *fields* of it set."""
    article = ferry()
    start = article.text.find(passage)
    if start < 0:
        mark = Mark(mark_id, article.id, quote=passage, start=0, end=len(passage))
    else:
        found = describe(article, start, start + len(passage))
        mark = Mark(
            mark_id,
            article.id,
            quote=found.quote,
            prefix=found.prefix,
            suffix=found.suffix,
            start=found.start,
            end=found.end,
        )
    return place(article.text, replace(mark, **fields))  # type: ignore[arg-type]  # as above


def some_marks() -> list[Mark]:
    """Return marks of every kind, in no order."""
    return [
        highlight("01jez7r4v0q8b", BUSES, label="question", tags=("bus lines",)),
        highlight(
            "01jez7r4v0q8a",
            COSTS,
            kind="claim",
            claim=Claim("disputed", "The figure is from May.", "Maren Holt"),
            note="Ask for the engineer's report.",
            links=(
                Link("01jez7r4v0q8b", "contradicts", "the bus costs more"),
                Link("https://council.example/report.pdf", "source"),
            ),
        ),
        highlight("01jez7r4v0q8c", "This sentence was taken out again."),
        Mark("01jez7r4v0q8d", "saltby-ferry-7c41e0", kind="note", note="Follow this one."),
    ]
