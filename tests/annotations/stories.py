"""An article of our own words, in the versions that the tests need."""

from reader.annotations import Mark, Selector, describe
from reader.article.identity import version_of
from reader.article.model import Article
from reader.article.outline import sections_of
from reader.article.text import BlockDraft, compose

LEAD = (
    "The harbour council voted on Tuesday to close the old ferry terminal at Saltby by next spring."
)
COSTS = (
    "Repairs to the eastern pier alone would cost $6.3 million, more than twice the sum that the"
    " council had set aside."
)
QUOTE = "“Nobody wants to see it go,” said Maren Holt, who has sold tickets there for 31 years."
LORRIES = (
    "Lorry drivers will have to take the coast road, which floods on about forty days of the year."
)
BUSES = "A bus will run every twenty minutes between the station and the new landing stage."
WEATHER = "Rain is expected on the coast until Thursday, with gusts of up to 80 kilometres an hour."


def article(*paragraphs: str, heading: str = "What it costs") -> Article:
    """Return an article of *paragraphs*, a heading before the second."""
    drafts = [BlockDraft("paragraph", paragraph) for paragraph in paragraphs]
    drafts.insert(1, BlockDraft("heading", heading, level=2))
    text, blocks = compose(drafts)
    return Article(
        id="saltby-1",
        version=version_of(text),
        title="Saltby to lose its ferry",
        text=text,
        blocks=blocks,
        sections=sections_of(blocks, text),
    )


def story() -> Article:
    """Return the article as it first appeared."""
    return article(LEAD, COSTS, QUOTE, LORRIES, BUSES)


def selector_of(source: Article, passage: str) -> Selector:
    """Return the selector of *passage*, which stands once in *source*."""
    start = source.text.index(passage)
    return describe(source, start, start + len(passage))


def mark_of(source: Article, passage: str, mark_id: str = "01jez7r4v0q8a") -> Mark:
    """Return a highlight of *passage* as it is stored."""
    found = selector_of(source, passage)
    return Mark(
        id=mark_id,
        article=source.id,
        quote=found.quote,
        prefix=found.prefix,
        suffix=found.suffix,
        start=found.start,
        end=found.end,
        section=found.section,
    )
