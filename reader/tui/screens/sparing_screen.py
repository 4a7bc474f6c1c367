"""A screen that is laid out, styled and painted no more often than it must be."""

from __future__ import annotations

from textual import events
from textual.geometry import Size
from textual.reactive import var
from textual.screen import Screen
from textual.widget import Widget

from reader.tui.screens.sparing import SparingCompositor


class SparingScreen(Screen[None]):
    """Leaves out what Textual does for screens of any kind, and this one has no use for."""

    focused: var[Widget | None] = var(None)
    """As Textual has it, but that the screen is not painted whole when it changes."""

    def __init__(self) -> None:
        super().__init__()
        self._compositor = self._sparing = SparingCompositor()

    def forget_terminal(self) -> None:
        """Paint everything: nothing is known of what the terminal shows."""
        self._sparing.forget()
        self.refresh()

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Keep the styles as they are: each part got its own when it was put there."""
        event.refresh_styles = False

    def _extend_compose(self, widgets: list[Widget]) -> None:
        """Add nothing of Textual's own: what there is to say stands on the bottom line."""

    def _compositor_refresh(self) -> None:
        """Paint what is due; while the app holds back, not for nothing, and the whole only once."""
        if not self.app._batch_count:
            if self.size.region in self._compositor._dirty_regions:
                self._repaint_required = False
            super()._compositor_refresh()

    def _screen_resized(self, size: Size) -> None:
        """Lay out for the size that the terminal has now, though that told was another one.

        The screen tells itself of every size that it is laid out for. Two of them, told one after
        the other, would follow each other for ever.
        """
        super()._screen_resized(self.app.size)
