"""The choice of the article's blocks: the voters are asked, and what they say is weighed."""

from collections.abc import Mapping, Sequence

from lxml import etree

from reader.ingest.web.abridge import (
    LONG_TEXT,
    abridged,
    held_back,
    is_endless,
    is_vast,
    runs_out_of_view,
    speak_for_rest,
)
from reader.ingest.web.blocks import PageBlock
from reader.ingest.web.consensus import (
    Ballot,
    Gram,
    agreement,
    ballot,
    grams,
    shared,
    tokens,
    votes_of,
)
from reader.ingest.web.evidence import weigh
from reader.ingest.web.judgement import judge
from reader.ingest.web.voters import QUICK_VOTERS, VOTERS, Voter, ask

_ENOUGH = 2
_AGREED = 0.9


def choose(root: etree._Element, blocks: Sequence[PageBlock], bodies: Sequence[str]) -> list[bool]:
    """Return for each of *blocks* whether it is the article's.

    Args:
        root: the tree that the blocks were read from.
        blocks: all of the page's blocks.
        bodies: the article's text where the page itself states it.
    """
    if not is_endless(root):
        return _judged(root, blocks, bodies, VOTERS)
    beyond = held_back(root)
    runs = runs_out_of_view(blocks, beyond)
    in_view = [block for block, run in zip(blocks, runs, strict=True) if run is None]
    page = abridged(root, beyond)
    voters = QUICK_VOTERS if is_vast(page) else VOTERS
    kept = iter(_judged(page, in_view, bodies, voters))
    return speak_for_rest(blocks, [run is None and next(kept) for run in runs], runs)


def _judged(
    root: etree._Element,
    blocks: Sequence[PageBlock],
    bodies: Sequence[str],
    voters: Mapping[str, Voter],
) -> list[bool]:
    """Return for each of *blocks* whether the evidence is for it.

    A page of a few words convinces nobody; then most voters decide, and at last all of it is
    the article.
    """
    words = [_words(block) for block in blocks]
    sizes = [len(block) for block in words]
    runs = [grams(block) for block in words]
    ballots = _asked(root, runs, sizes, voters)
    stated = ballot(runs, [line for body in bodies for line in body.split("\n")])
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


def _asked(
    root: etree._Element,
    runs: Sequence[Sequence[Gram]],
    sizes: Sequence[int],
    voters: Mapping[str, Voter],
) -> dict[str, Ballot]:
    """Return what each voter means; where the first two agree, the others are taken to agree too.

    Three in four pages are told by two as by three, and the third takes as long as both.
    """
    ballots: dict[str, Ballot] = {}
    for name, voter in voters.items():
        if len(ballots) == _ENOUGH:
            one, other = ballots.values()
            if agreement(one, other, sizes) >= _AGREED:
                return {**dict.fromkeys(voters, shared(one, other)), **ballots}
        ballots[name] = ballot(runs, ask(voter, root))
    return ballots


def _words(block: PageBlock) -> list[str]:
    """Return the tokens of a block; what stands for a picture is not read."""
    return [] if block.draft.kind == "image" else tokens(block.draft.text[:LONG_TEXT])
