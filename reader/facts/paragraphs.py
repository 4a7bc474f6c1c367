"""Where one paragraph ends and the next begins, so that nothing is read across the gap.

A paragraph ends at a blank line. A single line end is a space when the line was wrapped there,
and an end when it was not: scraped pages often keep one line a paragraph without blank lines.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from reader.facts.words import words

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_INNER_STOP = re.compile(r"[a-z\d][.!?][\"”']? [A-Z]")
_FINISHES = '.!?:…"”»)'
_WIDEST_WRAP = 160
"""Text wrapped for a screen or a letter has no longer lines; longer ones are whole paragraphs."""

_CARRIES_ON = words(
    """
    a an the of in on at to by for from with and or but as than that which who is are was were be
    been has have had its his her their our my your this these those said not will would into mr
    mrs ms dr
    """
)


def paragraph_spans(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return the paragraphs of ``text[start:end]``, without white space at their ends.

    Nothing but white space lies between them. Takes time in proportion to the range.
    """
    end = len(text) if end is None else min(end, len(text))
    spans: list[tuple[int, int]] = []
    for low, high in _blocks(text, start, end):
        if text.find("\n", low, high) < 0:
            spans.append((low, high))
        else:
            spans.extend(_unwrapped(text, low, high))
    return [span for span in (_trimmed(text, *span) for span in spans) if span[0] < span[1]]


def _blocks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield what stands between blank lines."""
    for gap in _BLANK_LINE.finditer(text, start, end):
        yield start, gap.start()
        start = gap.end()
    yield start, end


def _unwrapped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs of a block of several lines: lines that were wrapped stay together."""
    lines = text[start:end].split("\n")
    width = max(map(len, lines))
    low = at = start
    running = False
    for line, following in pairwise(lines):
        at += len(line)
        unfinished = line.rstrip()[-1:] not in _FINISHES
        if _is_wrapped(line, following, width) or (unfinished and (running or _runs(line))):
            running = unfinished
        else:
            yield low, at
            low = at + 1
            running = False
        at += 1
    yield low, end


def _runs(line: str) -> bool:
    """Tell whether a sentence ends inside *line*, so that it is running text and no heading."""
    return _INNER_STOP.search(line) is not None


def _is_wrapped(line: str, following: str, width: int) -> bool:
    """Tell whether the text of *line* runs on in the line *following*."""
    first = following.split(None, 1)[:1]
    last = line.rsplit(None, 1)[-1:]
    if not first or not last:
        return False
    if last[0].endswith(",") or last[0].lower() in _CARRIES_ON:
        return True
    if first[0][0].islower() and last[0][-1] not in ".!?:":
        return True
    return width <= _WIDEST_WRAP and len(line) + 1 + len(first[0]) > width


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range without white space at its ends."""
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), start + len(part.rstrip())
