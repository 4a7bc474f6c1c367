"""A piece of HTML that is an article and nothing else to its blocks, with nothing to choose."""

from collections.abc import Callable

from reader.ingest.parsed import Parsed
from reader.ingest.web.about import About
from reader.ingest.web.blocks import blocks_of
from reader.ingest.web.guard import open_source
from reader.ingest.web.inline_markdown import with_markdown
from reader.ingest.web.selection import select
from reader.ingest.web.tree import parse, strip_unread


def read_fragment(
    markup: str,
    base: str | None,
    title: str,
    byline: tuple[str, ...],
    is_furniture: Callable[[str, float], bool],
) -> Parsed:
    """Return the text of a piece of a page that holds an article and nothing else.

    Args:
        markup: the piece, as a feed or a message has it.
        base: what relative addresses count from.
        title: the headline, which is not repeated in the text.
        byline: who wrote it, likewise.
        is_furniture: tells of a block's text, and of which part of it is links, whether it is
            left out all the same.

    Raises:
        IngestError: nothing in it reads as text.
    """
    source = open_source(markup.encode("utf-8", "replace"), base or "the entry")
    root = parse(source.text)
    strip_unread(root)
    blocks = blocks_of(root, base)
    kept = [not is_furniture(block.draft.text, block.linked) for block in blocks]
    drafts, dropped = select(blocks, kept, About(title=title, byline=byline, base=base))
    return Parsed(title=title, drafts=with_markdown(drafts), dropped=dropped)
