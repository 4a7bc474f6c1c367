"""Marks as ``My Clippings.txt``, the list of highlights that e-readers keep."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from reader.annotations import Mark
from reader.export.material import Material

RULE = "=========="
"""What stands below each clipping."""

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_PER_LOCATION = 150
"""How many characters the devices count as one location."""


def render_clippings(material: Sequence[Material]) -> str:
    """Return the marks of *material* as clippings: a highlight each, and a note below its own.

    As the devices write them: in English, with the line ends of Windows.
    """
    lines = [
        line for one in material for mark in one.marks for line in _clippings(_heading(one), mark)
    ]
    return "".join(f"{line}\r\n" for line in lines)


def _heading(material: Material) -> str:
    """Return the title and the authors of an article on one line."""
    authors = ";".join(material.byline)
    line = f"{material.title} ({authors})" if authors else material.title
    return " ".join(line.split())


def _clippings(heading: str, mark: Mark) -> Iterator[str]:
    """Yield the lines of the clippings that *mark* makes."""
    start, end = mark.anchor.start or 0, mark.anchor.end or 0
    first, last = start // _PER_LOCATION + 1, end // _PER_LOCATION + 1
    if mark.quote:
        words = " […] ".join([mark.quote, *(part.quote for part in mark.parts)])
        yield from _clipping(heading, "Highlight", f"{first}-{last}", mark, words)
    if mark.note:
        yield from _clipping(heading, "Note", str(last if mark.quote else 1), mark, mark.note)


def _clipping(heading: str, kind: str, location: str, mark: Mark, words: str) -> Iterator[str]:
    """Yield the lines of one clipping; its words stand on lines of their own."""
    added = f" | Added on {_told(mark.created)}" if mark.created else ""
    yield heading
    yield f"- Your {kind} on Location {location}{added}"
    yield ""
    yield from (f" {line}" if line.startswith(RULE) else line for line in words.split("\n"))
    yield RULE


def _told(instant: str) -> str:
    """Return an ISO 8601 instant as the devices tell it, in UTC."""
    at = datetime.fromisoformat(instant).astimezone(UTC)
    time = f"{at.hour % 12 or 12}:{at:%M:%S} {'AM' if at.hour < 12 else 'PM'}"
    return f"{_DAYS[at.weekday()]}, {at.day} {_MONTHS[at.month - 1]} {at.year} {time}"
