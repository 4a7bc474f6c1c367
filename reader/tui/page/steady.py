"""Keeps a line of the terminal in step, however wide the terminal draws what stands on it.

Terminals disagree on how many cells some signs take: vowel signs of Indian scripts, emoji made of
several characters, emoji newer than the terminal. Whatever follows such a sign would stand too far
left or right, and parts of it would stay behind when the page moves on. So its cells are blanked
first, and what follows is put where it belongs by its column.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from reader.tui.page.cells import graphemes, width

_EMOJI = "\ufe0f\U0001f000-\U0001faff"
_INDIC = "\u0900-\u0dff\u0f00-\u109f\u1700-\u17ff\u1920-\u1cff\ua800-\uabff\U00011000-\U00011dff"
_UNSURE = re.compile(f"[{_EMOJI}{_INDIC}\u200d]")
_WORD = re.compile(f"[{_INDIC}][{_INDIC}\u200c\u200d]*")
_IN_PAIRS = re.compile("[\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff]")

_PIECE = re.compile(
    r"\x1b\[(?P<place>\d+;\d+)H"
    r"|(?P<style>\x1b\[[0-9;:]*m)"
    r"|(?P<words>[^\x00-\x1f\x7f]+)"
    r"|(?P<other>\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|.)",
    re.DOTALL,
)
"""What is written, in pieces: the cursor put somewhere, a style, words, anything else."""

Pieces = list[tuple[str, str]]
"""The kind and the text of each piece."""


def steady(data: str) -> str:
    """Return *data* with every sign of unsure width blanked before and put right after.

    What has none is returned as it is, and so is what follows a movement of the cursor that is
    not to a row and a column.
    """
    if _UNSURE.search(data) is None:
        return data
    return "".join(_steady_stretch(stretch) for stretch in _stretches(data))


def _stretches(data: str) -> Iterator[Pieces]:
    """Yield the pieces of *data* from one movement of the cursor to the next."""
    stretch: Pieces = []
    for match in _PIECE.finditer(data):
        kind = match.lastgroup or "other"
        if kind in ("place", "other"):
            yield stretch
            stretch = []
        stretch.append((kind, match[0]))
    yield stretch


def _steady_stretch(stretch: Pieces) -> str:
    """Return a stretch as it is to be written."""
    whole = "".join(text for _, text in stretch)
    if not stretch or stretch[0][0] != "place" or _UNSURE.search(whole) is None:
        return whole
    row, column = map(int, stretch[0][1][2:-1].split(";"))
    end = column + sum(width(text) for kind, text in stretch if kind == "words")
    written = []
    for kind, text in stretch:
        if kind == "words":
            written.append(_placed(text, row, column, end))
            column += width(text)
        else:
            written.append(text)
    return "".join(written)


def _placed(words: str, row: int, column: int, end: int) -> str:
    """Return *words*, which start at *column*, with their unsure parts held in their cells."""
    written = []
    for part, cells, apart in _parts(words):
        if not apart:
            written.append(part)
        else:
            shown = part if apart <= end - column else _first(part, end - column)
            held = f"{' ' * cells}\x1b[{row};{column}H{shown}\x1b[{row};{column + cells}H"
            written.append(held)
        column += cells
    return "".join(written)


@lru_cache(maxsize=1024)
def _parts(words: str) -> tuple[tuple[str, int, int], ...]:
    """Return *words* in parts: each with its cells, and with those that it takes when taken apart.

    The last is 0 where all terminals agree.
    """
    parts, done = [], 0
    for start, stop in _unsure_ranges(words):
        if done < start:
            parts.append((words[done:start], width(words[done:start]), 0))
        part, done = words[start:stop], stop
        parts.append((part, width(part), sum(_cells_alone(sign) for sign in part)))
    if done < len(words):
        parts.append((words[done:], width(words[done:]), 0))
    return tuple(parts)


def _unsure_ranges(words: str) -> Iterator[tuple[int, int]]:
    """Yield the range of each word in an Indian script and of each emoji."""
    if _UNSURE.search(words) is None:
        return
    done = 0
    for start, stop, _ in graphemes(words):
        if start < done or _UNSURE.search(words, start, stop) is None:
            continue
        word = _WORD.match(words, start)
        done = max(stop, word.end()) if word else stop
        yield start, done


def _cells_alone(sign: str) -> int:
    """Return the cells of a character of an emoji that is not drawn as one."""
    return 2 if _IN_PAIRS.match(sign) else width(sign)


def _first(part: str, room: int) -> str:
    """Return the first sign of *part*, for there is too little *room* for them one by one.

    A terminal that takes an emoji apart draws each of its signs. What follows on the line covers
    them; at the end of the line nothing would.
    """
    return part[0] if width(part[0]) <= room else ""
