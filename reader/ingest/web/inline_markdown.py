"""A block's inline marks to Markdown, through markdownify with its traps closed.

markdownify is called on the inline HTML of one block at a time, and that is written here from
the block's own text and marks: so nothing nests deep, no run of spaces makes its patterns crawl,
lists and tables are not its business, and text that looks like Markdown is escaped.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from html import escape as escape_html
from typing import Any

from bs4 import BeautifulSoup
from markdownify import MarkdownConverter

from reader.article.inline import destination, escape, escape_starts
from reader.article.text import BlockDraft, InlineDraft

_TAGS = {"link": "a", "strong": "strong", "emphasis": "em", "code": "code"}
_STARS = ("strong", "emphasis")
_MANY = 400
"""How many blocks are written by markdownify; those beyond are written from their marks alone."""

_LONG = 20_000
_MOST_MARKS = 200


class _InlineConverter(MarkdownConverter):
    """markdownify for what stands inside one block, and nothing else."""

    def escape(self, text: str, parent_tags: Iterable[str]) -> str:
        """Return *text* with all escaped that Markdown would read as markup."""
        return escape(text) if text else ""

    def convert_a(self, el: Any, text: str, parent_tags: Iterable[str]) -> str:
        """Return a link whose target holds, whatever characters are in it."""
        lead, body, tail = _parted(text)
        href = el.get("href") or ""
        return f"{lead}[{body}]({destination(href)}){tail}" if body and href else text

    def convert_br(self, el: Any, text: str, parent_tags: Iterable[str]) -> str:
        """Return a line end that Markdown keeps."""
        return "\\\n"


def _parted(text: str) -> tuple[str, str, str]:
    """Return the white space before *text*, what is in it, and the white space after it."""
    body = text.strip()
    start = text.find(body)
    return text[:start], body, text[start + len(body) :]


_CONVERTER = _InlineConverter(heading_style="ATX", bullets="-", escape_misc=False)


def with_markdown(drafts: Sequence[BlockDraft]) -> tuple[BlockDraft, ...]:
    """Return *drafts*, those with inline marks with the Markdown of their text."""
    written = 0
    result: list[BlockDraft] = []
    for draft in drafts:
        if _is_plain(draft) or written >= _MANY:
            result.append(draft)
        else:
            written += 1
            result.append(replace(draft, markdown=_markdown(draft)))
    return tuple(result)


def _is_plain(draft: BlockDraft) -> bool:
    """Tell whether a block needs no converter: no marks, or so much that it must not crawl."""
    return (
        not draft.inline
        or draft.kind in ("row", "code", "image")
        or len(draft.text) > _LONG
        or len(draft.inline) > _MOST_MARKS
        or _signs_meet(draft.inline)
    )


def _signs_meet(marks: Sequence[InlineDraft]) -> bool:
    """Tell whether the stars of two marks would run together, which only our writer can part."""
    edges = [edge for mark in marks if mark.kind in _STARS for edge in {mark.start, mark.end}]
    return len(set(edges)) < len(edges)


def _markdown(draft: BlockDraft) -> str | None:
    """Return the Markdown of one block; None where markdownify fails, and the text must do."""
    try:
        soup = BeautifulSoup(inline_html(draft.text, draft.inline), "html.parser")
        written: str = _CONVERTER.convert_soup(soup).strip()
    except (RecursionError, ValueError, TypeError, AttributeError, AssertionError):
        return None
    return escape_starts(written)


def inline_html(text: str, marks: Sequence[InlineDraft]) -> str:
    """Return *text* as HTML with its marks as elements.

    A mark that overlaps another, stands in one of its kind or would not be read is left out.
    """
    parts: list[str] = []
    stack: list[InlineDraft] = []
    position = 0
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        while stack and stack[-1].end <= mark.start:
            position = _close(parts, text, position, stack.pop())
        within = {outer.kind for outer in stack}
        if (stack and stack[-1].end < mark.end) or mark.kind in within or not _reads(text, mark):
            continue
        parts.append(_text_html(text[position : mark.start]))
        position = mark.start
        href = f' href="{escape_html(mark.href)}"' if mark.href else ""
        parts.append(f"<{_TAGS[mark.kind]}{href}>")
        stack.append(mark)
    while stack:
        position = _close(parts, text, position, stack.pop())
    parts.append(_text_html(text[position:]))
    return "".join(parts)


def _reads(text: str, mark: InlineDraft) -> bool:
    """Tell whether the signs of *mark* would be read as signs where they stand."""
    if mark.kind == "code":
        return "`" not in text[mark.start : mark.end] and "\n" not in text[mark.start : mark.end]
    if mark.kind == "link":
        return True
    before, after = text[mark.start - 1 : mark.start], text[mark.end : mark.end + 1]
    first, last = text[mark.start], text[mark.end - 1]
    return all(
        inside.isalnum() or not outside or outside.isspace()
        for outside, inside in ((before, first), (after, last))
    )


def _close(parts: list[str], text: str, position: int, mark: InlineDraft) -> int:
    """Write the rest of a mark's text and its end; return the offset reached."""
    parts.append(f"{_text_html(text[position : mark.end])}</{_TAGS[mark.kind]}>")
    return mark.end


def _text_html(text: str) -> str:
    """Return *text* as HTML, with its line ends as breaks."""
    return escape_html(text, quote=False).replace("\n", "<br>")
