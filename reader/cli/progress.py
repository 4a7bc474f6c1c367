"""How far a long piece of work has come: a bar on a terminal, a line now and then elsewhere."""

import shutil
from time import monotonic

from reader.cli.output import Output

_SILENT_S = 0.4
"""What is done sooner needs no telling."""
_DRAWN_EVERY_S = 0.1
_TOLD_EVERY_S = 2.0
_MOST_CELLS = 40


class Progress:
    """Tells how many of how many things are done, whenever it is called and it is time to.

    Args:
        out: where it tells.
        noun: what the things are called.
    """

    def __init__(self, out: Output, noun: str) -> None:
        self._out = out
        self._noun = noun
        self._is_drawn = out.has_bars
        self._next = monotonic() + (_SILENT_S if self._is_drawn else _TOLD_EVERY_S)

    def __call__(self, done: int, number: int) -> None:
        """Tell of *done* things of *number*; the bar goes with the last."""
        now = monotonic()
        if self._is_drawn and done >= number:
            self._out.bar("")
        elif now >= self._next:
            self._next = now + (_DRAWN_EVERY_S if self._is_drawn else _TOLD_EVERY_S)
            told = f"{done:,} of {number:,} {self._noun}"
            if self._is_drawn:
                self._out.bar(f"{_bar(done, number, len(told))} {told}")
            else:
                self._out.say(told)


def _bar(done: int, number: int, beside: int) -> str:
    """Return a bar as long as the terminal leaves room for *beside* a text."""
    width = max(0, min(_MOST_CELLS, shutil.get_terminal_size().columns - beside - 2))
    full = width * done // max(1, number)
    return "━" * full + "─" * (width - full)
