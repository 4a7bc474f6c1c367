"""The page of a mail to blocks: all of it, for who writes a newsletter writes no menus.

Only what was put there by its sending goes (see ``furniture``). Tables lay the page out unless
they have heads, as no mail program takes anything else.
"""

from dataclasses import replace

from lxml import etree

from reader.article.model import Dropped
from reader.article.text import BlockDraft
from reader.ingest.mail.furniture import furniture
from reader.ingest.web.about import About
from reader.ingest.web.blocks import PageBlock, blocks_of
from reader.ingest.web.guard import open_source
from reader.ingest.web.inline_markdown import with_markdown
from reader.ingest.web.selection import select
from reader.ingest.web.tree import parse, strip_unread

_ENCLOSED = "https://enclosed.invalid/"
"""Stands for a picture that came in the message, while its place is told."""

_DATA = etree.XPath("boolean(./thead|./caption|.//th)")


def page_drafts(
    text: str, subject: str, title: str, base: str | None = None
) -> tuple[list[BlockDraft], list[Dropped], str | None]:
    """Return the blocks of a mail's page, what was left out, and the language that it states.

    Args:
        text: the page.
        subject: what the user calls the mail, for errors.
        title: its headline.
        base: what relative addresses count from.
    """
    root = parse(open_source(text.encode("utf-8", "replace"), subject).text)
    strip_unread(root)
    for table in root.iter("table"):
        if not _DATA(table):
            table.set("role", "presentation")
    for image in root.iter("img"):
        source = (image.get("src") or "").strip()
        if source[:4].lower() == "cid:":
            image.set("src", _ENCLOSED + "picture")
    blocks = blocks_of(root, base)
    out = furniture([block.draft for block in blocks], [block.linked for block in blocks])
    chosen = [_is_text(block) and not gone for block, gone in zip(blocks, out, strict=True)]
    drafts, dropped = select(blocks, chosen, About(title=title))
    kept = [_without_enclosed(draft) for draft in with_markdown(drafts)]
    return kept, list(dropped), (root.get("lang") or "").strip() or None


def _is_text(block: PageBlock) -> bool:
    """Tell whether a block is text; pictures follow the text around them."""
    return block.draft.kind not in ("image", "rule")


def _without_enclosed(draft: BlockDraft) -> BlockDraft:
    """Return *draft*; a picture that came in the message is known by its words alone."""
    if draft.kind == "image" and (draft.href or "").startswith(_ENCLOSED):
        return replace(draft, href=None, markdown=None)
    return draft
