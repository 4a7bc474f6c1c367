"""The signs that tell a state without colour, all one cell wide and in every font."""

from reader.annotations.model import Mark
from reader.annotations.signs import STATUS_SIGNS

LABEL = {
    "key-point": "★",
    "evidence": "§",
    "quote": "”",
    "question": "¿",
    "doubt": "¡",
    "follow-up": "→",
}
"""A mark's label."""

NOTE = "¶"
ARTICLE = "▤"
HIGHLIGHT = "▌"
LOST = "!"
REPLY = "↳"
EDITED = "≈"
FACTS_CHANGED = "Δ"
NOT_SAVED = "✗"
UNREAD = "•"
READ = "✓"
STARRED = "★"
LATER = "◷"
ARCHIVED = "▫"
CURSOR = "›"


UNSAVED = "unsaved"
"""The field that a mark has on the screen while something about it is not saved."""


def mark_badge(mark: Mark) -> str:
    """Return the sign of what befell *mark*: not saved, a fact changed, reworded; or nothing."""
    if mark.more.get(UNSAVED):
        return NOT_SAVED
    if mark.anchor.facts_changed:
        return FACTS_CHANGED
    return EDITED if mark.anchor.status == "edited" else ""


def mark_glyph(mark: Mark) -> str:
    """Return the sign that stands in the gutter beside *mark*."""
    if mark.claim is not None:
        return STATUS_SIGNS.get(mark.claim.status, STATUS_SIGNS["unchecked"])
    if mark.reply_to:
        return REPLY
    if mark.note:
        return NOTE
    return LABEL.get(mark.label or "", HIGHLIGHT)


def mark_style(mark: Mark) -> str:
    """Return the name of the style in which *mark* is painted."""
    if mark.anchor.facts_changed:
        return "changed"
    if mark.claim is not None:
        return "claim"
    return f"label-{mark.label}" if mark.label in LABEL else mark.kind
