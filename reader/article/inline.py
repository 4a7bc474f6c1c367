"""The inside of a block to Markdown: escapes, links, emphasis and code."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.article.text import CELL_BREAK, BlockDraft, InlineDraft

_LINE_START = re.compile(r"^([ \t]*)([#>+~=|:-]|\d{1,9}(?=[.)]))", re.MULTILINE)
_ANYWHERE = re.compile(r"[\\`*_\[\]<]|&(?=#?\w{1,40};)|~(?=~)|(?<=~)~")
_ENTITY = re.compile(r"&(?=#?\w{1,40};)")
_UNSAFE_IN_ADDRESS = re.compile(r"[\s\\<>]")
_SIGNS = {"strong": "**", "emphasis": "*"}


def escape(text: str) -> str:
    """Return *text* with the characters escaped that Markdown would read as markup."""
    return escape_starts(_escape_signs(text))


def escape_starts(text: str) -> str:
    """Escape only what opens a line."""
    return _LINE_START.sub(_escape_start, text)


def _escape_signs(text: str) -> str:
    """Escape what is a sign wherever it stands."""
    return _ANYWHERE.sub(lambda match: "\\" + match[0], text)


def _escape_start(match: re.Match[str]) -> str:
    """Escape what opens a line: the sign itself, or the dot after a number."""
    space, sign = match.groups()
    return f"{space}{sign}\\" if sign.isdigit() else f"{space}\\{sign}"


def destination(href: str) -> str:
    """Return *href* as the target of a Markdown link."""
    href = _ENTITY.sub(r"\\&", _UNSAFE_IN_ADDRESS.sub(_percent, href))
    return f"<{href}>" if "(" in href or ")" in href else href


def _percent(match: re.Match[str]) -> str:
    """Return one character as an address writes it."""
    return "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "replace"))


def inline_markdown(draft: BlockDraft) -> str:
    """Return the draft's text with its inline marks written as Markdown."""
    if draft.markdown is not None:
        return draft.markdown
    if not draft.inline:
        return escape(draft.text)
    return escape_starts(_Writer(draft.text, draft.inline).write(0, len(draft.text)))


def inline_cells(draft: BlockDraft) -> Iterator[str]:
    """Yield the Markdown of each cell of a row."""
    writer = _Writer(draft.text, draft.inline)
    start = 0
    for cell in draft.text.split(CELL_BREAK):
        yield escape_starts(writer.write(start, start + len(cell)))
        start += len(cell) + len(CELL_BREAK)


class _Writer:
    """Writes one draft's text in reading order, each mark in its place.

    A mark that overlaps another, that stands in one of its own kind, or whose signs Markdown
    would not read as such where it stands, is left out; its text never is.
    """

    def __init__(self, text: str, marks: Sequence[InlineDraft]) -> None:
        self._text = text
        trimmed = (_trimmed(text, mark) for mark in marks)
        self._marks = sorted(
            (mark for mark in trimmed if mark.start < mark.end),
            key=lambda mark: (mark.start, -mark.end),
        )
        self._next = 0
        self._starts = Counter(mark.start for mark in self._marks)
        self._ends = Counter(mark.end for mark in self._marks)

    def write(self, start: int, end: int, within: frozenset[str] = frozenset()) -> str:
        """Return the Markdown from *start* to *end*, inside marks of the kinds *within*."""
        out: list[str] = []
        position = start
        while self._next < len(self._marks) and self._marks[self._next].start < end:
            mark = self._marks[self._next]
            self._next += 1
            touches = mark.start == position and _merges(mark, out, within)
            fits = position <= mark.start and mark.end <= end
            if fits and not touches and self._may_stand(mark, within):
                out.append(_escape_signs(self._text[position : mark.start]))
                if mark.kind == "link" and out[-1].endswith("!"):
                    out[-1] = f"{out[-1][:-1]}\\!"
                out.append(self._write_mark(mark, within | {mark.kind}))
                position = mark.end
        out.append(_escape_signs(self._text[position:end]))
        return "".join(out)

    def _may_stand(self, mark: InlineDraft, within: frozenset[str]) -> bool:
        """Tell whether the signs of *mark* would be read as such."""
        if mark.kind in within:
            return False
        if mark.kind not in _SIGNS:
            return "\n" not in self._text[mark.start : mark.end] or mark.kind == "link"
        before = self._text[mark.start - 1 : mark.start]
        first = "*" if self._starts[mark.start] > 1 else self._text[mark.start]
        last = "*" if self._ends[mark.end] > 1 else self._text[mark.end - 1]
        after = self._text[mark.end : mark.end + 1]
        return _opens(before, first) and _opens(after, last)

    def _write_mark(self, mark: InlineDraft, within: frozenset[str]) -> str:
        """Return the passage of one mark, with the marks inside it, as Markdown."""
        if mark.kind == "code":
            return _code_span(self._text[mark.start : mark.end])
        written = self.write(mark.start, mark.end, within)
        if mark.kind == "link":
            return f"[{written}]({destination(mark.href or '')})"
        return f"{_SIGNS[mark.kind]}{written}{_SIGNS[mark.kind]}"


def _trimmed(text: str, mark: InlineDraft) -> InlineDraft:
    """Return *mark* without the white space at its ends, where no sign may stand."""
    passage = text[mark.start : mark.end]
    if passage == passage.strip():
        return mark
    start = mark.start + len(passage) - len(passage.lstrip())
    return replace(mark, start=start, end=max(start, mark.start + len(passage.rstrip())))


def _opens(outside: str, inside: str) -> bool:
    """Tell whether a sign of emphasis between the two characters reads as one."""
    return not _is_sign(inside) or not outside or outside.isspace() or _is_sign(outside)


def _is_sign(character: str) -> bool:
    """Tell whether CommonMark counts *character* as punctuation."""
    return unicodedata.category(character)[0] in "PS"


def _merges(mark: InlineDraft, out: Sequence[str], within: frozenset[str]) -> bool:
    """Tell whether the sign of *mark*, written now, would run into the sign before it."""
    if mark.kind in _SIGNS:
        return out[-1].endswith("*") if out else bool(within & _SIGNS.keys())
    return mark.kind == "code" and bool(out) and out[-1].endswith("`")


def _code_span(passage: str) -> str:
    """Return *passage* as code, in a fence that does not occur in it."""
    longest = max((len(run) for run in re.findall("`+", passage)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if longest or passage != passage.strip(" ") else ""
    return f"{fence}{pad}{passage}{pad}{fence}"
