"""The start and the end of the program in a real xterm, as an eye sees them."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tui.xvfb import COLUMNS, Cells, inked, window

NEEDED = ("xterm", "xdotool", "Xvfb")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not all(map(shutil.which, NEEDED)), reason=f"needs {', '.join(NEEDED)}"),
]

SHELL = """
cd "$1"
printf "a shell"
while [ ! -e go ]; do sleep 0.02; done
"$0" -m reader calm.md
touch ended
sleep 60
"""
TEXT = "# A calm page\n\n" + "\n\n".join(
    f"Sentence {number} stands here. Another follows it at once." for number in range(60)
)
PAGE = range(26, 87)
"""The columns of the page; what is beside it may be found and shown later."""

MUCH = 400
"""More cells than a line of a shell has, and fewer than a page."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with an article, which is the shell's own and which the library holds.

    Of one that it does not hold, the facts would have to be found at each start.
    """
    source = tmp_path / "calm.md"
    source.write_text(TEXT, encoding="utf-8")
    words = [sys.executable, "-m", "reader", "--data-dir", str(tmp_path / "library"), "add"]
    subprocess.run([*words, str(source)], check=True, capture_output=True)
    return tmp_path


def environment(folder: Path) -> dict[str, str]:
    """Return the environment of a library beside the article."""
    return {"NEWSMARGIN_DATA_DIR": str(folder / "library")}


def start(folder: Path, keys: str = "") -> tuple[list[Cells], Cells, Cells]:
    """Start the program and leave it.

    Returns:
        What was seen while it started, and what stood before and after it.
    """
    for left in ("go", "ended"):
        (folder / left).unlink(missing_ok=True)
    command = ["sh", "-c", SHELL, sys.executable, str(folder)]
    with window(command, folder, environment(folder)) as seen:
        before = seen.film(1)[-1]
        (folder / "go").touch()
        if keys:
            seen.type(keys)
        frames = seen.film(MUCH)
        seen.type("q")
        seen.wait_for(folder / "ended")
        return frames, before, seen.film(1)[-1]


def page(cells: Cells) -> Cells:
    """Return the cells of the page, without the lines above and below."""
    rows = cells[COLUMNS : len(cells) - COLUMNS]
    return [cell for at, cell in enumerate(rows) if at % COLUMNS in PAGE]


def flickering(frames: list[Cells]) -> list[tuple[int, int]]:
    """Return the cells that were one thing, then another, and then the first again."""
    found = []
    for at, states in enumerate(zip(*frames, strict=True)):
        changes = [one for one, last in zip(states[1:], states, strict=False) if one != last]
        if len({states[0], *changes}) < len(changes) + 1:
            found.append(divmod(at, COLUMNS))
    return found


def test_the_page_flickers_at_neither_of_two_starts_and_the_shell_comes_back(
    folder: Path,
) -> None:
    for _ in range(2):
        frames, before, after = start(folder)
        shown = [frame for frame in frames if inked(frame) > MUCH]
        assert shown
        assert shown == frames[len(frames) - len(shown) :], "the text went away again"
        assert flickering([page(frame) for frame in shown]) == []
        assert after == before


def test_keys_typed_while_it_starts_count(folder: Path) -> None:
    start(folder, keys="))h")
    listed = subprocess.run(
        [sys.executable, "-m", "reader", "--data-dir", str(folder / "library"), "notes"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "Sentence 1 stands here." in listed.stdout
