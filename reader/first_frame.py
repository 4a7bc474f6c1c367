"""The screen as it was when the program last ended, shown before anything else is loaded.

Loading the screen takes a few tenths of a second. What it is going to paint is known before: it
lies in the cache, with all that it depends on. When that is still so, the terminal is taken over
and the picture put up at once; keys typed meanwhile wait in the terminal. The real screen then
takes its place without a flicker (see ``reader.tui.patient``).

It imports next to nothing, for every module that it loads is waited for. Nothing here may keep
the program from starting: what cannot be read or written counts as not there.
"""

import contextlib
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from reader import __version__

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "frames"
"""The folder of the pictures in the cache."""

MOST_KEPT = 12
"""How many pictures are kept; the oldest go first."""

_MOST_BYTES = 1 << 20
_BEGIN, _END = b"\x1b[?2026h", b"\x1b[?2026l"
_ENTER = b"\x1b[?1049h\x1b[?25l\x1b[?7l"
_LEAVE = _END + b"\x1b[?7h\x1b[?1049l\x1b[?25h"
"""What gives the terminal back, also where a signal came in the middle of a picture."""

_SET_BY_SCREEN = b"".join(b"\x1b[?%dl" % mode for mode in (1000, 1003, 1004, 1006, 1015, 2004))
_RESET = _SET_BY_SCREEN + b"\x1b[<u" + _LEAVE
"""What undoes all that the screen sets: reports of the mouse and the focus, pastes, keys."""

_SPEAKS_OF = ("TERM", "COLORTERM", "NO_COLOR", "FORCE_COLOR", "LANG", "LC_ALL", "LC_CTYPE", "TZ")
_OPTION, _VARIABLE = "--data-dir", "NEWSMARGIN_DATA_DIR"


class FirstFrame:
    """The picture of one run: shown at its start, made for the next one at its end.

    Args:
        words: the arguments of the program.
        environment: its environment.
    """

    def __init__(self, words: Sequence[str], environment: Mapping[str, str]) -> None:
        self._words = list(words)
        self._environment = environment
        self._modes: list[Any] | None = None
        self._painted: bytes | None = None
        self._known: bytes | None = None
        self._data = self._settings = self._cache = ""
        self.is_up = False
        """Whether the terminal shows something, and no screen has taken over yet."""

        self.is_whole = False
        """Whether what was shown is the whole picture of the last run."""

    def show(self) -> None:
        """Put up the picture of the last run, if all that it depends on is as it was then."""
        output = _terminal()
        if output is None:
            return
        with contextlib.suppress(OSError, ValueError):
            self._data, self._settings, self._cache = _places(self._words, self._environment)
            self._known = self._depends_on(output, still=True)
            frame = _read(self._file(output), self._depends_on(output))
            if frame is not None:
                self._put_up(output, frame)
                self.is_whole = True

    @property
    def size(self) -> tuple[int, int] | None:
        """The columns and rows of a terminal without a picture; None where there is none."""
        output = _terminal()
        if output is None or self.is_whole:
            return None
        with contextlib.suppress(OSError):
            columns, rows = os.get_terminal_size(output)
            return columns, rows
        return None

    def show_text(self, painted: str) -> None:
        """Put up the text of the page alone, for what is around it takes longer.

        It may be told anew, as when an article follows the word that it is being read.
        """
        output, text = _terminal(), painted.encode("utf-8", "replace")
        if output is None or self.is_whole:
            return
        with contextlib.suppress(OSError):
            if self.is_up:
                _write_all(output, _BEGIN + text + _END)
            else:
                self._put_up(output, text)

    def _put_up(self, output: int, frame: bytes) -> None:
        """Take the terminal and write *frame* to it."""
        self._heed_signals()
        self._take_terminal()
        self.is_up = True
        _write_all(output, _ENTER + _BEGIN + frame + _END)

    def hand_over(self) -> bool:
        """Leave the terminal to the screen; tell whether something was put up on it."""
        was_up, self.is_up = self.is_up, False
        return was_up

    def take_down(self) -> None:
        """Give the terminal back as it was, for no screen is going to take over."""
        output = _terminal()
        if self.hand_over() and output is not None:
            with contextlib.suppress(OSError):
                os.write(output, _LEAVE)
        self._give_back_modes()

    def keep(self, painted: str, cache: "Path") -> None:
        """Keep what the screen *painted* as the picture for the next run with these arguments.

        It is written when the program ends, for what is saved until then is part of the picture.
        """
        if self._cache == str(cache):
            self._painted = painted.encode("utf-8", "replace")

    def end(self) -> None:
        """Give the terminal back and write the picture that is to be kept."""
        self.take_down()
        output = _terminal()
        if self._painted is None or output is None or len(self._painted) > _MOST_BYTES:
            return
        with contextlib.suppress(OSError, ValueError):
            if self._depends_on(output, still=True) == self._known:
                _write(self._file(output), self._depends_on(output), self._painted)

    def _file(self, output: int) -> str:
        """Return the path of the picture for these arguments at this size."""
        import zlib

        about = repr((self._words, os.get_terminal_size(output))).encode("utf-8", "replace")
        return os.path.join(self._cache, FOLDER, f"{zlib.crc32(about):08x}")

    def _depends_on(self, output: int, *, still: bool = False) -> bytes:
        """Return all that the picture depends on, in words.

        Args:
            output: the terminal.
            still: whether to leave out what the program itself changes while it runs.
        """
        names = [name for name in self._environment if name.startswith("TEXTUAL")]
        told: list[object] = [
            __version__,
            __file__,
            self._words,
            os.getcwd(),
            os.get_terminal_size(output),
        ]
        told += [(name, self._environment.get(name)) for name in (*_SPEAKS_OF, *sorted(names))]
        told += [_stamp(word) for word in (*self._words, f"{self._settings}/config.toml")]
        told += sorted(_stamps(f"{self._settings}/themes"))
        if not still:
            told += sorted((name, size) for name, size, _ in _stamps(f"{self._data}/history"))
        return repr(told).encode("utf-8", "replace") + b"\n"

    def _take_terminal(self) -> None:
        """Let keys wait unseen until the screen reads them, as it sets the terminal itself.

        Interrupting still works; stopping does not, for the picture would stay behind.
        """
        import termios

        self._modes = termios.tcgetattr(0)
        modes = termios.tcgetattr(0)
        modes[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
        modes[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)
        modes[6][termios.VMIN] = 1
        modes[6][termios.VSUSP] = modes[6][termios.VQUIT] = b"\0"
        termios.tcsetattr(0, termios.TCSANOW, modes)

    def _give_back_modes(self) -> None:
        """Set the terminal to what it was before the picture."""
        if self._modes is not None:
            import termios

            with contextlib.suppress(termios.error):
                termios.tcsetattr(0, termios.TCSANOW, self._modes)
            self._modes = None

    def _heed_signals(self) -> None:
        """Give the terminal back when the program is told to end before the screen is there."""
        import signal

        def end(number: int, _: object) -> None:
            output = _terminal()
            if not self.is_up and output is not None:  # the screen has it, and heeds nothing yet
                with contextlib.suppress(OSError):
                    os.write(output, _RESET)
            self.take_down()
            signal.signal(number, signal.SIG_DFL)
            os.kill(os.getpid(), number)

        for number in (signal.SIGTERM, signal.SIGHUP):
            if signal.getsignal(number) == signal.SIG_DFL:
                signal.signal(number, end)


def forget(cache: "Path") -> None:
    """Delete every picture in *cache*, for what they show is to be gone."""
    folder = str(cache / FOLDER)
    for path in _files(folder):
        with contextlib.suppress(OSError):
            os.unlink(path)


def _terminal() -> int | None:
    """Return the terminal that the screen draws on; None when keys do not come from one."""
    try:
        if os.isatty(0) and os.isatty(1) and os.tcgetpgrp(0) == os.getpgrp():
            return 2 if os.isatty(2) else 1
    except (OSError, AttributeError):  # no process groups: not a system with such terminals
        pass
    return None


def _write_all(output: int, data: bytes) -> None:
    """Write *data*, which a slow terminal may take in parts."""
    while data:
        data = data[os.write(output, data) :]


def _places(words: Sequence[str], environment: Mapping[str, str]) -> tuple[str, str, str]:
    """Return the folders of the library, the settings and the cache, as ``Paths.find`` does."""
    root = environment.get(_VARIABLE)
    for word, following in zip(words, [*words[1:], ""], strict=False):
        if word == _OPTION or word.startswith(f"{_OPTION}="):
            root = following if word == _OPTION else word.partition("=")[2]
    if root:
        root = os.path.abspath(os.path.expanduser(root))
        return root, root, os.path.join(root, "cache")
    from reader.paths import Paths  # takes a while: it asks the system where things lie

    paths = Paths.find()
    return str(paths.data), str(paths.config_file.parent), str(paths.cache)


def _stamps(folder: str) -> Iterator[tuple[str, int, int]]:
    """Yield the name, the size and the time of each file in *folder*."""
    with contextlib.suppress(FileNotFoundError), os.scandir(folder) as entries:
        for entry in entries:
            at = entry.stat()
            yield entry.name, at.st_size, at.st_mtime_ns


def _stamp(path: str) -> tuple[int, int] | None:
    """Return what tells one state of a file from another; None when there is no such file."""
    try:
        at = os.stat(path)
    except (OSError, ValueError):
        return None
    return at.st_size, at.st_mtime_ns


def _read(path: str, depends_on: bytes) -> bytes | None:
    """Return the picture in the file at *path*, unless it depends on something else."""
    try:
        with open(path, "rb") as file:
            kept = file.read(_MOST_BYTES * 2)
    except FileNotFoundError:
        return None
    return kept[len(depends_on) :] if kept.startswith(depends_on) else None


def _write(path: str, depends_on: bytes, frame: bytes) -> None:
    """Write a picture that nobody else can read, and delete those too many."""
    folder = os.path.dirname(path)
    if not os.path.isdir(os.path.dirname(folder)):
        return  # the library was taken away meanwhile
    os.makedirs(folder, mode=0o700, exist_ok=True)
    new = f"{path}.{os.getpid()}"
    with open(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(depends_on + frame)
    os.replace(new, path)
    for old in sorted(_files(folder), key=lambda one: (_stamp(one) or (0, 0))[1])[:-MOST_KEPT]:
        os.unlink(old)


def _files(folder: str) -> list[str]:
    """Return the files in *folder*."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        return [entry.path for entry in entries]
    return []


first_frame = FirstFrame(sys.argv[1:], os.environ)
"""That of this run."""
