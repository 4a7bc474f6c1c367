"""Reads texts with facts marked in them: ``{kind=value|the words}``; a blank line ends a text."""

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "gold"
_MARK = re.compile(r"\{(?P<letter>[a-z%])(?:=(?P<value>[^|{}]*))?\||\}")
KINDS = {
    **{"p": "person", "o": "org", "l": "place", "e": "event", "w": "work", "d": "date"},
    **{"t": "time", "u": "duration", "s": "set", "m": "money", "%": "percent"},
    **{"n": "quantity", "q": "quote", "a": "acronym", "x": "expansion"},
}


@dataclass(frozen=True)
class Marked:
    """A fact that a reader marked."""

    kind: str
    start: int
    end: int
    value: str


@dataclass(frozen=True)
class MarkedText:
    """A text without its marks, and the facts that were marked in it."""

    language: str
    text: str
    facts: tuple[Marked, ...]


def marked_texts() -> list[MarkedText]:
    """Return the texts of all languages."""
    return [
        _read(path.stem, part)
        for path in sorted(FOLDER.glob("*.txt"))
        for part in path.read_text(encoding="utf-8").strip().split("\n\n")
    ]


def _read(language: str, source: str) -> MarkedText:
    """Return one text."""
    text, at = "", 0
    facts: list[Marked] = []
    opened: list[tuple[str, str, int]] = []
    for mark in _MARK.finditer(source):
        text += source[at : mark.start()]
        at = mark.end()
        if mark["letter"]:
            opened.append((KINDS[mark["letter"]], mark["value"] or "", len(text)))
        else:
            kind, value, start = opened.pop()
            facts.append(Marked(kind, start, len(text), value))
    return MarkedText(language, text + source[at:], tuple(facts))
