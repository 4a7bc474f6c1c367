"""The blocks of an article as HTML, with its marks painted in."""

import html
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TypeVar

from reader.article.model import Article, Block, Inline
from reader.export.addresses import safe_address

_TAGS = {"strong": "strong", "emphasis": "em", "code": "code"}
_WRAPPED = {"quote": "blockquote", "caption": "figcaption", "paragraph": "p", "image": "p"}


@dataclass(frozen=True, slots=True)
class Painted:
    """A range of the text that a mark is on."""

    start: int
    end: int
    number: int
    """What the mark is numbered with on the page."""

    mark_id: str
    style: str
    """The class of its colour: the kind of mark."""

    is_last: bool = True
    """Whether the number stands behind it; behind the last of several passages it does."""


Ranged = TypeVar("Ranged", Inline, Painted)


def body_html(article: Article, painted: Sequence[Painted]) -> str:
    """Return the blocks of *article* as HTML, with nothing in it but text, links and marks."""
    parts: list[str] = []
    for kind, blocks in groupby(article.blocks, key=_group):
        if kind == "list":
            parts.append(_list(article.text, list(blocks), painted))
        elif kind == "table":
            parts.append(_table(article.text, list(blocks), painted))
        else:
            parts += [_block(article.text, block, painted) for block in blocks]
    return "\n".join(parts)


def _group(block: Block) -> str:
    """Return what a block is written together with."""
    return {"list_item": "list", "table": "table", "row": "table"}.get(block.kind, block.kind)


def _block(text: str, block: Block, painted: Sequence[Painted]) -> str:
    """Return one block that stands alone."""
    inside = _inside(text, block.start, block.end, block.inline, painted)
    if block.kind == "rule":
        return "<hr>"
    if block.kind == "heading":
        level = min(6, max(2, block.level or 2))
        return f"<h{level}>{inside}</h{level}>"
    if block.kind == "code":
        return f"<pre><code>{inside}</code></pre>"
    if block.kind == "image" and block.href:
        inside = f'<a href="{_address(block.href)}">{inside or html.escape(block.href)}</a>'
    tag = _WRAPPED.get(block.kind, "p")
    return f"<{tag}>{inside}</{tag}>" if inside else ""


def _list(text: str, items: Sequence[Block], painted: Sequence[Painted]) -> str:
    """Return items of a list, each as deep as it is."""
    lines: list[str] = []
    open_tags: list[str] = []
    for item in items:
        tag = "ol" if item.ordered else "ul"
        depth = max(1, item.level or 1)
        while len(open_tags) > depth or (len(open_tags) == depth and open_tags[-1] != tag):
            lines.append(f"</li></{open_tags.pop()}>")
        if len(open_tags) == depth:
            lines.append("</li>")
        while len(open_tags) < depth:
            number = f' start="{item.number}"' if item.ordered and item.number else ""
            lines.append(f"<{tag}{number}>" + ("<li>" if len(open_tags) + 1 < depth else ""))
            open_tags.append(tag)
        lines.append(f"<li>{_inside(text, item.start, item.end, item.inline, painted)}")
    lines += [f"</li></{tag}>" for tag in reversed(open_tags)]
    return "\n".join(lines)


def _table(text: str, blocks: Sequence[Block], painted: Sequence[Painted]) -> str:
    """Return the tables that begin in *blocks*, with their rows."""
    rows: list[str] = []
    for block in blocks:
        if block.kind == "table":
            rows += ["</table>"] * bool(rows) + ["<table>"]
            continue
        tag = "th" if block.header else "td"
        cells = "".join(
            f"<{tag}>{_inside(text, start, end, block.inline, painted)}</{tag}>"
            for start, end in block.cells
        )
        rows += (["<table>"] if not rows else []) + [f"<tr>{cells}</tr>"]
    return "\n".join([*rows, "</table>"])


def _inside(
    text: str, start: int, end: int, inline: Iterable[Inline], painted: Sequence[Painted]
) -> str:
    """Return ``text[start:end]`` with its links, emphasis and marks."""
    inline = [one for one in inline if one.start < end and one.end > start]
    marks = [one for one in painted if one.start < end and one.end > start]
    borders = {start, end}
    borders |= {min(end, max(start, edge)) for one in inline for edge in (one.start, one.end)}
    borders |= {min(end, max(start, edge)) for one in marks for edge in (one.start, one.end)}
    return "".join(
        _piece(text[left:right], _around(left, right, inline), _around(left, right, marks))
        + "".join(_number(one) for one in marks if one.end == right and one.is_last)
        for left, right in pairwise(sorted(borders))
    )


def _around(left: int, right: int, ranges: Iterable[Ranged]) -> list[Ranged]:
    """Return those of *ranges* that all of the stretch from *left* to *right* lies in."""
    return [one for one in ranges if one.start <= left and right <= one.end]


def _piece(text: str, inline: Iterable[Inline], marks: Iterable[Painted]) -> str:
    """Return a stretch of text that is set apart in one way."""
    written = html.escape(text).replace("\n", "<br>\n")
    for one in marks:
        written = f'<mark class="{one.style}">{written}</mark>'
    for each in inline:
        if each.kind == "link" and each.href:
            written = f'<a href="{_address(each.href)}">{written}</a>'
        elif each.kind in _TAGS:
            written = f"<{_TAGS[each.kind]}>{written}</{_TAGS[each.kind]}>"
    return written


def _number(mark: Painted) -> str:
    """Return the number of a mark, which leads to its note."""
    name = html.escape(mark.mark_id)
    return f'<sup id="m-{name}"><a href="#n-{name}">{mark.number}</a></sup>'


def _address(href: str) -> str:
    """Return an address as an attribute; one that could run something leads nowhere."""
    safe = href.lower().startswith(("http://", "https://", "mailto:", "reader://"))
    return html.escape(safe_address(href)) if safe else "#"
