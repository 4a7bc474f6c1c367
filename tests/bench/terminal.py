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
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

ESCAPES = re.compile(
    rb"\x1b(?:\[[0-9;:<=>?$ ]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[P_^X][^\x1b]*\x1b\\|.)"
)
QUIET_S = 0.15
"""How long nothing is written until what a key set off is over."""

IDLE_S = 0.02
"""Up to how much of the processor a program takes in a second that does nothing."""


class Press(NamedTuple):
    """What one key set off."""

    painted: float
    """Seconds until the last byte of what followed."""
    first: float
    """Seconds until the first byte."""
    cpu: float
    """Seconds of the processor, of all threads and processes of the program."""
    size: int
    """Bytes written to the terminal."""


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
            plain = ESCAPES.sub(b"", b"".join(data for _, data in list(self._written)))
            if words.encode() in plain:
                return self._written[-1][0] - self._began
            time.sleep(0.003)
        return None

    def settle(self, quiet: float = 1.0, timeout: float = 20) -> None:
        """Wait until the program has neither written nor worked for a while."""
        ends = time.perf_counter() + timeout
        while time.perf_counter() < ends:
            spent, written = self._spent(), len(self._written)
            time.sleep(quiet)
            if len(self._written) == written and self._spent() - spent < IDLE_S:
                return

    def press(self, key: bytes, timeout: float = 5) -> Press | None:
        """Press *key*; return what it set off, None when nothing was written."""
        return self._watch(lambda: os.write(self._file, key), timeout)

    def turn(self, columns: int, rows: int) -> Press | None:
        """Change the size; return what that set off."""
        return self._watch(lambda: self.resize(columns, rows), timeout=20)

    def _watch(self, act: object, timeout: float) -> Press | None:
        """Do *act*, and wait until nothing more is written."""
        seen, spent, began = len(self._written), self._spent(), time.perf_counter()
        if callable(act):
            act()
        last = began
        while time.perf_counter() - began < timeout:
            fresh = self._written[seen:]
            last = fresh[-1][0] if fresh else began
            if fresh and time.perf_counter() - last > QUIET_S:
                break
            if not fresh and time.perf_counter() - began > 1:
                return None
            time.sleep(0.002)
        fresh = self._written[seen:]
        size = sum(len(data) for _, data in fresh)
        return Press(last - began, fresh[0][0] - began, self._spent() - spent, size)

    def _processes(self) -> list[int]:
        """Return the ids of the program and of what it started."""
        found = [self.pid]
        for pid in found:
            for path in Path(f"/proc/{pid}/task").glob("*/children"):
                with contextlib.suppress(OSError):
                    found += map(int, path.read_text().split())
        return found

    def _spent(self) -> float:
        """Return how many seconds of the processor the program has taken."""
        total = 0
        for pid in self._processes():
            for path in Path(f"/proc/{pid}/task").glob("*/schedstat"):
                with contextlib.suppress(OSError):
                    total += int(path.read_text().split()[0])
        return total / 1e9

    @property
    def memory(self) -> float:
        """The most memory that the program itself has taken, in MB."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        found = re.search(r"VmHWM:\s+(\d+)", status)
        return int(found.group(1)) / 1024 if found else 0.0

    def close(self) -> None:
        """End the program."""
        with contextlib.suppress(OSError):
            os.kill(self.pid, signal.SIGTERM)
            time.sleep(0.5)
            os.kill(self.pid, signal.SIGKILL)
        with contextlib.suppress(OSError):
            os.waitpid(self.pid, 0)
        with contextlib.suppress(OSError):
            os.close(self._file)
