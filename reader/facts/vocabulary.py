"""What words mean in one article: which are plain words here, and which are names of people."""

import re
from collections import Counter
from dataclasses import dataclass

from reader.facts.gazetteer import gazetteer

_SMALL = re.compile(r"(?<![\w'-])[a-z]{2,}(?![\w'])")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one article beside those of the language."""

    inside: Counter[str]
    """How often each word has a capital that no sentence's beginning explains."""

    small: frozenset[str]
    """The words that the article also writes without a capital."""

    common: frozenset[str]

    given: frozenset[str]

    surnames: frozenset[str]

    def is_plain(self, word: str) -> bool:
        """Tell whether *word* is also a plain word of the language, or of this article."""
        lowered = word.lower()
        return lowered in self.common or (lowered in self.small and word not in self.given)


def vocabulary_of(flat: str, inside: Counter[str]) -> Vocabulary:
    """Return the vocabulary of an article."""
    lists = gazetteer()
    return Vocabulary(
        inside, frozenset(_SMALL.findall(flat)), lists.common, lists.given, lists.surnames
    )
