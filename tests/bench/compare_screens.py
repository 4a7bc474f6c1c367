"""Makes the table of docs/measurements.md: this screen beside a bare one and beside other readers.

Linux only. Another reader is named with its command, in which ``{md}`` stands for the article of
10,000 words, ``{md200}`` for that of 200,000, ``{epub}`` and ``{epub200}`` for them as books::

    python -m tests.bench.compare_screens --rounds 5 --peer 'frogmouth {md}' --peer 'epy {epub}'
"""

import argparse
import json
import random
import shlex
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from tests.bench.book import write_book
from tests.bench.terminal import Press, Terminal

HEADLINE = "Zebra headline for the bench"
SAID = (
    "the harbour council voted again after a long debate while costs rose and fees fell in most "
    "quarters according to the treasurer who said that more boats would come before summer"
)
BARE = f"""
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("{HEADLINE}")
Bare().run()
"""
KEYS = {"line": b"j", "page": b"\x1b[6~", "sentence": b")", "heading": b"]", "highlight": b"h"}
SHARED = ("line", "page")
"""What other readers have keys for."""

BASE = "bare Textual"
"""The program whose start is the measure of the others'."""

Program = tuple[list[str], list[str]]
Taken = dict[str, list[float]]

SIZES = {"800": 800, "10k": 10_000, "200k": 200_000}
MARKED = 500


def article(words: int) -> str:
    """Return an article of about so many words, a heading at every eighth paragraph."""
    chance, parts = random.Random(words), [f"# {HEADLINE}"]
    for number in range(max(1, words // 100)):
        if number % 8 == 7:
            parts.append(f"## Section {number // 8}")
        sentences = (
            " ".join(chance.choices(SAID.split(), k=19)).capitalize() + f" in case {number}-{nth}."
            for nth in range(5)
        )
        parts.append(" ".join(sentences))
    return "\n\n".join(parts)


def prepare(folder: Path, reader: list[str]) -> dict[str, list[str]]:
    """Keep the articles in a library below *folder*; return the command that opens each."""
    commands = {}
    base = [*reader, "--data-dir", str(folder / "library")]
    for name, words in SIZES.items():
        source = folder / f"{name}.md"
        source.write_text(article(words), encoding="utf-8")
        added = run([*base, "add", str(source), "--jsonl"])
        article_id = json.loads(added.splitlines()[0])["id"]
        commands[name] = [*base, "open", article_id]
        if words == max(SIZES.values()):
            step = words // 100 * 5 // MARKED
            rows = [
                json.dumps({"article": article_id, "quote": f"in case {n // 5 * step}-{n % 5}."})
                for n in range(MARKED)
            ]
            run([*base, "annotate", "--batch", "--jsonl"], "\n".join(rows) + "\n")
    return commands


def run(command: list[str], given: str = "") -> str:
    """Return what *command* writes."""
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=False)
    return done.stdout


def measure(command: list[str], keys: list[str], presses: int) -> Taken:
    """Start *command*, press *keys* and change the size; return what each took."""
    taken: Taken = defaultdict(list)
    _forget_frames(command)
    terminal = Terminal(command)
    try:
        ready = terminal.wait_for(HEADLINE)
        if ready is None:
            return taken
        taken["ready"].append(ready)
        terminal.settle()
        for name in keys:
            for _ in range(presses):
                if name == "highlight":
                    terminal.press(KEYS["sentence"])
                note(taken, name, terminal.press(KEYS[name]))
        if keys:
            for columns in (90, 120):
                note(taken, "resize", terminal.turn(columns, 40))
        taken["memory"].append(terminal.memory)
    finally:
        terminal.close()
    return taken


def _forget_frames(command: list[str]) -> None:
    """Take away the first frame that was kept of *command*, so that each start is a cold one."""
    if "--data-dir" in command:
        cache = Path(command[command.index("--data-dir") + 1]) / "cache"
        for frame in (cache / "frames").glob("*"):
            frame.unlink()


def note(taken: Taken, name: str, press: Press | None) -> None:
    """Add what one key took to *taken*."""
    if press is not None:
        for field, value in zip(Press._fields, press, strict=True):
            taken[f"{name} {field}"].append(value)


def told(name: str, all_taken: Taken, base: float) -> str:
    """Return the rows of one program."""
    if not all_taken.get("ready"):
        return f"| {name} | did not show the article | | | | |\n"
    ready, memory = (statistics.median(all_taken[key]) for key in ("ready", "memory"))
    lines = (
        f"| {name} | ready | {ready * 1000:.0f} ms ({ready / base:.2f} ×) | | | {memory:.0f} MB |\n"
    )
    for key in (*KEYS, "resize"):
        if painted := sorted(all_taken.get(f"{key} painted", [])):
            first = statistics.median(all_taken[f"{key} first"]) * 1000
            cpu = statistics.median(all_taken[f"{key} cpu"]) * 1000
            size = statistics.median(all_taken[f"{key} size"])
            late = painted[int(len(painted) * 0.95)] * 1000
            middle = statistics.median(painted) * 1000
            lines += (
                f"| {name} | {key} | {first:.1f} / {middle:.1f} / {late:.1f} ms | {cpu:.1f} ms "
                f"| {size:.0f} | |\n"
            )
    return lines


def programs_of(given: argparse.Namespace, folder: Path) -> dict[str, Program]:
    """Return the command of each program that was asked for, and the keys that are pressed."""
    bare = folder / "bare.py"
    bare.write_text(BARE, encoding="utf-8")
    texts = {"{md}": folder / "10k.md", "{md200}": folder / "200k.md"}
    texts |= {"{epub}": folder / "10k.epub", "{epub200}": folder / "200k.epub"}
    ours = prepare(folder, shlex.split(given.reader))
    for name in ("10k", "200k"):
        write_book(folder / f"{name}.epub", HEADLINE, article(SIZES[name]))
    programs: dict[str, Program] = {BASE: ([sys.executable, str(bare)], [])}
    programs |= {f"Newsmargin, {key}": (command, [*KEYS]) for key, command in ours.items()}
    for peer in given.peer:
        command = peer
        for sign, path in texts.items():
            command = command.replace(sign, str(path))
        label = f"{Path(shlex.split(peer)[0]).name}, {'200k' if '200}' in peer else '10k'}"
        programs[label] = (shlex.split(command), [*SHARED])
    return programs


def main() -> None:
    """Measure everything in turns, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--presses", type=int, default=20)
    parser.add_argument("--reader", default=f"{sys.executable} -m reader")
    parser.add_argument("--peer", action="append", default=[], help="another reader's command")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        programs = programs_of(given, Path(name))
        results: dict[str, Taken] = {key: defaultdict(list) for key in programs}
        for _ in range(given.rounds):
            for label, (argv, keys) in programs.items():
                for key, values in measure(argv, keys, given.presses).items():
                    results[label][key] += values
    base = statistics.median(results[BASE]["ready"])
    sys.stdout.write("| program | what | first byte / painted / p95 | CPU | bytes | memory |\n")
    sys.stdout.write("|---|---|---|---|---|---|\n")
    for label, taken in results.items():
        sys.stdout.write(told(label, taken, base))


if __name__ == "__main__":
    main()
