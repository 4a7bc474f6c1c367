"""The lines of a PDF: their text, place and size, as its pages draw them."""

from collections.abc import Iterable
from dataclasses import dataclass

from reader.article.sanitise import clean_line

_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
_SAME_LINE = 0.4


@dataclass(frozen=True, slots=True)
class Fragment:
    """Text that a page draws in one stroke. Lengths are points; y counts from the page's foot."""

    text: str
    x: float
    y: float
    size: float
    bold: bool = False


@dataclass(frozen=True, slots=True)
class PdfLine:
    """One line of a page."""

    text: str
    """Clean, on one line, never empty."""

    page: int
    x: float
    y: float
    size: float
    """The size of most of its letters."""

    bold: bool = False
    """Whether all of it is bold."""


def lines_of(fragments: Iterable[Fragment], page: int) -> list[PdfLine]:
    """Return the lines that the *fragments* of a page make, in the order in which it draws them."""
    lines: list[PdfLine] = []
    group: list[Fragment] = []
    for fragment in fragments:
        words = fragment.text.strip()
        if not words:
            continue
        if group and not _goes_on(group[-1], fragment):
            lines += _line(group, page)
            group = []
        group.append(fragment)
    return lines + _line(group, page)


def _goes_on(before: Fragment, after: Fragment) -> bool:
    """Tell whether a fragment stands on the line of the one *before* it."""
    height = max(before.size, after.size, 1.0)
    return "\n" not in before.text and abs(before.y - after.y) < _SAME_LINE * height


def _line(group: list[Fragment], page: int) -> list[PdfLine]:
    """Return the line that *group* is, none when it says nothing."""
    text = clean_line("".join(fragment.text for fragment in group).translate(_LIGATURES))
    if not text:
        return []
    main = max(group, key=lambda fragment: len(fragment.text))
    bold = all(fragment.bold for fragment in group if fragment.text.strip())
    return [PdfLine(text, page, group[0].x, main.y, round(main.size, 1), bold)]
