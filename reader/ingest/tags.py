"""Tags as pages list them: parted by signs, or run together where the page had only boxes."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

_PARTED = re.compile(r"\s*(?:[,;|•·/]|\s#|^#|\t)\s*")
_WORD = re.compile(r"[^\W_]+")
_LONGEST = 120
_MOST = 30


def split_tags(text: str, lines: Sequence[str]) -> tuple[str, ...]:
    """Return the tags in *text*.

    Args:
        text: the line that lists them.
        lines: the page's lines, whose words show where a run of letters parts.
    """
    parts = [part for part in _PARTED.split(text) if part]
    if len(parts) == 1 and " " not in text and len(text) <= _LONGEST:
        known = Counter(word.casefold() for line in lines for word in _WORD.findall(line))
        known[text.casefold()] -= 1
        parts = [tag for piece in _by_case(text) for tag in _by_words(piece, known)]
    return tuple(dict.fromkeys(parts))[:_MOST]


def _by_case(text: str) -> Iterator[str]:
    """Yield the pieces of *text* between a small letter and a capital."""
    yield from re.split(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])", text)


def _by_words(piece: str, known: Counter[str]) -> list[str]:
    """Return *piece* parted into words of the page, or whole when they do not fill it.

    The split with the fewest words wins; words of less than three letters do not count.
    """
    folded = piece.casefold()
    if known[folded] > 0:
        return [piece]
    best: list[list[str] | None] = [[]]
    for end in range(1, len(piece) + 1):
        splits = [
            [*before, piece[start:end]]
            for start in range(max(0, end - 30), end - 2)
            if (before := best[start]) is not None and known[folded[start:end]] > 0
        ]
        best.append(min(splits, key=len, default=None))
    return best[-1] or [piece]
