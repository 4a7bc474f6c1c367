"""Where a note is written: several lines of Markdown below the page."""

from __future__ import annotations

from collections.abc import Callable

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Static, TextArea

from reader.article.sanitise import clean_line, clean_text
from reader.tui.messages import NoteDrafted, NoteElsewhere, NoteLeft, NoteSaved

KEPT_AFTER_S = 0.5
"""How long after a key the draft is kept."""

WRAPPED = 50_000
"""The longest note, in characters, whose lines are wrapped to the editor's width."""


class NoteEditor(Vertical):
    """Edits one note. What is typed is kept as a draft all along, so that a crash costs nothing."""

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

    def edit(
        self, subject: str, quote: str, text: str, what: str = "Note on", *, focus: bool = True
    ) -> None:
        """Start on the note of *subject*, a mark on *quote*, with *what* it is in the title."""
        self.subject, self._kept = subject, text
        about = f"“{clean_line(quote)}”" if quote else "the article"
        self._title.update(f" ^s save  esc close  ^e editor   {what} {about}")
        self._load(text)
        self.area.move_cursor(self.area.document.end)
        self.display = True
        if focus:
            self.screen.set_focus(self.area)
        self.set_timer(KEPT_AFTER_S, self._keep_draft)

    def close(self) -> None:
        """Put the editor away."""
        self.subject = ""
        self.display = False

    def replace_text(self, text: str) -> None:
        """Put *text* in place of what stands in the editor."""
        self._load(text)
        self.area.move_cursor(self.area.document.end)
        self.screen.set_focus(self.area)

    def _load(self, text: str) -> None:
        """Put *text* into the editor; one that is very long is not wrapped, which takes seconds."""
        cleaned = clean_text(text)
        self.area.soft_wrap = len(cleaned) <= WRAPPED
        self.area.load_text(cleaned)

    def _keep_draft(self) -> None:
        """Hand on what was typed since the last time, as long as the editor is open."""
        if not self.is_open:
            return
        if self.area.text != self._kept:
            self._kept = self.area.text
            self.post_message(NoteDrafted(self.subject, self.area.text))
        self.set_timer(KEPT_AFTER_S, self._keep_draft)

    @on(events.Key)
    def _take_key(self, event: events.Key) -> None:
        """Save, close or go elsewhere. Other keys go on: those that edit are done last of all."""
        kinds: dict[str, Callable[[str, str], Message]] = {
            "ctrl+s": NoteSaved,
            "escape": NoteLeft,
            "ctrl+e": NoteElsewhere,
        }
        if event.key in kinds:
            self.post_message(kinds[event.key](self.subject, self.area.text))
            event.prevent_default()
            event.stop()
