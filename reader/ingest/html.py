"""A web page to its article."""

from reader.errors import IngestError
from reader.ingest.parsed import Parsed
from reader.ingest.web.about import read_about
from reader.ingest.web.blocks import blocks_of
from reader.ingest.web.choice import choose
from reader.ingest.web.guard import open_source
from reader.ingest.web.inline_markdown import with_markdown
from reader.ingest.web.mending import mend
from reader.ingest.web.selection import select
from reader.ingest.web.tree import parse, strip_unread


def read_html(data: bytes, url: str | None) -> Parsed:
    """Return the article of the page in *data*.

    Args:
        data: the page as it came, in any encoding, compressed with gzip or not.
        url: the address or file it came from.

    Raises:
        IngestError: it is not a page, or nothing in it reads as an article.
        TooLargeError: it is beyond what is read.
    """
    name = url or "page"
    source = open_source(data, name)
    root = parse(source.text)
    about = read_about(root, source.text, url)
    strip_unread(root)
    blocks = blocks_of(root, about.base)
    chosen = mend(blocks, choose(root, blocks, about.bodies))
    drafts, dropped = select(blocks, chosen, about)
    if not drafts and not source.cut:
        raise IngestError(name, "nothing in it reads as an article")
    return Parsed(
        title=about.title or "",
        drafts=with_markdown(drafts),
        dropped=dropped,
        byline=about.byline,
        publisher=about.publisher,
        published=about.published,
        modified=about.modified,
        language=about.language,
        tags=about.tags,
        summary=about.summary,
        lead_image=about.lead_image,
        canonical_url=about.canonical_url,
        guessed=about.guessed,
        is_cut=source.cut,
    )
