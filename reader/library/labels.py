"""The words for what was done: ``undone: note on “exports fell”``, ``2 words added``."""

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from reader.annotations import Mark

if TYPE_CHECKING:
    from reader.article.revision import Revision

_QUOTE_LENGTH = 40


def quoted(text: str) -> str:
    """Return *text* on one line between quotation marks, cut where it is long."""
    line = " ".join(text.split())
    if len(line) > _QUOTE_LENGTH:
        line = line[:_QUOTE_LENGTH].rstrip() + "…"
    return f"“{line}”"


def counted(number: int, noun: str, several: str = "") -> str:
    """Return *number* with its *noun*, as in ``1 mark`` and ``2 marks``.

    Args:
        number: how many there are.
        noun: what one is called.
        several: what several are called where that takes more than an ``s``.
    """
    return f"{number} {noun if number == 1 else several or noun + 's'}"


def extent(revision: "Revision") -> str:
    """Return how much was changed: ``3 words added, 1 removed, 2 paragraphs moved``."""
    told = f"{counted(revision.added, 'word')} added, {revision.removed} removed"
    moved = f", {counted(revision.moved, 'paragraph')} moved" if revision.moved else ""
    return told + moved


def articles(ids: Collection[str], titles: Iterable[str]) -> str:
    """Return what to call the articles of *ids*: the title of one, the number of several."""
    if len(ids) == 1:
        return next((quoted(title) for title in titles if title), "1 article")
    return counted(len(ids), "article")


def making(mark: Mark) -> str:
    """Return the label of the step that made *mark*."""
    if mark.reply_to is not None:
        return "reply"
    if mark.kind == "note" or mark.note:
        return f"note on {quoted(mark.quote)}" if mark.quote else "note"
    return mark.kind


def changing(mark: Mark, fields: Iterable[str]) -> str:
    """Return the label of the step that changed *fields* of *mark*."""
    named = {
        "note": "note",
        "start": "new place",
        "kind": "kind",
        "label": "label",
        "claim": "claim status",
        "tags": "tags",
        "color": "colour",
        "links": "evidence",
        "parts": "parts",
        "conflicts": "choice of text",
    }
    changed = set(fields)
    what = next((word for name, word in named.items() if name in changed), "change")
    return f"{what} on {quoted(mark.quote)}" if mark.quote else what


def deleting(mark: Mark) -> str:
    """Return the label of the step that deleted *mark*."""
    return f"deleted {mark.kind} {quoted(mark.quote or mark.note)}"
