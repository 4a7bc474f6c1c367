"""What the line labeller weighs: each line, its neighbours, and where the running text lies."""

import math
from collections.abc import Sequence
from itertools import accumulate

from reader.ingest.boilerplate import GROUPS
from reader.ingest.scrape import tail, topic
from reader.ingest.scrape.lines import Line
from reader.ingest.scrape.segment import Segment, densest

_LENGTHS = (1, 2, 3, 5, 8, 12, 18, 30, 60)
"""Upper bounds, in words, of the classes of length; what is longer is a class of its own."""

_OWN = (
    *(f"words<={bound}" for bound in _LENGTHS),
    "words>60",
    "log words",
    "paragraph",
    "ends sentence",
    "ends open",
    "colon",
    "question",
    "asks",
    "upper",
    "lower",
    "capitals",
    "small",
    "all capitals",
    "digits",
    "numbered",
    "bullet",
    "dated",
    "byline",
    "parted",
    "address",
    "glued",
    "label",
    "person",
    "sentences",
    "copies",
    "short capitals",
    "short sentence",
    *(f"covered by {group}" for group in GROUPS),
    *(f"touched by {group}" for group in GROUPS),
    "furniture",
    "life",
    "response",
    "speaker",
    "addressed",
)
_BESIDE = (
    "paragraph",
    "log words",
    "ends sentence",
    "furniture",
    "bullet",
    "colon",
    "numbered",
    "copies",
    "short",
)
_PLACE = (
    "in segment",
    "before segment",
    "after segment",
    "far from segment",
    "mass 2",
    "mass 6",
    "mass 20",
    "mass before",
    "position",
    "run before",
    "run after",
    "first line",
    "between paragraphs",
    "heads paragraph",
    "pages without furniture",
)
NAMES = (
    "always",
    *_OWN,
    *(f"{name} at {shift:+d}" for shift in (-2, -1, 1, 2) for name in _BESIDE),
    *_PLACE,
    *tail.NAMES,
    *topic.NAMES,
)
"""What each number of a row of ``first_look`` says."""


def first_look(lines: Sequence[Line]) -> list[list[float]]:
    """Return the numbers of each line, in the order of ``NAMES``."""
    own = [_own(line) for line in lines]
    beside = [_beside(line) for line in lines]
    nothing = [0.0] * len(_BESIDE)
    padded = [nothing, nothing, *beside, nothing, nothing]
    places = _places(lines, densest(lines))
    told = [
        [*ends, *about] for ends, about in zip(tail.tails(lines), topic.topics(lines), strict=True)
    ]
    return [
        [
            1.0,
            *own[i],
            *padded[i],
            *padded[i + 1],
            *padded[i + 3],
            *padded[i + 4],
            *places[i],
            *told[i],
        ]
        for i in range(len(lines))
    ]


def _own(line: Line) -> list[float]:
    """Return what a line says by itself."""
    length = [0.0] * (len(_LENGTHS) + 1)
    length[sum(line.words > bound for bound in _LENGTHS)] = 1.0
    return [
        *length,
        math.log1p(line.words),
        line.is_paragraph,
        line.ends_sentence,
        line.ends_open,
        line.colon,
        line.question,
        line.asks,
        line.upper,
        line.lower,
        line.capitals,
        line.small,
        line.all_capitals,
        line.digits,
        line.numbered,
        line.bullet,
        line.dated,
        line.byline,
        line.parted,
        line.address,
        line.glued,
        line.label,
        line.person,
        min(line.sentences, 4) / 4,
        line.copies > 1,
        line.capitals if line.words <= 12 else 0.0,
        line.words < 12 and line.ends_sentence,
        *line.furniture,
        *(share > 0 for share in line.furniture),
        min(1.0, sum(line.furniture)),
        line.life,
        line.response,
        line.speaker,
        line.addressed,
    ]


def _beside(line: Line) -> list[float]:
    """Return what a line says to its neighbours."""
    return [
        line.is_paragraph,
        math.log1p(line.words),
        line.ends_sentence,
        min(1.0, sum(line.furniture)),
        line.bullet,
        line.colon,
        line.numbered,
        line.copies > 1,
        line.words <= 12 and not line.ends_sentence,
    ]


def _places(lines: Sequence[Line], segment: Segment) -> list[list[float]]:
    """Return where each line stands: in the running text, near it, or far away."""
    count = len(lines)
    mass = [min(len(line.text), 600) if line.is_paragraph else 0 for line in lines]
    total = [0, *accumulate(mass)]
    before = _runs(lines)
    after = _runs(lines[::-1])[::-1]
    furnished = sum(sum(line.furniture) >= 0.5 for line in lines) / max(1, count)

    def around(i: int, reach: int) -> float:
        return math.log1p(total[min(count, i + reach + 1)] - total[max(0, i - reach)])

    def paragraph(i: int) -> bool:
        return 0 <= i < count and lines[i].is_paragraph

    return [
        [
            segment.start <= i < segment.end,
            i < segment.start,
            i >= segment.end,
            math.log1p(max(segment.start - i, i - segment.end + 1, 0)),
            around(i, 2),
            around(i, 6),
            around(i, 20),
            total[i] / (total[-1] or 1),
            i / count,
            min(before[i], 8) / 8,
            min(after[i], 8) / 8,
            i == 0,
            paragraph(i - 1) and paragraph(i + 1),
            not paragraph(i) and paragraph(i + 1),
            furnished < 0.02,
        ]
        for i in range(count)
    ]


def _runs(lines: Sequence[Line]) -> list[int]:
    """Return for each line how many lines since the last paragraph stand before it."""
    runs = []
    run = 0
    for line in lines:
        runs.append(run)
        run = 0 if line.is_paragraph else run + 1
    return runs
