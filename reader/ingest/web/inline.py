"""Running text: pieces of a page joined into one draft's text with its links and emphasis.

White space is settled here as a browser settles it: runs become one space, and an element's
edge is no space of its own.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from reader.article.model import InlineKind
from reader.article.sanitise import clean_text
from reader.article.text import InlineDraft

LINE_BREAK = "\n"
"""The text of the piece that a ``br`` makes."""

_SPACE = re.compile(r"\s+")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_ALLOWED = re.compile(r"(?:https?://[^\s/]|mailto:\S)", re.IGNORECASE)

INLINE_KINDS: dict[str, InlineKind] = {
    "a": "link",
    "b": "strong",
    "strong": "strong",
    "i": "emphasis",
    "em": "emphasis",
    "code": "code",
    "kbd": "code",
    "samp": "code",
    "tt": "code",
}
"""What each element that sets text apart makes of it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """An element that sets apart the text within it; one object for each element."""

    kind: InlineKind
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text as it stands in the page, with the marks it lies within."""

    text: str
    marks: tuple[Mark, ...] = ()


def piece_of(text: str, marks: tuple[Mark, ...] = ()) -> Piece:
    """Return the piece for *text* as it stands in a page, where a line end is but a space."""
    if text and not text.strip(" \n\t"):
        return Piece(" ", marks)
    return Piece(_SPACE.sub(" ", clean_text(text)), marks)


def absolute(href: str | None, base: str | None) -> str | None:
    """Return *href* as an absolute web or mail address, None when it is no such thing."""
    href = (href or "").strip()
    if not href or href.startswith("#"):
        return None
    if not _ALLOWED.match(href):
        if base is None or (_SCHEME.match(href) and href[:4].lower() != "http"):
            return None
        try:
            href = urljoin(base, href)
        except ValueError:
            return None
    return re.sub(r"\s", "%20", href) if _ALLOWED.match(href) and _is_whole(href) else None


def _is_whole(address: str) -> bool:
    """Tell whether *address* can be taken apart; one with half a bracket cannot."""
    if "[" not in address and "]" not in address:
        return True
    try:
        urlsplit(address)
    except ValueError:
        return False
    return True


def join(pieces: Sequence[Piece]) -> tuple[str, tuple[InlineDraft, ...]]:
    """Return the text of *pieces* with white space settled, and what is marked in it."""
    parts: list[str] = []
    length = 0
    ends = LINE_BREAK
    reach: dict[int, tuple[Mark, int, int]] = {}
    for piece in pieces:
        text = piece.text.lstrip(" \n" if ends == LINE_BREAK else " " if ends == " " else "")
        if piece.text == LINE_BREAK and ends == " ":
            parts[-1] = parts[-1][:-1]
            length -= 1
            text = LINE_BREAK
        if not text:
            continue
        for mark in piece.marks:
            start = reach[id(mark)][1] if id(mark) in reach else length
            reach[id(mark)] = (mark, start, length + len(text))
        parts.append(text)
        length += len(text)
        ends = text[-1]
    text = "".join(parts)
    return text.strip(), tuple(_drafts(reach.values(), text))


def _drafts(reach: Iterable[tuple[Mark, int, int]], text: str) -> Iterable[InlineDraft]:
    """Yield each mark without the white space at its ends, counted from the first character."""
    lead = len(text) - len(text.lstrip())
    for mark, start, end in reach:
        passage = text[start:end]
        start += len(passage) - len(passage.lstrip())
        end -= len(passage) - len(passage.rstrip())
        if start < end and (mark.kind != "link" or mark.href):
            yield InlineDraft(start - lead, end - lead, mark.kind, mark.href)
