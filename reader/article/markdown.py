"""Blocks to Markdown: one writer for whatever the article came from."""

import re
from collections.abc import Iterable, Sequence

from reader.article.text import CELL_BREAK, BlockDraft, InlineDraft

_LINE_START = re.compile(r"^(\s*)([#>+~=-]|\d{1,9}(?=[.)]))", re.MULTILINE)
_ANYWHERE = re.compile(r"([\\`*_\[\]<])")
_FENCE = re.compile(r"`{3,}")


def write_markdown(drafts: Iterable[BlockDraft]) -> str:
    """Return the body of *drafts* as CommonMark with tables, ending in a line feed.

    Whatever in the text would read as markup is escaped, so reading it back gives the same text.
    """
    lines: list[str] = []
    previous: BlockDraft | None = None
    number: dict[int, int] = {}
    for draft in drafts:
        if previous is not None and not _joins(previous, draft):
            lines.append("")
        lines.extend(_block_lines(draft, previous, number))
        previous = draft
    return "\n".join(lines) + "\n" if lines else ""


def escape(text: str) -> str:
    """Return *text* with the characters escaped that Markdown would read as markup."""
    return _LINE_START.sub(_escape_start, _ANYWHERE.sub(r"\\\1", text))


def _escape_start(match: re.Match[str]) -> str:
    """Escape what opens a line: the sign itself, or the dot after a number."""
    space, sign = match.groups()
    return f"{space}{sign}\\" if sign.isdigit() else f"{space}\\{sign}"


def _joins(previous: BlockDraft, draft: BlockDraft) -> bool:
    """Tell whether *draft* follows *previous* without a blank line between them."""
    if draft.kind == "row":
        return previous.kind in ("row", "table")
    return draft.kind == "list_item" and previous.kind == "list_item"


def _block_lines(
    draft: BlockDraft, previous: BlockDraft | None, number: dict[int, int]
) -> Sequence[str]:
    """Return the lines of one block."""
    if draft.kind == "code":
        fence = "`" * max([3, *(len(run) + 1 for run in _FENCE.findall(draft.text))])
        return [f"{fence}{draft.language or ''}", *draft.text.split("\n"), fence]
    if draft.kind == "row":
        return _row_lines(draft, previous)
    text = inline_markdown(draft)
    match draft.kind:
        case "table":
            return []
        case "rule":
            return ["---"]
        case "heading":
            return [f"{'#' * (draft.level or 2)} {' '.join(text.split())}"]
        case "quote":
            return [f"> {line}".rstrip() for line in text.split("\n")]
        case "image":
            return [f"![{text}]({destination(draft.href or '')})"]
        case "caption":
            return [f"*{text}*" if "*" not in text else text]
        case "list_item":
            return _item_lines(draft, text, previous, number)
    return text.split("\n")


def _item_lines(
    draft: BlockDraft, text: str, previous: BlockDraft | None, number: dict[int, int]
) -> Sequence[str]:
    """Return the lines of a list item, numbered on from the one before it on its level."""
    depth = draft.level or 1
    if previous is None or previous.kind != "list_item":
        number.clear()
    for deeper in [level for level in number if level > depth]:
        del number[deeper]
    number[depth] = number.get(depth, 0) + 1
    sign = f"{number[depth]}. " if draft.ordered else "- "
    indent = "    " * (depth - 1)
    first, *rest = text.split("\n")
    return [f"{indent}{sign}{first}", *(f"{indent}{' ' * len(sign)}{line}" for line in rest)]


def _row_lines(draft: BlockDraft, previous: BlockDraft | None) -> Sequence[str]:
    """Return a row, with what a table needs before or after its first."""
    cells = [escape(cell).replace("|", "\\|") for cell in draft.text.split(CELL_BREAK)]
    row = f"| {' | '.join(cells)} |"
    if previous is not None and previous.kind == "row":
        return [row]
    rule = f"|{' --- |' * len(cells)}"
    if draft.header:
        return [row, rule]
    return [f"|{'  |' * len(cells)}", rule, row]


def destination(href: str) -> str:
    """Return *href* as the target of a Markdown link."""
    return f"<{href}>" if re.search(r"[\s()<>]", href) else href


def inline_markdown(draft: BlockDraft) -> str:
    """Return the draft's text with its inline marks written as Markdown."""
    if draft.markdown is not None:
        return draft.markdown
    if not draft.inline:
        return escape(draft.text)
    return escape_starts(_write_inline(draft.text, draft.inline))


def escape_starts(text: str) -> str:
    """Escape only what opens a line."""
    return _LINE_START.sub(_escape_start, text)


_SIGNS = {"strong": "**", "emphasis": "*"}


def _write_inline(text: str, marks: Sequence[InlineDraft]) -> str:
    """Return *text* with *marks* written into it; a mark that overlaps another is left out."""
    out: list[str] = []
    position = 0
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if mark.start < position:
            continue
        out.append(_ANYWHERE.sub(r"\\\1", text[position : mark.start]))
        out.append(_write_mark(text, mark, marks))
        position = mark.end
    out.append(_ANYWHERE.sub(r"\\\1", text[position:]))
    return "".join(out)


def _write_mark(text: str, mark: InlineDraft, marks: Sequence[InlineDraft]) -> str:
    """Return the passage of one mark, with the marks inside it, as Markdown."""
    passage = text[mark.start : mark.end]
    if mark.kind == "code":
        return f"`{passage}`" if "`" not in passage else f"`` {passage} ``"
    inner = [
        InlineDraft(other.start - mark.start, other.end - mark.start, other.kind, other.href)
        for other in marks
        if other is not mark
        and mark.start <= other.start
        and other.end <= mark.end
        and (other.start, -other.end, other.kind) > (mark.start, -mark.end, mark.kind)
    ]
    written = _write_inline(passage, inner)
    if mark.kind == "link":
        return f"[{written}]({destination(mark.href or '')})"
    sign = _SIGNS[mark.kind]
    return f"{sign}{written}{sign}"
