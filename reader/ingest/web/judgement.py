"""Weighs the evidence for each block: first alone, then with what was thought of its neighbours.

The second look mends what the first cannot see: a short line between two sure paragraphs is the
article's, and a long one among furniture is not.
"""

from collections.abc import Mapping, Sequence

from reader.ingest.web.evidence import Evidence
from reader.ingest.web.weights import FIRST, SECOND

_REACH = 4
_SURE = 6.0


def judge(evidence: Sequence[Evidence], sizes: Sequence[int]) -> list[float]:
    """Return how sure it is that each block is the article's; more than 0 means rather yes.

    Args:
        evidence: what speaks for and against each block.
        sizes: how many words each has; those without text are passed over.
    """
    counted = [index for index, size in enumerate(sizes) if size]
    opinions = [_limited(_score(FIRST, evidence[index])) for index in counted]
    own_sizes = [sizes[index] for index in counted]
    result = [-_SURE] * len(sizes)
    for position, index in enumerate(counted):
        seen = evidence[index] | _around(opinions, own_sizes, position)
        result[index] = _score(SECOND, seen)
    return result


def _score(weights: Mapping[str, float], evidence: Evidence) -> float:
    """Return the sum of what the evidence counts."""
    return weights["base"] + sum(weights.get(name, 0.0) * value for name, value in evidence.items())


def _limited(score: float) -> float:
    """Return *score* within the range from -1 to 1."""
    return max(-_SURE, min(_SURE, score)) / _SURE


def _around(opinions: Sequence[float], sizes: Sequence[int], position: int) -> Evidence:
    """Return the first opinion of a block and of those before and after it."""
    last = len(opinions) - 1
    before = range(max(0, position - _REACH), position)
    after = range(position + 1, min(last, position + _REACH) + 1)
    return {
        "own": opinions[position],
        "own_before": opinions[position - 1] if position else -1.0,
        "own_after": opinions[position + 1] if position < last else -1.0,
        "own_before_wide": _mean(opinions, sizes, before),
        "own_after_wide": _mean(opinions, sizes, after),
    }


def _mean(opinions: Sequence[float], sizes: Sequence[int], positions: range) -> float:
    """Return the opinion of some blocks by their words; of none, the worst."""
    total = sum(sizes[position] for position in positions)
    if not total:
        return -1.0
    return sum(opinions[position] * sizes[position] for position in positions) / total
