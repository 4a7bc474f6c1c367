"""How much a line speaks of what the rest of the text speaks of."""

import re
from collections import Counter
from collections.abc import Sequence

from reader.ingest.scrape.lines import Line

NAMES = ("cohesion", "lead cohesion", "near cohesion", "no content")
"""What each number of a row of ``topics`` says."""

_CONTENT = re.compile(r"[^\W_]{5,}(?:['’-][^\W_]+)*")
_MOST_CHARACTERS = 800
_LEAD = 8
_REACH = 3


def topics(lines: Sequence[Line]) -> list[list[float]]:
    """Return how much of each line's longer words other paragraphs use, in the order of ``NAMES``.

    Those of all paragraphs, those that open the text, and the lines next to it.
    """
    content = [
        frozenset(_CONTENT.findall(line.text[:_MOST_CHARACTERS].casefold())) for line in lines
    ]
    paragraphs = [
        words for words, line in zip(content, lines, strict=True) if line.words >= _PARAGRAPH
    ]
    used = Counter(word for words in paragraphs for word in words)
    lead = frozenset[str]().union(*paragraphs[:_LEAD])
    return [
        _topic(words, used, lead, _around(content, index), line.words >= _PARAGRAPH)
        for index, (words, line) in enumerate(zip(content, lines, strict=True))
    ]


_PARAGRAPH = 18
"""The words from which a line counts as one that tells what the text is about."""


def _around(content: Sequence[frozenset[str]], index: int) -> frozenset[str]:
    """Return the words of the lines next to a line."""
    before = content[max(0, index - _REACH) : index]
    return frozenset[str]().union(*before, *content[index + 1 : index + 1 + _REACH])


def _topic(
    words: frozenset[str],
    used: Counter[str],
    lead: frozenset[str],
    around: frozenset[str],
    itself: bool,
) -> list[float]:
    """Return the numbers of one line; *itself* tells whether *used* counts it."""
    if not words:
        return [0.0, 0.0, 0.0, 1.0]
    shared = {word for word in words if used[word] > itself}
    count = len(words)
    return [len(shared) / count, len(shared & lead) / count, len(words & around) / count, 0.0]
