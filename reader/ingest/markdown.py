"""Markdown articles: CommonMark with tables, and front matter above it."""

import re
from itertools import accumulate
from typing import TYPE_CHECKING

from reader.article.model import Dropped
from reader.article.sanitise import clean_line, clean_text
from reader.article.text import BlockDraft
from reader.ingest.front_matter import FrontMatter, read_front_matter
from reader.ingest.markdown_blocks import read_blocks
from reader.ingest.markdown_footnotes import enable_footnotes, footnotes_last
from reader.ingest.markdown_vault import enable_vault
from reader.ingest.parsed import Parsed

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_DEEPEST = 60
"""How deep blocks may nest. The parser drops what lies deeper, so such a text is read as plain."""
_MOST_CELLS = 200_000
_MOST_UNCLOSED = 2_000


def read_markdown(source: str, url: str | None = None) -> Parsed:
    """Return what the Markdown *source* says; *url* is what its relative links start from."""
    source = clean_text(source)
    matter = read_front_matter(source)
    base = matter.address("address") or url
    drafts = _drafts(source[matter.end :], base)
    title = matter.first("title")
    if title is not None and matter.of_notes:
        title = f"{title} (notes)"
    if title is None:
        at = next((i for i, d in enumerate(drafts) if d.kind == "heading" and d.level == 1), None)
        title = drafts.pop(at).text if at is not None else ""
    return _with_metadata(title, tuple(drafts), source[: matter.end], matter)


def _with_metadata(
    title: str, drafts: tuple[BlockDraft, ...], front: str, matter: FrontMatter
) -> Parsed:
    """Return the parsed article with what its front matter says of it."""
    guessed: dict[str, str] = {}
    published = matter.date("published")
    if published is None and (published := matter.date("created")):
        guessed["published"] = "the day the note was made; its front matter has no other"
    publishers = (v for v in matter.fields.get("publisher", ()) if not v.startswith("http"))
    dropped = (Dropped(front.strip(), "metadata", 0),) if front else ()
    return Parsed(
        title,
        drafts,
        dropped,
        byline=matter.fields.get("byline", ()),
        publisher=next(publishers, None),
        dateline=matter.first("dateline"),
        published=published,
        modified=matter.date("modified"),
        language=matter.first("language"),
        tags=matter.fields.get("tags", ()),
        summary=matter.first("summary"),
        lead_image=matter.address("image"),
        canonical_url=matter.address("address"),
        guessed=guessed,
    )


def _drafts(source: str, base: str | None) -> list[BlockDraft]:
    """Return the blocks of *source*."""
    if _is_monstrous(source):
        return _plain(source)
    tokens = footnotes_last(_parser().parse(source))
    drafts = read_blocks(tokens, base)
    too_deep = any(token.level >= _DEEPEST - 1 for token in tokens)
    empty = not any(draft.text for draft in drafts)
    if too_deep or (empty and any(map(str.isalnum, source))):
        return _plain(source)
    return drafts


def _is_monstrous(source: str) -> bool:
    """Tell whether the parser would be stuck on *source*: endless tables, brackets never closed."""
    steps = (1 if sign == "[" else -1 for sign in re.findall(r"[\[\]]", source))
    return source.count("|") > _MOST_CELLS or max(accumulate(steps), default=0) > _MOST_UNCLOSED


def _plain(source: str) -> list[BlockDraft]:
    """Return the paragraphs of *source* as they stand, its signs and all."""
    pieces = (clean_line(piece) for piece in re.split(r"\n[ \t]*\n", source))
    return [BlockDraft("paragraph", piece) for piece in pieces if piece]


def _parser() -> "MarkdownIt":
    """Return a parser of CommonMark with tables, footnotes, and what programs for notes add."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table")
    enable_footnotes(parser)
    enable_vault(parser)
    return parser
