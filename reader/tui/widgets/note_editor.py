"""Where a note is written: several lines of Markdown below the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Static, TextArea

from reader.article.sanitise import clean_line, clean_text

KEPT_AFTER_S = 1.0
"""How long after a key the draft is kept."""


class NoteEditor(Vertical):
    """Edits one note. What is typed is kept as a draft all along, so that a crash costs nothing."""

    @dataclass
    class Saved(Message):
        """The reader saved the note."""

        subject: str
        """The id of the mark that the note is on."""
        text: str

    @dataclass
    class Left(Message):
        """The reader closed the editor without saving; the draft stays."""

        subject: str
        text: str

    @dataclass
    class Drafted(Message):
        """The note as it stands, to be kept."""

        subject: str
        text: str

    @dataclass
    class Elsewhere(Message):
        """The reader wants to go on in an editor of their own."""

        subject: str
        text: str

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._title = Static("", markup=False)
        self.area = TextArea(soft_wrap=True, tab_behavior="focus", show_line_numbers=False)
        self.area.highlight_cursor_line = False
        self.subject = ""
        self._kept = ""

    def compose(self) -> ComposeResult:
        """Hold the title and the text."""
        yield self._title
        yield self.area

    @property
    def is_open(self) -> bool:
        """Whether a note is being written."""
        return bool(self.display) and bool(self.subject)

    def edit(self, subject: str, quote: str, text: str) -> None:
        """Start on the note of *subject*, a mark on *quote*."""
        self.subject, self._kept = subject, text
        about = f"“{clean_line(quote)}”" if quote else "the article"
        self._title.update(f" Note on {about}   ^s save  esc close  ^e editor")
        self.area.load_text(clean_text(text))
        self.area.move_cursor(self.area.document.end)
        self.display = True
        self.area.focus()
        self.set_timer(KEPT_AFTER_S, self._keep_draft)

    def close(self) -> None:
        """Put the editor away."""
        self.subject = ""
        self.display = False

    def replace_text(self, text: str) -> None:
        """Put *text* in place of what stands in the editor."""
        self.area.load_text(clean_text(text))
        self.area.focus()

    def _keep_draft(self) -> None:
        """Hand on what was typed since the last time, as long as the editor is open."""
        if not self.is_open:
            return
        if self.area.text != self._kept:
            self._kept = self.area.text
            self.post_message(self.Drafted(self.subject, self.area.text))
        self.set_timer(KEPT_AFTER_S, self._keep_draft)

    @on(events.Key)
    def _take_key(self, event: events.Key) -> None:
        """Save, close or go elsewhere; the screen's keys rest while a note is written."""
        kinds: dict[str, Callable[[str, str], Message]] = {
            "ctrl+s": self.Saved,
            "escape": self.Left,
            "ctrl+e": self.Elsewhere,
        }
        if event.key in kinds:
            self.post_message(kinds[event.key](self.subject, self.area.text))
            event.prevent_default()
        event.stop()
