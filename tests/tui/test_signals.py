"""Signals that end the program: what it keeps, and how it leaves the terminal."""

import os
import signal
import sys
import termios
from pathlib import Path

import pytest

from reader.config import Config
from reader.library import Library
from reader.paths import Paths
from tests.cli.terminal import Terminal, terminal

pytestmark = pytest.mark.slow

READER = f'exec "{sys.executable}" -m reader "$1"'
SET_BACK = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?7h", b"\x1b[?1003l", b"\x1b[?2004l", b"\x1b[<u")
"""The page, the cursor, the ends of lines, the mouse, pasting and the keyboard."""

ENDS = [signal.SIGHUP, signal.SIGINT, signal.SIGTERM]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Return an article's file."""
    path = tmp_path / "calm.md"
    sentences = (f"Sentence {number} stands here." for number in range(200))
    path.write_text("# Calm\n\n" + "\n\n".join(sentences), encoding="utf-8")
    return path


def environment(source: Path) -> dict[str, str]:
    """Return the environment of a library beside the article."""
    return {"NEWSMARGIN_DATA_DIR": str(source.parent / "library")}


def type_note(run: Terminal) -> None:
    """Go down a page and begin a note that is not saved."""
    run.wait_for("Sentence 0 stands here.")
    run.press(" ")
    run.wait_for("Sentence 20 stands here.")
    run.press("a")
    run.wait_for("esc close")
    run.press("thought")
    run.wait_for("thought")


def is_kept(source: Path) -> bool:
    """Tell whether the next start is where the last one ended, with the note begun."""
    with terminal(READER, str(source), environment=environment(source)) as run:
        run.wait_for("a note is not finished")
        assert "Sentence 0 stands here." not in run.text
        run.press("a")
        run.wait_for("thought")
        run.press("\x13")
        run.wait_for("note saved")
        run.press("q")
        return run.wait_for_end() == 0


@pytest.mark.parametrize("number", ENDS)
def test_what_was_typed_and_the_place_outlive_it_and_the_terminal_is_as_it_was(
    source: Path, number: signal.Signals
) -> None:
    with terminal(READER, str(source), environment=environment(source)) as run:
        before = run.modes()
        type_note(run)
        os.kill(run.process.pid, number)
        os.kill(run.process.pid, number)
        assert run.wait_for_end() == 128 + number
        run.rest(0.2)
        assert run.modes()[:4] == before[:4]
        for sequence in SET_BACK:
            assert sequence in run.raw, sequence
    assert is_kept(source)


def test_a_window_that_is_closed_ends_it_in_good_order(source: Path) -> None:
    with terminal(READER, str(source), environment=environment(source)) as run:
        type_note(run)
        run.hang_up()
        assert run.process.wait(30) == 128 + signal.SIGHUP
    assert is_kept(source)


@pytest.mark.parametrize("number", ENDS)
@pytest.mark.parametrize("words", ["Sentence 0 stands here.", "all keys", "Claims"])
def test_the_terminal_is_as_it_was_when_it_comes_as_soon_as_something_stands(
    source: Path, number: signal.Signals, words: str
) -> None:
    with terminal(READER, str(source), environment=environment(source)) as run:
        before = run.modes()
        run.wait_for(words)
        os.kill(run.process.pid, number)
        assert run.wait_for_end() in (128 + number, -number)
        run.rest(0.2)
        assert run.raw.rindex(b"\x1b[?1049l") > run.raw.rindex(b"\x1b[?1049h")
        assert run.modes()[3] & termios.ECHO
        assert run.modes()[:4] == before[:4]


@pytest.mark.parametrize("stop", [signal.SIGSTOP, signal.SIGTSTP])
def test_it_goes_on_where_it_was_stopped_and_the_terminal_is_as_it_was_at_the_end(
    source: Path, stop: signal.Signals
) -> None:
    with terminal(READER, str(source), environment=environment(source)) as run:
        before = run.modes()
        run.wait_for("Sentence 0 stands here.")
        run.wait_for("Claims")
        os.kill(run.process.pid, stop)
        run.rest(0.5)
        stopped_at = len(run.raw)
        os.kill(run.process.pid, signal.SIGCONT)
        run.wait_for_byte(b"stands here.", since=stopped_at)
        run.press(" ")
        run.wait_for("Sentence 20 stands here.")
        run.press("q")
        assert run.wait_for_end() == 0
        run.rest(0.2)
        assert run.modes()[:4] == before[:4]


def test_one_that_is_ignored_stays_ignored(source: Path) -> None:
    script = f"trap '' HUP; {READER}"
    with terminal(script, str(source), environment=environment(source)) as run:
        run.wait_for("Sentence 0 stands here.")
        run.rest(1)
        os.kill(run.process.pid, signal.SIGHUP)
        run.press("h")
        run.wait_for("saved")
        run.press("q")
        assert run.wait_for_end() == 0
    library = Library.open(Paths.below(source.parent / "library"), Config())
    try:
        assert [mark.quote for mark in library.all_marks()] == ["Sentence 0 stands here."]
    finally:
        library.close()
