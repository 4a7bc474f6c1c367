"""What the text on which a mark was made tells of the passages that read like it."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from reader.annotations.candidates import occurrences, places_alike
from reader.annotations.edit_distance import best_distance
from reader.annotations.evidence import Candidate
from reader.annotations.projection import Projection, project_article
from reader.annotations.wording import is_telling

_ANOTHER = 0.05
"""How much more like another passage a candidate must read to be that one."""
_SURROUNDINGS = 160
"""How far around a passage its twins are told apart; the context of a mark is too short for it."""
_CLEARLY = 0.1
"""How much better a twin's surroundings must fit a passage that is known without them, and how
much worse they may fit one that reads as the twin does and not as the marked one."""
_HARDLY = -0.02
"""The same for a few words, which are known by their surroundings alone."""
_SURELY = 0.9
"""How much of the context on both sides must stand for a few words to be known by it."""
_SLACK = 12
_MOST_TWINS = 20


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A passage in the text on which it was marked."""

    text: str
    start: int
    end: int

    def is_apart_from(self, start: int, end: int) -> bool:
        """Tell whether the passage shares no character with the range ``start, end``."""
        return end <= self.start or self.end <= start


def snapshot_of(text: str | None, quote: str, hint: int | None) -> Snapshot | None:
    """Return where *quote* stood in the old *text*, or None when that is not known for sure."""
    if text is None:
        return None
    if hint is not None and text.startswith(quote, hint):
        return Snapshot(text, hint, hint + len(quote))
    start = text.find(quote)
    if start < 0 or text.find(quote, start + 1) >= 0:
        return None
    return Snapshot(text, start, start + len(quote))


def reads_more_like_another(snapshot: Snapshot, passage: str, likeness: float) -> bool:
    """Tell whether another passage of the old text is more like a projected *passage* of the new.

    Then it is that one, however like the marked one it reads.

    Args:
        snapshot: the marked passage in the old text.
        passage: a candidate for it in the new text.
        likeness: how like the marked passage the candidate reads, 0 to 1.
    """
    old = project_article(snapshot.text)
    most_edits = max(0, int(len(passage) * (1 - likeness - _ANOTHER)))
    own, others = most_edits + 1, most_edits + 1
    for match in places_alike(old.text, passage, most_edits):
        if snapshot.is_apart_from(*old.span(match.start, match.end)):
            others = min(others, match.distance)
        else:
            own = min(own, match.distance)
    return others < own


def belongs_elsewhere(snapshot: Snapshot, page: Projection, candidate: Candidate) -> bool:
    """Tell whether a *candidate* stood elsewhere in the old text, word for word, and still does.

    Its surroundings are those that it had there, rather than those of the marked passage.
    """
    old = project_article(snapshot.text)
    passage = page.text[candidate.start : candidate.end]
    twins = list(islice(_twins(snapshot, passage), _MOST_TWINS))
    if not twins:
        return False
    changed = candidate.likeness < 1
    if changed and is_telling(passage) and page.text.count(passage) <= len(twins):
        return True  # no more of them stand than stood: each is one of those
    least = _surroundings_kept(snapshot, page, candidate) + _margin(passage, candidate)
    return any(
        _alike_around(old, start, start + len(passage), page, candidate) > least for start in twins
    )


def _margin(passage: str, candidate: Candidate) -> float:
    """Return how much better the surroundings of a twin must fit than those of the marked one."""
    if candidate.likeness < 1:
        return -_CLEARLY
    known = is_telling(passage) or candidate.worse_side >= _SURELY
    return _CLEARLY if known else _HARDLY


def _surroundings_kept(snapshot: Snapshot, page: Projection, candidate: Candidate) -> float:
    """Return how much of what stood around the passage stands around *candidate*, 0 to 1."""
    old = project_article(snapshot.text)
    start, end = (bisect_left(old.offsets, offset) for offset in (snapshot.start, snapshot.end))
    return _alike_around(old, start, end, page, candidate)


def _twins(snapshot: Snapshot, passage: str) -> Iterator[int]:
    """Yield where else than in the marked place *passage* stood in the old text's projection."""
    old = project_article(snapshot.text)
    for start in occurrences(old.text, passage):
        if snapshot.is_apart_from(*old.span(start, start + len(passage))):
            yield start


def _alike_around(
    old: Projection, start: int, end: int, page: Projection, candidate: Candidate
) -> float:
    """Return how alike what is around a range of the old text and *candidate* reads, 0 to 1."""
    before = old.text[max(0, start - _SURROUNDINGS) : start]
    after = old.text[end : end + _SURROUNDINGS]
    room = _SURROUNDINGS + _SLACK
    lost = best_distance(before, page.text[max(0, candidate.start - room) : candidate.start])
    lost += best_distance(after, page.text[candidate.end : candidate.end + room])
    return 1 - lost / max(1, len(before) + len(after))
