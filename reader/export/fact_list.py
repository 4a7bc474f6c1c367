"""An article's facts as a Markdown list, grouped as the screen groups them."""

from collections.abc import Iterable

from reader.export.escaping import escape_line
from reader.export.profiles import Profile
from reader.facts import Fact

_GROUPS = {
    "claim": "Claims",
    "person": "People",
    "org": "Organisations",
    "place": "Places",
    "event": "Events",
    "work": "Works",
    "date": "Dates",
    "time": "Times",
    "duration": "Durations",
    "set": "Intervals",
    "money": "Money",
    "percent": "Percentages",
    "quantity": "Quantities",
    "quote": "Quotes",
    "acronym": "Acronyms",
    "link": "Links",
}


def fact_list(facts: Iterable[Fact], profile: Profile) -> str:
    """Return *facts* by kind, each once, with how often it is mentioned when that is more."""
    groups: dict[str, dict[str, list[Fact]]] = {kind: {} for kind in _GROUPS}
    for fact in facts:
        groups[fact.kind].setdefault(fact.entity or fact.text, []).append(fact)
    return "\n".join(
        f"**{_GROUPS[kind]}**\n\n"
        + "".join(_item(mentions, profile) for mentions in found.values())
        for kind, found in groups.items()
        if found
    )


def _item(mentions: list[Fact], profile: Profile) -> str:
    """Return the list item of one thing: its name, or its words and what they come to."""
    first = mentions[0]
    named = first.kind in ("person", "org", "place", "event", "work")
    name = first.value if named and isinstance(first.value, str) else first.text
    words = escape_line(name, profile)
    speaker = first.details.get("speaker") if first.kind == "quote" else None
    said = f" – {escape_line(speaker, profile)}" if speaker else ""
    value = f" ({first.value})" if first.kind in ("date", "acronym") and first.value else ""
    times = f" ×{len(mentions)}" if len(mentions) > 1 else ""
    return f"- {words}{value}{said}{times}\n"
