"""Keeps the voters quick on endless pages: the head of a long run speaks for the rest.

Libraries take seconds for lists of thousands, and the thousandth item is as much or as little
of the article as the first few hundred.
"""

from collections import Counter
from collections.abc import Sequence

from lxml import etree

from reader.ingest.web.blocks import PageBlock
from reader.ingest.web.tree import copy_of, drop

LONG_RUN = 400
"""How many children of one kind an element has before the rest are held back."""

LONG_TEXT = 20_000
"""How much of one text is shown."""

_MANY = 4_000
_MUCH = 400_000
_VAST = 15_000


def is_endless(root: etree._Element) -> bool:
    """Tell whether a page is so long that the voters must not see all of it."""
    return sum(1 for _ in root.iter()) > _MANY or len(root.xpath("string()")) > _MUCH


def is_vast(page: etree._Element) -> bool:
    """Tell whether an abridged page is still more than the slower voters get through."""
    return sum(1 for _ in page.iter()) > _VAST


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
    drop(copy, copy.xpath("//*[@data-beyond]"))
    for element in copy.iter():
        if element.text and len(element.text) > LONG_TEXT:
            element.text = element.text[:LONG_TEXT]
        if element.tail and len(element.tail) > LONG_TEXT:
            element.tail = element.tail[:LONG_TEXT]
    return copy


def runs_out_of_view(
    blocks: Sequence[PageBlock], beyond: set[etree._Element]
) -> list[etree._Element | None]:
    """Return for each block the outermost run at whose held back end it stands, if any."""
    return [_run_of(block.element, beyond) for block in blocks] if beyond else [None] * len(blocks)


def _run_of(element: etree._Element, beyond: set[etree._Element]) -> etree._Element | None:
    """Return the outermost run at whose held back end *element* stands."""
    run = element.getparent() if element in beyond else None
    for node in element.iterancestors():
        if node in beyond:
            run = node.getparent()
    return run


def speak_for_rest(
    blocks: Sequence[PageBlock], kept: Sequence[bool], runs: Sequence[etree._Element | None]
) -> list[bool]:
    """Return *kept* with the blocks out of view decided as most of their run was.

    Args:
        blocks: all of the page's blocks.
        kept: for each, whether it was chosen; of those out of view it says nothing.
        runs: for each, the run that it is out of view in.
    """
    long_runs = {run for run in runs if run is not None}
    votes = {run: [0, 0] for run in long_runs}
    for block, keep, run in zip(blocks, kept, runs, strict=True):
        if run is None:
            for node in long_runs.intersection(block.element.iterancestors()):
                votes[node][keep] += 1
    taken = {run: votes[run][True] > votes[run][False] for run in long_runs}
    return [keep if run is None else taken[run] for keep, run in zip(kept, runs, strict=True)]
