"""Measures the store: opening, saving, undoing and watching, in a small and in a large library.

Run by ``make bench``; ``make bench SIZE=full`` builds 10,000 articles with 100,000 marks. What a
save takes is set against a bare append made durable on the same disk, by turns, for the machine
may be busy. Times of the processor are those of the whole process.
"""

import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from importlib import import_module
from itertools import islice
from pathlib import Path

from reader.annotations.model import Mark, new_mark_id
from reader.store import Change, Store

SIZES = {"small": (60, 600), "full": (1000, 10_000)}
"""How many articles the two libraries hold, of which the memory is compared."""

MARKS = 10
"""How many marks an article has."""

LARGE = 2000
"""How many marks the article has that is a great deal worked on."""

SAVES = 300
"""How many saves are measured."""

BARELY, SAVE = "bare append, durable", "save a mark"
SAVE_LARGE = f"save among {LARGE} marks"

WORDS = "The strike at the port of Lowmouth ended on Thursday after nine days without a crane"
BARE = b"0" * 1100 + b"\n"
"""About as many bytes as the journal takes for a mark."""


@dataclass(slots=True)
class Timing:
    """What several runs of one thing took, in milliseconds."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def measure(self, act: Callable[[], object]) -> None:
        """Do *act* once more."""
        wall, cpu = time.perf_counter(), time.process_time()
        act()
        self.cpu.append((time.process_time() - cpu) * 1000)
        self.wall.append((time.perf_counter() - wall) * 1000)

    def __str__(self) -> str:
        return (
            f"{_at(self.wall, 0.5):8.2f} {_at(self.wall, 0.95):8.2f}"
            f" {_at(self.cpu, 0.5):8.2f} {_at(self.cpu, 0.95):8.2f}"
        )


def _at(values: list[float], part: float) -> float:
    """Return the value below which *part* of *values* lies."""
    return sorted(values)[min(len(values) - 1, int(len(values) * part))]


def new_mark(article: str) -> Change:
    """Return the change that makes a mark of common size."""
    mark = Mark(
        new_mark_id(),
        article,
        WORDS,
        prefix=WORDS[:64],
        suffix=WORDS[:64],
        start=100,
        end=100 + len(WORDS),
        note="Ask the harbour office how many days, and what a day costs. " + str(random.random()),
        tags=("port", "strike"),
    )
    return Change("notes", article, mark.id, mark.as_dict(), create=True)


def name(number: int) -> str:
    """Return the id of an article."""
    return f"article-{number:05}"


def build(root: Path, articles: int) -> None:
    """Make a library of *articles*, the first of which has very many marks."""
    store = Store(root)
    for number in range(articles):
        state = Change("state", name(number), "state", {"read": True, "card": {"title": WORDS}})
        marks = (new_mark(name(number)) for _ in range(LARGE if number == 0 else MARKS))
        store.commit([state, *marks], "import")
    store.close()


def measure(root: Path, articles: int) -> Iterator[tuple[str, Timing]]:
    """Yield what the store does and what it takes."""
    chance = random.Random(1)
    store = Store(root)
    yield "poll, nothing new", _repeated(lambda: store.changed_since(store.position()), 50)
    yield from (saves := _saves(store, [name(number) for number in range(articles)])).items()
    yield "undo", _repeated(store.undo, 20)
    yield "redo", _repeated(store.redo, 20)
    yield "undo in one article", _repeated(lambda: store.undo(name(articles // 2)), 5)
    known = [mark.id for mark in store.marks(name(1))]
    yield "mark by its id", _repeated(lambda: store.mark(chance.choice(known)), len(saves) * 10)
    yield "marks of an article", _repeated(lambda: store.marks(name(chance.randrange(1, 50))), 50)
    yield "all marks", _repeated(lambda: sum(1 for _ in store.all_marks()), 1)
    store.close()
    yield "open", _opened(root)
    yield "first mark by its id", _first_mark(root, articles)


def _saves(store: Store, articles: list[str]) -> dict[str, Timing]:
    """Return what saves take, and by turns with them the bare append."""
    chance = random.Random(2)
    bare, save, change, large = Timing(), Timing(), Timing(), Timing()
    handle = os.open(store.root / "bare", os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
    for turn in range(SAVES):
        bare.measure(partial(_append, handle))
        mark = new_mark(chance.choice(articles[1:]))
        save.measure(partial(store.commit, [mark], "highlight"))
        if turn % 10 == 0:
            patch = Change("notes", mark.article, mark.key, {"note": f"again {turn}"})
            change.measure(partial(store.commit, [patch], "note"))
            large.measure(lambda: store.commit([new_mark(articles[0])], "highlight"))
    os.close(handle)
    (store.root / "bare").unlink()
    return {BARELY: bare, SAVE: save, "change a mark": change, SAVE_LARGE: large}


def _append(handle: int) -> None:
    """Append what a mark takes, durably."""
    os.write(handle, BARE)
    os.fdatasync(handle)


def _repeated(act: Callable[[], object], times: int) -> Timing:
    """Return what *act* takes, done so many *times*."""
    timing = Timing()
    for _ in range(times):
        timing.measure(act)
    return timing


def _first_mark(root: Path, articles: int) -> Timing:
    """Return what it takes to find an old mark by its id, in a store that was just opened."""
    timing = Timing()
    for number in range(5):
        store = Store(root)
        wanted = store.marks(name(number * articles // 5 + 1))[0].id
        timing.measure(partial(store.mark, wanted))
        store.close()
    return timing


def _opened(root: Path) -> Timing:
    """Return what opening takes in processes that have just begun, imports left out."""
    timing = Timing()
    for _ in range(7):
        wall, cpu, _ = _in_new_process(root, "0")
        timing.wall.append(wall)
        timing.cpu.append(cpu)
    return timing


def _in_new_process(root: Path, saves: str) -> tuple[float, float, float]:
    """Open *root* in a new process; return milliseconds, those of the processor, and megabytes."""
    command = [sys.executable, __file__, "in-new-process", str(root), saves]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    wall, cpu, memory = map(float, done.stdout.split())
    return wall, cpu, memory


def open_once(root: Path, saves: int) -> str:
    """Open *root*, save so many marks and read all; return times to open, and memory at most."""
    import_module("reader.store.tables")  # what a store imports when it is first used
    opening = Timing()
    opened: list[Store] = []
    opening.measure(lambda: opened.append(Store(root)))
    (store,) = opened
    for number in range(saves):
        store.commit([new_mark(name(number % 50 + 1))], "highlight")
        store.undo()
    if saves:
        list(islice(store.all_marks(), LARGE + 100))
    memory = _memory()
    store.close()
    return f"{opening.wall[0]} {opening.cpu[0]} {memory}"


def _memory() -> float:
    """Return the most memory that this process ever had, in megabytes.

    Where the system tells it only with that of the process we come from, the largest of both.
    """
    status = Path("/proc/self/status")
    if status.exists():
        (told,) = (line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(told.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(size: str) -> None:
    """Build the two libraries, measure the large one, and compare their memory."""
    write = sys.stdout.write
    with tempfile.TemporaryDirectory(dir=os.environ.get("BENCH_DIR")) as folder:
        roots = {articles: Path(folder, str(articles)) for articles in SIZES[size]}
        for articles, root in roots.items():
            build(root, articles)
        large = max(roots)
        write(f"the store, {large} articles with {large * MARKS + LARGE} marks, milliseconds\n")
        write(f"{'':26}{'p50':>8} {'p95':>8} {'cpu p50':>8} {'cpu p95':>8}\n")
        timings = {}
        for what, timing in measure(roots[large], large):
            timings[what] = timing
            write(f"{what:26}{timing}\n")
        _judge(timings, roots)


def _judge(timings: dict[str, Timing], roots: dict[int, Path]) -> None:
    """Set what was measured against what is wanted."""
    bare, save, large = timings[BARELY], timings[SAVE], timings[SAVE_LARGE]
    allowed = 2 * _at(bare.wall, 0.95) + 3
    memory = {articles: _in_new_process(root, "100")[2] for articles, root in roots.items()}
    lines = [
        f"open: {statistics.median(timings['open'].cpu):.1f} ms of the processor; goal 60",
        f"save: p95 {_at(save.wall, 0.95):.2f} ms; goal 2 x the bare append + 3 = {allowed:.2f}",
        f"save: {statistics.mean(save.cpu):.2f} ms of the processor on average; goal 1.5",
        f"save among {LARGE}: p95 {_at(large.wall, 0.95):.1f} ms; goal 100",
        *(f"memory with {count} articles: {used:.1f} MB" for count, used in memory.items()),
    ]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    if sys.argv[1:2] == ["in-new-process"]:
        sys.stdout.write(open_once(Path(sys.argv[2]), int(sys.argv[3])))
    else:
        main(*(sys.argv[1:] or ["small"]))
