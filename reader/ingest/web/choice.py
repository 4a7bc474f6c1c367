"""The choice of the article's blocks: the voters are asked, and what they say is weighed."""

from collections.abc import Sequence

from lxml import etree

from reader.ingest.web.abridge import LONG_TEXT, abridged, held_back, is_endless, speak_for_rest
from reader.ingest.web.blocks import PageBlock
from reader.ingest.web.consensus import ballot, tokens, votes_of
from reader.ingest.web.evidence import weigh
from reader.ingest.web.judgement import judge
from reader.ingest.web.voters import VOTERS, ask


def choose(root: etree._Element, blocks: Sequence[PageBlock], bodies: Sequence[str]) -> list[bool]:
    """Return for each of *blocks* whether it is the article's.

    Args:
        root: the tree that the blocks were read from.
        blocks: all of the page's blocks.
        bodies: the article's text where the page itself states it.
    """
    beyond: set[etree._Element] = set()
    if is_endless(root):
        beyond = held_back(root)
        root = abridged(root, beyond)
    kept = _judged(root, blocks, bodies)
    return speak_for_rest(blocks, kept, beyond) if beyond else kept


def _judged(root: etree._Element, blocks: Sequence[PageBlock], bodies: Sequence[str]) -> list[bool]:
    """Return for each of *blocks* whether the evidence is for it.

    A page of a few words convinces nobody; then most voters decide, and at last all of it is
    the article.
    """
    words = [_words(block) for block in blocks]
    sizes = [len(block) for block in words]
    ballots = {name: ballot(words, ask(voter, root)) for name, voter in VOTERS.items()}
    stated = ballot(words, [line for body in bodies for line in body.split("\n")])
    votes = votes_of(ballots, stated if bodies else None, sizes)
    scores = judge(weigh(blocks, words, votes), sizes)
    for kept in (
        [score > 0.0 for score in scores],
        [votes.support(index) > 0.5 for index in range(len(blocks))],
        [size > 0 for size in sizes],
    ):
        if any(kept):
            return kept
    return [False] * len(blocks)


def _words(block: PageBlock) -> list[str]:
    """Return the tokens of a block; what stands for a picture is not read."""
    return [] if block.draft.kind == "image" else tokens(block.draft.text[:LONG_TEXT])
