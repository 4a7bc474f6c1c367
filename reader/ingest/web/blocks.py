"""A page's tree to its blocks: all of them, furniture too, each with where it stands.

Nothing is chosen here. What a block is (heading, list item, quote …) is read from the elements
around it, so that no choice made later can lose it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from lxml import etree

from reader.article.model import BlockKind
from reader.article.text import BlockDraft, InlineDraft
from reader.ingest.web.code import code_draft
from reader.ingest.web.image import image_draft
from reader.ingest.web.inline import (
    INLINE_KINDS,
    LINE_BREAK,
    Mark,
    Piece,
    absolute,
    join,
    piece_of,
)
from reader.ingest.web.table import is_data, table_drafts
from reader.ingest.web.tree import NEVER_TEXT

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_SKIPPED = frozenset(["head", "title", "rp", "rt", *NEVER_TEXT])
_INLINE = frozenset(
    (
        *("abbr", "acronym", "bdi", "bdo", "big", "cite", "data", "del", "dfn", "font", "ins"),
        *("label", "mark", "nobr", "output", "q", "ruby", "s", "small", "span", "strike", "sub"),
        *("sup", "time", "u", "var", "wbr", *INLINE_KINDS),
    )
)
_RICH = etree.XPath(
    "boolean(.//h1|.//h2|.//h3|.//h4|.//h5|.//h6|.//figure|.//blockquote|.//table|.//pre"
    "|.//article) or count(.//p) > 3"
    " or (.//time and .//p and (.//p[2] or string-length(normalize-space(.)) > 200))"
)
"""Whether a list's item holds passages of its own: whole structures, or an entry with its time."""

_MOST_ITEMS = 10**9
"""Markdown writes no longer numbers."""


_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:captions?|legende?|bildunterschrift)(?![\w-]*button)", re.IGNORECASE
)
_PICTURES = etree.XPath("boolean(.//img)")
_LONG_CAPTION = 500


@dataclass(slots=True)
class Numbering:
    """How a list counts its items."""

    following: int = 1
    """The number of the next."""
    step: int = 1

    def of(self, item: etree._Element) -> int | None:
        """Return the number of the next item, None for one that no reader would write."""
        own = _number(item.get("value"))
        number = self.following if own is None else own
        self.following = number + self.step
        return number if 0 <= number < _MOST_ITEMS else None


@dataclass(frozen=True, slots=True)
class Place:
    """What the elements around a stretch of text make of it."""

    kind: BlockKind = "paragraph"
    level: int | None = None
    ordered: bool = False
    depth: int = 0
    """How many lists it lies in."""
    whole: bool = False
    """Whether the blocks within are one: a list item's paragraphs, a caption's parts."""
    numbering: Numbering | None = None
    """How the list counts that it lies in, when it does."""
    number: int | None = None
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class PageBlock:
    """A block of a page, whether of its article or not."""

    draft: BlockDraft
    element: etree._Element
    """The innermost block element around it."""

    linked: float = 0.0
    """Which part of its text is links."""


@dataclass(slots=True)
class _Walk:
    """The way through one tree: the blocks behind, and the text not yet closed into one."""

    base: str | None
    blocks: list[PageBlock] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    images: list[PageBlock] = field(default_factory=list)
    pictured: dict[etree._Element, bool] = field(default_factory=dict)
    """What is known of elements: whether they hold a picture."""
    items: set[etree._Element] = field(default_factory=set)
    """The list items that have opened; what comes further of each has no sign of its own."""


def blocks_of(root: etree._Element, base: str | None = None) -> list[PageBlock]:
    """Return all blocks below *root* in reading order.

    Args:
        root: an element of a tree rid of what is never read.
        base: the address that relative links and pictures count from.
    """
    walk = _Walk(base)
    _inside(walk, root, Place())
    _close(walk, root, Place())
    return walk.blocks


def _visit(walk: _Walk, element: etree._Element, place: Place) -> None:
    """Read one element, but not the text after it."""
    tag = element.tag
    if not isinstance(tag, str) or tag in _SKIPPED:
        return
    special = _SPECIAL.get(tag)
    if special is not None:
        special(walk, element, place)
    elif tag in INLINE_KINDS:
        href = absolute(element.get("href"), walk.base) if tag == "a" else None
        mark = Mark(INLINE_KINDS[tag], href)
        _inside(walk, element, _marked(place, mark))
    elif tag in _INLINE or ("-" in tag and not len(element)):
        _inside(walk, element, place)
    elif place.whole:
        walk.pieces.append(Piece(LINE_BREAK))
        _inside(walk, element, place)
        walk.pieces.append(Piece(LINE_BREAK))
    elif _is_caption(walk, element):
        _caption(walk, element, place)
    else:
        _as_block(walk, element, place)


def _marked(place: Place, mark: Mark) -> Place:
    """Return *place* within one more mark; pages hold thousands, and ``replace`` is slow."""
    return Place(
        place.kind,
        place.level,
        place.ordered,
        place.depth,
        place.whole,
        place.numbering,
        place.number,
        (*place.marks, mark),
    )


def _is_caption(walk: _Walk, element: etree._Element) -> bool:
    """Tell whether *element* is called a caption and stands beside the picture that it is of."""
    if not _CAPTION.search(element.get("class") or "") or _RICH(element) or _PICTURES(element):
        return False
    if len(element.xpath("string()")) > _LONG_CAPTION:
        return False
    for node in islice(element.iterancestors(), 2):
        if node not in walk.pictured:
            walk.pictured[node] = _PICTURES(node)
        if walk.pictured[node]:
            return True
    return False


def _inside(walk: _Walk, element: etree._Element, place: Place) -> None:
    """Read the text and the children of *element*."""
    if element.text:
        walk.pieces.append(piece_of(element.text, place.marks))
    for child in element:
        _visit(walk, child, place)
        if child.tail:
            walk.pieces.append(piece_of(child.tail, place.marks))


def _as_block(
    walk: _Walk, element: etree._Element, place: Place, inner: Place | None = None
) -> None:
    """Read *element* as a block of its own; *inner* is the place within, when it is another."""
    _close(walk, _outside(element), place)
    _inside(walk, element, inner or place)
    _close(walk, element, inner or place)


def _outside(element: etree._Element) -> etree._Element:
    """Return the element around *element*."""
    parent = element.getparent()
    return element if parent is None else parent


def _close(walk: _Walk, element: etree._Element, place: Place) -> None:
    """Make a block of the text gathered so far, and put the pictures in it behind it."""
    pieces, walk.pieces = walk.pieces, []
    if any(not piece.text.isspace() for piece in pieces):
        text, inline = join(pieces)
        if place.kind == "heading":
            text = text.replace(LINE_BREAK, " ")
        if text:
            draft = _draft(walk, element, place, text, inline)
            linked = sum(mark.end - mark.start for mark in inline if mark.kind == "link")
            walk.blocks.append(PageBlock(draft, element, linked / len(text)))
    images, walk.images = walk.images, []
    walk.blocks.extend(images)


def _draft(
    walk: _Walk, element: etree._Element, place: Place, text: str, inline: tuple[InlineDraft, ...]
) -> BlockDraft:
    """Return the block of a text that stands in *place*, the innermost block being *element*."""
    if place.kind == "list_item" and element in walk.items:
        return BlockDraft("paragraph", text, place.level, inline=inline)
    if place.kind == "list_item":
        walk.items.add(element)
    return BlockDraft(place.kind, text, place.level, place.ordered, inline, number=place.number)


def _heading(walk: _Walk, element: etree._Element, place: Place) -> None:
    """Read a heading, which ends any list or quote it stands in."""
    inner = Place("heading", _HEADINGS[element.tag], marks=place.marks, whole=True)
    _as_block(walk, element, place, inner)


def _list(walk: _Walk, element: etree._Element, place: Place) -> None:
    """Read a list, or one nested in an item."""
    numbering = _numbering(element) if element.tag == "ol" else None
    inner = replace(
        place,
        ordered=numbering is not None,
        numbering=numbering,
        depth=place.depth + 1,
        whole=False,
    )
    _as_block(walk, element, place, inner)


def _numbering(element: etree._Element) -> Numbering:
    """Return how the numbered list *element* counts."""
    start = _number(element.get("start"))
    if element.get("reversed") is None:
        return Numbering(1 if start is None else start)
    items = sum(1 for _ in element.iterchildren("li"))
    return Numbering(items if start is None else start, -1)


def _number(written: str | None) -> int | None:
    """Return the number that an attribute holds, None for anything else."""
    match = re.fullmatch(r"\s*(-?[0-9]{1,9})\s*", written or "")
    return int(match[1]) if match else None


def _item(walk: _Walk, element: etree._Element, place: Place) -> None:
    """Read a list's item; one that holds whole passages is a part of the page, not an item."""
    depth = max(1, place.depth)
    number = place.numbering.of(element) if place.numbering else None
    if _RICH(element):
        _as_block(walk, element, place, replace(place, kind="paragraph", level=None, whole=False))
    else:
        inner = replace(place, kind="list_item", level=depth, whole=True, number=number)
        _as_block(walk, element, place, inner)


def _quote(walk: _Walk, element: etree._Element, place: Place) -> None:
    """Read a quotation."""
    _as_block(walk, element, place, Place("quote", marks=place.marks))


def _caption(walk: _Walk, element: etree._Element, place: Place) -> None:
    """Read a picture's caption."""
    _as_block(walk, element, place, Place("caption", marks=place.marks, whole=True))


def _table(walk: _Walk, element: etree._Element, place: Place) -> None:
    """Read a table of data; one that lays out a page is a part of it."""
    if not is_data(element):
        _as_block(walk, element, place, replace(place, whole=False))
        return
    _close(walk, _outside(element), place)
    walk.blocks.extend(
        PageBlock(draft, row, linked) for draft, row, linked in table_drafts(element, walk.base)
    )


def _code(walk: _Walk, element: etree._Element, place: Place) -> None:
    """Read a block of code, every space of it."""
    _close(walk, _outside(element), place)
    draft = code_draft(element)
    if draft is not None:
        walk.blocks.append(PageBlock(draft, element))


def _image(walk: _Walk, element: etree._Element, place: Place) -> None:
    """Read a picture, which waits for the end of the text that it stands in."""
    draft = image_draft(element, walk.base)
    if draft is not None:
        walk.images.append(PageBlock(draft, element))


def _rule(walk: _Walk, element: etree._Element, place: Place) -> None:
    """Read a rule between passages."""
    _close(walk, _outside(element), place)
    walk.blocks.append(PageBlock(BlockDraft("rule"), element))


def _break(walk: _Walk, element: etree._Element, place: Place) -> None:
    """Read a line break; two in a row part paragraphs."""
    if not place.whole and _ends_broken(walk.pieces):
        _close(walk, _outside(element), place)
    else:
        walk.pieces.append(Piece(LINE_BREAK))


def _ends_broken(pieces: list[Piece]) -> bool:
    """Tell whether nothing but space stands after the last line break."""
    for piece in reversed(pieces):
        if piece.text == LINE_BREAK:
            return True
        if not piece.text.isspace():
            return False
    return False


_SPECIAL = {
    **dict.fromkeys(_HEADINGS, _heading),
    **dict.fromkeys(("ul", "ol", "menu"), _list),
    "li": _item,
    "blockquote": _quote,
    "figcaption": _caption,
    "caption": _caption,
    "table": _table,
    "pre": _code,
    "listing": _code,
    "img": _image,
    "hr": _rule,
    "br": _break,
}


def texts_of(blocks: list[PageBlock]) -> Iterator[str]:
    """Yield the text of each block that has any."""
    return (block.draft.text for block in blocks if block.draft.text)
