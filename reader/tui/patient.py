"""Takes the terminal over from what was put up first, and keeps keys until they count.

While a whole picture stands, the screen is made behind it: what it paints is let go, until it looks
like the picture. Where it is the text alone, the first that is painted goes over it. Keys are kept
until there is a page that they can move.
"""

import re
from threading import Lock

from textual import events
from textual.driver import Driver
from textual.message import Message

from reader.first_frame import first_frame

_ENTER = "\x1b[?1049h"  # would clear what was put up
_PAINT = re.compile(r"\x1b\[\d+;\d+H")  # what every paint begins with


class PatientDriver(Driver):
    """Put before a driver's own class, lets the screen appear in one piece."""

    behind_picture = False
    """Whether the picture stands, and what is painted is let go."""

    _takes_over = False
    """Whether something stands on the terminal that entering it would clear."""

    _lets_in = False
    _kept: list[Message]
    _lock: Lock

    def start_application_mode(self) -> None:
        """Take the terminal, from the picture where there is one."""
        if not hasattr(self, "_kept"):
            self._kept, self._lock = [], Lock()
        self._takes_over = first_frame.hand_over()
        self.behind_picture = self._takes_over and first_frame.is_whole
        super().start_application_mode()  # type: ignore[safe-super]  # of the next driver

    def write(self, data: str) -> None:
        """Write *data*, unless it is painted behind the picture."""
        if self._takes_over and data == _ENTER:
            self._takes_over = False
            return
        if self.behind_picture and _PAINT.match(data):
            return
        super().write(data)  # type: ignore[safe-super]  # of the driver that comes next

    def process_message(self, message: Message) -> None:
        """Hand on what the user did; keep it while nothing stands that could answer."""
        if isinstance(message, events.InputEvent | events.Paste):
            with self._lock:
                if not self._lets_in:
                    self._kept.append(message)
                    return
        super().process_message(message)

    @property
    def keys_wait(self) -> bool:
        """Whether the user has done something that is yet to be answered."""
        return bool(self._kept)

    def let_in(self) -> None:
        """Hand on what was kept, in its order, and whatever comes from now on."""
        with self._lock:
            kept, self._kept, self._lets_in = self._kept, [], True
            for message in kept:
                super().process_message(message)
