"""What the widgets have in common that paint their own lines: the page, the lists."""

from textual import events
from textual.scroll_view import ScrollView

NOTCH = 3
"""How many lines one notch of the mouse wheel scrolls by."""


class Canvas(ScrollView):
    """Keeps what paints its own lines from being styled anew, and lets the wheel scroll it.

    Textual asks the sheets for every style of a widget that takes or loses the focus: of the page,
    that is most of what the opening of a prompt costs. The sheets must not ask for the focus of
    such a widget; what of it looks another way then, it paints itself. And it lets the wheel move
    only what has a scrollbar of Textual's.
    """

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Keep the styles."""

    def _on_focus(self, event: events.Focus) -> None:
        """Have the focus, and let those around know."""
        event.prevent_default()
        self.has_focus = True
        if self.parent is not None:
            self.parent.post_message(events.DescendantFocus(self))

    def _on_blur(self, event: events.Blur) -> None:
        """Have it no more, and let those around know."""
        event.prevent_default()
        self.has_focus = False
        if self.parent is not None:
            self.parent.post_message(events.DescendantBlur(self))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down by a notch of the wheel."""
        event.stop()
        self.scroll_lines(NOTCH)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up by a notch of the wheel."""
        event.stop()
        self.scroll_lines(-NOTCH)

    def scroll_lines(self, count: int) -> None:
        """Scroll by *count* lines, at most to either end."""
        line = max(0, min(int(self.scroll_offset.y) + count, int(self.max_scroll_y)))
        self.scroll_to(y=line, animate=False, force=True)
