"""A box for one line of text, as the questions, lists and forms have them."""

from textual.widgets import Input
from textual.widgets.input import Selection


class LineBox(Input):
    """Takes the terminal's own cursor only while it has the focus.

    Textual's box takes it whenever its text is set, and when it is made: out of sight, too.
    """

    def _watch_selection(self, selection: Selection) -> None:
        """Leave the terminal's cursor where it was, unless what is typed goes here."""
        before = self.app.cursor_position
        super()._watch_selection(selection)
        if not self.has_focus:
            self.app.cursor_position = before
