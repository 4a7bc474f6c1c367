"""The text of a scrape to lines worth looking at: clean, without empty ones, and whole."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from unicodedata import normalize

from reader.article.sanitise import clean_text

_NARROWEST, _WIDEST = 40, 100
_LEAST_PAIRS = 3
_FULL = 0.7
_HYPHEN = re.compile(r"(\w+)-$")
_OPENS_ITEM = re.compile(r"(?:[-•*·●▪–]|\d{1,3}[.)])\s")


@dataclass(frozen=True, slots=True)
class Source:
    """One line of a scrape as it came."""

    text: str
    """Clean, on one line, never empty."""

    after_blank: bool
    """Whether an empty line stands before it."""


def tidy(text: str) -> list[Source]:
    """Return the lines of *text*; lines that were broken to fit a width are joined again."""
    found: list[Source] = []
    blank = True
    for line in normalize("NFC", clean_text(text)).split("\n"):
        words = " ".join(line.split())
        if words:
            found.append(Source(words, blank))
        blank = not words
    width = _width(found)
    return list(_unwrapped(found, width)) if width else found


def _width(lines: Sequence[Source]) -> int | None:
    """Return the width that *lines* were broken to, None when they were not."""
    lengths = sorted(len(line.text) for line in lines)
    width = lengths[int(len(lengths) * 0.95)] if lengths else 0
    if not _NARROWEST <= width <= _WIDEST:
        return None
    pairs = [(first, second) for first, second in pairwise(lines) if not second.after_blank]
    full = sum(_is_full(first.text, second.text, width) for first, second in pairs)
    return width if len(pairs) >= _LEAST_PAIRS and full >= _FULL * len(pairs) else None


def _is_full(first: str, second: str, width: int) -> bool:
    """Tell whether the next line's first word would not have fitted on the *first* line."""
    return len(first) + 1 + len(second.split(" ", 1)[0]) > width - 2


def _unwrapped(lines: Sequence[Source], width: int) -> Iterator[Source]:
    """Yield the lines with those joined that were one."""
    known = frozenset(re.findall(r"\w+", " ".join(line.text for line in lines)))
    parts: list[str] = []
    blank = True
    for line in lines:
        continues = bool(parts) and not line.after_blank and not _OPENS_ITEM.match(line.text)
        if continues and _is_full(parts[-1], line.text, width):
            parts.append(line.text)
            continue
        if parts:
            yield Source(_joined(parts, known), blank)
        parts, blank = [line.text], line.after_blank
    if parts:
        yield Source(_joined(parts, known), blank)


def _joined(parts: Sequence[str], known: frozenset[str]) -> str:
    """Return *parts* as one line; a word parted by a hyphen is made whole if it is *known*."""
    text = ""
    for part in parts:
        cut = _HYPHEN.search(text)
        if cut is None:
            text = f"{text} {part}" if text else part
            continue
        rest = re.match(r"\w*", part)
        whole = cut[1] + (rest[0] if rest else "")
        text = (text[:-1] if whole in known else text) + part
    return text
