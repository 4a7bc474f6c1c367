"""The tokens of a Markdown document to blocks."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import unescape
from typing import TYPE_CHECKING

from reader.article.sanitise import clean_line, clean_text
from reader.article.text import CELL_BREAK, BlockDraft, InlineDraft
from reader.ingest.markdown_inline import Passage, read_inline

if TYPE_CHECKING:
    from markdown_it.token import Token

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_BREAK = re.compile(r"<(?:br|/p|/div|/li|/h[1-6]|/tr)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_UNSEEN = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)


def read_blocks(tokens: Sequence["Token"], base: str | None) -> list[BlockDraft]:
    """Return the blocks that *tokens* make; relative addresses start from *base*."""
    state = _State(base)
    for token in tokens:
        handler = _HANDLERS.get(token.type)
        if handler is not None:
            handler(state, token)
    return state.drafts


@dataclass(slots=True)
class _State:
    """Where in the document the reading is."""

    base: str | None
    drafts: list[BlockDraft] = field(default_factory=list)
    lists: list[bool] = field(default_factory=list)
    """The open lists, outermost first: whether each is numbered."""

    numbers: list[int] = field(default_factory=list)
    """The number of the next item of each."""

    quotes: int = 0
    new_item: bool = False
    """Whether a list item has opened that has no text yet."""

    heading: int | None = None
    cells: list[Passage] | None = None
    """The cells of the open row, None outside of rows."""

    header: bool = False

    def add(self, passage: Passage) -> None:
        """Add a text as the block that it is where the reading stands."""
        level = len(self.lists) or None
        if not passage.text:
            pass
        elif self.heading is not None and not self.quotes:
            self.drafts.append(passage.draft("heading", self.heading))
        elif self.new_item:
            item = passage.draft("list_item", level, ordered=self.lists[-1])
            number = self.numbers[-1] - 1 if item.ordered else None
            self.drafts.append(replace(item, number=number))
            self.new_item = False
        else:
            self.drafts.append(passage.draft("quote" if self.quotes else "paragraph", level))
        self.drafts.extend(BlockDraft("image", alt, href=src) for alt, src in passage.images)


def _open_list(state: _State, token: "Token") -> None:
    """Enter a list."""
    state.lists.append(token.type.startswith("ordered"))
    state.numbers.append(int(token.attrs.get("start", 1)))


def _close_list(state: _State, token: "Token") -> None:
    """Leave a list."""
    state.lists.pop()
    state.numbers.pop()
    state.new_item = False


def _open_item(state: _State, token: "Token") -> None:
    """Enter a list item."""
    state.numbers[-1] += 1
    state.new_item = True


def _quote(state: _State, token: "Token") -> None:
    """Enter or leave a quotation."""
    state.quotes += token.nesting


def _heading(state: _State, token: "Token") -> None:
    """Enter or leave a heading."""
    state.heading = int(token.tag[1]) if token.nesting == 1 else None


def _table(state: _State, token: "Token") -> None:
    """Open a table."""
    state.drafts.append(BlockDraft("table"))


def _table_head(state: _State, token: "Token") -> None:
    """Enter or leave a table's head."""
    state.header = token.nesting == 1


def _open_row(state: _State, token: "Token") -> None:
    """Enter a row."""
    state.cells = []


def _close_row(state: _State, token: "Token") -> None:
    """Leave a row, which is added unless it is empty."""
    cells, state.cells = state.cells or [], None
    if any(cell.text for cell in cells):
        state.drafts.append(_row(cells, state.header))
    for cell in cells:
        state.drafts.extend(BlockDraft("image", alt, href=src) for alt, src in cell.images)


def _row(cells: list[Passage], header: bool) -> BlockDraft:
    """Return a table's row, with the marks of its cells moved to where each cell stands."""
    marks: list[InlineDraft] = []
    start = 0
    for cell in cells:
        marks += [InlineDraft(m.start + start, m.end + start, m.kind, m.href) for m in cell.marks]
        start += len(cell.text) + len(CELL_BREAK)
    text = CELL_BREAK.join(cell.text for cell in cells)
    return BlockDraft("row", text, inline=tuple(marks), header=header)


def _inline(state: _State, token: "Token") -> None:
    """Add the text of a heading, paragraph, item or cell."""
    one_line = state.cells is not None or state.heading is not None
    passage = read_inline(token.children or (), state.base, one_line=one_line)
    if state.cells is not None:
        state.cells.append(passage)
    else:
        state.add(passage)


def _code(state: _State, token: "Token") -> None:
    """Add a block of code."""
    text = clean_text(token.content).strip("\n").rstrip()
    state.new_item = False
    if text:
        language = clean_line(unescape(token.info)).partition(" ")[0] or None
        level = len(state.lists) or None
        state.drafts.append(BlockDraft("code", text, level=level, language=language))


def _rule(state: _State, token: "Token") -> None:
    """Add a rule."""
    state.drafts.append(BlockDraft("rule"))


def _html(state: _State, token: "Token") -> None:
    """Add what can be read of a block of HTML, paragraph by paragraph."""
    text = _UNSEEN.sub("", _COMMENT.sub("", token.content))
    text = clean_text(unescape(_TAG.sub("", _BREAK.sub("\n\n", text))))
    for piece in re.split(r"\n[ \t]*\n", text):
        state.add(Passage(clean_line(piece)))


_HANDLERS: Mapping[str, Callable[[_State, "Token"], None]] = {
    "bullet_list_open": _open_list,
    "ordered_list_open": _open_list,
    "bullet_list_close": _close_list,
    "ordered_list_close": _close_list,
    "list_item_open": _open_item,
    "blockquote_open": _quote,
    "blockquote_close": _quote,
    "heading_open": _heading,
    "heading_close": _heading,
    "table_open": _table,
    "thead_open": _table_head,
    "thead_close": _table_head,
    "tr_open": _open_row,
    "tr_close": _close_row,
    "inline": _inline,
    "fence": _code,
    "code_block": _code,
    "hr": _rule,
    "html_block": _html,
}
"""What each kind of token does to the reading; the others do nothing."""
