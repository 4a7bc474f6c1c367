"""Where lines break.

Breaks fall at spaces and after dashes that join words; between ideographs, where a line may not
open or close with certain signs; and inside a word only when it is wider than the line, or when a
script that is written without spaces would leave most of the line empty.
"""

import re
from collections.abc import Iterator, Sequence

from reader.tui.page.cells import Grapheme, cells_of_sign, graphemes
from reader.tui.page.syllables import begins_syllable, is_unspaced, may_part_syllables

Range = tuple[int, int]

_MAY_NOT_OPEN = frozenset(
    "、。，．・：；？！ヽヾゝゞ々〻ー〜～）］｝」』】〉》〕〗〙〟’”»％‰℃…‥゛゜ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ｡｣､･ﾞﾟｰ,.:;?!)]}"
)
_LETTER = re.compile(r"[^\W\d_]")
_LEFTWARDS = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001eeff]"
)
_MAY_NOT_CLOSE = frozenset("（［｛「『【〈《〔〖〘〝‘“«([{￥＄£€")
_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7ff]")

_DASH = "—"

_SEAMS = "/-_?&=.,;:#"
"""Signs after which an address or another long word is best broken."""

_NEAR = 8
"""How many signs a line may lack for the next one to begin with a whole word or syllable."""


def wrap(text: str, start: int, end: int, cells: int, *, narrow: bool) -> Iterator[Range]:
    """Yield the range of each line of ``text[start:end]`` when lines are *cells* cells wide.

    A line feed ends a line. The space at which a line breaks is on neither line.

    Args:
        text: the whole text; offsets count from its start.
        start: where to start.
        end: where to end.
        cells: the width of a line; a narrower one than a cell is taken for one of a cell.
        narrow: whether every character takes one cell (see ``cells.is_narrow``).
    """
    cells = max(1, cells)
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
        joint = _joint(text, max(start, space), start + cells)
        if joint:
            yield start, joint
            start = joint
        elif space < 0:
            stop = max(text.rfind(seam, start + cells // 2, start + cells) for seam in _SEAMS) + 1
            yield start, stop or start + cells
            start = stop or start + cells
        else:
            yield start, space
            start = space + 1
    yield start, end


def _joint(text: str, start: int, end: int) -> int:
    """Return where the word that begins at *start* may be parted before *end*: after a dash.

    A hyphen is one where else many cells would stay empty. It is 0 where there is none.
    """
    dash = text.rfind(_DASH, start + 2, end)
    if dash > 0 and text[dash - 1] != " " and text[dash + 1].isalnum():
        return dash + 1
    hyphen = text.rfind("-", start + 4, end) if end - start > _NEAR else -1
    if (
        hyphen > 0
        and text[hyphen - 3 : hyphen].isalpha()
        and text[hyphen + 1 : hyphen + 4].isalpha()
    ):
        return hyphen + 1
    return 0


def _wrap_wide(text: str, start: int, end: int, cells: int) -> Iterator[Range]:
    """Wrap one line grapheme by grapheme."""
    passage = text[start:end]
    spans = graphemes(passage)
    first = 0
    while first < len(spans):
        stop, resume = _line_end(passage, spans, first, cells)
        yield start + spans[first][0], start + spans[stop - 1][1]
        first = resume
    if not spans:
        yield start, end


def _line_end(text: str, spans: list[Grapheme], first: int, cells: int) -> tuple[int, int]:
    """Return the index after the last grapheme of a line, and that of the next line's first."""
    taken = 0
    best: tuple[int, int] | None = None
    filled = 0
    for index in range(first, len(spans)):
        start, end, size = spans[index]
        if text[start:end] == " ":
            best, filled = ((index, index + 1), taken) if index > first else (best, filled)
            if taken >= cells:
                return index, index + 1
        elif taken + size > cells:
            if best is not None and (2 * filled >= cells or not is_unspaced(text[start])):
                return best
            stop = _break_within(text, spans, best[1] if best else first, index)
            return (stop, stop) if stop else best or (max(index, first + 1),) * 2
        elif index > first and _may_part(text, spans[index - 1], spans[index]):
            best, filled = (index, index), taken
        taken += size
    return len(spans), len(spans)


def _break_within(text: str, spans: Sequence[Grapheme], first: int, last: int) -> int | None:
    """Return before which grapheme to part a run from *first* on for which *last* is too much.

    None where no place in its latter half is better than another.
    """
    signs = {at: text[spans[at][0] : spans[at][1]] for at in range(first, last + 1)}
    places = range(last, first + (last - first) // 2, -1)
    sure = (at for at in places[:_NEAR] if begins_syllable(signs[at - 1], signs[at]))
    fair = (at for at in places if _is_seam(signs[at - 1], signs[at]))
    return next(sure, None) or next(fair, None)


def _is_seam(before: str, after: str) -> bool:
    """Tell whether a word is as well parted between two graphemes as within it at all."""
    if is_unspaced(before) and is_unspaced(after):
        return may_part_syllables(before, after)
    return before in _SEAMS and after not in _SEAMS


def _may_part(text: str, left: Grapheme, right: Grapheme) -> bool:
    """Tell whether a line may break between two graphemes with no space between them."""
    if left[2] < 2 and right[2] < 2:
        return False
    before, after = text[left[0]], text[right[0]]
    if _HANGUL.match(before) or _HANGUL.match(after):  # Korean is written with spaces
        return False
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
