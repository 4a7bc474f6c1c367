"""Where the journal stands, so that a running copy notices what another one saved."""

import json
from collections.abc import Mapping, Set

from reader.store.journal import Journal


def position_of(sizes: Mapping[str, int]) -> str:
    """Return the position that segments of these *sizes* make."""
    return json.dumps(dict(sizes), sort_keys=True)


def changed_since(
    journal: Journal, position: str, leave_out: Set[str] = frozenset()
) -> frozenset[str] | None:
    """Return the articles that records after *position* touch, or None if that cannot be told.

    The records whose ids are in *leave_out* do not count.

    It cannot when a segment has become shorter, or when the position lies inside a line.
    """
    sizes = journal.sizes()
    if position == position_of(sizes):
        return frozenset()
    starts = _parsed(position)
    if starts is None or any(sizes.get(name, -1) < start for name, start in starts.items()):
        return None
    if not all(journal.at_line_start(name, start) for name, start in starts.items()):
        return None
    changed: set[str] = set()
    for record in journal.since(starts):
        if record.id not in leave_out:
            changed |= record.articles
    return frozenset(changed)


def _parsed(position: str) -> dict[str, int] | None:
    """Return the offsets by segment that *position* writes, or None if it writes none."""
    try:
        return {str(name): int(start) for name, start in json.loads(position).items()}
    except (ValueError, TypeError, AttributeError):
        return None
