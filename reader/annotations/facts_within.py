"""The figures and names of a passage: what a fact-checker looks at first when it was edited."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

_SCALE = "hundred|thousand|million|billion|trillion|lakh|crore|dozen|bn|mn|tn"
_COUNT = (
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    r"|half|halved|twice|doubled?|tripled?"
)
_FIGURE = re.compile(
    rf"[$€£¥₹]?\d(?:[\d.,]*\d)?(?: ?%| per ?cent\b)?(?:[ -]?(?:{_SCALE})s?\b)*"
    rf"|\b(?:{_COUNT}|{_SCALE})s?\b(?:[ -](?:{_COUNT}|{_SCALE})s?\b)*",
    re.IGNORECASE,
)
_THOUSANDS = re.compile(r",(?=\d{3}(?!\d)|\d\d,)")
_PER_CENT = re.compile(r" ?(?:%|per ?cent)")
_SPELLED_ALIKE = {word: str(number) for number, word in enumerate(_COUNT.split("|")[:12], 1)} | {
    "bn": "billion",
    "mn": "million",
    "tn": "trillion",
}
_INTO_WORDS = re.compile(r"-|(?<=[\d%])(?=[a-z])")
_SENTENCE_START = re.compile(
    r"(?:^|(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|St))(?<!\bMrs)[.!?]['\")\]]* +)['\"(\[]*\w+"
)
_NAME = re.compile(r"(?:[^\W\d_]\.){2,}|\w+")


@dataclass(frozen=True, slots=True)
class Facts:
    """What a passage says that can be checked, whatever the order and the spelling."""

    figures: tuple[str, ...]
    """The keys of its figures, sorted, each as often as it occurs."""

    names: frozenset[str]
    """The capitalised words and initials, but for words that only open a sentence."""


class FactWord(NamedTuple):
    """A figure, or a word of a name, at its place in a passage."""

    start: int
    end: int
    key: str
    """What it says, however it is written: ``6.3 billion`` for ``6.3bn``."""
    is_figure: bool


def facts_in(passage: str) -> Facts:
    """Return the figures and names of a projected *passage*."""
    found = list(fact_words(passage))
    return Facts(
        figures=tuple(sorted(one.key for one in found if one.is_figure)),
        names=frozenset(one.key for one in found if not one.is_figure),
    )


def fact_words(passage: str) -> list[FactWord]:
    """Return the figures and the words of names of a projected *passage*, in order."""
    figures = [
        FactWord(*match.span(), _figure_key(match.group()), is_figure=True)
        for match in _FIGURE.finditer(passage)
    ]
    return sorted([*figures, *_names(passage)])


def _names(passage: str) -> Iterator[FactWord]:
    """Yield the words of names in *passage*."""
    inside = _FIGURE.sub(_blank, _SENTENCE_START.sub(_blank, passage))
    for match in _NAME.finditer(inside):
        word = match.group().replace(".", "")
        if word[0].isupper() and (len(word) > 2 or (len(word) == 2 and word.isupper())):
            yield FactWord(*match.span(), word, is_figure=False)


def _blank(match: re.Match[str]) -> str:
    """Return as much of nothing as *match* is long."""
    return " " * len(match.group())


def _figure_key(written: str) -> str:
    """Return what a figure says, however it is written."""
    plain = _PER_CENT.sub("%", _THOUSANDS.sub("", written.lower()))
    words = _INTO_WORDS.sub(" ", plain).split()
    return " ".join(_SPELLED_ALIKE.get(word, word) for word in words)
