"""Markdown articles: CommonMark with tables, and front matter above it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING

from reader.article.model import Dropped
from reader.article.sanitise import clean_line, clean_text
from reader.article.text import CELL_BREAK, BlockDraft, InlineDraft
from reader.ingest.front_matter import FrontMatter, read_front_matter
from reader.ingest.markdown_inline import Passage, read_inline
from reader.ingest.parsed import Parsed

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

_DEEPEST = 60
"""How deep blocks may nest. The parser drops what lies deeper, so such a text is read as plain."""

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_BREAK = re.compile(r"<(?:br|/p|/div|/li|/h[1-6]|/tr)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_UNSEEN = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)


def read_markdown(source: str, url: str | None = None) -> Parsed:
    """Return what the Markdown *source* says; *url* is what its relative links start from."""
    source = clean_text(source)
    matter = read_front_matter(source)
    base = matter.address("address") or url
    drafts = _drafts(source[matter.end :], base)
    title = matter.first("title")
    if title is None:
        at = next((i for i, d in enumerate(drafts) if d.kind == "heading" and d.level == 1), None)
        title = drafts.pop(at).text if at is not None else ""
    return _with_metadata(title, tuple(drafts), source[: matter.end], matter)


def _with_metadata(
    title: str, drafts: tuple[BlockDraft, ...], front: str, matter: FrontMatter
) -> Parsed:
    """Return the parsed article with what its front matter says of it."""
    guessed: dict[str, str] = {}
    published = matter.date("published")
    if published is None and (published := matter.date("created")):
        guessed["published"] = "the day the note was made; its front matter has no other"
    publishers = (v for v in matter.fields.get("publisher", ()) if not v.startswith("http"))
    dropped = (Dropped(front.strip(), "metadata", 0),) if front else ()
    return Parsed(
        title,
        drafts,
        dropped,
        byline=matter.fields.get("byline", ()),
        publisher=next(publishers, None),
        dateline=matter.first("dateline"),
        published=published,
        modified=matter.date("modified"),
        language=matter.first("language"),
        tags=matter.fields.get("tags", ()),
        summary=matter.first("summary"),
        lead_image=matter.address("image"),
        canonical_url=matter.address("address"),
        guessed=guessed,
    )


def _drafts(source: str, base: str | None) -> list[BlockDraft]:
    """Return the blocks of *source*."""
    tokens = _parser().parse(source)
    state = _State(base)
    for token in tokens:
        handler = _HANDLERS.get(token.type)
        if handler is not None:
            handler(state, token)
    too_deep = any(token.level >= _DEEPEST - 1 for token in tokens)
    empty = not any(draft.text for draft in state.drafts)
    if too_deep or (empty and any(map(str.isalnum, source))):
        return _plain(source)
    return state.drafts


def _plain(source: str) -> list[BlockDraft]:
    """Return the paragraphs of *source* as they stand, its signs and all."""
    pieces = (clean_line(piece) for piece in re.split(r"\n[ \t]*\n", source))
    return [BlockDraft("paragraph", piece) for piece in pieces if piece]


def _parser() -> "MarkdownIt":
    """Return a parser of CommonMark with tables that leaves footnotes where they stand."""
    from markdown_it import MarkdownIt
    from markdown_it.rules_block.reference import reference

    def not_footnote(state: "StateBlock", start: int, end: int, silent: bool) -> bool:
        """Read a link's definition, unless it is a footnote, which looks like one."""
        if state.src.startswith("[^", state.bMarks[start] + state.tShift[start]):
            return False
        return reference(state, start, end, silent)

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table")
    parser.block.ruler.at("reference", not_footnote)
    return parser


@dataclass(slots=True)
class _State:
    """Where in the document the reading is."""

    base: str | None
    drafts: list[BlockDraft] = field(default_factory=list)
    lists: list[bool] = field(default_factory=list)
    """The open lists, outermost first: whether each is numbered."""

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
            self.drafts.append(passage.draft("list_item", level, ordered=self.lists[-1]))
            self.new_item = False
        else:
            self.drafts.append(passage.draft("quote" if self.quotes else "paragraph", level))
        self.drafts.extend(BlockDraft("image", alt, href=src) for alt, src in passage.images)


def _open_list(state: _State, token: "Token") -> None:
    """Enter a list."""
    state.lists.append(token.type.startswith("ordered"))


def _close_list(state: _State, token: "Token") -> None:
    """Leave a list."""
    state.lists.pop()
    state.new_item = False


def _open_item(state: _State, token: "Token") -> None:
    """Enter a list item."""
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
