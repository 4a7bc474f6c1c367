"""Hands the terminal to the reader's own editor for a while."""

import os
import shlex
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from textual.app import App, SuspendNotSupported

from reader.errors import ReaderError

NO_EDITOR = "no editor is named; set VISUAL, EDITOR or `editor` in the configuration"


def edited_elsewhere(app: App[Any], editor: str | None, text: str) -> tuple[str, str]:
    """Return *text* as the reader's own editor leaves it, and what went wrong, if anything did.

    Args:
        app: the program, which lets go of the terminal meanwhile.
        editor: the command that the configuration names, if any; else the environment does.
        text: what is edited; it comes back as it is when something goes wrong.
    """
    command = editor or os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not command:
        return text, NO_EDITOR
    try:
        with app.suspend():
            return _edited(command, text)  # an error that left this block would leave it dark
    except SuspendNotSupported:
        return text, "this terminal cannot be handed to another editor"


def _edited(command: str, text: str) -> tuple[str, str]:
    """Return *text* as *command* leaves it, and what went wrong."""
    try:
        return _edit_in(command, text), ""
    except (ReaderError, ValueError) as error:
        return text, str(error)
    except OSError as error:
        return text, f"{command}: cannot be started; {error.strerror}"


def _edit_in(command: str, text: str) -> str:
    """Return *text* as the editor that *command* starts leaves it.

    Raises:
        OSError: if the editor cannot be started.
        ReaderError: if it says that it failed; the text is as it was.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "note.md"
        path.write_text(text, encoding="utf-8")
        done = subprocess.run([*shlex.split(command), str(path)], check=False)
        if done.returncode:
            raise ReaderError(command, f"it ended with {done.returncode}", "the note is unchanged")
        return path.read_text(encoding="utf-8", errors="replace")
