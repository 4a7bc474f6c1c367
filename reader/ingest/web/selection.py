"""From the chosen text to the article: what belongs to it without being text, and what does not.

Pictures, captions, rules and tables follow the text around them. The headline, a byline's line
and what is said twice go, but nothing goes without being told.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from lxml import etree

from reader.article.model import Dropped
from reader.article.text import BlockDraft, compose
from reader.ingest.web.about import About
from reader.ingest.web.blocks import PageBlock
from reader.ingest.web.lines import is_byline, is_date, is_pager, repeats, same_words

_SILENT = frozenset({"image", "caption", "rule", "table"})
_NEAR = 2
_REPEATED = 60
_BEFORE = 3
_BEHIND = 15
_REACH = 2
_MAX_DROPPED = 100
_MAX_SHOWN = 20_000
_FACES = re.compile(r"avatar|author|byline|icon|logo|profile|emoji|badge", re.IGNORECASE)

_Reasons = dict[int, str]
"""Why blocks were left out, by index."""


def select(
    blocks: list[PageBlock], chosen: Sequence[bool], about: About
) -> tuple[tuple[BlockDraft, ...], tuple[Dropped, ...]]:
    """Return the article's drafts, and what stood among them and was left out.

    Args:
        blocks: all of the page's blocks.
        chosen: for each, whether its text was taken for the article's.
        about: what the page says of itself.
    """
    kept = _whole_tables(blocks, list(chosen))
    reasons = _repeated(blocks, kept, about)
    for index in reasons:
        kept[index] = False
    kept = _with_silent(blocks, kept)
    _drop_hanging_headings(blocks, kept, reasons)
    drafts: list[BlockDraft] = []
    dropped: list[Dropped] = []
    for index in _shown(kept):
        draft = blocks[index].draft
        if kept[index]:
            drafts.append(_told_once(draft, blocks, index, about))
        elif draft.text and draft.kind != "image":
            reason = reasons.get(index, "boilerplate")
            dropped.append(_left_out(draft, reason, len(drafts)))
    return tuple(drafts), tuple(dropped[:_MAX_DROPPED])


def _left_out(draft: BlockDraft, reason: str, place: int) -> Dropped:
    """Return *draft* as what was left out before the block at *place*.

    One that is more than a bare paragraph is kept as a block, to come back as it was.
    """
    text = draft.text[:_MAX_SHOWN]
    is_bare = draft.kind == "paragraph" and not draft.inline
    if is_bare or text != draft.text:
        return Dropped(text, reason, place)
    _, (block,) = compose([draft])
    return Dropped(text, reason, place, block)


def _shown(kept: Sequence[bool]) -> range:
    """Return the indices from shortly before the first kept block to some way after the last."""
    indices = [index for index, keep in enumerate(kept) if keep]
    if not indices:
        return range(0)
    return range(max(0, indices[0] - _BEFORE), min(len(kept), indices[-1] + _BEHIND + 1))


def _whole_tables(blocks: Sequence[PageBlock], kept: list[bool]) -> list[bool]:
    """Return *kept* with each table in it wholly or not at all, and opened."""
    opening = None
    rows: list[int] = []
    for index in range(len(blocks) + 1):
        kind = blocks[index].draft.kind if index < len(blocks) else "table"
        if kind == "row":
            rows.append(index)
            continue
        if opening is not None:
            keep = 2 * sum(kept[row] for row in rows) >= max(1, len(rows))
            for row in (opening, *rows):
                kept[row] = keep
            opening = None
        if kind == "table" and index < len(blocks):
            opening, rows = index, []
    return kept


def _repeated(blocks: Sequence[PageBlock], kept: Sequence[bool], about: About) -> _Reasons:
    """Return which kept blocks say again what stands elsewhere in the article, and how.

    A passage twice in one element is a refrain; in another, it is a copy for other screens.
    """
    reasons: _Reasons = {}
    seen: dict[str, etree._Element | None] = {}
    in_body = False
    for index, block in enumerate(blocks):
        draft, parent = block.draft, block.element.getparent()
        if not kept[index] or draft.kind in ("table", "row", "rule"):
            continue
        if draft.kind == "heading" and same_words(draft.text, about.title or ""):
            reasons[index] = "title"
        elif len(draft.text) > _REPEATED and seen.get(draft.text, parent) is not parent:
            reasons[index] = "duplicate"
        elif draft.kind == "paragraph" and is_pager(draft.text):
            reasons[index] = "boilerplate"
        elif not in_body and is_byline(draft.text, about.byline):
            reasons[index] = "byline"
        elif not in_body and is_date(draft.text):
            reasons[index] = "metadata"
        seen.setdefault(draft.text, parent)
        in_body = in_body or (draft.kind == "paragraph" and len(draft.text) > 150)
    return reasons | _in_copies(blocks, kept, reasons)


def _in_copies(
    blocks: Sequence[PageBlock], kept: Sequence[bool], reasons: Mapping[int, str]
) -> _Reasons:
    """Return the short blocks that lead to a copied passage, and were told with the first one."""
    told = Counter(
        block.draft.text
        for index, block in enumerate(blocks)
        if kept[index] and index not in reasons
    )
    found: _Reasons = {}
    in_copy = False
    for index in range(len(blocks) - 1, -1, -1):
        text = blocks[index].draft.text
        if not kept[index] or not text:
            continue
        repeated = in_copy and index not in reasons and told[text] > 1
        if repeated:
            found[index] = "duplicate"
            told[text] -= 1
        in_copy = repeated or reasons.get(index) == "duplicate"
    return found


def _with_silent(blocks: Sequence[PageBlock], kept: Sequence[bool]) -> list[bool]:
    """Return *kept* with the pictures, captions and rules that stand in the chosen text."""
    spoken = [i for i, block in enumerate(blocks) if block.draft.kind not in _SILENT]
    result = list(kept)
    position = 0
    for index, block in enumerate(blocks):
        while position < len(spoken) and spoken[position] < index:
            position += 1
        if block.draft.kind not in ("image", "caption", "rule") or kept[index]:
            continue
        around = [*spoken[max(0, position - 1) : position], *spoken[position : position + 1]]
        sides = [blocks[i] for i in around if kept[i]]
        between = len(sides) == 2
        if block.draft.kind == "rule":
            result[index] = between and not _follows_rule(blocks, result, index)
        else:
            near = any(_share_element(block.element, side.element) for side in sides)
            result[index] = (between or near) and not _is_ornament(block)
    return result


def _follows_rule(blocks: Sequence[PageBlock], kept: Sequence[bool], index: int) -> bool:
    """Tell whether the kept block before *index* is a rule, or there is none."""
    for before in range(index - 1, -1, -1):
        if kept[before]:
            return blocks[before].draft.kind == "rule"
    return True


def _share_element(one: etree._Element, other: etree._Element) -> bool:
    """Tell whether two blocks stand in one element not far out."""
    near = {node for node, _ in zip(other.iterancestors(), range(_NEAR), strict=False)}
    return any(node in near for node, _ in zip(one.iterancestors(), range(_NEAR + 1), strict=False))


def _is_ornament(block: PageBlock) -> bool:
    """Tell whether a picture shows its author or the site rather than the story."""
    nodes = [block.element, *list(block.element.iterancestors())[:_NEAR]]
    return any(_FACES.search(node.get("class") or "") for node in nodes)


def _drop_hanging_headings(
    blocks: Sequence[PageBlock], kept: list[bool], reasons: _Reasons
) -> None:
    """Leave out, in place, the headings at the end, whose text was not the article's."""
    for index in range(len(blocks) - 1, -1, -1):
        if not kept[index]:
            continue
        if blocks[index].draft.kind not in ("heading", "rule"):
            return
        kept[index] = False
        reasons[index] = "boilerplate"


def _told_once(draft: BlockDraft, blocks: list[PageBlock], index: int, about: About) -> BlockDraft:
    """Return *draft*; a picture whose text says nothing new, beside the others, has none."""
    if draft.kind != "image" or not draft.text:
        return draft
    after = blocks[index + 1].draft if index + 1 < len(blocks) else None
    captioned = after is not None and after.kind == "caption"
    around = blocks[max(0, index - _REACH) : index] + blocks[index + 1 : index + 1 + _REACH]
    told = " ".join(block.draft.text for block in around if block.draft.kind != "image")
    if captioned or repeats(draft.text, f"{about.title or ''} {told}"):
        return replace(draft, text="")
    return draft
