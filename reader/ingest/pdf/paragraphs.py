"""Lines of a PDF to blocks: paragraphs joined over lines and pages, headings told by size."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from reader.article.text import BlockDraft
from reader.ingest.pdf.lines import PdfLine

_BULLET = re.compile(r"[•●▪◦‣·–*-]\s+(?=\S)")
_HYPHEN = re.compile(r"(\w+)[-\u00ad\u2010]$")
_OPEN_END = re.compile(r"[^.!?…:;\"'”’»)\]]$")
_LARGER = 1.12
_GAP = 1.35
_INDENT = 0.8
_BEHIND_SIGN = 2.5
_LONGEST_HEADING = 200
_WORDS_OF_BOLD = 14
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Layout:
    """What most lines of a document look like."""

    size: float
    """Of its running text."""

    leading: float
    """From one line of a paragraph to the next."""

    headings: tuple[float, ...]
    """The sizes that only headings have, the largest first."""


def layout_of(lines: Sequence[PdfLine]) -> Layout:
    """Return what most of *lines* look like."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[line.size] += len(line.text)
    size = letters.most_common(1)[0][0] if letters else 10.0
    gaps = [
        round(one.y - other.y, 1)
        for one, other in pairwise(lines)
        if one.page == other.page
        and one.size == other.size == size
        and 0 < one.y - other.y < 4 * size
    ]
    large = {line.size for line in lines if _is_heading_size(line, size)}
    return Layout(size, median(gaps) if gaps else 1.2 * size, tuple(sorted(large, reverse=True)))


def blocks_of(lines: Sequence[PdfLine], layout: Layout) -> list[BlockDraft]:
    """Return the blocks that *lines* make."""
    known = frozenset(re.findall(r"[\w-]+", " ".join(line.text for line in lines)))
    groups = list(_groups(lines, layout))
    starred = any(_is_bold_heading(group, layout) for group in groups)
    drafts: list[BlockDraft] = []
    for group in groups:
        text = _joined([line.text for line in group], known)
        bullet = _BULLET.match(text)
        if _is_heading(group, layout) or (starred and _is_bold_heading(group, layout)):
            drafts.append(BlockDraft("heading", text, level=_level(group[0].size, layout)))
        elif bullet and bullet.end() < len(text):
            drafts.append(BlockDraft("list_item", text[bullet.end() :], level=1))
        else:
            drafts.append(BlockDraft("paragraph", text))
    return drafts


def _is_heading_size(line: PdfLine, size: float) -> bool:
    """Tell whether a line is larger than the running text, and no more than a heading."""
    return line.size > _LARGER * size and len(line.text) < _LONGEST_HEADING


def _is_heading(group: Sequence[PdfLine], layout: Layout) -> bool:
    """Tell whether lines together are a heading by their size."""
    letters = sum(len(line.text) for line in group)
    return _is_heading_size(group[0], layout.size) and letters < _LONGEST_HEADING


def _is_bold_heading(group: Sequence[PdfLine], layout: Layout) -> bool:
    """Tell whether a bold line apart is a heading: short, and open at its end."""
    line = group[0]
    short = len(group) == 1 and 0 < len(line.text.split()) <= _WORDS_OF_BOLD
    return (
        line.bold and short and _OPEN_END.search(line.text) is not None and line.size >= layout.size
    )


def _level(size: float, layout: Layout) -> int:
    """Return the level of a heading: the larger the higher; bold ones of the text's size last."""
    rank = sum(other > size * 1.02 for other in layout.headings)
    return min(2 + rank, _DEEPEST)


def _groups(lines: Sequence[PdfLine], layout: Layout) -> Iterator[list[PdfLine]]:
    """Yield the lines that are one block."""
    group: list[PdfLine] = []
    for line in lines:
        if group and not _goes_on(group, line, layout):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _goes_on(group: Sequence[PdfLine], line: PdfLine, layout: Layout) -> bool:
    """Tell whether *line* belongs to the block that *group* begins."""
    last = group[-1]
    if abs(line.size - last.size) > 0.1 * last.size or _BULLET.match(line.text):
        return False
    if line.bold != last.bold and (len(group) == 1 or line.bold):
        return False
    fall = last.y - line.y
    if line.page != last.page or fall <= 0:
        return _is_broken_off(last.text, line.text)
    if fall > max(_GAP * layout.leading * last.size / layout.size, 1.0):
        return False
    return line.x - _margin(group) <= _INDENT * line.size


def _margin(group: Sequence[PdfLine]) -> float:
    """Return where the lines after the first start; those of an item start behind its sign."""
    if len(group) > 1:
        return group[1].x
    behind = _BEHIND_SIGN * group[0].size if _BULLET.match(group[0].text) else 0.0
    return group[0].x + behind


def _is_broken_off(before: str, after: str) -> bool:
    """Tell whether a text goes on in *after* across the end of a column or page."""
    return _OPEN_END.search(before) is not None and (after[:1].islower() or before.endswith("-"))


def _joined(parts: Sequence[str], known: frozenset[str]) -> str:
    """Return lines as one; a word that a hyphen parted is whole, unless the text writes it so."""
    text = parts[0]
    for part in parts[1:]:
        cut = _HYPHEN.search(text)
        rest = re.match(r"\w*", part)
        if cut is None or not part[:1].islower():
            text = f"{text}{'' if cut else ' '}{part}"
        elif rest and f"{cut[1]}-{rest[0]}" in known:
            text += part
        else:
            text = text[:-1] + part
    return text
