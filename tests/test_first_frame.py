"""The picture of the last run: what it depends on, where it lies, how the terminal is treated."""

import fcntl
import os
import pty
import signal
import stat
import struct
import termios
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from reader import first_frame
from reader.first_frame import FirstFrame, forget
from reader.paths import Paths

PICTURE = "\x1b[1;1Ha calm page"


class Screen:
    """A terminal of our own in the place of the test's, and the library beside it."""

    def __init__(self, device: int, other_end: int, root: Path) -> None:
        self.device, self.other_end, self.root = device, other_end, root
        self.words = ["open", "calm"]

    def resize(self, columns: int) -> None:
        """Give the terminal other columns."""
        size = struct.pack("HHHH", 24, columns, 0, 0)
        fcntl.ioctl(self.other_end, termios.TIOCSWINSZ, size)

    def written(self) -> bytes:
        """Return what was written since the last call."""
        os.set_blocking(self.device, False)
        written = b""
        with suppress(BlockingIOError):
            while True:
                written += os.read(self.device, 1 << 16)
        return written

    def run(self, painted: str | None = PICTURE, **environment: str) -> bytes:
        """Run the program once and return what it wrote before the screen was there."""
        frame = FirstFrame(self.words, {"NEWSMARGIN_DATA_DIR": str(self.root), **environment})
        frame.show()
        shown = self.written()
        frame.hand_over()
        if painted is not None:
            frame.keep(painted, self.root / "cache")
        frame.end()
        return shown

    @property
    def pictures(self) -> list[Path]:
        """The pictures there are."""
        return list((self.root / "cache" / "frames").glob("*"))


@pytest.fixture
def screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Screen]:
    """Put a terminal of our own in the place of the test's."""
    (tmp_path / "cache").mkdir()
    (tmp_path / "history").mkdir()
    (tmp_path / "history" / "one.jsonl").write_text("x\n")
    device, other_end = pty.openpty()
    before = os.dup(0)
    os.dup2(other_end, 0)
    monkeypatch.setattr(first_frame, "_terminal", lambda: other_end)
    handlers = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP)}
    made = Screen(device, other_end, tmp_path)
    made.resize(80)
    try:
        yield made
    finally:
        os.dup2(before, 0)
        for number, handler in handlers.items():
            signal.signal(number, handler)
        for one in (before, device, other_end):
            os.close(one)


def test_the_second_run_shows_what_the_first_painted(screen: Screen) -> None:
    assert screen.run() == b""
    assert PICTURE.encode() in screen.run()


def _longer(screen: Screen) -> None:
    (screen.root / "history" / "one.jsonl").write_text("x\nx\n")


def _settings(screen: Screen) -> None:
    (screen.root / "config.toml").write_text("body_width = 60\n")


def _theme(screen: Screen) -> None:
    (screen.root / "themes").mkdir()
    (screen.root / "themes" / "own.toml").write_text("")


def _size(screen: Screen) -> None:
    screen.resize(81)


def _words(screen: Screen) -> None:
    screen.words = ["open", "other"]


@pytest.mark.parametrize("change", [_longer, _settings, _theme, _size, _words])
def test_nothing_is_shown_when_anything_differs(screen: Screen, change: object) -> None:
    screen.run()
    assert callable(change)
    change(screen)
    assert screen.run() == b""


def test_other_colours_of_the_terminal_make_another_picture(screen: Screen) -> None:
    screen.run()
    assert screen.run(NO_COLOR="1") == b""


def test_a_run_whose_settings_change_under_it_keeps_nothing(screen: Screen) -> None:
    frame = FirstFrame(screen.words, {"NEWSMARGIN_DATA_DIR": str(screen.root)})
    frame.show()
    _settings(screen)
    frame.keep(PICTURE, screen.root / "cache")
    frame.end()
    assert screen.pictures == []


def test_a_picture_of_another_library_is_not_kept(screen: Screen, tmp_path: Path) -> None:
    frame = FirstFrame(screen.words, {"NEWSMARGIN_DATA_DIR": str(screen.root)})
    frame.show()
    frame.keep(PICTURE, tmp_path / "elsewhere")
    frame.end()
    assert screen.pictures == []


def test_keys_are_not_echoed_while_it_stands_and_are_when_it_is_gone(screen: Screen) -> None:
    screen.run()
    before = termios.tcgetattr(0)
    frame = FirstFrame(screen.words, {"NEWSMARGIN_DATA_DIR": str(screen.root)})
    frame.show()
    assert frame.is_up
    assert not termios.tcgetattr(0)[3] & (termios.ECHO | termios.ICANON)
    assert termios.tcgetattr(0)[3] & termios.ISIG
    frame.take_down()
    assert screen.written().endswith(b"\x1b[?7h\x1b[?1049l\x1b[?25h")
    assert termios.tcgetattr(0)[3] == before[3]
    frame.end()
    assert screen.written() == b""


def test_a_signal_between_it_and_the_screen_leaves_the_terminal_as_it_was(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen.run()
    before = termios.tcgetattr(0)
    ended: list[int] = []
    monkeypatch.setattr(os, "kill", lambda _, number: ended.append(number))
    frame = FirstFrame(screen.words, {"NEWSMARGIN_DATA_DIR": str(screen.root)})
    frame.show()
    frame.hand_over()
    screen.written()
    handler = signal.getsignal(signal.SIGTERM)
    assert callable(handler)
    handler(signal.SIGTERM, None)
    written = screen.written()
    assert b"\x1b[?1003l" in written
    assert written.endswith(b"\x1b[?7h\x1b[?1049l\x1b[?25h")
    assert termios.tcgetattr(0)[3] == before[3]
    assert ended == [signal.SIGTERM]


def test_what_is_interrupted_in_the_middle_of_a_picture_leaves_no_half_of_it_behind(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen.run()
    write = os.write

    def interrupted(output: int, data: bytes) -> int:
        if b"calm" in data:
            write(output, data[: data.index(b"calm")])
            raise KeyboardInterrupt
        return write(output, data)

    monkeypatch.setattr(os, "write", interrupted)
    frame = FirstFrame(screen.words, {"NEWSMARGIN_DATA_DIR": str(screen.root)})
    with pytest.raises(KeyboardInterrupt):
        frame.show()
    frame.end()
    begun, _, left = screen.written().rpartition(b"\x1b[?2026l")
    assert b"\x1b[?2026h" in begun
    assert left == b"\x1b[?7h\x1b[?1049l\x1b[?25h"


def test_the_text_alone_may_be_told_anew_but_not_over_a_picture(screen: Screen) -> None:
    frame = FirstFrame(screen.words, {"NEWSMARGIN_DATA_DIR": str(screen.root)})
    frame.show()
    assert frame.size == (80, 24)
    frame.show_text("reading")
    frame.show_text("the text")
    written = screen.written()
    assert written.count(b"\x1b[?1049h") == 1
    assert b"the text" in written
    frame.take_down()
    frame.end()
    screen.run()
    frame = FirstFrame(screen.words, {"NEWSMARGIN_DATA_DIR": str(screen.root)})
    frame.show()
    screen.written()
    assert frame.size is None
    frame.show_text("the text")
    assert screen.written() == b""
    frame.take_down()
    frame.end()


def test_only_its_owner_reads_it_and_only_so_many_are_kept(screen: Screen) -> None:
    for number in range(first_frame.MOST_KEPT + 3):
        screen.words = ["open", str(number)]
        screen.run()
    assert len(screen.pictures) == first_frame.MOST_KEPT
    assert {stat.S_IMODE(path.stat().st_mode) for path in screen.pictures} == {0o600}


def test_forgetting_deletes_every_picture(screen: Screen) -> None:
    screen.run()
    forget(screen.root / "cache")
    assert screen.pictures == []
    forget(screen.root / "nowhere")


def test_what_is_no_picture_is_passed_over_and_replaced(screen: Screen) -> None:
    screen.run()
    (picture,) = screen.pictures
    picture.write_bytes(b"\x1b]52;c;ZXZpbA==\x07")
    assert screen.run() == b""
    assert PICTURE.encode() in screen.run()


def test_a_cache_that_cannot_be_written_is_in_nobody_s_way(screen: Screen) -> None:
    (screen.root / "cache" / "frames").write_text("in the way")
    assert screen.run() == b""
    (screen.root / "cache" / "frames").unlink()
    (screen.root / "cache").rmdir()
    assert screen.run() == b""
    assert not (screen.root / "cache").exists()


def test_without_a_terminal_nothing_happens(tmp_path: Path) -> None:
    frame = FirstFrame([], {"NEWSMARGIN_DATA_DIR": str(tmp_path)})
    frame.show()
    frame.end()
    assert not frame.is_up
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "words", [["--data-dir", "there", "open", "x"], ["open", "--data-dir=there", "x"]]
)
def test_the_folders_are_those_that_the_program_finds(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    found = Paths.find("there")
    places = (str(found.data), str(found.config_file.parent), str(found.cache))
    assert first_frame._places(words, {}) == places


def test_without_a_folder_named_they_are_the_system_s() -> None:
    found = Paths.find()
    places = (str(found.data), str(found.config_file.parent), str(found.cache))
    assert first_frame._places([], dict.fromkeys(["TERM"], "xterm")) == places
