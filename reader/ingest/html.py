"""A web page to its article."""

from dataclasses import replace

from reader.errors import IngestError
from reader.ingest.parsed import Parsed
from reader.ingest.web.about import read_about
from reader.ingest.web.blocks import PageBlock, blocks_of, texts_of
from reader.ingest.web.choice import choose
from reader.ingest.web.guard import open_source
from reader.ingest.web.inline_markdown import with_markdown
from reader.ingest.web.mending import mend
from reader.ingest.web.saved import Saved, of_archive, saved_from, unwrap
from reader.ingest.web.selection import select
from reader.ingest.web.tree import parse, strip_unread
from reader.ingest.web.wall import refuse_wall, teaser

_BARE = 200
_RAW = "see its source with --raw"
_SAVED = "open it in a browser, save it there, and give the saved page"


def read_html(
    data: bytes, url: str | None, saved: Saved | None = None, subject: str | None = None
) -> Parsed:
    """Return the article of the page in *data*.

    Args:
        data: the page as it came, in any encoding, compressed with gzip or not.
        url: the address or file it came from.
        saved: where it was and when it was saved, as the file that held it says.
        subject: what the user calls it, for errors; the address when None.

    Raises:
        IngestError: it is not a page, or nothing in it reads as an article.
        TooLargeError: it is beyond what is read.
    """
    name = subject or url or "page"
    source = open_source(data, name)
    root = parse(source.text)
    wrappers = (saved, unwrap(root), saved_from(source.text), of_archive(url))
    origin = next((one for one in wrappers if one and (one.url or one.date)), Saved())
    about = read_about(root, source.text, origin.url or url)
    is_scripted = next(root.iter("script"), None) is not None
    strip_unread(root)
    blocks = blocks_of(root, about.base)
    chosen = mend(blocks, choose(root, blocks, about.bodies))
    drafts, dropped = select(blocks, chosen, about)
    if not drafts and not source.cut:
        raise _no_article(name, scripted=is_scripted and _is_bare(blocks))
    refuse_wall(drafts, name)
    parsed = Parsed(
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
        canonical_url=about.canonical_url or origin.url,
        guessed=about.guessed | teaser(drafts, dropped, stated=about.walled),
        is_cut=source.cut,
    )
    return _dated(parsed, origin)


def _is_bare(blocks: list[PageBlock]) -> bool:
    """Tell whether a page says no more than that it wants something."""
    return sum(map(len, texts_of(blocks))) < _BARE


def _no_article(name: str, *, scripted: bool) -> IngestError:
    """Return the error of a page without an article, which may be one that scripts fill."""
    if scripted:
        return IngestError(name, "holds no text until its scripts have run", _SAVED)
    return IngestError(name, "nothing in it reads as an article", _RAW)


def _dated(parsed: Parsed, origin: Saved) -> Parsed:
    """Return *parsed*; of a saved page without a date, the day it was saved is the latest one."""
    if parsed.published or not origin.date:
        return parsed
    guess = {"published": "no date; the day the page was saved, so that day or before"}
    return replace(parsed, published=origin.date[:10], guessed={**parsed.guessed, **guess})
