"""An article with what was left out of it at its place, as lines of one width."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from reader.article.cleaning import Line
from reader.article.sanitise import mask_text
from reader.tui.page.cells import is_narrow
from reader.tui.page.wrap import wrap

LEFT_OUT = "−"
BROUGHT_BACK = "+"
_BULLET = "• "
_CELL_BREAK = " │ "


class UncleanedLine(NamedTuple):
    """One line of the view."""

    number: int = -1
    """Which line of the article it shows; -1 for the empty ones between them."""
    sign: str = " "
    text: str = ""
    reason: str = ""
    """Why it was left out; on the last line of what was."""
    kind: str = "kept"
    """``kept``, ``heading``, ``back`` or ``dropped``."""


@dataclass(slots=True)
class Uncleaned:
    """The lines of an article at one width. Made by ``lay_out``, never changed."""

    lines: list[UncleanedLine] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    """For each line of the article, the index of the first that shows it."""
    ends: list[int] = field(default_factory=list)
    """And that after the last."""


def lay_out(lines: Sequence[Line], cells: int, back: Collection[tuple[str, int]] = ()) -> Uncleaned:
    """Return the lines that show *lines*.

    Args:
        lines: those of the article, kept and left out.
        cells: how wide they may be.
        back: the words of those that the reader brought back, each with its number.
    """
    laid = Uncleaned()
    before: Line | None = None
    for index, line in enumerate(lines):
        if line.text and before is not None and (line.kept or before.kept):
            laid.lines.append(UncleanedLine())
        laid.starts.append(len(laid.lines))
        if line.text:
            laid.lines += _shown(index, line, cells, (line.text, line.nth) in back)
            before = line
        laid.ends.append(len(laid.lines))
    return laid


def _shown(index: int, line: Line, cells: int, back: bool) -> list[UncleanedLine]:
    """Return the lines that show one line of the article."""
    text = _BULLET * (line.draft.kind == "list_item") + mask_text(line.draft.text)
    text = text.replace("\t", _CELL_BREAK)
    reason = f" ({line.reason})" if line.reason else ""
    whole = text + reason
    kind = "dropped" if not line.kept else "heading" if line.draft.kind == "heading" else "kept"
    kind = "back" if back and line.kept else kind
    sign = LEFT_OUT if not line.kept else BROUGHT_BACK if back else " "
    made: list[UncleanedLine] = []
    for start, end in wrap(whole, 0, len(whole), cells, narrow=is_narrow(whole)):
        words, why = whole[start : min(end, len(text))], whole[max(start, len(text)) : end]
        made.append(UncleanedLine(index, " " if made else sign, words, why, kind))
    return made
