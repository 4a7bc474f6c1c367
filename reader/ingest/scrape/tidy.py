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
_LONGEST_WORD = 60
_OPENS_ITEM = re.compile(r"(?:[-•*·●▪–]|\d{1,3}[.)])\s|[Bb][Yy]\s+[A-Z][\w.]+\s+[A-Z]")
_QUOTED = re.compile(r"(?:[ \t]{0,3}>)+[ \t]?")
_MOSTLY = 0.5
_RAGGED = 0.3
_LONG, _NEARLY_FULL = 0.55, 0.85
_CLOSERS = "\"'”’»)]"


@dataclass(frozen=True, slots=True)
class Source:
    """One line of a scrape as it came."""

    text: str
    """Clean, on one line, never empty."""

    after_blank: bool
    """Whether an empty line stands before it."""

    indented: bool = False
    """Whether it is indented more than the line before it."""


def tidy(text: str) -> list[Source]:
    """Return the lines of *text*; lines that were broken to fit a width are joined again."""
    found: list[Source] = []
    blank, before = True, 0
    for line in _unquoted(normalize("NFC", clean_text(text)).split("\n")):
        words = " ".join(line.split())
        indent = len(line) - len(line.lstrip())
        if words:
            found.append(Source(words, blank, indent > before))
        blank, before = not words, indent
    width = _width(found)
    return list(_unwrapped(found, width)) if width else found


def _unquoted(lines: Sequence[str]) -> Sequence[str]:
    """Return *lines* without the angles that mails quote with, where most lines are quoted."""
    full = [line for line in lines if line.strip()]
    quoted = sum(_QUOTED.match(line) is not None for line in full)
    if quoted <= _MOSTLY * len(full):
        return lines
    return [line[match.end() :] if (match := _QUOTED.match(line)) else line for line in lines]


def _width(lines: Sequence[Source]) -> int | None:
    """Return the width that *lines* were broken to, None when they were not."""
    lengths = sorted(len(line.text) for line in lines)
    width = lengths[int(len(lengths) * 0.95)] if lengths else 0
    if not _NARROWEST <= width <= _WIDEST:
        return None
    pairs = [(first, second) for first, second in pairwise(lines) if not second.after_blank]
    full = sum(_is_full(first.text, second.text, width) for first, second in pairs)
    ragged = sum(_runs_on(first.text, second.text, width) for first, second in pairs)
    if len(pairs) < _LEAST_PAIRS or max(full / _FULL, ragged / _RAGGED) < len(pairs):
        return None
    return width


def _runs_on(first: str, second: str, width: int) -> bool:
    """Tell whether a sentence goes on from a long *first* line to the *second*."""
    return len(first) >= _LONG * width and not _ends(first) and second[:1].islower()


def _ends(text: str) -> bool:
    """Tell whether *text* ends with a sentence."""
    return text.rstrip(_CLOSERS).endswith((".", "!", "?", "…", ":", "।", "。"))


def _is_full(first: str, second: str, width: int) -> bool:
    """Tell whether the next line's first word would not have fitted on the *first* line."""
    return len(first) + 1 + len(second.split(" ", 1)[0]) > width - 2


def _unwrapped(lines: Sequence[Source], width: int) -> Iterator[Source]:
    """Yield the lines with those joined that were one."""
    known = frozenset(re.findall(r"\w+", " ".join(line.text for line in lines)))
    parts: list[str] = []
    blank = True
    for line in lines:
        parted = line.after_blank or line.indented or _OPENS_ITEM.match(line.text)
        if parts and not parted and _continues(parts[-1], line.text, width):
            parts.append(line.text)
            continue
        if parts:
            yield Source(_joined(parts, known), blank)
        parts, blank = [line.text], line.after_blank
    if parts:
        yield Source(_joined(parts, known), blank)


def _continues(first: str, second: str, width: int) -> bool:
    """Tell whether the *second* line goes on where the *first* was broken."""
    if first.isupper() and not second.isupper():
        return False
    if _is_full(first, second, width):
        return True
    return len(first) >= (_NEARLY_FULL if _ends(first) else _LONG) * width


def _joined(parts: Sequence[str], known: frozenset[str]) -> str:
    """Return *parts* as one line; a word parted by a hyphen is made whole if it is *known*."""
    pieces = [parts[0]]
    for part in parts[1:]:
        last = pieces[-1]
        cut = _HYPHEN.search(last[-_LONGEST_WORD:])
        if cut is None:
            pieces.append(f" {part}")
            continue
        rest = re.match(r"\w*", part)
        if cut[1] + (rest[0] if rest else "") in known:
            pieces[-1] = last[:-1]
        pieces.append(part)
    return "".join(pieces)
