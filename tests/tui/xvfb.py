"""A real xterm on a display that nobody sees, filmed from the display's own memory."""

import mmap
import os
import struct
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

COLUMNS, ROWS = 120, 40
CELL_WIDTH, CELL_HEIGHT = 6, 13
"""Of the font that every X server has."""

PATIENCE_S = 60.0
STAYS_S = 2.0
"""How long a picture stands that is the last one."""

_SAMPLE_S = 0.004
_PIXEL = 4

Cells = list[bytes]
"""The pixels of each cell, row by row."""


class Window:
    """An xterm in the corner of a display.

    Args:
        display: the name of the display.
        memory: the picture of the whole display, as the X server keeps it.
    """

    def __init__(self, display: str, memory: mmap.mmap) -> None:
        self._display = display
        self._memory = memory
        header = struct.unpack(">25I", memory[:100])
        self._start = header[0] + header[19] * 12
        self._line = header[12]

    def shot(self) -> bytes:
        """Return the pixels of the display as they are now, as far down as the window reaches."""
        return self._memory[self._start : self._start + self._line * CELL_HEIGHT * ROWS]

    def film(self, ink: int) -> list[Cells]:
        """Return each picture that stood for more than an instant, until one stays.

        Args:
            ink: in how many cells of the one that stays something is drawn, at least.
        """
        end = time.monotonic() + PATIENCE_S
        frames = [last := self.shot()]
        since = time.monotonic()
        while time.monotonic() - since < STAYS_S or inked(self.cells(last)) < ink:
            assert time.monotonic() < end, "no picture stayed"
            time.sleep(_SAMPLE_S)
            shot = self.shot()
            if shot != last:
                since = time.monotonic()
            elif shot != frames[-1]:
                frames.append(shot)
            last = shot
        return [self.cells(frame) for frame in frames]

    def cells(self, shot: bytes) -> Cells:
        """Return the cells of a picture."""
        width = CELL_WIDTH * _PIXEL
        found: Cells = []
        for row in range(ROWS):
            tops = range(row * CELL_HEIGHT, (row + 1) * CELL_HEIGHT)
            lines = [shot[top * self._line : (top + 1) * self._line] for top in tops]
            lefts = range(0, COLUMNS * width, width)
            found += (b"".join(line[left : left + width] for line in lines) for left in lefts)
        return found

    def type(self, keys: str) -> None:
        """Type *keys* at the window."""
        self._do("type", "--delay", "20", keys)

    def point_at_corner(self) -> None:
        """Put the pointer where it hides least; the window that it is over gets the keys."""
        self._do("mousemove", str(COLUMNS * CELL_WIDTH - 2), str(ROWS * CELL_HEIGHT - 2))

    def _do(self, *words: str) -> None:
        """Do what *words* tell to the keyboard or the mouse."""
        environment = {**os.environ, "DISPLAY": self._display}
        subprocess.run(["xdotool", *words], env=environment, check=True)

    def wait_for(self, path: Path) -> None:
        """Wait until there is something at *path*."""
        end = time.monotonic() + PATIENCE_S
        while not path.exists():
            assert time.monotonic() < end, f"{path} never came"
            time.sleep(0.02)


def inked(cells: Cells) -> int:
    """Return in how many cells something is drawn."""
    return sum(cell != cell[:_PIXEL] * (len(cell) // _PIXEL) for cell in cells)


@contextmanager
def display(folder: Path) -> Iterator[tuple[str, mmap.mmap]]:
    """Run an X server that nobody sees; give its name, and its picture, which is in *folder*."""
    reading, writing = os.pipe()
    server = ["Xvfb", "-displayfd", str(writing), "-fbdir", str(folder), "-noreset"]
    server += ["-screen", "0", "800x560x24", "-nolisten", "tcp"]
    process = subprocess.Popen(server, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading, "rb") as told:
            name = f":{told.readline().decode().strip()}"
        with (folder / "Xvfb_screen0").open("rb") as file:
            yield name, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    finally:
        process.terminate()
        process.wait()


@contextmanager
def window(
    command: Sequence[str], folder: Path, environment: Mapping[str, str]
) -> Iterator[Window]:
    """Run *command* in an xterm on a display of its own.

    Args:
        command: the program and its arguments.
        folder: where the display keeps its picture.
        environment: what is set beside the environment of the test.
    """
    xterm = ["xterm", "-geometry", f"{COLUMNS}x{ROWS}+0+0", "-fn", "fixed", "-b", "0"]
    xterm += ["-bw", "0", "+sb", "-u8", "-xrm", "*cursorBlink: false", "-e", *command]
    with display(folder) as (name, memory):
        variables = {**os.environ, **environment, "DISPLAY": name, "LC_ALL": "C.UTF-8"}
        process = subprocess.Popen(xterm, env=variables, stderr=subprocess.DEVNULL)
        try:
            made = Window(name, memory)
            made.point_at_corner()
            yield made
        finally:
            process.kill()
            process.wait()
