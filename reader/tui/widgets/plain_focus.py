"""Taking the focus and losing it, for widgets whose styles do not depend on it."""

from textual import events
from textual.widget import Widget


class PlainFocus(Widget):
    """Put before Textual's own class, keeps a widget from being styled and painted anew.

    Textual asks the sheets for every style of a widget that takes or loses the focus: of the page,
    that is most of what the opening of a prompt costs. The sheets must not ask for the focus of
    such a widget; what of it looks another way then, it paints itself.
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
