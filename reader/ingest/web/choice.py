"""The choice of the article's blocks: the voters are asked, and the best of them is followed."""

from collections.abc import Sequence

from lxml import etree

from reader.ingest.web.blocks import PageBlock
from reader.ingest.web.consensus import Ballot, agreement, ballot, best, tokens
from reader.ingest.web.voters import ask, by_readability, by_resiliparse, by_trafilatura

_SAME = 0.95


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
    words = [tokens(block.draft.text) for block in blocks]
    sizes = [len(block) for block in words]
    ballots = [ballot(words, ask(voter, root, page)) for voter in (by_trafilatura, by_readability)]
    if agreement(*ballots, sizes) < _SAME:
        ballots += [ballot(words, body.split("\n")) for body in bodies]
        ballots.append(ballot(words, ask(by_resiliparse, root, page)))
    winner: Ballot = best(ballots, sizes)
    return [winner.keeps(index) for index in range(len(blocks))]
