"""Which figures and names of a passage are others after an edit, to be told to its reader."""

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from reader.annotations.facts_within import FactWord, fact_words
from reader.annotations.projection import Projection, project


def changed_facts(old: str, new: str) -> tuple[tuple[str, str], ...]:
    """Return the figures and names of *old* that are others in *new*, in their order.

    Each is told as it is written: ``("8.58", "8.6")``. One that was added is ``("", "8.6")``,
    one that is gone ``("8.58", "")``. There are some exactly when ``Anchoring.facts_changed``
    is true of the two passages.
    """
    before, after = project(old), project(new)
    mine, theirs = fact_words(before.text), fact_words(after.text)
    gone, added = _counts(mine) - _counts(theirs), _counts(theirs) - _counts(mine)
    matcher = SequenceMatcher(
        None, [word.key for word in mine], [word.key for word in theirs], autojunk=False
    )
    return tuple(
        (_written(before, was), _written(after, now))
        for _, low, high, first, last in matcher.get_opcodes()
        for was, now in _pairs(
            list(_taken(mine[low:high], gone)), list(_taken(theirs[first:last], added))
        )
    )


def _counts(words: Sequence[FactWord]) -> Counter[str]:
    """Return how often each figure occurs among *words*; a name counts once."""
    figures = Counter(word.key for word in words if word.is_figure)
    return figures + Counter({word.key for word in words if not word.is_figure})


def _taken(words: Sequence[FactWord], left: Counter[str]) -> Iterator[FactWord]:
    """Yield those of *words* that are *left* to be told, and take them from it."""
    for word in words:
        if left[word.key] > 0:
            left[word.key] -= 1
            yield word


def _pairs(
    gone: Sequence[FactWord], added: Sequence[FactWord]
) -> list[tuple[FactWord | None, FactWord | None]]:
    """Return what became what, in order: figures became figures, and names became names."""
    pairs = [
        pair
        for figures in (True, False)
        for pair in zip_longest(
            (word for word in gone if word.is_figure is figures),
            (word for word in added if word.is_figure is figures),
        )
    ]
    return sorted(pairs, key=lambda pair: min(word.start for word in pair if word is not None))


def _written(page: Projection, word: FactWord | None) -> str:
    """Return *word* as it stands in the text of *page*; empty for none."""
    if word is None:
        return ""
    start, end = page.span(word.start, word.end)
    return page.source[start:end]
