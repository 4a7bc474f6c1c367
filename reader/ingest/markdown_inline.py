"""The inside of a Markdown block: its plain text, and the marks and images in it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from reader.article.model import BlockKind, InlineKind
from reader.article.sanitise import clean_line, clean_text
from reader.article.text import BlockDraft, InlineDraft

if TYPE_CHECKING:
    from markdown_it.token import Token

_LINK = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_KINDS: dict[str, InlineKind] = {"strong": "strong", "em": "emphasis", "link": "link"}


@dataclass(frozen=True, slots=True)
class Passage:
    """The text of one block with its marks, and the images that stood in it."""

    text: str
    marks: tuple[InlineDraft, ...] = ()
    images: tuple[tuple[str, str | None], ...] = ()
    """Alternative text and address of each."""

    def draft(self, kind: BlockKind, level: int | None, *, ordered: bool = False) -> BlockDraft:
        """Return the passage as a block."""
        return BlockDraft(kind, self.text, level=level, ordered=ordered, inline=self.marks)


def read_inline(tokens: Sequence["Token"], base: str | None, *, one_line: bool) -> Passage:
    """Return the passage that *tokens* make.

    Args:
        tokens: the children of one inline token.
        base: the address that relative links start from, if any.
        one_line: whether breaks become spaces, as in headings and cells.
    """
    writer = _Writer(base, " " if one_line else "\n")
    for token in tokens:
        writer.take(token)
    return writer.passage()


class _Writer:
    """Collects the text of tokens and keeps count of where it is."""

    def __init__(self, base: str | None, line_end: str) -> None:
        self._base = base
        self._line_end = line_end
        self._parts: list[str] = []
        self._length = 0
        self._open: list[tuple[int, str | None]] = []
        self._marks: list[InlineDraft] = []
        self._images: list[tuple[str, str | None]] = []

    def take(self, token: "Token") -> None:
        """Add one token."""
        kind = _KINDS.get(token.type.partition("_")[0])
        if kind and token.nesting == 1:
            self._open.append((self._length, str(token.attrs.get("href") or "")))
        elif kind and token.nesting == -1:
            self._close(kind)
        elif token.type == "image":
            source = str(token.attrs.get("src") or "")
            self._images.append((clean_line(_alt(token)), image_address(source, self._base)))
        else:
            self._take_text(token)

    def _take_text(self, token: "Token") -> None:
        """Add a token that holds text or ends a line."""
        match token.type:
            case "softbreak":
                self._add(" ")
            case "hardbreak":
                self._add(self._line_end)
            case "html_inline":
                self._add(self._line_end if token.content.lower().startswith("<br") else "")
            case "code_inline":
                start = self._length
                self._add(token.content)
                self._mark(start, "code", None)
            case _:
                self._add(token.content)

    def _add(self, text: str) -> None:
        """Add *text*, with no white space at the start of a line and no empty line."""
        text = clean_text(text).replace("\t", " ")
        ends_line = text == "\n"
        if not self._parts or self._parts[-1][-1].isspace():
            text = text.lstrip()
            if ends_line and self._parts and not self._parts[-1].endswith("\n"):
                self._length -= len(self._parts[-1]) - len(self._parts[-1].rstrip())
                self._parts[-1] = self._parts[-1].rstrip()
                text = "\n"
        if text:
            self._parts.append(text)
            self._length += len(text)

    def _close(self, kind: InlineKind) -> None:
        """Add the mark that was opened last."""
        start, href = self._open.pop()
        address = link_address(href or "", self._base) if kind == "link" else None
        if kind != "link" or address:
            self._mark(start, kind, address)

    def _mark(self, start: int, kind: InlineKind, href: str | None) -> None:
        """Add a mark from *start* to here, if there is text in it."""
        if start < self._length:
            self._marks.append(InlineDraft(start, self._length, kind, href))

    def passage(self) -> Passage:
        """Return what was collected, without white space at its end."""
        text = "".join(self._parts).rstrip()
        marks = (replace(mark, end=min(mark.end, len(text))) for mark in self._marks)
        kept = sorted((m for m in marks if m.start < m.end), key=lambda m: (m.start, -m.end))
        return Passage(text, tuple(kept), tuple(self._images))


def _alt(token: "Token") -> str:
    """Return an image's alternative text without its markup."""
    return "".join(child.content or " " for child in token.children or ())


def link_address(href: str, base: str | None) -> str | None:
    """Return *href* as an absolute web or mail address, None when it is no such address."""
    address = _absolute(href, base)
    return address if _LINK.fullmatch(address) else None


def image_address(source: str, base: str | None) -> str | None:
    """Return an image's address: absolute on the web, or a relative path as it stands."""
    address = _absolute(source, base)
    if _SCHEME.match(address) and not _LINK.fullmatch(address):
        return None
    return address or None


def _absolute(href: str, base: str | None) -> str:
    """Return *href* without white space, joined to *base* when that is a web address."""
    href = "".join(clean_text(href).split())
    if base is None or not base.lower().startswith(("http://", "https://")):
        return href
    try:
        return urljoin(base, href)
    except ValueError:
        return href
