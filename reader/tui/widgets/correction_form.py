"""Where an article's headline, date, byline and section are corrected."""

from __future__ import annotations

from collections.abc import Mapping

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from reader.article.sanitise import clean_line
from reader.tui.messages import Corrected, FormClosed
from reader.tui.widgets.line_box import LineBox

FIELDS = {
    "title": "Headline",
    "published": "Date",
    "byline": "Byline",
    "section": "Section",
}
"""What can be corrected, with its name on the screen."""


class CorrectionForm(Vertical):
    """Asks for the fields of one article; ``enter`` saves, ``escape`` leaves all as it was."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._inputs = {
            name: LineBox(compact=True, select_on_focus=False, id=f"correct-{name}")
            for name in FIELDS
        }
        self._before: Mapping[str, str] = {}
        self._article = ""

    def compose(self) -> ComposeResult:
        """Hold a line for each field."""
        yield Static(" Correct the article   ⏎ save  tab next field  esc leave", markup=False)
        for name, label in FIELDS.items():
            with Horizontal():
                yield Static(f" {label:9}", markup=False)
                yield self._inputs[name]

    @property
    def is_open(self) -> bool:
        """Whether it is shown."""
        return bool(self.display)

    def open(
        self, article_id: str, fields: Mapping[str, str], typed: Mapping[str, str] | None = None
    ) -> None:
        """Ask for the *fields* of an article as they stand now, with what was *typed* before."""
        self._article, self._before = article_id, dict(fields)
        for name, box in self._inputs.items():
            box.value = clean_line({**fields, **(typed or {})}.get(name, ""))
        self.display = True
        self.screen.set_focus(self._inputs[next(iter(typed or ("title",)))])

    def leave(self) -> None:
        """Put it away."""
        self.display = False
        self.post_message(FormClosed())

    @on(Input.Submitted)
    def _save(self, event: Input.Submitted) -> None:
        """Say what was corrected."""
        event.stop()
        changed = {
            name: box.value.strip()
            for name, box in self._inputs.items()
            if box.value.strip() != self._before.get(name, "")
        }
        self.leave()
        if changed:
            self.post_message(Corrected(self._article, changed))

    def on_key(self, event: events.Key) -> None:
        """Go from field to field; leave on escape; other keys edit the field."""
        boxes = list(self._inputs.values())
        here = next((index for index, box in enumerate(boxes) if box.has_focus), 0)
        steps = {"tab": 1, "down": 1, "shift+tab": -1, "up": -1}
        if event.key in steps:
            boxes[(here + steps[event.key]) % len(boxes)].focus()
            event.prevent_default()
        elif event.key in ("escape", "ctrl+c"):
            self.leave()
        else:
            return
        event.stop()
