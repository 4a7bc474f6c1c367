"""Mends a choice that cuts through what is one: a list, a heading and its text, an entry's time."""

import re
from collections import defaultdict
from collections.abc import Sequence

from lxml import etree

from reader.ingest.web.blocks import PageBlock

_CLOCK = re.compile(
    r"(?:at )?\d{1,2}[:.h]\d\d(?: ?[ap]\.?m\.?)?(?: ?\(?[A-Z]{2,5}\)?)?", re.IGNORECASE
)
_LINKS = 0.5


def mend(blocks: Sequence[PageBlock], chosen: Sequence[bool]) -> list[bool]:
    """Return *chosen* with lists whole, and with the headings and times of chosen text."""
    kept = _whole_lists(blocks, list(chosen))
    spoken = [index for index, block in enumerate(blocks) if block.draft.text]
    for position in range(len(spoken) - 2, -1, -1):
        index, following = spoken[position], spoken[position + 1]
        draft = blocks[index].draft
        leads = draft.kind == "heading" or _CLOCK.fullmatch(draft.text)
        if leads and kept[following] and _in_one(blocks[index], blocks[following]):
            kept[index] = True
    return kept


def _whole_lists(blocks: Sequence[PageBlock], kept: list[bool]) -> list[bool]:
    """Return *kept* with the rest of each list that some of was chosen, unless it is of links."""
    lists: defaultdict[etree._Element, list[int]] = defaultdict(list)
    for index, block in enumerate(blocks):
        if block.draft.kind == "list_item":
            lists[block.element.getparent()].append(index)
    for items in lists.values():
        linked = sum(blocks[index].linked for index in items) / len(items)
        if linked < _LINKS and 4 * sum(kept[index] for index in items) >= len(items):
            for index in items:
                kept[index] = True
    return kept


def _in_one(block: PageBlock, following: PageBlock) -> bool:
    """Tell whether both stand in one element, the second perhaps one further in."""
    parent = block.element.getparent()
    other = following.element.getparent()
    return parent is not None and (parent is other or parent is _parent(other))


def _parent(element: etree._Element | None) -> etree._Element | None:
    """Return the element around *element*."""
    return None if element is None else element.getparent()
