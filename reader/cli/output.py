"""The one place that prints: data on standard output, narration on standard error.

The same bytes go to a terminal and to a pipe, colour apart, and nothing reaches either but text:
what would steer a terminal is taken out of lines and escaped in JSON.
"""

import errno
import io
import os
import sys
from collections.abc import Callable
from typing import Any, Literal, TextIO

from reader.article.sanitise import clean_line, clean_text

Colour = Literal["auto", "always", "never"]
Style = Literal["bold", "dim", "red", "green", "yellow"]

_CODES: dict[Style, str] = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33"}


class Output:
    """The two streams of one run of the command line.

    A reader that closes its end of a pipe early has seen enough: the rest is not written, and that
    is no error.
    """

    def __init__(self, colour: Colour = "auto") -> None:
        self._colour = colour
        self._coloured: dict[int, bool] = {}
        self._failure: OSError | None = None
        self._has_bar = False
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                # What UTF-8 cannot say, as in names of files, reads as an escape, in JSON too.
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")

    def text(self, text: str) -> None:
        """Print a line of data, or several."""
        self._write(clean_text(text) + "\n")

    def json(self, value: object) -> None:
        """Print *value* as one JSON document on one line, and make sure that it is out.

        Whoever reads an acknowledgement must not have to wait for the next.
        """
        self._write(_as_json(value) + "\n")
        self.flush()

    def rows(self, rows: list[dict[str, Any]], *, lines: bool) -> None:
        """Print *rows* as one JSON list, or as JSON lines."""
        if not lines:
            self.json(rows)
            return
        for row in rows:
            self._write(_as_json(row) + "\n")

    def say(self, message: str) -> None:
        """Tell what a person may want to know."""
        self._tell(clean_line(message))

    def warn(self, message: str) -> None:
        """Tell what was not as it should be, though the work was done."""
        self._tell(self._paint(clean_line(message), "yellow", sys.stderr))

    def error(self, message: str) -> None:
        """Tell what could not be done."""
        self._tell(self._paint(clean_line(message), "red", sys.stderr))

    @property
    def has_bars(self) -> bool:
        """Whether standard error is a terminal that takes a line back."""
        is_dumb = os.environ.get("TERM") == "dumb"
        return sys.stderr is not None and sys.stderr.isatty() and not is_dumb

    def bar(self, text: str) -> None:
        """Show *text* on the terminal's last line until anything else is told; "" takes it away."""
        if sys.stderr is None:
            return
        try:
            sys.stderr.write(f"\r{clean_line(text)}\x1b[K")
            sys.stderr.flush()
        except OSError:
            _silence(sys.stderr)
        self._has_bar = bool(text)

    def line(self, *pieces: str | tuple[str, Style]) -> None:
        """Print a line of data put together from *pieces*, some of them in a style."""
        line = ""
        for piece in pieces:
            text, style = (piece, None) if isinstance(piece, str) else piece
            text = clean_text(text).replace("\n", " ")
            line += self._paint(text, style, sys.stdout) if style else text
        self._write(line + "\n")

    def flush(self) -> None:
        """Hand what was printed to the system."""
        self._guarded(lambda stream: stream.flush())

    def finish(self, code: int) -> int:
        """Flush, and return *code*, or 1 when standard output could not take all of it."""
        self._take_bar_away()
        self.flush()
        if self._failure is None:
            return code
        problem = os.strerror(self._failure.errno or errno.EIO)
        self.error(f"standard output: {problem.lower()}; what was printed is not complete")
        return code or 1

    def _write(self, text: str) -> None:
        """Write to standard output."""
        self._take_bar_away()
        self._guarded(lambda stream: stream.write(text))

    def _guarded(self, act: Callable[[TextIO], object]) -> None:
        """Do *act* with standard output; fall silent for good when it takes no more."""
        if sys.stdout is None:  # closed before we started
            return
        try:
            act(sys.stdout)
        except OSError as failure:
            if not isinstance(failure, BrokenPipeError):
                self._failure = failure
            _silence(sys.stdout)

    def _tell(self, line: str) -> None:
        """Write a line to standard error, after all data so far; if that is closed, to nobody."""
        self._take_bar_away()
        self.flush()
        if sys.stderr is None:
            return
        try:
            sys.stderr.write(line + "\n")
            sys.stderr.flush()
        except OSError:
            _silence(sys.stderr)

    def _take_bar_away(self) -> None:
        """Let what comes stand where the bar stood."""
        if self._has_bar:
            self.bar("")

    def _paint(self, text: str, style: Style, stream: TextIO | None) -> str:
        """Return *text* in *style* when colour is wanted on *stream*."""
        if not text or not self._is_coloured(stream):
            return text
        return f"\x1b[{_CODES[style]}m{text}\x1b[0m"

    def _is_coloured(self, stream: TextIO | None) -> bool:
        """Tell whether colour is wanted on *stream*; asked for every piece of every line."""
        if id(stream) not in self._coloured:
            self._coloured[id(stream)] = _wants_colour(self._colour, stream)
        return self._coloured[id(stream)]


def hold_standard_streams() -> None:
    """Open what of the three standard streams was closed before we started, on nothing.

    The next file opened, the store's journal among them, would else get its number, and whatever
    a child process tells there.
    """
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


def on_terminal() -> bool:
    """Tell whether standard output is a terminal that a screen can be drawn on."""
    return sys.stdout is not None and sys.stdout.isatty()


def _as_json(value: object) -> str:
    """Return *value* as JSON on one line.

    Every character that may steer a terminal is written as an escape.
    """
    import json  # --version does without

    rendered = json.dumps(value, ensure_ascii=False)
    if clean_text(rendered) == rendered:
        return rendered
    return "".join(
        sign if clean_text(sign) == sign else json.dumps(sign)[1:-1] for sign in rendered
    )


def _silence(stream: TextIO) -> None:
    """Let *stream* lead nowhere, so that the interpreter's own last flush says nothing."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _wants_colour(colour: Colour, stream: TextIO | None) -> bool:
    """Tell whether colour is wanted: the option decides, then the environment, then the stream."""
    if colour != "auto":
        return colour == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return os.environ.get("TERM") != "dumb" and stream is not None and stream.isatty()
