"""Blocks to Markdown: one writer for whatever the article came from.

What it writes is CommonMark with tables, and reading it back gives the same text: whatever in an
article would read as markup is escaped.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from reader.article.inline import destination, inline_cells, inline_markdown
from reader.article.model import Article
from reader.article.text import BlockDraft, drafts_of

_BREAK = "\\\n"
_FENCE = re.compile(r"`{3,}")
_WORDLESS = ("rule", "image", "code")


def write_markdown(drafts: Iterable[BlockDraft]) -> str:
    """Return the body of *drafts* as Markdown, ending in a line feed."""
    parts: list[str] = []
    lists = _Lists()
    previous = ""
    for group in _groups(drafts):
        kind = group[0].kind
        is_close = previous == kind == "list_item" and not lists.starts_late(group[0])
        parts.append("" if not parts else "\n" if is_close else "\n\n")
        parts.append(_table(group, lists) if kind == "row" else _block(group[0], lists))
        previous = kind
    return "".join([*parts, "\n"]) if parts else ""


def with_markdown(article: Article) -> Article:
    """Return *article* with its Markdown, written anew where it was left out."""
    if article.markdown or not article.blocks:
        return article
    return replace(article, markdown=write_markdown(drafts_of(article.blocks, article.text)))


def _groups(drafts: Iterable[BlockDraft]) -> Iterator[Sequence[BlockDraft]]:
    """Yield what is written as one: the rows of a table together, any other block alone."""
    rows: list[BlockDraft] = []
    for draft in drafts:
        if draft.kind == "row":
            rows.append(draft)
            continue
        if rows:
            yield rows
            rows = []
        if draft.text or draft.kind in _WORDLESS:
            yield [draft]
    if rows:
        yield rows


@dataclass(frozen=True, slots=True)
class _Item:
    """The last item written on one depth of a list."""

    number: int
    ordered: bool
    close: str
    """What stands behind the number. Another sign begins another list."""

    column: int
    """Where its text starts."""


@dataclass(slots=True)
class _Lists:
    """The lists that are open while writing, outermost first."""

    items: list[_Item] = field(default_factory=list)

    def open_item(self, draft: BlockDraft) -> tuple[str, str]:
        """Return the indent and the sign of a list item, numbered on from the one before it."""
        depth, last = self._place(draft)
        follows = last.number + 1 if last else 1
        number = follows if draft.number is None else draft.number
        close = last.close if last else "."
        if last and number != follows:
            close = ")" if close == "." else "."
        sign = f"{number}{close} " if draft.ordered else "- "
        indent = max(4 * (depth - 1), self.items[depth - 2].column if depth > 1 else 0)
        self.items[depth - 1 :] = [_Item(number, draft.ordered, close, indent + len(sign))]
        return " " * indent, sign

    def starts_late(self, draft: BlockDraft) -> bool:
        """Tell whether *draft* begins a list with another number than 1.

        Only an empty line parts such a list from a text above it.
        """
        return draft.number not in (None, 1) and self._place(draft)[1] is None

    def _place(self, draft: BlockDraft) -> tuple[int, _Item | None]:
        """Return the depth of a list item and the one before it in the same list, if any."""
        depth = min(max(draft.level or 1, 1), len(self.items) + 1)
        last = self.items[depth - 1] if depth <= len(self.items) else None
        return depth, last if last and last.ordered == draft.ordered else None

    def indent_of(self, draft: BlockDraft) -> str:
        """Return the indent of a block that may belong to an item, and close what it ends."""
        del self.items[draft.level or 0 if draft.kind != "heading" else 0 :]
        return " " * self.items[-1].column if self.items else ""


def _block(draft: BlockDraft, lists: _Lists) -> str:
    """Return one block that is no table."""
    if draft.kind == "list_item":
        indent, sign = lists.open_item(draft)
        return indent + sign + _indented(_flow(draft), indent + " " * len(sign))
    indent = lists.indent_of(draft)
    match draft.kind:
        case "heading":
            return f"{'#' * min(max(draft.level or 2, 1), 6)} {_heading_text(draft)}"
        case "quote":
            return f"{indent}> " + _indented(_flow(draft), f"{indent}> ")
        case "code":
            return indent + _indented(_code(draft), indent)
    return indent + _indented(_paragraph(draft), indent)


def _paragraph(draft: BlockDraft) -> str:
    """Return a paragraph, or a block that is written like one."""
    if draft.kind == "rule":
        return "***"
    if draft.kind == "image":
        return f"![{_one_line(draft)}]({destination(draft.href or '')})"
    text = _flow(draft)
    return f"*{text}*" if draft.kind == "caption" and "*" not in text else text


def _flow(draft: BlockDraft) -> str:
    """Return the inline Markdown of *draft*, with its line ends written as breaks."""
    text = inline_markdown(draft)
    return text if draft.markdown is not None else text.replace("\n", _BREAK)


def _one_line(draft: BlockDraft) -> str:
    """Return the inline Markdown of *draft* on one line."""
    return " ".join(inline_markdown(draft).split())


def _heading_text(draft: BlockDraft) -> str:
    """Return a heading's text; signs at its end would else read as the heading's close."""
    text = _one_line(draft)
    kept = text.rstrip("#")
    return text if kept == text or not kept.endswith(" ") else f"{kept}\\{text[len(kept) :]}"


def _indented(text: str, indent: str) -> str:
    """Return *text* with *indent* before every line but the first."""
    return text.replace("\n", f"\n{indent}") if indent else text


def _code(draft: BlockDraft) -> str:
    """Return a fenced block of code, in a fence longer than any in it."""
    fence = "`" * max(2, *(len(run) for run in ["``", *_FENCE.findall(draft.text)])) + "`"
    language = (draft.language or "").replace("`", "").split()
    return f"{fence}{language[0] if language else ''}\n{draft.text}\n{fence}"


def _table(rows: Sequence[BlockDraft], lists: _Lists) -> str:
    """Return a table as wide as its widest row; a header is made up where it has none."""
    lists.items.clear()
    cells = [[_cell(cell) for cell in inline_cells(row)] for row in rows]
    if not rows[0].header:
        cells.insert(0, [])
    width = max(len(row) for row in cells)
    lines = [f"| {' | '.join(row + [''] * (width - len(row)))} |" for row in cells]
    lines.insert(1, f"|{' --- |' * width}")
    return "\n".join(lines)


def _cell(markdown: str) -> str:
    """Return what a cell holds on one line, with the sign escaped that would end it."""
    return " ".join(markdown.split()).replace("|", "\\|")
