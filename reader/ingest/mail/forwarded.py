"""Forwarded mail: the message within, whether it is attached or stands below a line in the text."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reader.article.text import BlockDraft

_LINE = re.compile(
    r"""[-_\s]*(?:forwarded\s+message|original\s+message|begin\s+forwarded\s+message
    |weitergeleitete\s+nachricht|ursprüngliche\s+nachricht|message\s+transféré|mensaje\s+reenviado)
    \s*:?[-_\s]*""",
    re.IGNORECASE | re.VERBOSE,
)
_FIELD = re.compile(
    r"\**(from|von|de|date|datum|sent|gesendet|enviado|subject|betreff|objet|asunto|to|an|à|para"
    r"|cc|reply-to)\**\s?:\**\s*(.*)",
    re.IGNORECASE,
)
_NAMES = {
    **dict.fromkeys(("from", "von", "de"), "from"),
    **dict.fromkeys(("date", "datum", "sent", "gesendet", "enviado"), "date"),
    **dict.fromkeys(("subject", "betreff", "objet", "asunto"), "subject"),
}
_HEAD = 12
_FIELDS = 10


@dataclass(frozen=True, slots=True)
class Forwarding:
    """Where a forwarded message begins among the blocks, and what its own header said."""

    start: int
    """Index of the first block of the message itself."""

    fields: Mapping[str, str]
    """Its ``from``, ``date`` and ``subject``, as far as they stand there."""


def forwarding(drafts: Sequence[BlockDraft]) -> Forwarding | None:
    """Return the message that the blocks only pass on, None when they pass on none."""
    for index, draft in enumerate(drafts[:_HEAD]):
        first, _, rest = draft.text.partition("\n")
        if _LINE.fullmatch(first) and first.strip():
            return _header_below(drafts, index, rest)
    return None


def _header_below(drafts: Sequence[BlockDraft], index: int, rest: str) -> Forwarding | None:
    """Return the message whose header follows the line at *index*, or stands in its *rest*."""
    fields: dict[str, str] = {}
    position = index
    for position in range(index, min(len(drafts), index + _FIELDS)):
        text = rest if position == index else drafts[position].text
        found = [_FIELD.match(line) for line in text.split("\n") if line.strip()]
        if position > index and (not found or not all(found)):
            break
        for match in filter(None, found):
            fields.setdefault(_NAMES.get(match[1].lower(), "other"), match[2].strip())
    return Forwarding(position, fields) if "from" in fields or "subject" in fields else None
