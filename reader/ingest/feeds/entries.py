"""Entries from what any format gives of them: one place where all of them are made."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from reader.article.sanitise import clean_line
from reader.ingest.feeds.addresses import absolute, canonical, guid_within, identity_of
from reader.ingest.feeds.model import Entry
from reader.ingest.feeds.plain import is_cut, words_of

MOST_ENTRIES = 1000
"""How many entries of a feed are read, the first that it gives."""

_MOST_CONTENT = 2 * 1024 * 1024
_MOST_NAMES = 20
_MOST_TAGS = 50
_LONGEST_NAME = 200
_LONGEST_TITLE = 500
_LONGEST_SUMMARY = 1000
_LONGEST_GUID = 1000


@dataclass(frozen=True, slots=True)
class Site:
    """Where an entry stands."""

    feed: str
    """The feed's address."""

    home: str | None
    """The page that it is the feed of."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a feed tells of one entry, as it stands there."""

    guid: str = ""
    title: str = ""
    link: str | None = None
    content: str = ""
    """HTML; empty when the feed gives none beside the summary."""

    summary: str = ""
    """HTML."""

    base: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    """ISO 8601 already."""

    updated: str | None = None
    tags: tuple[str, ...] = ()
    image: str | None = None


def entry_of(told: Told, site: Site) -> Entry | None:
    """Return the entry that a feed tells of; None when it says nothing at all."""
    # That of the whole feed, which parsers give when there is no other, is none of the entry's.
    base = absolute(told.base, site.feed) if told.base and told.base != site.feed else None
    whole = absolute(told.link, base or site.home or site.feed)
    url = canonical(whole) if whole else None
    content = _longer(told.content, told.summary)[:_MOST_CONTENT]
    title = words_of(told.title, _LONGEST_TITLE)
    if not (title or content or url):
        return None
    summary = words_of(told.summary, _LONGEST_SUMMARY) or None
    guid = clean_line(told.guid)[:_LONGEST_GUID] or url or f"{title} {summary} {told.published}"
    return Entry(
        guid=guid_within(guid, site.feed),
        title=title,
        url=url,
        identity=identity_of(url, site.home),
        content=content,
        base=base or whole or site.home or site.feed,
        summary=summary,
        authors=_lines(told.authors, _MOST_NAMES),
        published=told.published or told.updated,
        updated=told.updated,
        tags=_lines(told.tags, _MOST_TAGS),
        lead_image=absolute(told.image, base or whole or site.home or site.feed),
        truncated=_is_truncated(told, content, title, url),
    )


def once(entries: Iterable[Entry | None]) -> tuple[Entry, ...]:
    """Return *entries*, each once, as far as they are read: one is known by guid and address."""
    kept: dict[str, Entry] = {}
    guids: set[str] = set()
    for entry in entries:
        if entry is None or entry.key in kept or entry.guid in guids:
            continue
        kept[entry.key] = entry
        guids.add(entry.guid)
        if len(kept) == MOST_ENTRIES:
            break
    return tuple(kept.values())


def html_of(text: str) -> str:
    """Return bare *text* as HTML, a paragraph for each that a blank line ends."""
    parts = (escape(part.strip(), quote=False) for part in text.split("\n\n"))
    return "".join(f"<p>{part}</p>" for part in parts if part)


def _longer(content: str, summary: str) -> str:
    """Return the one that says more; what a feed calls content may be but an empty element."""
    if not content or not summary:
        return content or summary
    return content if len(content) * 2 >= len(summary) else summary


def _is_truncated(told: Told, content: str, title: str, url: str | None) -> bool:
    """Tell whether the page at *url* has more than the feed; a note without a title has not."""
    is_summary = content == told.summary[:_MOST_CONTENT] and content != told.content
    return url is not None and bool(title) and is_cut(content, is_summary=is_summary)


def _lines(texts: Iterable[str], most: int) -> tuple[str, ...]:
    """Return the first *most* of *texts* clean, each once, without empty ones."""
    lines = (words_of(text[: _LONGEST_NAME * 4], _LONGEST_NAME) for text in texts)
    return tuple(dict.fromkeys(line for line in lines if line))[:most]
