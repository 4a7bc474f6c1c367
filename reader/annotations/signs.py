"""The signs and words that tell how far the check of a claim has come, and what changed in it."""

from collections.abc import Iterable

STATUS_SIGNS = {
    "unchecked": "?",
    "checking": "…",
    "supported": "✓",
    "disputed": "≠",
    "false": "×",
    "misleading": "~",
    "unverifiable": "∅",
    "retracted": "−",
}
"""One sign for each of ``CLAIM_STATUSES``."""


def status_words(status: str) -> str:
    """Return *status* with its sign, as in ``≠ disputed``."""
    return f"{STATUS_SIGNS.get(status, '?')} {status}"


def changed_words(pairs: Iterable[tuple[str, str]]) -> str:
    """Return *pairs* of what stood there and what does now, as in ``8.58 → 8.6 per cent``."""
    return ", ".join(map(_pair_words, pairs))


def _pair_words(pair: tuple[str, str]) -> str:
    """Return one pair; the words in which both end are told once."""
    old, new = (words.split() for words in pair)
    shared = 0
    while shared < min(len(old), len(new)) - 1 and old[-1 - shared] == new[-1 - shared]:
        shared += 1
    return f"{' '.join(old[: len(old) - shared]) or '–'} → {' '.join(new) or '–'}"
