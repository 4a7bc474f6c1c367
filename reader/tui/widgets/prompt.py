"""The one-line question at the bottom: find, tags, a source to add."""

from __future__ import annotations

from collections.abc import Callable

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.suggester import Suggester
from textual.widget import Widget
from textual.widgets import Input, Static

from reader.article.sanitise import clean_line
from reader.tui.widgets.line_box import LineBox

Answer = Callable[[str], None]


class Answering(LineBox):
    """Takes the answer; a text of several lines is no answer, and can be handed on whole."""

    pasted: Answer | None = None
    """Called with such a text; None lets its first line be the answer."""

    def _on_paste(self, event: events.Paste) -> None:
        """Hand on a pasted text of several lines."""
        if self.pasted is not None and "\n" in event.text.strip():
            event.prevent_default()
            event.stop()
            self.pasted(event.text)


class Found(Widget):
    """Says at the right edge what the answer finds so far; its room stays, so nothing moves."""

    words = ""

    def say(self, words: str) -> None:
        """Say *words*, in place of those before."""
        if words != self.words:
            self.words = words
            self.refresh()

    def render(self) -> Text:
        """Write the words."""
        return Text(self.words, no_wrap=True, justify="right", end="")


class Prompt(Horizontal):
    """Asks one thing at a time. Always mounted, so that opening it lays nothing out anew."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._label = Static("", markup=False)
        self._input = Answering(compact=True, select_on_focus=False)
        self._input.can_focus = False
        self._found = Found()
        self._question = ""
        self._done: Answer | None = None
        self._typed: Answer | None = None
        self._left: Callable[[], None] | None = None
        self.visible = False

    def compose(self) -> ComposeResult:
        """Hold the question, the answer, and what it finds."""
        yield self._label
        yield self._input
        yield self._found

    @property
    def is_open(self) -> bool:
        """Whether something is being asked."""
        return self._done is not None

    def ask(
        self,
        question: str,
        done: Answer,
        *,
        answer: str = "",
        typed: Answer | None = None,
        left: Callable[[], None] | None = None,
        example: str = "",
        suggester: Suggester | None = None,
        pasted: Answer | None = None,
        selected: bool = False,
        counted: bool = False,
    ) -> None:
        """Ask *question*, with *answer* to begin with.

        Args:
            question: what stands before the answer.
            done: called with the answer when it is given.
            answer: what the answer is to begin with.
            typed: called with the answer at each change of it.
            left: called when no answer is given.
            example: what stands in place of the answer until something is typed.
            suggester: completes what is typed, for ``right`` or ``tab`` to take.
            pasted: called with a text of several lines that is pasted, in place of *done*.
            selected: whether *answer* is only offered: what is typed takes its place.
            counted: whether *say* tells what the answer finds.
        """
        self._done, self._typed, self._left = None, None, None
        if question != self._question:  # an update lays the screen out anew
            self._question = question
            self._label.update(f" {clean_line(question)} ")
        self._input.select_on_focus = selected
        self._input.placeholder, self._input.suggester = example, suggester
        self._input.value = clean_line(answer)
        self._input.cursor_position = len(self._input.value)
        self._done, self._typed, self._left = done, typed, left
        self._input.pasted = pasted
        self._found.say("")
        self._found.display = counted
        self.visible = True
        self._input.can_focus = True
        self.screen.set_focus(self._input)

    def say(self, words: str) -> None:
        """Say at the right edge what the answer finds so far."""
        self._found.say(words)

    def close(self) -> None:
        """Stop asking."""
        self._done, self._typed, self._left = None, None, None
        self._input.can_focus = False
        self.visible = False

    def leave(self) -> None:
        """Stop asking, and say that no answer was given."""
        left = self._left
        self.close()
        if left is not None:
            left()

    @on(Input.Changed)
    def _tell_typed(self, event: Input.Changed) -> None:
        """Hand on what is being typed."""
        event.stop()
        if self._typed is not None:
            self._typed(event.value)

    @on(Input.Submitted)
    def _tell_done(self, event: Input.Submitted) -> None:
        """Hand on the answer."""
        event.stop()
        done = self._done
        self.close()
        if done is not None:
            done(event.value)

    def on_key(self, event: events.Key) -> None:
        """Leave on escape. Other keys go on: those that edit the answer are done last of all."""
        if self.is_open and event.key in ("escape", "ctrl+c"):
            self.leave()
            event.stop()
        elif self.is_open and event.key == "tab":
            self._input.action_cursor_right()
            event.prevent_default()
            event.stop()
