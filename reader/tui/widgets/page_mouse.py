"""The mouse on the page: a click, a drag, two clicks for a word, three for a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.timer import Timer

from reader.tui.page.motion import Range
from reader.tui.page.selection import Selection, Unit

if TYPE_CHECKING:
    from reader.tui.widgets.article_body import ArticleBody

SCROLL_S = 0.06
"""How often the page moves on by a line while a drag is held beyond its edge."""


class PageMouse:
    """Follows the mouse from where it is pressed, and selects what it passes over."""

    def __init__(self, body: ArticleBody) -> None:
        self._body = body
        self._from: Range | None = None
        """The sign that the drag started on."""
        self._dragged = False
        self._at = (0, 0)
        """The cell of the page under the mouse; it may lie beyond the page's edges."""
        self._scroll: Timer | None = None

    def press(self, event: events.MouseDown) -> None:
        """Remember where a drag may start."""
        if event.button == 1:
            self._at = event.x, event.y
            self._from, self._dragged = self._under(), False
            self._body.capture_mouse()

    def move(self, event: events.MouseMove) -> None:
        """Select from where the drag started to under the mouse."""
        if self._from is None or not event.button:
            return
        self._at = event.x, event.y
        self._select()
        if not self._beyond:
            self._stop_scrolling()
        elif self._scroll is None:
            self._scroll = self._body.set_interval(SCROLL_S, self._scroll_on)

    def release(self, event: events.MouseUp) -> None:
        """Move the cursor to where the mouse was clicked, unless it was dragged."""
        self._body.release_mouse()
        self._stop_scrolling()
        start, self._from = self._from, None
        motion = self._body.motion
        if start is not None and not self._dragged and motion is not None:
            self._body.show_selection(None)
            self._body.set_cursor(motion.sentence_at(start[0]), follow=False)
            self._tell()

    def click(self, event: events.Click) -> None:
        """Select the word clicked on twice, the sentence three times, the paragraph four times."""
        motion, under = self._body.motion, self._under()
        if event.chain < 2 or motion is None or under is None or self._dragged:
            return
        unit: Unit = "word" if event.chain == 2 else "sentence"
        passage = {2: motion.word_at, 3: motion.sentence_at}.get(event.chain, motion.paragraph_at)(
            under[0]
        )
        if passage is not None:
            self._body.show_selection(Selection(passage, passage, unit))
            self._tell()

    def _under(self) -> Range | None:
        """Return the range of the sign under the mouse, or of the one nearest to it."""
        page = self._body.page
        if page is None:
            return None
        x, y = self._at
        line = self._body.top_line + max(0, min(y, self._body.size.height - 1))
        return page.sign_at(line, x - self._body.left) if line < len(page.lines) else None

    def _select(self) -> None:
        """Select from where the drag started to the sign under the mouse."""
        under, start = self._under(), self._from
        if under is None or start is None or (under == start and not self._dragged):
            return
        self._dragged = True
        self._body.show_selection(Selection(start, under, "character"), follow=False)
        self._tell()

    @property
    def _beyond(self) -> int:
        """How the page has to move for what is beyond its edge: -1 up, 1 down, 0 not at all.

        Where the page begins at the top of the terminal the mouse cannot leave it, so its first
        row counts.
        """
        y, body = self._at[1], self._body
        if y < 0 or (y == 0 and body.region.y == 0):
            return -1
        return 1 if y >= body.size.height else 0

    def _scroll_on(self) -> None:
        """Move the page on by a line, and select what comes in view."""
        self._body.scroll_to_line(self._body.top_line + self._beyond)
        self._select()

    def _stop_scrolling(self) -> None:
        """Let the page stand."""
        if self._scroll is not None:
            self._scroll.stop()
            self._scroll = None

    def _tell(self) -> None:
        """Say that the selection is another one."""
        self._body.post_message(self._body.Selected())
