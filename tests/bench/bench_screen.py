"""Measures the screen: what a key costs the main thread, by how long the article is.

Run by ``make bench``. The screen runs in this process and paints into memory; the times are those
of the processor on the thread that paints, saving and all that follows a key included.
"""

import asyncio
import statistics
import sys
import tempfile
import time
from pathlib import Path

from textual.pilot import Pilot

from reader.article.identity import version_of
from reader.article.model import Article, Block
from reader.config import Config
from reader.library import Library
from reader.paths import Paths
from reader.tui.app import ReaderApp
from reader.tui.desk.articles import open_held
from reader.tui.widgets.section_tree import SectionKey

CASES = {
    "small": ((800, 10), (20_000, 500)),
    "full": ((800, 10), (200_000, 500), (200_000, 5000)),
}
"""How many words the article has, and how many marks."""

KEYS = ("j", "pagedown", ")", "]", "h", "c")
MARKING = ("h", "c")
FOUND = "coins"
"""What is typed to be found."""

LISTED = 50_000
"""How many articles the tree lists."""
ROUNDS = 12
SETTLED_S = 2.0
"""How long the screen is left alone after it opened."""

FOLLOWED_S = 0.15
"""After how long all that follows a key has followed."""

GOAL_MS = 30
SENTENCE = "Bread costs {} coins a loaf in the town of Skarrow, and nobody there minds it much."
WORDS = len(SENTENCE.split())


def article(words: int) -> Article:
    """Return an article of about so many words, two sentences to a paragraph."""
    pairs = range(words // WORDS // 2)
    parts = [f"{SENTENCE.format(2 * n)} {SENTENCE.format(2 * n + 1)}" for n in pairs]
    blocks, start = [], 0
    for part in parts:
        blocks.append(Block("paragraph", start, start + len(part)))
        start += len(part) + 2
    text = "\n\n".join(parts)
    return Article("bread", version_of(text), "Bread", text, tuple(blocks), markdown=text)


def fill(library: Library, words: int, marks: int) -> None:
    """Keep an article and marks spread over it."""
    kept = article(words)
    library.keep(kept)
    step = max(1, len(kept.blocks) // marks)
    every = (marks * step) // len(kept.blocks) + 1
    places = [
        (block.start + 20 * nth, block.start + 20 * nth + 15)
        for block in kept.blocks[::step]
        for nth in range(every)
    ]
    for start, end in places[:marks]:
        library.annotate(kept.id, start=start, end=end)


async def press(library: Library, paths: Paths, *, notes_shown: bool) -> dict[str, list[float]]:
    """Press each key many times; return the milliseconds that each press took."""
    app = ReaderApp(library, Config(), paths, open_held(library, "bread"))
    taken: dict[str, list[float]] = {key: [] for key in KEYS}
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause(SETTLED_S)
        app.reading.side.turn_to(1 if notes_shown else 0)
        for _ in range(ROUNDS):
            for key in KEYS:
                taken[key].append(await timed(pilot, key))
                await app.workers.wait_for_complete()
        taken["/"] = [await timed(pilot, "/")]
        taken[f"/{FOUND}"] = [await timed(pilot, key) for key in FOUND]
    app.reading.background.finish()
    return taken


async def timed(pilot: Pilot[None], key: str) -> float:
    """Press *key*; return the milliseconds that it and all that follows it took."""
    began = time.thread_time()
    await pilot.press(key)
    await pilot.pause(FOLLOWED_S)
    return (time.thread_time() - began) * 1000


async def walk(library: Library, paths: Paths) -> dict[str, list[float]]:
    """Move through a tree of many articles, and close and open one of its sections."""
    (row,) = library.rows()
    rows = [row, *(row._replace(id=f"{n}", section=f"S {n % 40:02}") for n in range(LISTED))]
    app = ReaderApp(library, Config(), paths, open_held(library, row.id))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause(SETTLED_S)
        tree = app.reading.section_tree
        tree.show_articles(rows)
        app.reading.set_focus(tree.rows)
        tree.rows.go_to(SectionKey("S 10"))
        await pilot.pause(FOLLOWED_S)
        taken = {"toggle": [await timed(pilot, "enter") for _ in range(ROUNDS)]}
        taken["down"] = [await timed(pilot, "down") for _ in range(ROUNDS)]
    app.reading.background.finish()
    return taken


def measure_tree() -> None:
    """Print what a key takes in a tree of many articles."""
    with tempfile.TemporaryDirectory() as folder:
        paths = Paths.below(Path(folder))
        library = Library.open(paths, Config())
        library.keep(article(800))
        sys.stdout.write(f"a tree of {LISTED} articles\n")
        tell(asyncio.run(walk(library, paths)))
        library.close()


def tell(taken: dict[str, list[float]]) -> None:
    """Print what each key took."""
    for key, times in taken.items():
        median = statistics.median(times)
        sys.stdout.write(f"  {key:10} median {median:6.1f} ms  most {max(times):6.1f} ms\n")


def measure(words: int, marks: int) -> float:
    """Print what keys take with so many words and marks; return the worst median of all."""
    worst = 0.0
    with tempfile.TemporaryDirectory() as folder:
        paths = Paths.below(Path(folder))
        library = Library.open(paths, Config())
        fill(library, words, marks)
        for notes_shown in (False, True):
            taken = asyncio.run(press(library, paths, notes_shown=notes_shown))
            shown = "shown" if notes_shown else "hidden"
            sys.stdout.write(f"{words} words, {marks} marks, notes {shown}\n")
            tell(taken)
            worst = max(worst, *(statistics.median(taken[key]) for key in MARKING))
        library.close()
    return worst


def main(size: str = "small") -> None:
    """Measure every case of *size*, and say how far the goal was met."""
    worst = max(measure(*case) for case in CASES[size])
    measure_tree()
    sys.stdout.write(f"a key that marks: {worst:.1f} ms of the processor; goal {GOAL_MS}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
