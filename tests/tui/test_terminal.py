"""The real command in a real terminal: what reaches it, and what outlives a kill."""

import os
import re
import signal
import sys
import time
from pathlib import Path

import pytest

from reader.config import Config
from reader.library import Library
from reader.paths import Paths
from tests.cli.terminal import terminal

pytestmark = pytest.mark.slow

READER = f'"{sys.executable}" -m reader'

HOSTILE = """\
# Head\x1b]0;owned\x07line [bold red]x[/] [@click=app.quit]y[/]

A calm first sentence. \x1b[31mred\x1b[0m \x1b]8;;http://evil.example\x07link\x1b]8;;\x07
\x9b31m \x1b]52;c;ZXZpbA==\x07 [link=https://e]z \u202eevil\u202c \u2066iso\u2069 the end.

## Sub\x1b[2Jheading [red]

Quoted by “Mallory \x1b[41mMoe” on 3 May 2024 for $5 million.
"""

MODES_OF_TEXTUAL = b"\x1b[?1004h"

FORBIDDEN = (b"owned", b"ZXZp", b"evil.example", b"\x1b]52;c;Z", b"\x1b[2J\x1b[2J")


def test_hostile_text_changes_nothing_on_the_terminal(tmp_path: Path) -> None:
    source = tmp_path / "hostile.md"
    source.write_text(HOSTILE, encoding="utf-8")
    with terminal(
        f'{READER} "$1"', str(source), environment={"NEWSMARGIN_DATA_DIR": str(tmp_path / "d")}
    ) as run:
        run.wait_for("A calm first sentence.")
        run.press("h")
        run.wait_for("saved")
        run.press("q")
        run.wait_for_end()
        written = run.raw
    for piece in FORBIDDEN:
        assert piece not in written, piece
    text = written.decode("utf-8", "replace")
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u0080-\u009f]", text)
    assert "[bold red]" in run.text or "[bold red]" in text


@pytest.mark.parametrize(
    "environment",
    [{"TERM": "dumb"}, {"NO_COLOR": "1"}, {"TERM": "xterm"}, {"TERM": "linux"}, {"TERM": "vt100"}],
)
def test_every_terminal_shows_the_text(tmp_path: Path, environment: dict[str, str]) -> None:
    source = tmp_path / "a.md"
    source.write_text("# A\n\nA calm sentence stands here.\n", encoding="utf-8")
    data = {"NEWSMARGIN_DATA_DIR": str(tmp_path / "d")}
    with terminal(f'{READER} "$1"', str(source), environment={**data, **environment}) as run:
        run.wait_for("A calm sentence stands here.")
        run.press("q")
        assert run.wait_for_end() == 0


def test_the_screen_is_drawn_when_errors_go_to_a_file(tmp_path: Path) -> None:
    source = tmp_path / "a.md"
    source.write_text("# A\n\nA calm sentence stands here.\n", encoding="utf-8")
    data = {"NEWSMARGIN_DATA_DIR": str(tmp_path / "d")}
    script = f'{READER} "$1" 2>"$2"'
    with terminal(script, str(source), str(tmp_path / "errors"), environment=data) as run:
        run.wait_for("A calm sentence stands here.")
        run.press("q")
        assert run.wait_for_end() == 0
    assert (tmp_path / "errors").read_text() == ""


def test_what_the_screen_says_is_saved_outlives_a_kill(tmp_path: Path) -> None:
    source = tmp_path / "a.md"
    source.write_text("# A\n\nOne stands here. Two stands here.\n", encoding="utf-8")
    data = tmp_path / "d"
    with terminal(
        f'exec {READER} "$1"', str(source), environment={"NEWSMARGIN_DATA_DIR": str(data)}
    ) as run:
        run.wait_for("One stands here.")
        run.press("h")
        run.wait_for("saved")
        os.kill(run.process.pid, signal.SIGKILL)
        run.process.wait()
    library = Library.open(Paths.below(data), Config())
    try:
        (row,) = library.rows()
        assert [mark.quote for mark in library.marks(row.id)] == ["One stands here."]
    finally:
        library.close()


def test_a_kill_while_a_note_is_typed_costs_no_more_than_its_last_second(tmp_path: Path) -> None:
    source = tmp_path / "a.md"
    source.write_text("# A\n\nOne stands here. Two stands here.\n", encoding="utf-8")
    data = tmp_path / "d"
    environment = {"NEWSMARGIN_DATA_DIR": str(data)}
    with terminal(f'exec {READER} "$1"', str(source), environment=environment) as run:
        run.wait_for("One stands here.")
        run.press("a")
        run.wait_for("esc close")
        for letter in "thought":
            run.press(letter)
        run.wait_for("thought")
        time.sleep(1)
        os.kill(run.process.pid, signal.SIGKILL)
        run.process.wait()
    with terminal(f"exec {READER}", environment=environment) as run:
        run.wait_for("a note is not finished")
        run.press("a")
        run.wait_for("thought")
        run.press("\x13")
        run.wait_for("note saved")
        run.press("q")
        assert run.wait_for_end() == 0


def test_at_a_cold_start_the_text_comes_first_stays_and_keys_typed_meanwhile_count(
    tmp_path: Path,
) -> None:
    source = tmp_path / "a.md"
    text = "\n\n".join(f"Sentence {number} stands here." for number in range(80))
    source.write_text(f"# A calm page\n\n{text}\n", encoding="utf-8")
    data = tmp_path / "d"
    with terminal(
        f'exec {READER} "$1"', str(source), environment={"NEWSMARGIN_DATA_DIR": str(data)}
    ) as run:
        run.wait_for_byte(b"\x1b[?2026l")
        run.wait_for("Sentence 3 stands here.")
        assert MODES_OF_TEXTUAL not in run.raw, "it came with the screen"
        first = _page(run.text)
        run.press("))h")
        while b"highlight" not in run.raw:
            run.rest(0.01)
            assert _page(run.text) == first
        run.wait_for("saved")
        run.press("q")
        assert run.wait_for_end() == 0
    library = Library.open(Paths.below(data), Config())
    try:
        (row,) = library.rows()
        assert [mark.quote for mark in library.marks(row.id)] == ["Sentence 2 stands here."]
    finally:
        library.close()


def _page(text: str) -> list[str]:
    """Return the lines of the page that stand on the terminal, without the panes beside it."""
    return [found[0] for found in re.finditer(r"Sentence \d+ stands here\.", text)]
