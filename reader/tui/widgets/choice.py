"""One of a few values, chosen with one key or with the arrows."""

from __future__ import annotations

from collections.abc import Mapping

from rich.text import Text
from textual import events
from textual.message import Message
from textual.widget import Widget


class Choice(Widget, can_focus=True):
    """Shows the chosen one of a few values.

    Args:
        values: what can be chosen, with the sign that stands before each.
        none: whether nothing may be chosen, too.
        id: Textual's own name of it.
    """

    class Changed(Message):
        """Another value was chosen."""

    def __init__(
        self, values: Mapping[str, str], *, none: bool = False, id: str | None = None
    ) -> None:
        super().__init__(id=id)
        self._signs = dict(values)
        self._order = (*([""] if none else []), *values)
        self.keys = keys_of(tuple(values))
        """For each key, the value that it chooses."""
        self.value = self._order[0]

    def choose(self, value: str) -> None:
        """Choose *value*; one that is not among the values chooses the first."""
        self.value = value if value in self._order else self._order[0]
        self.refresh()

    def render(self) -> Text:
        """Write the value between arrows while it can be changed."""
        sign = self._signs.get(self.value, "")
        words = f"{sign} {self.value}".strip() or "–"
        return Text(f"‹ {words} ›" if self.has_focus else f"  {words}", no_wrap=True)

    def hint(self, cells: int) -> str:
        """Return which key chooses what: by words, by signs where *cells* are few."""
        long = "  ".join(f"{key} {value}" for key, value in self.keys.items())
        if len(long) <= cells or not all(self._signs.values()):
            return long
        return " ".join(f"{key}{self._signs[value]}" for key, value in self.keys.items())

    def on_key(self, event: events.Key) -> None:
        """Choose by a letter, step by arrows, take nothing by backspace."""
        value = self.keys.get(event.character or "")
        if event.key in ("left", "right"):
            step = 1 if event.key == "right" else -1
            value = self._order[(self._order.index(self.value) + step) % len(self._order)]
        elif event.key in ("backspace", "delete") and "" in self._order:
            value = ""
        if value is not None:
            self.choose(value)
            self.post_message(self.Changed())
            event.stop()


def keys_of(values: tuple[str, ...]) -> dict[str, str]:
    """Return a key for each of *values*: its first letter that is not taken yet."""
    keys: dict[str, str] = {}
    for value in values:
        free = next(letter for letter in value if letter.isalpha() and letter not in keys)
        keys[free] = value
    return keys
