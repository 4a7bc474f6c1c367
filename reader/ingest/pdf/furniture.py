"""What stands on the pages of a PDF because they are pages: numbers, running heads and feet."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from reader.ingest.pdf.lines import PdfLine

_NUMBER = re.compile(
    r"[-–—\s]*(?:page\s+|seite\s+)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|/|von)\s*\d+)?"
    r"[-–—\s]*",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+|\b[ivxlc]{1,7}\b", re.IGNORECASE)
_EDGE = 3
_SHARE = 0.3


def furniture(lines: Sequence[PdfLine], pages: int) -> list[bool]:
    """Return for each line whether it is the page's and not the text's.

    That is a number alone at an edge, and what stands at the edges of many pages alike but for
    its numbers.
    """
    edges = _edges(lines)
    seen = Counter(_likeness(lines[index], where) for index, where in edges.items())
    least = max(2, round(_SHARE * pages))
    return [
        index in edges
        and (
            (pages > 1 and _NUMBER.fullmatch(line.text) is not None)
            or seen[_likeness(line, edges[index])] >= least
        )
        for index, line in enumerate(lines)
    ]


def _edges(lines: Sequence[PdfLine]) -> dict[int, str]:
    """Return the indices of the lines at the edges of their pages, and at which edge."""
    by_page: defaultdict[int, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        by_page[line.page].append(index)
    edges: dict[int, str] = {}
    for indices in by_page.values():
        ordered = sorted(indices, key=lambda index: -lines[index].y)
        edges.update(dict.fromkeys(ordered[-_EDGE:], "foot"))
        edges.update(dict.fromkeys(ordered[: min(_EDGE, len(ordered) - 1)], "head"))
    return edges


def _likeness(line: PdfLine, where: str) -> tuple[str, str, int]:
    """Return what lines of pages have in common that differ only in their numbers."""
    return _DIGITS.sub("#", line.text.casefold()), where, round(line.size)
