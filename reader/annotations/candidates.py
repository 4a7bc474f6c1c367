"""Where in an article a quote may stand: word for word, or in words much like it."""

import re
from collections import defaultdict
from collections.abc import Iterator
from heapq import nsmallest
from itertools import islice

from reader.annotations.edit_distance import Match, local_matches
from reader.annotations.evidence import Candidate, Target, weigh
from reader.annotations.own_part import own_part
from reader.annotations.projection import Projection
from reader.annotations.wording import IDEOGRAPHS, WORD, is_one_word

_MOST_VERBATIM = 100
"""How many places of a quote that stands everywhere are weighed."""
_TOUCH = 6
"""How much of the context must stand next to the likeliest of them."""
_MOST_OCCURRENCES = 40
"""A seed that occurs more often says nothing of the place."""
_MOST_EDITS = 0.45
"""Of the quote's length. Beyond that, a passage is another one."""
_VOTES = 0.25
"""Which part of the telling seeds must agree on a place."""
_SEED = re.compile(rf"(?=([{IDEOGRAPHS}]{{3}}))|[^\W{IDEOGRAPHS}]{{4,}}")


def occurrences(text: str, part: str) -> Iterator[int]:
    """Yield every offset at which *part* stands in *text*."""
    start = text.find(part)
    while start >= 0:
        yield start
        start = text.find(part, start + 1)


def verbatim(page: Projection, target: Target) -> list[Candidate]:
    """Return where the quote stands word for word.

    A quote too short to be known by its words must stand as whole words, as it did; when nobody
    knows how it did, whole words are preferred.
    """
    starts = list(occurrences(page.text, target.quote))
    if not target.is_telling:
        whole = [start for start in starts if _is_cut_as_marked(page.text, start, target)]
        starts = whole if whole or target.has_context else starts
    if len(starts) > _MOST_VERBATIM:
        starts = _likeliest(page.text, starts, target)
    return [weigh(page, target, start, start + len(target.quote), 1.0) for start in starts]


def _likeliest(text: str, starts: list[int], target: Target) -> list[int]:
    """Return those of many *starts* next to which the context begins, then the nearest ones."""
    expected = (target.hint or 0) * len(text)

    def order(start: int) -> tuple[bool, float]:
        """Return what a start is sorted by."""
        end = start + len(target.quote)
        before = target.prefix[-_TOUCH:] in text[max(0, start - _TOUCH - 2) : start]
        after = target.suffix[:_TOUCH] in text[end : end + _TOUCH + 2]
        return not (before or after), abs(start - expected)

    return nsmallest(_MOST_VERBATIM, starts, key=order)


def _is_cut_as_marked(text: str, start: int, target: Target) -> bool:
    """Tell whether the quote at *start* cuts into no word, but for those that it cut into."""
    end = start + len(target.quote)
    opens_inside = is_one_word(text[max(0, start - 1) : start + 1])
    closes_inside = is_one_word(text[end - 1 : end + 1])
    return opens_inside <= target.opens_inside and closes_inside <= target.closes_inside


def alike(page: Projection, target: Target) -> list[Candidate]:
    """Return the passages that read like the quote, one for each place where its words gather."""
    length = len(target.quote)
    found = []
    for match in places_alike(page.text, target.quote, int(length * _MOST_EDITS)):
        place = own_part(page, *_whole_words(page.text, match, target), target)
        found.append(weigh(page, target, *place, 1 - match.distance / length))
    return found


def _whole_words(text: str, match: Match, target: Target) -> tuple[int, int]:
    """Return the range of *match*, widened to whole words where the quote has whole words."""
    start, end = match.start, match.end
    while not target.opens_inside and is_one_word(text[max(0, start - 1) : start + 1]):
        start -= 1
    while not target.closes_inside and is_one_word(text[end - 1 : end + 1]):
        end += 1
    return start, end


def places_alike(text: str, quote: str, most_edits: int) -> Iterator[Match]:
    """Yield where *text* reads like *quote*, as far as its words gather there."""
    for start, end in _windows(text, quote):
        for match in local_matches(quote, text[start:end], most_edits):
            yield Match(start + match.start, start + match.end, match.distance)


def _windows(text: str, quote: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of *text* where enough of the quote's words stand in their order.

    Each occurrence of a word votes for where the quote would start if it were that word of it.
    """
    length = len(quote)
    width = max(24, length // 2)
    start = end = -1
    for place in sorted(_elected(text, quote, width)):
        low = max(0, (place - 1) * width - length // 3 - 16)
        high = min(len(text), (place + 1) * width + length + length // 2 + 32)
        if low > end:
            if end > 0:
                yield start, end
            start = low
        end = max(end, high)
    if end > 0:
        yield start, end


def _elected(text: str, quote: str, width: int) -> list[int]:
    """Return the places, in units of *width*, that enough of the quote's seeds vote for."""
    votes: defaultdict[int, float] = defaultdict(float)
    telling = 0
    for seed, offset in _seeds(quote):
        starts = list(islice(occurrences(text, seed), _MOST_OCCURRENCES + 1))
        if len(starts) > _MOST_OCCURRENCES:
            continue
        telling += 1
        for start in starts:
            place = (start - offset) // width
            votes[place] += 1
            votes[place + 1] += 1
    return [place for place, count in votes.items() if count >= _VOTES * telling]


def _seeds(quote: str) -> list[tuple[str, int]]:
    """Return the words of four letters or more and triples of ideographs, with their offsets.

    A quote that has none votes with whatever words it has.
    """
    seeds = [(match.group(1) or match.group(), match.start()) for match in _SEED.finditer(quote)]
    return seeds or [(match.group(), match.start()) for match in WORD.finditer(quote)]
