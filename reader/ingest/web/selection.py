"""From what the voters chose to the article: the blocks between and around that belong to it."""

from collections.abc import Sequence

from reader.article.model import Dropped
from reader.article.text import BlockDraft
from reader.ingest.web.about import About
from reader.ingest.web.blocks import PageBlock


def select(
    blocks: Sequence[PageBlock], kept: Sequence[bool], about: About
) -> tuple[tuple[BlockDraft, ...], tuple[Dropped, ...]]:
    """Return the article's drafts, and what stood among them and was left out."""
    drafts = tuple(block.draft for block, keep in zip(blocks, kept, strict=True) if keep)
    return drafts, ()
