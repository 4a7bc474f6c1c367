"""Keeps the voters quick on endless pages: the head of a long run speaks for the rest.

Libraries take seconds for lists of thousands, and the thousandth item is as much or as little
of the article as the first few hundred.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence

from lxml import etree

from reader.ingest.web.blocks import PageBlock
from reader.ingest.web.tree import copy_of

LONG_RUN = 400
"""How many children of one kind an element has before the rest are held back."""

LONG_TEXT = 20_000
"""How much of one text is shown."""

_MANY = 4_000
_MUCH = 400_000


def is_endless(root: etree._Element) -> bool:
    """Tell whether a page is so long that the voters must not see all of it."""
    return sum(1 for _ in root.iter()) > _MANY or len(root.xpath("string()")) > _MUCH


def held_back(root: etree._Element) -> set[etree._Element]:
    """Return the elements that stand far down a run of their like."""
    beyond: set[etree._Element] = set()
    for parent in root.iter():
        if len(parent) <= LONG_RUN:
            continue
        seen: Counter[str] = Counter()
        for child in parent:
            seen[child.tag] += 1
            if seen[child.tag] > LONG_RUN:
                beyond.add(child)
    return beyond


def abridged(root: etree._Element, beyond: set[etree._Element]) -> etree._Element:
    """Return a copy of *root* without the elements *beyond* and with long texts cut."""
    for element in beyond:
        element.set("data-beyond", "")
    copy = copy_of(root)
    for element in beyond:
        del element.attrib["data-beyond"]
    for element in copy.xpath("//*[@data-beyond]"):
        element.drop_tree()
    for element in copy.iter():
        if element.text and len(element.text) > LONG_TEXT:
            element.text = element.text[:LONG_TEXT]
        if element.tail and len(element.tail) > LONG_TEXT:
            element.tail = element.tail[:LONG_TEXT]
    return copy


def speak_for_rest(
    blocks: Sequence[PageBlock], kept: Sequence[bool], beyond: set[etree._Element]
) -> list[bool]:
    """Return *kept* with the blocks of elements *beyond* decided as most of their run was."""
    runs = {element.getparent() for element in beyond}
    votes: defaultdict[etree._Element, list[bool]] = defaultdict(list)
    decided = list(kept)
    later: list[tuple[int, etree._Element]] = []
    for index, block in enumerate(blocks):
        run, is_beyond = _run_of(block.element, runs, beyond)
        if run is not None and is_beyond:
            later.append((index, run))
        elif run is not None:
            votes[run].append(kept[index])
    for index, run in later:
        decided[index] = sum(votes[run]) * 2 > len(votes[run])
    return decided


def _run_of(
    element: etree._Element, runs: set[etree._Element], beyond: set[etree._Element]
) -> tuple[etree._Element | None, bool]:
    """Return the innermost long run that *element* is in, and whether it was held back."""
    while True:
        parent = element.getparent()
        if parent is None:
            return None, False
        if parent in runs:
            return parent, element in beyond
        element = parent
