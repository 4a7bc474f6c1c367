"""A program on a terminal of its own, watched from outside: what it writes, when, and its cost."""

import contextlib
import fcntl
import os
import pty
import re
import signal
import struct
import termios
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

ESCAPES = re.compile(
    rb"\x1b(?:\[[0-9;:<=>?$ ]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[P_^X][^\x1b]*\x1b\\|.)"
)
QUIET_S = 0.15
"""How long nothing is written until what a key set off is over."""

PAUSE_S = 0.01
"""How long nothing is written between the first paint and what follows it."""

IDLE_S = 0.02
"""Up to how much of the processor a program takes in a second that does nothing."""

_CPU_CLOCK = 2
"""What makes of a process's id the clock of all its threads, as Linux numbers its clocks."""


class Press(NamedTuple):
    """What one key set off; the seconds are counted from the key."""

    first: float
    """Seconds until the last byte of the first paint."""
    painted: float
    """Seconds until the last byte of all that followed."""
    cpu: float
    """Seconds of the processor, of all threads of the program's own process."""
    paint: int
    """Bytes of the first paint."""
    size: int
    """Bytes of all that was written."""


@dataclass
class Terminal:
    """Runs *argv* on a terminal of its own; close it when done."""

    argv: Sequence[str]
    columns: int = 120
    rows: int = 40
    pid: int = 0
    _file: int = -1
    _began: float = 0.0
    _written: list[tuple[float, bytes]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Start the program."""
        self.pid, self._file = pty.fork()
        if self.pid == 0:
            settings = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}
            with contextlib.suppress(OSError):
                os.execvpe(self.argv[0], list(self.argv), os.environ | settings)
            os._exit(127)
        self.resize(self.columns, self.rows)
        self._began = time.perf_counter()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        """Note what is written, and when."""
        with contextlib.suppress(OSError):
            while data := os.read(self._file, 65536):
                self._written.append((time.perf_counter(), data))

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self._file, termios.TIOCSWINSZ, size)

    def wait_for(self, words: str, timeout: float = 60) -> float | None:
        """Return how many seconds after the start *words* were written; None if they were not."""
        ends = time.perf_counter() + timeout
        while time.perf_counter() < ends:
            written = list(self._written)
            if _stands(words, written):
                ends_with = range(1, len(written) + 1)
                shown = next(n for n in ends_with if _stands(words, written[:n]))
                return written[shown - 1][0] - self._began
            time.sleep(0.003)
        return None

    def settle(self, quiet: float = 1.0, timeout: float = 60) -> None:
        """Wait until neither the program nor what it started has written or worked for a while."""
        ends = time.perf_counter() + timeout
        while time.perf_counter() < ends:
            spent, written = self._spent_by_all(), len(self._written)
            time.sleep(quiet)
            if len(self._written) == written and self._spent_by_all() - spent < IDLE_S * quiet:
                return

    def press(self, key: bytes, timeout: float = 5) -> Press | None:
        """Press *key*; return what it set off, None when nothing was written."""
        return self._watch(lambda: os.write(self._file, key), timeout)

    def turn(self, columns: int, rows: int) -> Press | None:
        """Change the size; return what that set off."""
        return self._watch(lambda: self.resize(columns, rows), timeout=20)

    def send(self, keys: bytes) -> None:
        """Press *keys* without waiting for what they set off."""
        os.write(self._file, keys)

    def _watch(self, act: Callable[[], object], timeout: float) -> Press | None:
        """Do *act*, and wait until nothing more is written."""
        seen, spent, began = len(self._written), self.cpu, time.perf_counter()
        act()
        while (now := time.perf_counter()) - began < timeout:
            last = self._written[-1][0] if len(self._written) > seen else None
            if last is None and now - began > 1:
                return None
            if last is not None and now - last > QUIET_S:
                break
            time.sleep(0.002)
        return _told(began, self._written[seen:], self.cpu - spent)

    def _processes(self) -> list[int]:
        """Return the ids of the program and of what it started."""
        found = [self.pid]
        for pid in found:
            for path in Path(f"/proc/{pid}/task").glob("*/children"):
                with contextlib.suppress(OSError):
                    found += map(int, path.read_text().split())
        return found

    def _spent_by_all(self) -> float:
        """Return how many seconds of the processor all the program's processes have taken."""
        return sum(map(_spent, self._processes()))

    @property
    def cpu(self) -> float:
        """How many seconds of the processor the program's own process has taken."""
        return _spent(self.pid)

    @property
    def memory(self) -> float:
        """The most memory that the program itself has taken, in MB."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        found = re.search(r"VmHWM:\s+(\d+)", status)
        return int(found.group(1)) / 1024 if found else 0.0

    def leave(self, keys: bytes, timeout: float = 10) -> None:
        """Press *keys*, which leave the program, and wait until it has ended."""
        self.send(keys)
        ends = time.perf_counter() + timeout
        while time.perf_counter() < ends and not _has_ended(self.pid):
            time.sleep(0.01)

    def close(self) -> None:
        """End the program, if it still runs."""
        with contextlib.suppress(OSError):
            os.kill(self.pid, signal.SIGTERM)
            time.sleep(0 if _has_ended(self.pid) else 0.5)
            os.kill(self.pid, signal.SIGKILL)
        with contextlib.suppress(OSError):
            os.waitpid(self.pid, 0)
        with contextlib.suppress(OSError):
            os.close(self._file)


def _spent(pid: int) -> float:
    """Return how many seconds of the processor a process has taken, ended threads among them."""
    with contextlib.suppress(OSError):
        return time.clock_gettime((~pid << 3) | _CPU_CLOCK)
    return 0.0


def _stands(words: str, written: list[tuple[float, bytes]]) -> bool:
    """Tell whether *words* were written, whatever steers the terminal left out."""
    return words.encode() in ESCAPES.sub(b"", b"".join(data for _, data in written))


def _has_ended(pid: int) -> bool:
    """Tell whether a process has ended; it may not be buried yet."""
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    return True


def _told(began: float, written: list[tuple[float, bytes]], cpu: float) -> Press:
    """Return what a key set off that was pressed at *began*."""
    pauses = (n for n, (one, two) in enumerate(pairwise(written), 1) if two[0] - one[0] > PAUSE_S)
    paint = written[: next(pauses, len(written))]
    sizes = [sum(len(data) for _, data in part) for part in (paint, written)]
    return Press(paint[-1][0] - began, written[-1][0] - began, cpu, *sizes)
