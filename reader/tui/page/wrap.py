"""Where lines break.

Breaks fall at spaces; between ideographs, where a line may not open or close with certain
signs; and inside a word only when it is wider than the line.
"""

import re
from collections.abc import Iterator

from reader.tui.page.cells import Grapheme, cells_of_sign, graphemes

Range = tuple[int, int]

_MAY_NOT_OPEN = frozenset(
    "、。，．・：；？！ヽヾゝゞ々ー）］｝」』】〉》〕〗〙〟’”»％‰℃…‥゛゜ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.:;?!)]}"
)
_LETTER = re.compile(r"[^\W\d_]")
_LEFTWARDS = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001eeff]"
)
_MAY_NOT_CLOSE = frozenset("（［｛「『【〈《〔〖〘〝‘“«([{￥＄£€")


def wrap(text: str, start: int, end: int, cells: int, *, narrow: bool) -> Iterator[Range]:
    """Yield the range of each line of ``text[start:end]`` when lines are *cells* cells wide.

    A line feed ends a line. The space at which a line breaks is on neither line.

    Args:
        text: the whole text; offsets count from its start.
        start: where to start.
        end: where to end.
        cells: the width of a line, at least 1.
        narrow: whether every character takes one cell (see ``cells.is_narrow``).
    """
    while True:
        feed = text.find("\n", start, end)
        stop = end if feed < 0 else feed
        yield from (_wrap_narrow if narrow else _wrap_wide)(text, start, stop, cells)
        if feed < 0:
            return
        start = feed + 1


def reads_leftwards(text: str, start: int, end: int) -> bool:
    """Tell whether the first letter of ``text[start:end]`` is of a script read from the right."""
    letter = _LETTER.search(text, start, end)
    return letter is not None and _LEFTWARDS.match(letter[0]) is not None


def _wrap_narrow(text: str, start: int, end: int, cells: int) -> Iterator[Range]:
    """Wrap one line of characters of one cell each, searching backwards for a space."""
    while end - start > cells:
        space = text.rfind(" ", start + 1, start + cells + 1)
        if space < 0:
            yield start, start + cells
            start += cells
        else:
            yield start, space
            start = space + 1
    yield start, end


def _wrap_wide(text: str, start: int, end: int, cells: int) -> Iterator[Range]:
    """Wrap one line grapheme by grapheme."""
    spans = graphemes(text[start:end])
    first = 0
    while first < len(spans):
        stop, resume = _line_end(text[start:end], spans, first, cells)
        yield start + spans[first][0], start + spans[stop - 1][1]
        first = resume
    if not spans:
        yield start, end


def _line_end(text: str, spans: list[Grapheme], first: int, cells: int) -> tuple[int, int]:
    """Return the index after the last grapheme of a line, and that of the next line's first."""
    taken = 0
    best: tuple[int, int] | None = None
    for index in range(first, len(spans)):
        start, end, size = spans[index]
        if text[start:end] == " ":
            best = (index, index + 1) if index > first else best
            if taken >= cells:
                return index, index + 1
        elif taken + size > cells:
            if best is None:
                best = (max(index, first + 1), max(index, first + 1))
            return best
        elif index > first and _may_part(text, spans[index - 1], spans[index]):
            best = (index, index)
        taken += size
    return len(spans), len(spans)


def _may_part(text: str, left: Grapheme, right: Grapheme) -> bool:
    """Tell whether a line may break between two graphemes with no space between them."""
    if left[2] < 2 and right[2] < 2:
        return False
    before, after = text[left[0]], text[right[0]]
    if cells_of_sign(before) < 2 and cells_of_sign(after) < 2:
        return False
    if before.isascii() and before.isalnum() and after.isascii():
        return False
    return (
        after not in _MAY_NOT_OPEN
        and before not in _MAY_NOT_CLOSE
        and not _is_narrow_join(before, after)
    )


def _is_narrow_join(before: str, after: str) -> bool:
    """Tell whether a sign of punctuation clings to the wide character beside it."""
    return before in "“‘(" or after in "”’)"
