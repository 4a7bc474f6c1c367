"""The sentence that newsrooms put between headline and text."""

from collections.abc import Sequence

from reader.ingest.scrape.lines import Line
from reader.ingest.scrape.tidy import Source

_LEAST_WORDS, _MOST_WORDS = 8, 45
_MOST_PARTED = 0.3


def standfirst_of(
    sources: Sequence[Source], lines: Sequence[Line], body: Sequence[int]
) -> str | None:
    """Return the first paragraph, if it is short and stands apart as no later one does.

    It stays in the text as well: on the page it was read before the rest.
    """
    if len(body) < 3:
        return None
    first, second, *rest = body
    if second != first + 1 or not _LEAST_WORDS <= lines[first].words <= _MOST_WORDS:
        return None
    parted = sum(sources[index].after_blank for index in rest)
    if not sources[second].after_blank or parted > _MOST_PARTED * len(rest):
        return None
    return sources[first].text
