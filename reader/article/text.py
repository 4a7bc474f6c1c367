"""The plain-text projection: drafts of blocks to one text, with every offset in it.

Ingest reads a source into drafts, whose offsets count from the draft's own first character.
``compose`` puts them together; nothing else makes an ``Article``'s text and blocks.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from reader.article.model import Block, BlockKind, Inline, InlineKind

BLANK_LINE = "\n\n"
"""What stands between two blocks of the text."""

CELL_BREAK = "\t"
"""What stands between two cells of a row."""


@dataclass(frozen=True, slots=True)
class InlineDraft:
    """A stretch of a draft's text set apart; offsets count from the draft's first character."""

    start: int
    end: int
    kind: InlineKind
    href: str | None = None


@dataclass(frozen=True, slots=True)
class BlockDraft:
    """A block before it has its place in the text.

    The text is clean (see ``sanitise``) and has no white space at its ends, and no blank line
    but in code. The text of a row is its cells joined by ``CELL_BREAK``; of a rule and a table,
    empty.
    """

    kind: BlockKind
    text: str = ""
    level: int | None = None
    ordered: bool = False
    inline: tuple[InlineDraft, ...] = ()
    header: bool = False
    href: str | None = None
    language: str | None = None
    number: int | None = None
    markdown: str | None = field(default=None, compare=False)
    """The inline Markdown of its text, where ingest has better than what ``inline`` tells."""


def compose(drafts: Iterable[BlockDraft]) -> tuple[str, tuple[Block, ...]]:
    """Return the text of *drafts* and the blocks that cover it.

    A block without text has an empty range where the next block starts.
    """
    blocks: list[Block] = []
    parts: list[str] = []
    length = 0
    for draft in drafts:
        start = length + len(BLANK_LINE) if parts else 0
        blocks.append(_place(draft, start))
        if draft.text:
            parts.append(draft.text)
            length = start + len(draft.text)
    text = BLANK_LINE.join(parts)
    return text, _pull_back(blocks, len(text))


def _place(draft: BlockDraft, start: int) -> Block:
    """Return the block that *draft* makes when its text starts at *start*."""
    return Block(
        kind=draft.kind,
        start=start,
        end=start + len(draft.text),
        level=draft.level,
        ordered=draft.ordered,
        inline=tuple(
            Inline(start + mark.start, start + mark.end, mark.kind, mark.href)
            for mark in sorted(draft.inline, key=lambda mark: (mark.start, -mark.end))
        ),
        cells=tuple(_cells(draft.text, start)) if draft.kind == "row" else (),
        header=draft.header,
        href=draft.href,
        language=draft.language,
        number=draft.number,
    )


def drafts_of(blocks: Iterable[Block], text: str) -> Iterable[BlockDraft]:
    """Yield the drafts of which ``compose`` makes *blocks* and *text* again.

    The inline Markdown of a draft is not known any more; its marks tell it.
    """
    for block in blocks:
        yield BlockDraft(
            kind=block.kind,
            text=text[block.start : block.end],
            level=block.level,
            ordered=block.ordered,
            inline=tuple(
                InlineDraft(mark.start - block.start, mark.end - block.start, mark.kind, mark.href)
                for mark in block.inline
            ),
            header=block.header,
            href=block.href,
            language=block.language,
            number=block.number,
        )


def _cells(text: str, start: int) -> Iterable[tuple[int, int]]:
    """Yield the range of each cell of a row whose *text* starts at *start*."""
    for cell in text.split(CELL_BREAK):
        yield start, start + len(cell)
        start += len(cell) + len(CELL_BREAK)


def _pull_back(blocks: Sequence[Block], end: int) -> tuple[Block, ...]:
    """Move blocks without text that stand after the last text back to its end."""
    if not blocks or blocks[-1].start <= end:
        return tuple(blocks)
    return tuple(
        block if block.start <= end else replace(block, start=end, end=end) for block in blocks
    )
