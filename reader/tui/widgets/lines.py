"""The line at the top and the line at the bottom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from rich.text import Text
from textual.widget import Widget

from reader.article.sanitise import clean_line
from reader.tui.page.cells import cut, width

State = Literal["saved", "saving", "failed", "reading", "read-only", ""]

STATES = {
    "saved": "saved ✓",
    "saving": "saving …",
    "failed": "NOT SAVED ✗",
    "reading": "loading …",
    "read-only": "read-only",
    "": "",
}


class TitleLine(Widget):
    """The top line: where in the library the reader is, how far, and with how many marks."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._path = ""
        self._about = ""

    def show(self, path: Sequence[str], about: str) -> None:
        """Show the way to the open article, and *about* it at the right edge."""
        told = " › ".join(clean_line(part) for part in path if part)
        if (told, about) != (self._path, self._about):
            self._path, self._about = told, about
            self.refresh()

    def render(self) -> Text:
        """Write the line; the way gives way when there is no room."""
        room = self.size.width
        about = cut(self._about, room)
        path = cut(f" Newsmargin  {self._path}", max(0, room - width(about) - 2))
        gap = " " * max(0, room - width(path) - width(about) - 1)
        return Text(f"{path}{gap}{about} ", no_wrap=True, end="")


class StatusLine(Widget):
    """The bottom line: what was just done, or what the keys do here; and whether all is saved."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._hints: Sequence[tuple[str, str]] = ()
        self._said = ""
        self._place = ""
        self._count = ""
        self.state: State = ""
        self.read_only = False
        """Whether the library cannot be changed, which is then said when nothing else is."""

    def hint(self, hints: Sequence[tuple[str, str]]) -> None:
        """Show *hints*, keys with what they do, the first ones first to be kept."""
        if hints != self._hints:
            self._hints = hints
            self.refresh()

    def say(self, words: str) -> None:
        """Say what was done or went wrong, in place of the hints; empty for the hints again."""
        if words != self._said:
            self._said = clean_line(words)
            self._take_room()
            self.refresh()

    def on_resize(self) -> None:
        """Take as much room as there is to say."""
        self._take_room()

    def _take_room(self) -> None:
        """Take a second line for what one cannot hold: how to mend an error comes last in it."""
        self.set_class(width(self._said) > self.size.width - len(self._state) - 1, "-tall")

    @property
    def _state(self) -> str:
        """What stands at the right edge."""
        kept = "read-only" if self.read_only and self.state in ("", "saved") else self.state
        state = " ".join(part for part in (self._count, self._place, STATES[kept]) if part)
        return f"  {state} " if state else " "

    def show_state(self, state: State) -> None:
        """Show whether all is saved."""
        if state != self.state:
            self.state = state
            self.set_class(state == "failed", "-failed")
            self.refresh()

    def show_count(self, typed: str) -> None:
        """Show the count that is being typed; empty for none."""
        if typed != self._count:
            self._count = typed
            self.refresh()

    def show_place(self, place: str) -> None:
        """Show how far the reader is, where there is no top line to say it."""
        if place != self._place:
            self._place = place
            self.refresh()

    def render(self) -> Text:
        """Write the line; hints that have no room are left out whole."""
        room, state = self.size.width, self._state
        left = room - width(state)
        text = Text(no_wrap=True, end="")
        text.append(" ")
        said, rest = self._said, ""
        if self.size.height > 1 and width(said) > left - 1:
            most = max(1, left - 1)
            split = said.rfind(" ", 0, most)
            split = split if split > most // 2 else most
            said, rest = said[:split], said[split:].lstrip()
        if self._said:
            text.append(cut(said, max(0, left - 1)))
        else:
            self._append_hints(text, left)
        text.append(" " * max(0, left - width(text.plain)))
        text.append(cut(state, room))
        if rest:
            text.append("\n " + cut(rest, max(0, room - 1)))
        return text

    def _append_hints(self, text: Text, room: int) -> None:
        """Append as many hints as there is room for."""
        for key, words in self._hints:
            needed = width(key) + width(words) + 3
            if width(text.plain) + needed > room:
                return
            text.append(key, "bold")
            text.append(f" {words}  ")
