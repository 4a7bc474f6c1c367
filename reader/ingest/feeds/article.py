"""An entry to its article, from what its feed gives."""

import re
from collections.abc import Sequence
from dataclasses import replace

from reader.article.model import Article
from reader.article.sanitise import clean_line
from reader.article.text import BlockDraft
from reader.errors import IngestError
from reader.ingest.feeds.model import Entry, Feed
from reader.ingest.feeds.plain import leads_on
from reader.ingest.fragment import read_fragment
from reader.ingest.parsed import Parsed, assemble

_BEGINNING = "cut; its feed gives only the beginning"
_COMMENTS = re.compile(r"(?:\d+ )?comments?", re.IGNORECASE)


def article_of(entry: Entry, feed: Feed) -> Article:
    """Return the article that *entry* of *feed* is, as far as the feed gives it.

    One without any text has none: then ``guessed`` says so, and its page is to be fetched.
    """
    drafts: Sequence[BlockDraft] = ()
    parsed = Parsed(entry.title, ())
    if entry.content.strip():
        try:
            parsed = read_fragment(entry.content, entry.base, entry.title, entry.authors, _leads)
            drafts = parsed.drafts
        except IngestError:
            drafts = ()  # nothing but a picture's place or blanks
    if not any(draft.text for draft in drafts) and entry.summary:
        drafts = (BlockDraft("paragraph", entry.summary),)
    article = assemble(
        replace(
            parsed,
            drafts=tuple(drafts),
            byline=entry.authors,
            publisher=feed.title or None,
            published=entry.published,
            modified=entry.updated if entry.updated != entry.published else None,
            language=feed.language,
            tags=entry.tags,
            summary=_summary(entry),
            lead_image=entry.lead_image,
            canonical_url=entry.identity,
        ),
        url=entry.url or feed.url,
        guid=None if entry.identity else entry.guid,
    )
    if not entry.truncated:
        return article
    return replace(article, guessed={**article.guessed, "text": _BEGINNING})


def _summary(entry: Entry) -> str | None:
    """Return the summary of *entry*, unless it is all the text there is."""
    return entry.summary if entry.summary and len(entry.summary) * 2 < len(entry.content) else None


def _leads(text: str, linked: float) -> bool:
    """Tell whether a paragraph only leads elsewhere: to the page, to its comments."""
    line = clean_line(text)
    return leads_on(line) or (linked > 0.5 and _COMMENTS.fullmatch(line) is not None)
