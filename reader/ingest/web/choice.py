"""The choice of the article's blocks: the voters are asked, and the best of them is followed."""

from collections.abc import Sequence

from lxml import etree

from reader.ingest.web.abridge import LONG_TEXT, abridged, held_back, is_endless, speak_for_rest
from reader.ingest.web.blocks import PageBlock
from reader.ingest.web.consensus import agreement, ballot, best, tokens
from reader.ingest.web.voters import ask, by_readability, by_resiliparse, by_trafilatura

_SAME = 0.95
_MAX_PAGE = 3_000_000


def choose(
    root: etree._Element, page: str, blocks: Sequence[PageBlock], bodies: Sequence[str]
) -> list[bool]:
    """Return for each of *blocks* whether the voters take it for the article's.

    Args:
        root: the tree that the blocks were read from.
        page: its source.
        blocks: all of the page's blocks.
        bodies: the article's text where the page itself states it.
    """
    beyond: set[etree._Element] = set()
    if is_endless(root):
        beyond = held_back(root)
        root = abridged(root, beyond)
    kept = _voted(root, page[:_MAX_PAGE], blocks, bodies)
    return speak_for_rest(blocks, kept, beyond) if beyond else kept


def _voted(
    root: etree._Element, page: str, blocks: Sequence[PageBlock], bodies: Sequence[str]
) -> list[bool]:
    """Return for each of *blocks* whether the voter that agrees most with the others kept it."""
    words = [tokens(block.draft.text[:LONG_TEXT]) for block in blocks]
    sizes = [len(block) for block in words]
    first = ballot(words, ask(by_trafilatura, root, page))
    second = ballot(words, ask(by_readability, root, page))
    ballots = [first, second]
    if agreement(first, second, sizes) < _SAME:
        ballots += [ballot(words, body.split("\n")) for body in bodies]
        ballots.append(ballot(words, ask(by_resiliparse, root, page)))
    winner = best(ballots, sizes)
    return [winner.keeps(index) for index in range(len(blocks))]
