"""A real terminal for a real process, as a test sees and types it."""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import termios
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pyte

COLUMNS, ROWS = 120, 40
_PRIVATE = re.compile(rb"\x1b\[[<>=][0-9;]*[A-Za-z]|\x1b\[\?[0-9;]*\$[a-z]")
"""Sequences that the emulator would draw; a terminal takes them as questions or settings."""

QUIET_S = 1.0
"""How long nothing happens until all that was set off is over."""

PATIENCE_S = 60.0
"""How long a test waits for what must come, on a machine that has other things to do."""


class Terminal:
    """What a process draws, and the keys it gets."""

    def __init__(self, device: int, process: "subprocess.Popen[bytes]") -> None:
        self.process = process
        self._device = device
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self.raw = b""
        """Every byte that the process has written."""
        self.is_gone = False
        """Whether the terminal has been closed."""

    @property
    def text(self) -> str:
        """What is on the screen now."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def press(self, keys: str) -> None:
        """Type *keys*."""
        os.write(self._device, keys.encode())

    def wait_for(self, words: str) -> None:
        """Wait until *words* stand on the screen."""
        end = time.monotonic() + PATIENCE_S
        while words not in self.text:
            assert time.monotonic() < end, f"{words!r} never came:\n{self.text}"
            self._draw()

    def wait_for_byte(self, written: bytes, since: int = 0) -> None:
        """Wait until *written* has been written, shown or not, behind the first *since* bytes."""
        end = time.monotonic() + PATIENCE_S
        while written not in self.raw[since:]:
            assert time.monotonic() < end, f"{written!r} never came:\n{self.text}"
            self._draw()

    def wait_for_quiet(self) -> None:
        """Wait until the process has neither written nor worked for a second or so."""
        before = None
        while before != (now := (len(self.raw), self._spent())):
            before = now
            self.rest(QUIET_S)

    def rest(self, seconds: float) -> None:
        """Take in what is written for *seconds*, whatever it is."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self._draw()

    def hang_up(self) -> None:
        """Go away, as the window of a terminal does that is closed."""
        os.close(self._device)
        self.is_gone = True

    def modes(self) -> list[Any]:
        """Return how the terminal is set."""
        return termios.tcgetattr(self._device)

    def wait_for_end(self) -> int:
        """Wait until the process has ended and return its exit code."""
        end = time.monotonic() + PATIENCE_S
        while self.process.poll() is None:
            assert time.monotonic() < end, f"it never ended:\n{self.text}"
            self._draw()
        self._draw()
        return self.process.wait()

    def _spent(self) -> int:
        """Return how much of the processor the process has taken, in tenths of a second."""
        with suppress(OSError):
            fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
            return (int(fields[11]) + int(fields[12])) * 10 // os.sysconf("SC_CLK_TCK")
        return 0

    def _draw(self) -> None:
        """Take what the process has written."""
        ready, _, _ = select.select([self._device], [], [], 0.1)
        if ready:
            try:
                written = os.read(self._device, 65536)
                self.raw += written
                self._stream.feed(_PRIVATE.sub(b"", written))
            except OSError:  # the other end was closed: there is no more
                time.sleep(0.05)


@contextmanager
def terminal(script: str, *words: str, environment: Mapping[str, str]) -> Iterator[Terminal]:
    """Run a shell *script* whose standard streams are a terminal of its own.

    Args:
        script: what the shell runs; ``"$@"`` in it is *words*.
        words: arguments of the script.
        environment: what is set beside the environment of the test.
    """
    device, other_end = pty.openpty()
    fcntl.ioctl(device, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    # The first terminal that the leader of a session opens becomes the one that controls it.
    shell = ["sh", "-c", f'exec 0<>"$TTY" 1>&0 2>&0; {script}', "sh", *words]
    variables = {"TERM": "xterm-256color", "TTY": os.ttyname(other_end), **environment}
    process = subprocess.Popen(shell, env={**os.environ, **variables}, start_new_session=True)
    made = Terminal(device, process)
    try:
        yield made
    finally:
        process.kill()
        process.wait()
        os.close(other_end)
        if not made.is_gone:
            os.close(device)
