"""Measures the search: indexing a library, asking it, and keeping it up with one more save.

Run by ``make bench``; ``make bench SIZE=full`` makes 10,000 articles with 100,000 marks. The words
are drawn as often as words are in a language (by Zipf's law), so that some stand in every article
and most in few. Times of the processor are those of the whole process.
"""

import random
import statistics
import sys
import tempfile
import time
from bisect import bisect_left
from collections.abc import Callable, Iterator
from itertools import accumulate
from pathlib import Path

from reader.search import TextIndex, Where
from reader.search.findable import Findable, Note

SIZES = {"small": 1000, "full": 10_000}
"""How many articles the library holds."""

ROUNDS = 60
VOCABULARY = 60_000
WORDS = 800
MARKS = 10
WHERE: tuple[Where, ...] = ("articles", "all")
HAN = "印度总理访问俄罗斯双方签署协议首相会谈经济合作国际新闻记者报道政府宣布"
SYLLABLES = [a + b for a in "bdfgklmnprstv" for b in ("a", "e", "i", "o", "u", "an", "er")]


class Language:
    """Draws words as often as a language has them."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self.words = sorted(
            {
                "".join(self._random.choices(SYLLABLES, k=self._random.randint(2, 5)))
                for _ in range(VOCABULARY * 2)
            },
            key=lambda word: (len(word), self._random.random()),
        )[:VOCABULARY]
        self._weights = list(accumulate(1 / rank for rank in range(1, len(self.words) + 1)))

    def text(self, length: int) -> str:
        """Return a text of *length* words."""
        drawn = (self._random.random() * self._weights[-1] for _ in range(length))
        found = [self.words[bisect_left(self._weights, place)] for place in drawn]
        lines = [found[start : start + 16] for start in range(0, length, 16)]
        return "\n\n".join(f"{' '.join(line).capitalize()} – “{line[0]}”." for line in lines)

    def chinese(self) -> str:
        """Return a line in Chinese characters."""
        return "".join(self._random.choices(HAN, k=60)) + "。"


class Shelf:
    """A library in memory, for the time to read the store is not what is measured."""

    name = "bench"

    def __init__(self, articles: int, language: Language) -> None:
        self._language = language
        self.held = {f"a{number}": self._made(number) for number in range(articles)}
        self.texts = {key: self._text(number) for number, key in enumerate(self.held)}
        self.changes: list[str] = []

    def _made(self, number: int) -> Findable:
        """Return an article with its marks."""
        title = self._language.text(8).replace("\n\n", " ")
        day = f"2025-{number % 12 + 1:02}-{number % 28 + 1:02}T{number % 24:02}:00:00"
        notes = tuple(self._note(f"m{number}-{count}", day) for count in range(MARKS))
        return Findable(f"a{number}", "v", title, "Example Wire", (("in", "World"),), day, notes)

    def _note(self, mark: str, moment: str) -> Note:
        """Return a mark with a quote and a note."""
        quote, note = self._language.text(14), self._language.text(10)
        return Note(mark, quote, note, "key-point", (("label", "key-point"),), 5, moment)

    def _text(self, number: int) -> str:
        """Return the text of an article; one of ten has a line in Chinese."""
        return self._language.text(WORDS) + ("" if number % 10 else self._language.chinese())

    def save(self, number: int) -> None:
        """Change one note."""
        found = self.held[f"a{number}"]
        note = found.notes[0]._replace(note=self._language.text(10))
        self.held[f"a{number}"] = found._replace(notes=(note, *found.notes[1:]))
        self.changes.append(f"a{number}")

    def position(self) -> str:
        return str(len(self.changes))

    def settled_position(self) -> str:
        return self.position()

    def changed_since(self, position: str) -> frozenset[str] | None:
        return frozenset(self.changes[int(position) :])

    def ids(self) -> Iterator[str]:
        return iter(self.held)

    def findable(self, article_id: str) -> Findable | None:
        return self.held.get(article_id)

    def text(self, article_id: str, version: str) -> str | None:
        return self.texts.get(article_id)


def told(name: str, act: Callable[[int], object], rounds: int) -> None:
    """Print what the processor took for *act*, half of the time and nearly always."""
    taken: list[float] = []
    for number in range(rounds):
        start = time.process_time()
        act(number)
        taken.append((time.process_time() - start) * 1000)
    tops = statistics.quantiles(taken, n=20)
    sys.stdout.write(
        f"{name:<30} p50 {statistics.median(taken):7.2f}  p95 {tops[18]:7.2f} ms CPU\n"
    )


def queries(language: Language) -> dict[str, list[str]]:
    """Return what is asked for, by the name under which it is told."""
    common, middling, rare = (language.words[start : start + 20] for start in (0, 300, 40_000))
    pairs = zip(common, middling, strict=True)
    return {
        "common word": common,
        "two common words": [
            f"{one} {two}" for one, two in zip(common, common[1:] + common[:1], strict=True)
        ],
        "two words": [f"{one} {two}" for one, two in pairs],
        "middling word": middling,
        "rare word": rare,
        "prefix of three": [f"{word[:3]}*" for word in rare],
        "prefix of two": [f"{word[:2]}*" for word in rare],
        "phrase of common words": [f'"{common[0]} {word}"' for word in common[1:]],
        "phrase in Chinese": [HAN[start : start + 2] for start in range(0, 30, 2)],
        "common without middling": [
            f"{one} -{two}" for one, two in zip(common, middling, strict=True)
        ],
        "section and word": [f"in:world {word}" for word in middling],
        "nothing": [f"{word}qq" for word in rare],
    }


def ask_all(index: TextIndex, language: Language) -> None:
    """Ask everything that is asked for, and what is typed letter by letter."""
    asked = queries(language)
    for name, asks in asked.items():
        for where in WHERE:

            def ask(number: int, asks: list[str] = asks, where: Where = where) -> None:
                index.search(asks[number % len(asks)], where=where, limit=20)

            told(f"{name}, {where}", ask, ROUNDS)
    word = language.words[300]
    told("typing", lambda n: index.search(word[: n % len(word) + 1], typing=True), ROUNDS)
    told("did you mean", lambda n: index.did_you_mean(asked["nothing"][n % 20]), ROUNDS)


def main(size: str = "small") -> None:
    """Make a library, index it, and print what everything takes."""
    language = Language(7)
    shelf = Shelf(SIZES[size], language)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "index.sqlite")
        index = TextIndex(shelf, file)
        start = time.process_time()
        index.index()
        taken = time.process_time() - start
        megabytes = sum(len(text.encode()) for text in shelf.texts.values()) / 1e6
        sys.stdout.write(
            f"{SIZES[size]} articles of {WORDS} words ({megabytes:.0f} MB), {MARKS} marks each: "
            f"indexed in {taken:.1f} s CPU, {file.stat().st_size / 1e6:.0f} MB\n"
        )
        ask_all(index, language)

        def save_and_index(number: int) -> None:
            shelf.save(number)
            index.index()

        told("the update after a save", save_and_index, ROUNDS)


if __name__ == "__main__":
    main(*sys.argv[1:])
