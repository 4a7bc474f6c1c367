"""Where it is written down how far the check of a claim has come, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static

from reader.annotations.signs import STATUS_SIGNS
from reader.article.sanitise import clean_line
from reader.tui.messages import FormClosed
from reader.tui.page.cells import cut
from reader.tui.widgets.choice import Choice
from reader.tui.widgets.line_box import LineBox

TYPES = ("statistic", "quote", "forecast", "causal", "historical", "other")
PRIORITIES = ("high", "medium", "low")
HINTS = {
    "verdict": "what came of the check, in your words",
    "speaker": "who said it; → takes a name, again the next",
}

Fields = dict[str, str]


class ClaimForm(Vertical):
    """Asks about one claim; ``enter`` or ``ctrl+s`` saves, ``escape`` leaves all as it was."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._title = Static("", markup=False)
        self._hint = Static("", markup=False)
        self._parts: dict[str, Choice | Input] = {
            "status": Choice(STATUS_SIGNS),
            "verdict": LineBox(compact=True),
            "speaker": LineBox(compact=True),
            "type": Choice(dict.fromkeys(TYPES, ""), none=True),
            "priority": Choice(dict.fromkeys(PRIORITIES, ""), none=True),
        }
        self._before: Fields = {}
        self._names: Sequence[str] = ()
        self._save: Callable[[Fields], None] | None = None
        self._left: Callable[[Fields], None] | None = None

    def compose(self) -> ComposeResult:
        """Hold a line for each field, and one that says what its keys do."""
        yield self._title
        for name, part in self._parts.items():
            with Horizontal():
                yield Static(f" {name.capitalize():9}", markup=False)
                yield part
        yield self._hint

    @property
    def is_open(self) -> bool:
        """Whether it is shown."""
        return bool(self.display)

    def open(
        self,
        title: str,
        fields: Mapping[str, str],
        names: Sequence[str],
        save: Callable[[Fields], None],
        *,
        known: Mapping[str, str],
        left: Callable[[Fields], None],
    ) -> None:
        """Ask about a claim.

        Args:
            title: what stands above the fields.
            fields: what stands in them to begin with.
            names: who may have said it.
            save: called with the fields that differ from *known*.
            known: the fields as they are saved.
            left: called with the fields that differ when the focus was taken elsewhere.
        """
        self._title.update(f" ⏎ save  tab next  esc leave  {clean_line(title)}")
        self._before, self._names = dict(known), names
        self._save, self._left = save, left
        for name, part in self._parts.items():
            if isinstance(part, Choice):
                part.choose(fields.get(name, ""))
            else:
                part.value = clean_line(fields.get(name, ""))
        speaker = self._parts["speaker"]
        if isinstance(speaker, Input):
            speaker.placeholder = f"→ takes {names[0]}" if names else ""
            speaker.suggester = SuggestFromList(names, case_sensitive=False)
        self.display = True
        self.screen.set_focus(self._parts["status"])

    def leave(self) -> None:
        """Put it away, because the focus went elsewhere; what was typed is handed back."""
        changed, left = self._changed, self._left
        self._close()
        if left is not None:
            left(changed)

    def _close(self) -> None:
        """Put it away."""
        self.display = False
        self.post_message(FormClosed())

    @property
    def _changed(self) -> Fields:
        """The fields that differ from what is saved."""
        values = {name: part.value.strip() for name, part in self._parts.items()}
        return {
            name: value for name, value in values.items() if value != self._before.get(name, "")
        }

    @on(events.DescendantFocus)
    @on(events.Resize)
    def _tell_keys(self) -> None:
        """Say what the keys of the present field do."""
        name, part = self._present
        cells = max(1, self.size.width - 1)
        hint = part.hint(cells) if isinstance(part, Choice) else HINTS[name]
        if name == "speaker" and self._names:
            hint = f"→ {' · '.join(self._names)}"
        self._hint.update(" " + cut(hint, cells))

    @property
    def _present(self) -> tuple[str, Choice | Input]:
        """The field that has the focus, by its name."""
        return next(
            ((name, part) for name, part in self._parts.items() if part.has_focus),
            ("status", self._parts["status"]),
        )

    def _take_name(self, box: Input) -> bool:
        """Put the first of the suggested names in an empty field, then the next."""
        if not self._names or (box.value and box.value not in self._names):
            return False
        at = self._names.index(box.value) + 1 if box.value else 0
        box.value = self._names[at % len(self._names)]
        box.cursor_position = len(box.value)
        return True

    def _done(self) -> None:
        """Hand on what was changed, and the status in any case: it makes the mark a claim."""
        changed, save = self._changed, self._save
        self._close()
        if save is not None:
            save({"status": str(self._parts["status"].value)} | changed)

    def on_key(self, event: events.Key) -> None:
        """Save, leave, or go from field to field; the screen's keys rest."""
        parts = list(self._parts.values())
        name, present = self._present
        steps = {"tab": 1, "down": 1, "shift+tab": -1, "up": -1}
        if event.key in steps:
            self.screen.set_focus(parts[(parts.index(present) + steps[event.key]) % len(parts)])
            event.prevent_default()
        elif event.key in ("enter", "ctrl+s"):
            self._done()
        elif event.key in ("escape", "ctrl+c"):
            self._close()
        elif not self._takes_name(event, name, present):
            return  # it edits the field
        event.stop()

    def _takes_name(self, event: events.Key, name: str, part: Choice | Input) -> bool:
        """Take a suggested name when the key asks for one; tell whether it did."""
        asks = event.key == "right" and name == "speaker" and isinstance(part, Input)
        return asks and isinstance(part, Input) and part.cursor_at_end and self._take_name(part)
