"""Putting words where they can be pasted: the terminal, a program of the system, at last a file.

The terminal is asked first, for it is the only one that reaches the reader's own computer from
another. It does not answer, and not every terminal does as it is asked; so a program of the system
is asked as well where there is one, and what is said names who has the words.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen

LARGEST = 75_000
"""Characters that a terminal's clipboard is trusted with."""

PROGRAMS = (
    ("WAYLAND_DISPLAY", ["wl-copy"]),
    ("DISPLAY", ["xclip", "-selection", "clipboard"]),
    ("DISPLAY", ["xsel", "--clipboard", "--input"]),
    ("", ["pbcopy"]),
    ("WSL_DISTRO_NAME", ["clip.exe"]),
)
"""What puts text on the system's clipboard, and the variable that says it may."""

_WAIT_S = 2


def copy(screen: ReadingScreen, words: str, what: str) -> None:
    """Put *words* where they can be pasted, and say who has them."""
    sent = len(words) <= LARGEST
    if sent:
        screen.app.copy_to_clipboard(words)

    def tell(program: str | None) -> None:
        if program is not None:
            screen.tell(f"{what} copied ({program})")
        elif sent:
            screen.tell(f"{what} copied (by the terminal)")
        else:
            _keep_in_file(screen, words, what)

    screen.background.read(lambda: copied_by(words), tell)


def copied_by(words: str) -> str | None:
    """Give *words* to the first program that takes them; return its name, None when none does."""
    for variable, command in PROGRAMS:
        if (not variable or os.environ.get(variable)) and shutil.which(command[0]):
            # UTF-16 is what the one of Windows takes for anything but its own code page.
            data = words.encode("utf-16" if command[0] == "clip.exe" else "utf-8")
            try:
                subprocess.run(
                    command,
                    input=data,
                    check=True,
                    timeout=_WAIT_S,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                )
            except (OSError, subprocess.SubprocessError):
                continue
            return command[0]
    return None


def _keep_in_file(screen: ReadingScreen, words: str, what: str) -> None:
    """Write *words* to a file of the data directory, and say where it is."""
    path = screen.paths.data / "clipboard.md"
    try:
        path.write_text(words, encoding="utf-8")
    except OSError as error:
        screen.tell(f"{path}: cannot be written; {error.strerror}", error=True)
        return
    screen.tell(f"{what} is too long for the clipboard; it is in {path}")
