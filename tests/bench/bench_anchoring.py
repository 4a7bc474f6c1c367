"""Measures how fast marks find their passages again in an article that was rewritten.

Run by ``make bench``; ``make bench SIZE=full`` goes on to an article of 200,000 words with 2,000
marks. The text is made here: sentences of made-up words and figures, of which one word in seven is
replaced, doubled or left out. Times are those of the processor, for other work on the machine
does not count.
"""

import random
import re
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reader.annotations import Mark, place
from reader.annotations.model import CONTEXT
from reader.annotations.projection import project_article

SIZES = {
    "small": ((2_500, 100), (10_000, 100), (40_000, 100), (160_000, 100)),
    "full": ((10_000, 100), (160_000, 100), (1_300_000, 100), (1_300_000, 2_000)),
}
"""How many characters each text has, and how many marks."""

SEED = 11
CHANGED = 1 / 7
"""Which part of the words a rewrite changes."""

SYLLABLES = [first + second for first in "bcdfglmnprst" for second in "aeiou"]
SENTENCE = re.compile(r"[^\s.][^.]*\.")


@dataclass(frozen=True, slots=True)
class Rewrite:
    """An article before and after it was rewritten, with the marks made before."""

    old: str
    new: str
    marks: Sequence[Mark]


class Writer:
    """Writes texts of a made-up language, always the same for one seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._words = [
            "".join(self._random.choices(SYLLABLES, k=self._random.randint(1, 4)))
            for _ in range(2000)
        ]

    def article(self, length: int) -> str:
        """Return paragraphs of *length* characters in all."""
        paragraphs: list[str] = []
        while sum(map(len, paragraphs)) < length:
            sentences = [self._sentence() for _ in range(self._random.randint(2, 5))]
            paragraphs.append(" ".join(sentences))
        return "\n\n".join(paragraphs)

    def _sentence(self) -> str:
        """Return a sentence, in some cases with a figure."""
        words = self._random.choices(self._words, k=self._random.randint(8, 24))
        if self._random.random() < 0.4:
            words[len(words) // 2] = str(self._random.randint(2, 9999))
        return " ".join(words).capitalize() + "."

    def rewrite(self, text: str) -> str:
        """Return *text* with some of its words replaced, followed by another, or left out."""
        return re.sub(r"\b[a-z]+\b ?", self._changed, text)

    def _changed(self, word: re.Match[str]) -> str:
        """Return what becomes of one word."""
        if self._random.random() > CHANGED:
            return word.group()
        other = self._random.choice(self._words) + " "
        return self._random.choice((other, word.group() + other, ""))

    def marks(self, text: str, new: str, count: int) -> list[Mark]:
        """Return *count* marks on sentences of *text* that are others in the *new* one."""
        same = set(SENTENCE.findall(new))
        spans = [one.span() for one in SENTENCE.finditer(text) if one.group() not in same]
        return [
            Mark(
                id=f"{number:013}",
                article="bench",
                quote=text[start:end],
                prefix=text[max(0, start - CONTEXT) : start],
                suffix=text[end : end + CONTEXT],
                start=start,
                end=end,
            )
            for number, (start, end) in enumerate(self._random.choices(spans, k=count))
        ]


def rewritten(length: int, count: int) -> Rewrite:
    """Return an article of *length* characters, its rewrite, and *count* marks that it changed."""
    writer = Writer(SEED)
    old = writer.article(length)
    new = writer.rewrite(old)
    return Rewrite(old, new, writer.marks(old, new, count))


def measure(case: Rewrite, old_text: str | None) -> tuple[float, Counter[str]]:
    """Return the seconds that placing all marks takes, and how many got which status."""
    project_article.cache_clear()
    before = time.process_time()
    placed = [place(case.new, mark, old_text) for mark in case.marks]
    return time.process_time() - before, Counter(mark.anchor.status for mark in placed)


def report(case: Rewrite, name: str, old_text: str | None) -> None:
    """Write one line of figures."""
    seconds, statuses = measure(case, old_text)
    told = ", ".join(f"{count} {status}" for status, count in statuses.most_common())
    sys.stdout.write(
        f"{len(case.new):>9,} characters  {len(case.marks):>5,} marks  {name:<17}"
        f"{seconds:>8.3f} s  {seconds / len(case.marks) * 1000:>7.2f} ms a mark  ({told})\n"
    )


def main(size: str) -> None:
    """Measure texts of growing length, without and with the text that the marks were made on."""
    for length, count in SIZES[size]:
        case = rewritten(length, count)
        report(case, "new text alone", None)
        report(case, "old text at hand", case.old)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "small")
