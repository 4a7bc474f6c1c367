"""What every format is read into, and the one place where that becomes an article."""

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urldefrag

from reader.article.identity import article_id, version_of
from reader.article.markdown import write_markdown
from reader.article.model import Article, Dropped
from reader.article.outline import sections_of
from reader.article.sanitise import clean_line
from reader.article.text import BlockDraft, compose

_TITLE_LENGTH = 100
_CUT = "cut; the source goes on beyond what is read of it"
_STANDS_IN = "no headline; the opening words stand in for it"
_SENTENCE = re.compile(r"(.{12,}?[.!?…][\"'”’»)\]]*)(?:\s|$)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A source read: its blocks and what it says of itself.

    The fields mean what those of ``Article`` mean. Drafts are clean (see ``BlockDraft``); the
    other texts are cleaned when the article is assembled.
    """

    title: str
    """The headline; empty when the source has none."""

    drafts: tuple[BlockDraft, ...]
    dropped: tuple[Dropped, ...] = ()
    """What was left out, in reading order; ``before_block`` is an index in ``drafts``."""

    byline: tuple[str, ...] = ()
    publisher: str | None = None
    dateline: str | None = None
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()
    summary: str | None = None
    lead_image: str | None = None
    canonical_url: str | None = None
    guessed: Mapping[str, str] = field(default_factory=dict)
    """Fields that no explicit line or element states, and how each was guessed."""

    is_cut: bool = False
    """Whether the source goes on beyond what was read of it, so that its text may be missing."""

    @property
    def has_text(self) -> bool:
        """Whether any block says something."""
        return any(draft.text for draft in self.drafts)


def assemble(
    parsed: Parsed, *, url: str | None = None, path: str | None = None, guid: str | None = None
) -> Article:
    """Return the article that *parsed* is.

    Args:
        parsed: what the format made of the source.
        url: the address or file it came from, as it was given; a web address stands for the
            canonical one when the source names none.
        path: the absolute path, when it came from a file.
        guid: what its feed knows it by, when it has no address of its own; *url* is then none.
    """
    parsed = _without_headline(_with_title(parsed, path))
    text, blocks = compose(parsed.drafts)
    canonical = _line(parsed.canonical_url) or (None if guid else _web_address(url))
    return Article(
        id=article_id(text=text, canonical_url=canonical, guid=guid, path=path),
        version=version_of(text),
        title=parsed.title,
        text=text,
        blocks=blocks,
        sections=sections_of(blocks, text),
        markdown=write_markdown(parsed.drafts),
        url=_line(url),
        canonical_url=canonical,
        byline=_lines(parsed.byline),
        publisher=_line(parsed.publisher),
        dateline=_line(parsed.dateline),
        published=_line(parsed.published),
        modified=_line(parsed.modified),
        language=_line(parsed.language),
        tags=_lines(parsed.tags),
        summary=_line(parsed.summary),
        lead_image=_line(parsed.lead_image),
        guessed={**parsed.guessed, **({"text": _CUT} if parsed.is_cut else {})},
        dropped=parsed.dropped,
    )


def _line(text: str | None) -> str | None:
    """Return *text* clean and on one line, None when nothing is left."""
    return clean_line(text) or None if text else None


def _lines(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Return *texts* clean, each once, without empty ones."""
    return tuple(dict.fromkeys(line for text in texts if (line := clean_line(text))))


def _web_address(url: str | None) -> str | None:
    """Return *url* without its fragment when it is one of the web, else None."""
    if url is None or not re.match(r"https?://[^/\s]", url, re.IGNORECASE):
        return None
    return _line(urldefrag(url).url)


def _with_title(parsed: Parsed, path: str | None) -> Parsed:
    """Return *parsed* with a clean title; the opening words stand in for one that is missing."""
    title = clean_line(parsed.title)
    if title:
        return replace(parsed, title=title)
    opening = next((draft.text for draft in parsed.drafts if draft.text), "")
    sentence = _SENTENCE.match(opening)
    words = clean_line(sentence[1] if sentence else opening)
    if len(words) > _TITLE_LENGTH:
        words = words[:_TITLE_LENGTH].rsplit(" ", 1)[0] + "…"
    guess = {"title": _STANDS_IN}
    if not words and path:
        words = re.split(r"[/\\]", path)[-1]
        guess = {"title": "no headline; the file's name stands in for it"}
    return replace(parsed, title=words, guessed={**parsed.guessed, **guess})


def _without_headline(parsed: Parsed) -> Parsed:
    """Return *parsed* without the blocks that only repeat its title.

    Opening words that stand in for a title stay: they are the text's own.
    """
    title = parsed.title.casefold()
    repeats = [
        index
        for index, draft in enumerate(parsed.drafts)
        if (draft.kind == "heading" or (index == 0 and draft.kind == "paragraph"))
        and clean_line(draft.text).casefold() == title
    ]
    stands_in = parsed.guessed.get("title") == _STANDS_IN
    if stands_in or not repeats or len(repeats) == len(parsed.drafts):
        return parsed
    marked = frozenset(repeats)
    gone = [Dropped(parsed.drafts[index].text, "title", index) for index in repeats]
    dropped = sorted([*parsed.dropped, *gone], key=lambda piece: piece.before_block)
    return replace(
        parsed,
        drafts=tuple(d for index, d in enumerate(parsed.drafts) if index not in marked),
        dropped=tuple(
            replace(
                piece, before_block=piece.before_block - bisect_left(repeats, piece.before_block)
            )
            for piece in dropped
        ),
    )
