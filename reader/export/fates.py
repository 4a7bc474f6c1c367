"""What became of a passage since it was marked, told below it where that must be told."""

from reader.annotations import Mark, changed_facts
from reader.annotations.signs import changed_words
from reader.export.escaping import escape_line
from reader.export.profiles import Profile


def fate(mark: Mark, text: str, profile: Profile) -> list[str]:
    """Return a list item for each thing that befell *mark* in the newest *text*."""
    if not mark.quote:
        return []
    lost = sum(part.start is None for part in mark.anchor.parts)
    items = [f"- {told}" for told in (_told(mark, text, profile),) if told]
    if lost:
        what = "a passage of it is" if lost == 1 else f"{lost} passages of it are"
        items.append(f"- {what} not found in the current text")
    return items + [f"- earlier: “{escape_line(quote, profile)}”" for quote in mark.earlier_quotes]


def _told(mark: Mark, text: str, profile: Profile) -> str:
    """Return what became of the quote of *mark*; nothing when it stands as it stood."""
    anchor = mark.anchor
    if anchor.status == "ambiguous":
        return "stands in several places of the current text"
    if anchor.start is None:
        return "not found in the current text"
    if anchor.status != "edited":
        return ""
    now = text[anchor.start : anchor.end]
    pairs = changed_facts(mark.quote, now) if anchor.facts_changed else ()
    what = "reworded in the article since"
    if anchor.facts_changed:
        changes = f": {changed_words(pairs)}" if pairs else ", a figure or a name in it"
        what = f"changed in the article since{escape_line(changes, profile)}"
    return f"**{what}**; it now reads: “{escape_line(now, profile)}”"
