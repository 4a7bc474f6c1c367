"""Changes of marks that could not be saved: kept as they are, and tried again when asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from reader.errors import ReaderError

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen


@dataclass(frozen=True, eq=False)
class MarkChange:
    """One change of one mark, which can be made more than once until it is saved."""

    what: str
    """What the bottom line calls it."""

    subject: str
    """The id of the mark."""

    call: Callable[[], Any]
    """Makes the change, off the screen's thread."""

    done: Callable[[Any], None]
    """Called with what *call* returns, when it is saved."""

    fields: Mapping[str, Any] = field(default_factory=dict)
    """What it sets, so that a form can show it again."""

    failed: Callable[[ReaderError], None] | None = None
    """Called when it could not be saved."""


class Unsaved:
    """The changes that wait to be saved again, in the order in which they were made."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self.waiting: list[MarkChange] = []
        self._heeded: list[MarkChange] = []
        """The changes that the reader was told of when about to leave."""

    @property
    def unheeded(self) -> bool:
        """Whether something waits that the reader has not been warned of."""
        return any(change not in self._heeded for change in self.waiting)

    def heed(self) -> None:
        """Take it that the reader knows of everything that waits."""
        self._heeded = list(self.waiting)

    def of(self, mark_id: str) -> list[MarkChange]:
        """Return what waits for a mark, whether or not it was saved since it was painted."""
        current = self._screen.sketches.current
        return [one for one in self.waiting if current(one.subject) == current(mark_id)]

    def save(self, change: MarkChange) -> None:
        """Save *change*, after what waits for the same mark; keep it when that cannot be.

        A change that waits and sets nothing but what this one sets is let go of.
        """
        earlier = self.of(change.subject)
        self.waiting = [one for one in self.waiting if one not in earlier]
        for one in earlier:
            if not one.fields or not one.fields.keys() <= change.fields.keys():
                self._submit(one)
        self._submit(change)

    def _submit(self, change: MarkChange) -> None:
        """Hand *change* to the thread that saves."""
        self._screen.background.save(
            change.call, change.done, lambda error: self._keep(change, error)
        )

    def _keep(self, change: MarkChange, error: ReaderError) -> None:
        """Keep a change that failed, and say how to try again."""
        self.waiting.append(change)
        self._screen.marking.repaint()
        self._screen.tell(f"not saved, ^s tries again: {error}", error=True)
        if change.failed is not None:
            change.failed(error)

    def retry(self) -> None:
        """Try again to save everything that waits, in order, and say when it is saved.

        Without that the bottom line would go on saying that it is not.
        """
        waiting, self.waiting = self.waiting, []
        for change in waiting:
            self._submit(change)
        self._screen.background.save(lambda: None, lambda _: self._tell_saved())

    def _tell_saved(self) -> None:
        """Say that everything is saved, if it is."""
        if not self.waiting:
            self._screen.tell("everything is saved")

    def drop(self, subject: str) -> None:
        """Let go of what waits for the mark *subject*."""
        gone = self.of(subject)
        self.waiting = [one for one in self.waiting if one not in gone]
        if not self.waiting and self._screen.status.state == "failed":
            self._screen.status.show_state("")

    def fields_of(self, subject: str) -> dict[str, Any]:
        """Return what waiting changes set on the mark *subject*, the latest of each field."""
        found: dict[str, Any] = {}
        for change in self.of(subject):
            found |= change.fields
        return found
