"""How many cells a text takes, and which characters may not be parted.

Vowel signs that stand beside their letter, as Hindi has them, are given a cell of their own: so do
most terminals, and where one needs none its word is followed by a gap. What Textual measures must
agree, or it would cut a line elsewhere than we do; so the table that both measure by is ours.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

import rich.cells
from rich._unicode_data import load as usual_table
from rich.cells import CellTable, cell_len, get_character_cell_size, split_graphemes

_NOT_ONE_CELL = (
    "[\u0300-\u036f\u0483-\u0489\u0590-\u08ff\u0900-\u0dff\u0e00-\u0eff\u0f00-\u0fff\u1000-\u11ff"
    "\u135d-\u135f\u1712-\u1734\u17b4-\u17dd\u180b-\u180f\u18a9\u1920-\u193b\u1a17-\u1aff"
    "\u1b00-\u1c7f\u1cd0-\u1dff\u200b-\u200f\u20d0-\u20ff\u231a-\u231b\u2329-\u232a\u23e9-\u23f3"
    "\u25fd-\u25fe\u2600-\u27bf\u2b1b-\u2b55\u2cef-\u2cf1\u2d7f\u2de0-\u2dff\u2e80-\ua4cf\ua66f-\ua6f1"
    "\ua802-\uabed\uac00-\ud7ff\uf900-\ufaff\ufb1e\ufe00-\ufe6f\uff00-\uff60\uffe0-\uffe6"
    "\U00010000-\U0010ffff]"
)
_USUAL_ONLY = re.compile("[\x00-\u02ff\u2010-\u20cf\u2190-\u2319\u2500-\u25fc]*")
"""Most news in Latin letters, and the screen's own signs; it is compiled in no time."""

_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]")
_MAY_CLING = re.compile(
    "[\u0900-\u0dff\u0f00-\u109f\u1700-\u17ff\u1920-\u1cff\u302e-\u302f\ua800-\uabff"
    "\U00011000-\U0001d1ff\U0001f1e6-\U0001f1ff]"
)

_PICTURES = "\u2190-\u2bff\U0001f000-\U0001faff"
_STRAY_JOINER = re.compile(f"(?<![{_PICTURES}\ufe0f])\u200d|\u200d(?![{_PICTURES}])")

TAB = " " * 4
"""What a tab is painted as, wherever it stands: in code it indents."""

Grapheme = tuple[int, int, int]
"""Where a grapheme starts and ends in its text, and how many cells it takes."""


@cache
def _table(unicode_version: str = "auto") -> CellTable:
    """Return rich's table of widths, with a cell for each vowel sign that takes up space."""
    table = usual_table(unicode_version)
    widths = [part for entry in table.widths for part in _parted(*entry)]
    return table._replace(widths=widths)


def _parted(first: int, last: int, cells: int) -> Iterator[tuple[int, int, int]]:
    """Yield an entry of the table, in parts where it has signs that take up space."""
    if cells or unicodedata.category(chr(last)).startswith("C"):
        yield first, last, cells
        return
    for code in range(first, last + 1):
        yield code, code, int(takes_space(chr(code)))


def takes_space(sign: str) -> bool:
    """Tell whether *sign* goes with the letter before it and yet has a cell of its own."""
    return unicodedata.category(sign) == "Mc"


rich.cells.load_cell_table = _table  # type: ignore[attr-defined]  # it is what rich looks up
rich.cells.get_character_cell_size.cache_clear()
rich.cells.cached_cell_len.cache_clear()


def is_narrow(text: str) -> bool:
    """Tell whether each character of *text* takes exactly one cell.

    True for what most news is written in; then a cell is a character, and nothing need be
    measured. May say False of a text that would be narrow, never the other way round.
    """
    if "\t" in text:
        return False
    if text.isascii() or _USUAL_ONLY.fullmatch(text):
        return True
    return _not_one_cell().search(text) is None


@cache
def _not_one_cell() -> re.Pattern[str]:
    """Return what finds a character that may not take one cell."""
    return re.compile(_NOT_ONE_CELL)


def width(text: str) -> int:
    """Return how many cells *text* takes on one line."""
    if is_narrow(text):
        return len(text)
    if "\t" in text:
        return sum(map(width, text.split("\t"))) + len(TAB) * text.count("\t")
    return cell_len(text)


def graphemes(text: str) -> list[Grapheme]:
    """Return the graphemes of *text* in order; together they cover it."""
    if is_narrow(text):
        return [(index, index + 1, 1) for index in range(len(text))]
    if "\t" in text:
        return list(_around_tabs(text))
    spans = split_graphemes(text)[0]
    if _MAY_CLING.search(text) is None:
        return spans
    flags = _FLAG.search(text) is not None
    found: list[Grapheme] = []
    for span in spans:
        if found and (
            not span[2] or takes_space(text[span[0]]) or (flags and _is_half(text, found[-1], span))
        ):
            start, _, before = found[-1]
            found[-1] = (start, span[1], before + span[2])
        else:
            found.append(span)
    return found


def _around_tabs(text: str) -> Iterator[Grapheme]:
    """Yield the graphemes of a text with tabs."""
    at = 0
    for part in text.split("\t"):
        yield from ((at + start, at + end, size) for start, end, size in graphemes(part))
        at += len(part) + 1
        if at <= len(text):
            yield at - 1, at, len(TAB)


def _is_half(text: str, before: Grapheme, span: Grapheme) -> bool:
    """Tell whether *span* is the second half of a flag, of which *before* is the first."""
    alone = before[1] - before[0] == 1
    return alone and bool(_FLAG.match(text, before[0]) and _FLAG.match(text, span[0]))


def cells_of_sign(sign: str) -> int:
    """Return how many cells a single character takes."""
    return get_character_cell_size(sign)


def unjoined(text: str) -> str:
    """Return *text*, just as long, with a non-joiner for each joiner that makes no emoji.

    Rich gives what follows a joiner no cell, and few terminals agree where that is a letter.
    """
    return _STRAY_JOINER.sub("\u200c", text) if "\u200d" in text else text


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
