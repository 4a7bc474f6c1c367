"""How many cells a text takes, and which characters may not be parted."""

import re

from rich.cells import cell_len, split_graphemes

_NOT_ONE_CELL = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0590-\u08ff\u0900-\u0dff\u0e00-\u0eff\u0f00-\u0fff\u1000-\u115f"
    "\u135d-\u135f\u1712-\u1734\u17b4-\u17dd\u180b-\u180f\u18a9\u1920-\u193b\u1a17-\u1aff"
    "\u1b00-\u1c7f\u1cd0-\u1dff\u200b-\u200f\u20d0-\u20ff\u231a-\u231b\u2329-\u232a\u23e9-\u23f3"
    "\u25fd-\u25fe\u2600-\u27bf\u2b1b-\u2b55\u2cef-\u2cf1\u2d7f\u2de0-\u2dff\u2e80-\ua4cf\ua66f-\ua6f1"
    "\ua802-\uabed\uac00-\ud7ff\uf900-\ufaff\ufb1e\ufe00-\ufe6f\uff00-\uff60\uffe0-\uffe6"
    "\U00010000-\U0010ffff]"
)

Grapheme = tuple[int, int, int]
"""Where a grapheme starts and ends in its text, and how many cells it takes."""


def is_narrow(text: str) -> bool:
    """Tell whether each character of *text* takes exactly one cell.

    True for what most news is written in; then a cell is a character, and nothing need be
    measured. May say False of a text that would be narrow, never the other way round.
    """
    return text.isascii() or _NOT_ONE_CELL.search(text) is None


def width(text: str) -> int:
    """Return how many cells *text* takes on one line."""
    return len(text) if is_narrow(text) else cell_len(text)


def graphemes(text: str) -> list[Grapheme]:
    """Return the graphemes of *text* in order; together they cover it."""
    if is_narrow(text):
        return [(index, index + 1, 1) for index in range(len(text))]
    return split_graphemes(text)[0]


def fit(text: str, cells: int) -> str:
    """Return *text* on exactly *cells* cells: padded, or cut with an ellipsis."""
    size = width(text)
    if size <= cells:
        return text + " " * (cells - size)
    return cut(text, cells) + " " * (cells - width(cut(text, cells)))


def cut(text: str, cells: int) -> str:
    """Return *text*, cut with an ellipsis when it takes more than *cells* cells."""
    if width(text) <= cells:
        return text
    if cells < 1:
        return ""
    taken = 0
    for start, _, size in graphemes(text):
        if taken + size > cells - 1:
            return text[:start].rstrip() + "…"
        taken += size
    return text
