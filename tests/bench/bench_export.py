"""Measures exports: of a whole library into an empty folder, again unchanged, and after one edit.

Run by ``make bench``; ``make bench SIZE=full`` makes 10,000 articles with 100,000 marks. The most
memory that a process had is told of half a library and of all of it: they should hardly differ.
"""

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from reader.annotations import describe
from reader.annotations.model import Anchor, Claim, Mark, new_mark_id, utc_now
from reader.article.text import BlockDraft
from reader.config import Config
from reader.ingest.parsed import Parsed, assemble
from reader.library import Library
from reader.library.cards import card_of
from reader.paths import Paths
from reader.store import Change, Store

SIZES = {"small": 500, "full": 10_000}
"""How many articles the library holds."""

MARKS = 10
"""How many marks an article has."""

_AT_ONCE = 200
_WORDS = (
    *("port", "ship", "crane", "council", "ferry", "harbour"),
    *("strike", "wage", "price", "berth", "storm", "pilot"),
)


def build(root: Path, number: int) -> None:
    """Fill a library at *root* with *number* articles."""
    chance = random.Random(number)
    store = Store(root)
    changes: list[Change] = []
    for at in range(number):
        changes += _article(store, at, chance)
        if at % _AT_ONCE == _AT_ONCE - 1 or at == number - 1:
            store.commit(changes, "")
            changes = []
    store.close()


def _article(store: Store, at: int, chance: random.Random) -> list[Change]:
    """Keep one article; return the changes that hold its card and its marks."""
    lines = [" ".join(chance.choices(_WORDS, k=14)).capitalize() + f" {n}." for n in range(30)]
    drafts = [BlockDraft("heading", "What came", level=2)]
    drafts += [BlockDraft("paragraph", line) for line in lines]
    parsed = Parsed(f"Story {at}", tuple(drafts), publisher="Wire", published="2025-11-04")
    article = assemble(parsed, url=f"https://news.example/story/{at}")
    store.put_article(article)
    changes = [Change("state", article.id, "state", {"card": card_of(article, {})})]
    for line in chance.sample(lines, MARKS):
        start = article.text.index(line)
        found = describe(article, start, start + len(line))
        mark = Mark(
            new_mark_id(),
            article.id,
            found.quote,
            "claim",
            article.version,
            found.prefix,
            found.suffix,
            found.start,
            found.end,
            note="Ask the council what it paid.",
            tags=("port",),
            claim=Claim("disputed", "From May."),
            anchor=Anchor("exact", found.start, found.end),
            created=utc_now(),
        )
        changes.append(Change("notes", article.id, mark.id, mark.as_dict(), create=True))
    return changes


def measure(root: Path, name: str, most: int) -> None:
    """Export the first *most* articles, in this process, and print what it took."""
    library = Library.open(Paths.below(root), Config())
    ids = [row.id for row in library.rows()][:most]
    start, cpu = time.perf_counter(), time.process_time()
    report = library.export_to(root.parent / "notes", ids, profile="obsidian", alone=True)
    taken, worked = time.perf_counter() - start, time.process_time() - cpu
    library.close()
    counts = report.summary.rpartition(": ")[2]
    sys.stdout.write(
        f"{name:<22} {taken:7.2f} s  {worked:7.2f} s CPU  peak {peak():6.1f} MB  {counts}\n"
    )


def peak() -> float:
    """Return the most memory that this process had, in MB; what started it does not count."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


def change_one(root: Path) -> None:
    """Change one note."""
    library = Library.open(Paths.below(root), Config())
    library.change_mark(next(iter(library.all_marks())).id, note="Asked.")
    library.close()


def alone(*words: str) -> None:
    """Run a step in a process of its own, for its memory to be told."""
    subprocess.run([sys.executable, __file__, *words], check=True)


def main(size: str) -> None:
    """Build a library and export it, again and again."""
    with tempfile.TemporaryDirectory() as place:
        root = Path(place, "library")
        number = SIZES[size]
        alone("build", str(root), str(number))
        sys.stdout.write(f"{number} articles with {number * MARKS} marks\n")
        sys.stdout.flush()
        alone("list", str(root))
        alone("measure", str(root), "half of it, first", str(number // 2))
        for name in ("all, first", "unchanged"):
            alone("measure", str(root), name, str(number))
        alone("change", str(root))
        alone("measure", str(root), "one note changed", str(number))


if __name__ == "__main__":
    words = sys.argv[1:]
    if words[:1] == ["measure"]:
        measure(Path(words[1]), words[2], int(words[3]))
    elif words[:1] == ["build"]:
        build(Path(words[1]), int(words[2]))
    elif words[:1] == ["list"]:
        Library.open(Paths.below(Path(words[1])), Config()).rows()
    elif words[:1] == ["change"]:
        change_one(Path(words[1]))
    else:
        main(words[0] if words else "small")
