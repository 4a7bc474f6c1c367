"""The picture of the last run in a real terminal: when it is shown, and what it hinders."""

import os
import re
import signal
import stat
import sys
import termios
from pathlib import Path

import pytest

from reader.paths import Paths
from tests.cli.terminal import Terminal, terminal

pytestmark = pytest.mark.slow

READER = f'exec "{sys.executable}" -m reader'
ENTER, LEAVE, SET_UP = b"\x1b[?1049h", b"\x1b[?1049l", b"\x1b[?2004h"
PAINTED = b"\x1b[?2026l"
"""The end of a frame."""
TEXT = "# A calm page\n\n" + "\n\n".join(
    f"Sentence {number} stands here. Another follows it at once." for number in range(60)
)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Return an article's file."""
    path = tmp_path / "calm.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


def environment(source: Path) -> dict[str, str]:
    """Return the environment of a library beside the article."""
    return {"NEWSMARGIN_DATA_DIR": str(source.parent / "library")}


def read_once(source: Path, keys: str = "h", **more: str) -> Terminal:
    """Open the article, type *keys*, and leave it in good order."""
    with terminal(
        f'{READER} "$1"', str(source), environment={**environment(source), **more}
    ) as run:
        run.wait_for("Sentence 0 stands here.")
        run.press(keys)
        run.wait_for("saved" if "h" in keys else "move")
        run.press("q")
        assert run.wait_for_end() == 0
        return run


def is_at_once(run: Terminal) -> bool:
    """Tell whether all panes stood before the screen set up the terminal, not the page alone."""
    return b"Facts" in run.raw.partition(SET_UP)[0]


def pictures(source: Path) -> list[Path]:
    """Return the pictures in the cache."""
    cache = Paths.below(source.parent / "library").cache
    return list((cache / "frames").glob("*"))


def test_what_stood_last_is_there_at_once_and_stays_where_it_is(source: Path) -> None:
    assert not is_at_once(read_once(source))
    run = read_once(source, keys="j")
    assert is_at_once(run)
    assert run.raw.count(ENTER) == run.raw.count(LEAVE) == 1


def test_the_screen_that_follows_looks_the_same(source: Path) -> None:
    with terminal(f'{READER} "$1"', str(source), environment=environment(source)) as run:
        run.wait_for("Claims")
        run.wait_for_quiet()
        run.press("q")
        assert run.wait_for_end() == 0
    with terminal(f'{READER} "$1"', str(source), environment=environment(source)) as run:
        run.wait_for_byte(PAINTED)
        at_once = run.text
        run.wait_for_byte(SET_UP)
        run.wait_for_quiet()
        assert run.text == at_once
        run.press("q")
        assert run.wait_for_end() == 0


def test_keys_typed_before_the_screen_is_there_count_in_their_order(source: Path) -> None:
    read_once(source)
    with terminal(f'{READER} "$1"', str(source), environment=environment(source)) as run:
        run.wait_for_byte(ENTER)
        run.press("))))hkc")
        run.wait_for("highlight")
        run.rest(2)
        assert not is_marked(run, "Sentence 1 stands here.")
        run.press("q")
        assert run.wait_for_end() == 0
    with terminal(f"{READER} notes", environment=environment(source)) as run:
        assert run.wait_for_end() == 0
        assert "Sentence 2 stands here." in run.text


def is_marked(run: Terminal, words: str) -> bool:
    """Tell whether the margin has a mark's sign beside *words*."""
    line = next(line for line in run.text.splitlines() if words in line)
    return bool(re.search("[▌▍┃█■●◆]", line.partition(words)[0]))


@pytest.mark.parametrize("changed", ["file", "settings", "library", "colours"])
def test_what_has_changed_is_not_shown_as_it_was(source: Path, changed: str) -> None:
    read_once(source)
    library = source.parent / "library"
    more = {}
    if changed == "file":
        source.write_text(TEXT.replace("calm page", "calmer page"), encoding="utf-8")
    elif changed == "settings":
        (library / "config.toml").write_text("body_width = 60\n", encoding="utf-8")
    elif changed == "library":
        script = f'{READER} add "$1"'
        other = source.with_name("other.md")
        other.write_text("# Other\n\nOther words.\n", encoding="utf-8")
        with terminal(script, str(other), environment=environment(source)) as run:
            assert run.wait_for_end() == 0
    else:
        more = {"NO_COLOR": "1"}
    assert not is_at_once(read_once(source, "j", **more))


def test_the_terminal_is_given_back_when_the_program_is_ended_early(source: Path) -> None:
    read_once(source)
    with terminal(f'{READER} "$1"', str(source), environment=environment(source)) as run:
        before = run.modes()
        run.wait_for_byte(ENTER)
        os.kill(run.process.pid, signal.SIGTERM)
        run.wait_for_end()
        run.rest(0.5)
        assert run.raw.count(LEAVE) == 1
        assert run.modes()[3] & termios.ECHO
        assert run.modes()[3] & termios.ICANON == before[3] & termios.ICANON


def test_what_went_wrong_is_told_after_the_picture_is_taken_down(source: Path) -> None:
    read_once(source)
    for path in (source.parent / "library" / "articles").rglob("*.json"):
        path.chmod(0o600)
        path.write_text("{", encoding="utf-8")
    with terminal(f'{READER} "$1"', str(source), environment=environment(source)) as run:
        assert run.wait_for_end() != 0
        run.rest(0.5)
        shown, _, told = run.raw.rpartition(LEAVE)
        assert b"calm page" in shown
        assert b"damaged beyond reading" in told


def test_nobody_else_can_read_it_and_a_purge_deletes_it(source: Path) -> None:
    read_once(source)
    (picture,) = pictures(source)
    assert stat.S_IMODE(picture.stat().st_mode) == 0o600
    with terminal(f"{READER} list --jsonl", environment=environment(source)) as run:
        assert run.wait_for_end() == 0
        name = re.search(r'"id": ?"(calm[^"]*)"', run.text)
    assert name
    with terminal(f'{READER} remove "$1" --purge', name[1], environment=environment(source)) as run:
        assert run.wait_for_end() == 0
    assert not pictures(source)


def test_a_picture_that_cannot_be_read_or_written_is_in_nobody_s_way(source: Path) -> None:
    read_once(source)
    (picture,) = pictures(source)
    picture.write_bytes(b"\x1b]52;c;ZXZpbA==\x07")
    assert b"]52;" not in read_once(source, "j").raw
    folder = picture.parent
    for path in pictures(source):
        path.unlink()
    folder.rmdir()
    folder.write_text("in the way", encoding="utf-8")
    assert not is_at_once(read_once(source, "j"))


def test_the_library_is_there_at_once_too(source: Path) -> None:
    read_once(source)
    for is_known in (False, True):
        with terminal(READER, environment=environment(source)) as run:
            run.wait_for("Sentence 0 stands here.")
            run.wait_for("Claims")
            run.press("q")
            assert run.wait_for_end() == 0
            assert is_at_once(run) == is_known
