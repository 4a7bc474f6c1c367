"""What the bottom line says, and what it said before: nobody reads an error that went away."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from textual.timer import Timer

from reader.article.sanitise import clean_line
from reader.tui.key_names import key_name
from reader.tui.keymap import COMMANDS
from reader.tui.page.layout import wrap_own
from reader.tui.widgets.row_list import Row

if TYPE_CHECKING:
    from reader.store import Finding
    from reader.tui.screens.reading import ReadingScreen

SAY_S = 6
"""How long the bottom line says what was done; three times that for an error."""

KEPT = 50
"""How many messages can be read again."""

EMPTY = "Nothing has been said yet."


class Message(NamedTuple):
    """One thing that the bottom line said."""

    words: str
    error: bool
    at: datetime
    """When, by the clock of the place."""


class Telling:
    """Says things on the bottom line for a while, and keeps the last of them."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self._until: Timer | None = None
        self.messages: deque[Message] = deque(maxlen=KEPT)
        """The oldest first."""

    def tell(self, words: str, *, error: bool = False, keep: bool = True) -> None:
        """Say *words*; an error stays longer. Empty words take back what was said.

        What is said while one types is not to be kept: it would push out the rest.
        """
        status = self._screen.status
        status.say(words)
        status.set_class(error, "-error")
        if self._until is not None:
            self._until.stop()
        if words:
            seconds = SAY_S * (3 if error else 1)
            self._until = self._screen.set_timer(seconds, lambda: self.tell(""))
            if keep:
                self._keep(words, error=error)

    def _keep(self, words: str, *, error: bool) -> None:
        """Keep a message, in place of the last when that said the same."""
        if self.messages and self.messages[-1].words == words:
            self.messages.pop()
        self.messages.append(Message(words, error, datetime.now().astimezone()))

    def note(self, problems: Sequence[str]) -> None:
        """Keep *problems* among the messages without saying them."""
        for words in problems:
            self._keep(words, error=True)

    def tell_all(self, problems: Sequence[str]) -> None:
        """Say *problems*: the last one in full, and where the others can be read."""
        self.note(problems)
        if len(problems) > 1:
            keys = self._screen.keymap["messages"]
            where = f"{key_name(keys[0])} lists them" if keys else "see Messages in the palette"
            self.tell(f"{len(problems)} things need a look; {where}", error=True, keep=False)
        elif problems:
            self.tell(problems[0], error=True)

    def why_idle(self, key: str) -> None:
        """Say why *key* does nothing now, where the reader may wonder."""
        screen = self._screen
        if screen.busy or screen.foreground.cover_with_keys is not None:
            return
        held = (COMMANDS[name] for name, keys in screen.keymap.items() if key in keys)
        one = next(held, None)
        if one is not None and one.idle and not one.when(screen):
            self.tell(one.idle, keep=False)

    def check(self) -> None:
        """Look for damage beside the screen, and say what was found; nothing is changed."""
        screen = self._screen
        self.tell("looking for damage …", keep=False)

        def tell(findings: Sequence[Finding]) -> None:
            self.tell_all([f"{one.path}: {one.problem}; {one.remedy}" for one in findings])
            if not findings:
                self.tell("no damage was found")

        screen.background.think(screen.library.doctor, tell)

    def show(self) -> None:
        """List what was said, the last first, each to its end."""
        room = max(16, min(86, self._screen.size.width - 18))
        rows = [row for one in reversed(self.messages) for row in _rows(one, room)]
        self._screen.chooser.open("Messages", rows, lambda _: None, empty=EMPTY)


def _rows(message: Message, cells: int) -> list[Row]:
    """Return the rows of one message: as many as its words take on *cells* cells."""
    words = clean_line(message.words)
    lines = [words[start:end] for start, end in wrap_own(words, cells)]
    sign = f"{message.at:%H:%M:%S} {'!' if message.error else ' '}"
    first = Row(lines[0], message, sign=sign, style="lost" if message.error else "")
    rest = [Row(line, message, sign=" " * len(sign), selectable=True) for line in lines[1:]]
    return [first, *rest]
