"""The tree of an article's own headings."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.article.model import Block, Section
from reader.article.text import BLANK_LINE


def sections_of(blocks: Sequence[Block], text: str) -> tuple[Section, ...]:
    """Return the sections that the headings among *blocks* open, nested by level.

    Text before the first heading belongs to none. A level left out (an h4 under an h2) nests as
    one step.
    """
    headings = [block for block in blocks if block.kind == "heading"]
    return _nest(headings, text, len(text))


def _nest(headings: Sequence[Block], text: str, end: int) -> tuple[Section, ...]:
    """Return the sections of *headings*, the last of which runs up to *end*.

    The headings of one level may be thousands, so they are cut at once, not one by one.
    """
    if not headings:
        return ()
    tops: list[int] = []
    level = 7
    for index, heading in enumerate(headings):
        if (heading.level or 2) <= level:
            tops.append(index)
            level = heading.level or 2
    sections = []
    for first, after in pairwise([*tops, len(headings)]):
        top = headings[first]
        stop = headings[after].start - len(BLANK_LINE) if after < len(headings) else end
        children = _nest(headings[first + 1 : after], text, stop)
        title = text[top.start : top.end]
        sections.append(Section(title, top.level or 2, top.start, stop, children))
    return tuple(sections)


def flatten(sections: Sequence[Section], depth: int = 1) -> Iterator[tuple[int, Section]]:
    """Yield every section in reading order, with its depth in the tree (1 is the outermost)."""
    for section in sections:
        yield depth, section
        yield from flatten(section.children, depth + 1)


def section_at(sections: Sequence[Section], offset: int) -> Section | None:
    """Return the innermost section that *offset* lies in, or None before the first heading."""
    found = None
    for _, section in flatten(sections):
        if section.start > offset:
            break
        if offset < section.end:
            found = section
    return found
