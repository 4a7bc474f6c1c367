"""Finds what stands between quotation marks, though marks are often mixed or missing.

Scraped pages open with a curly mark and close with a straight one, open each paragraph of a long
quotation and close only the last. A quotation never leaves its paragraph.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_PARAGRAPH = re.compile(r"[^\n]+")
_MARK = re.compile(r"[\"“”„«»「」『』]|``|''")
_SINGLE = re.compile(r"(?<![\w’])‘(?P<inside>[^‘\n]{2,600}?)’(?=[\s.,;:!?)—–-]|$)(?!\s?\w*s’)")
_OPENERS = "“„«「『"
_CLOSERS = "”»」』"
_BEFORE_OPENER = frozenset(" \t\n([—–-/…'‘")
_SHORTEST = 2
_SHORTEST_UNCLOSED = 20


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks, and the marks."""

    start: int
    """Where the opening mark stands."""

    end: int
    """Behind the closing mark; where there is none, the end of the paragraph."""

    inside_start: int

    inside_end: int

    closed: bool
    """Whether it has a closing mark: speech that runs on opens again in the next paragraph."""


def find_quotations(text: str, flat: str) -> list[Quotation]:
    """Return the quotations of *text* in reading order; *flat* tells its paragraphs."""
    found = [
        quotation
        for paragraph in _PARAGRAPH.finditer(flat)
        for quotation in _in_paragraph(text, *paragraph.span())
    ]
    if not found and "‘" in text:
        found = [_single(match) for match in _SINGLE.finditer(text)]
        found = [
            quotation for quotation in found if "\n" not in flat[quotation.start : quotation.end]
        ]
    return found


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Quotation]:
    """Yield the quotations between two offsets of one paragraph."""
    opened: re.Match[str] | None = None
    for mark in _MARK.finditer(text, start, end):
        if opened is None:
            opened = mark if _opens(text, mark, start) else None
        elif mark.group() in _OPENERS and mark.group() != "“":
            continue
        elif mark.group() == "“" and opened.group() != "„":
            opened = mark
        elif mark.start() - opened.end() < _SHORTEST or _opens_again(text, mark, opened):
            opened = mark if _opens(text, mark, start) else None
        else:
            yield Quotation(opened.start(), mark.end(), opened.end(), mark.start(), True)
            opened = None
    if opened and opened.group() in "“„«" and end - opened.end() >= _SHORTEST_UNCLOSED:
        yield Quotation(opened.start(), end, opened.end(), end, False)


def _opens(text: str, mark: re.Match[str], start: int) -> bool:
    """Tell whether a mark can open a quotation where it stands."""
    sign = mark.group()
    if sign in _OPENERS or sign == "``":
        return True
    if sign in _CLOSERS or sign == "''":
        return False
    after = text[mark.end() : mark.end() + 1]
    at_start = mark.start() == start or text[mark.start() - 1] in _BEFORE_OPENER
    return at_start and after != "" and not after.isspace()


def _opens_again(text: str, mark: re.Match[str], opened: re.Match[str]) -> bool:
    """Tell whether a straight mark opens a new quotation, the one before it having no end."""
    if mark.group() != '"' or opened.group() != '"':
        return False
    before, after = text[mark.start() - 1], text[mark.end() : mark.end() + 1]
    return before.isspace() and after.isalnum() and text[mark.start() - 2] not in ".,!?"


def _single(match: re.Match[str]) -> Quotation:
    """Return a quotation between single marks."""
    return Quotation(*match.span(), *match.span("inside"), True)
