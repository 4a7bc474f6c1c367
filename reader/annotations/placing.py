"""Puts marks where they are in the newest text, and in the order in which they are read."""

from collections.abc import Iterable
from dataclasses import replace

from reader.annotations.model import Anchor, Mark, Part


def place(article_text: str, mark: Mark, old_text: str | None = None) -> Mark:
    """Return *mark* with the ``anchor`` that it has in *article_text*, and those of its parts.

    A note on the whole article has no quote and no place to lose. A passage that never had a
    place, and finds none, is unplaced and no orphan. Each part is placed by itself: the status of
    the mark is that of its quote, even when a part is lost.

    Args:
        article_text: the text of the newest version.
        mark: the mark, as stored.
        old_text: the text of the version on which it was made, where that is at hand.
    """
    if not mark.quote:
        return replace(mark, anchor=Anchor())
    parts = tuple(_place(article_text, part, old_text) for part in mark.parts)
    return replace(mark, anchor=replace(_place(article_text, mark, old_text), parts=parts))


def _place(text: str, passage: Mark | Part, old_text: str | None) -> Anchor:
    """Return where one *passage*, a mark's own or that of a part, is in *text*."""
    from reader.annotations.anchoring import anchor  # most marks stand where they stood

    found = anchor(
        text, passage.quote, passage.prefix, passage.suffix, passage.start, old_text=old_text
    )
    never_placed = passage.start is None and found.status == "orphan"
    return Anchor(
        status="unplaced" if never_placed else found.status,
        start=found.start,
        end=found.end,
        score=found.score,
        facts_changed=found.facts_changed,
    )


def reading_order(marks: Iterable[Mark]) -> list[Mark]:
    """Return *marks* as a reader meets them: notes on the whole article, then by place.

    Those without a place come last, in the order of where they were made.
    """
    return sorted(marks, key=_order)


def _order(mark: Mark) -> tuple[int, int, int, str]:
    """Return what *mark* is sorted by: its group, its place, its reach, its age."""
    if not mark.quote:
        return 0, 0, 0, mark.id
    if mark.anchor.start is not None:
        return 1, mark.anchor.start, -(mark.anchor.end or 0), mark.id
    return 2, mark.start or 0, 0, mark.id
