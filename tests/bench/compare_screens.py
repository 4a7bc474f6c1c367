"""Makes the table of docs/measurements.md: this screen beside bare ones and other readers.

Linux only. Another reader is named with its command, in which ``{md}`` stands for the article of
10,000 words, ``{md200}`` for that of 200,000, ``{epub}`` and ``{epub200}`` for them as books;
newsboat gets the article in a feed of its own::

    python -m tests.bench.compare_screens --rounds 5 --peer newsboat --peer 'epy {epub}'
"""

import argparse
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from tests.bench.comparison import Taken, table
from tests.bench.programs import ESCAPE, MOVES, Program, programs_of
from tests.bench.terminal import Press, Terminal
from tests.bench.texts import FIRST_WORD

NARROW, WIDE = (90, 40), (120, 40)


class Run:
    """One run of a program on a terminal, and what each key of it took."""

    def __init__(self, program: Program, taken: Taken) -> None:
        self._program = program
        self._taken = taken
        self._terminal = Terminal(program.argv)

    def measure(self, presses: int) -> None:
        """Wait for the text, press every key so many times, and note what all of it took.

        A program that never shows the text has nothing noted.
        """
        if self._program.typed:
            self._terminal.send(self._program.typed)
        try:
            ready = self._terminal.wait_for(FIRST_WORD)
            if ready is not None:
                self._taken["ready first"].append(ready)
                self._press_all(presses)
                if self._program.leaves:
                    self._terminal.leave(self._program.leaves)
        finally:
            self._terminal.close()

    def _press_all(self, presses: int) -> None:
        """Press every key, when all that the start set off is over."""
        program, terminal = self._program, self._terminal
        terminal.settle()
        self._taken["ready cpu"].append(terminal.cpu)
        self._taken["ready memory"].append(terminal.memory)
        for name, key in program.moves.items():
            self._move(name, key, presses)
        if program.marks:
            self._mark(presses)
        for name, key in program.opens.items():
            self._open(name, key, presses)
        if program.moves:
            self._turn()
            self._taken["after all keys memory"].append(terminal.memory)

    def _move(self, name: str, key: bytes, presses: int) -> None:
        """Go through the text with *key*, from the top again where it ends."""
        self._to_top()
        for _ in range(presses):
            if not self._note(name, self._terminal.press(key)):
                self._to_top()

    def _mark(self, presses: int) -> None:
        """Highlight one sentence after the other."""
        self._to_top()
        for _ in range(presses):
            if self._terminal.press(MOVES["sentence"]) is not None:
                self._note("highlight", self._terminal.press(self._program.marks))
        self._terminal.settle()

    def _open(self, name: str, key: bytes, presses: int) -> None:
        """Open something and shut it again; the first time, which loads it, counts apart."""
        for nth in range(presses + 1):
            self._note(name if nth else f"{name}, first time", self._terminal.press(key))
            self._terminal.press(ESCAPE)
        self._terminal.settle()

    def _turn(self) -> None:
        """Make the terminal narrower and as wide as before."""
        for columns, rows in (NARROW, WIDE):
            self._note("resize", self._terminal.turn(columns, rows))

    def _to_top(self) -> None:
        """Go to the beginning of the text, and let all that this sets off be over."""
        if self._program.top:
            self._terminal.press(self._program.top)
            self._terminal.settle()

    def _note(self, name: str, press: Press | None) -> bool:
        """Note what one key took; return whether it set off anything."""
        if press is None:
            return False
        for field, value in zip(Press._fields, press, strict=True):
            self._taken[f"{name} {field}"].append(value)
        return True


def begin(program: Program, taken: Taken, presses: int) -> None:
    """Measure a start without a picture of the last one, and then one with it."""
    if program.cache is None:
        Run(program, taken).measure(presses)
        return
    for frame in program.cache.glob("*"):
        frame.unlink()
    Run(program, taken).measure(presses)
    again: Taken = defaultdict(list)
    Run(program._replace(moves={}, opens={}, marks=b""), again).measure(0)
    for name, values in again.items():
        taken[name.replace("ready", "ready again")] += values


def main() -> None:
    """Measure everything in turns, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--presses", type=int, default=12)
    parser.add_argument("--reader", default=f"{sys.executable} -m reader")
    parser.add_argument("--peer", action="append", default=[], help="another reader's command")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        programs = programs_of(given.reader, given.peer, Path(name))
        results: dict[str, Taken] = {label: defaultdict(list) for label in programs}
        for program in programs.values():  # what is made once, as an index, is no part of it
            Run(program, defaultdict(list)).measure(0)
        for _ in range(given.rounds):
            for label, program in programs.items():
                sys.stderr.write(f"{label}\n")
                begin(program, results[label], given.presses)
    sys.stdout.write(table(results))


if __name__ == "__main__":
    main()
