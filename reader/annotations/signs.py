"""The signs and words that tell how far the check of a claim has come."""

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
