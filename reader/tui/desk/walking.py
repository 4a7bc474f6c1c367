"""Where the keys lead on the page: by line, sentence, paragraph, heading, found words."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from reader.tui.page.motion import Motion, Range

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen


class Walking:
    """Moves the cursor of the page, and the page with it."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self._body = screen.body

    def lines(self, count: int, sentences: int) -> None:
        """Move the page by *count* lines; where it cannot move, the cursor by *sentences*."""
        body = self._body
        target = max(0, min(body.top_line + count, int(body.max_scroll_y)))
        if target == body.top_line:
            self.sentence(sentences)
        else:
            body.scroll_to_line(target)

    def line(self, index: int) -> None:
        """Bring the line at *index* to the top, or as near as the page goes, the cursor to it."""
        body = self._body
        if body.page is not None and body.page.lines:
            body.scroll_to_line(index)
            last = len(body.page.lines) - 1
            body.go_to(body.page.top_offset(min(index, last)))

    def sentence(self, step: int) -> None:
        """Move the cursor by *step* sentences; past either end, the page to that end."""
        body = self._body
        if body.motion is None or body.cursor is None:
            return
        beside = _reached(body.motion.sentence_beside, body.cursor[0], step)
        if beside is not None:
            body.set_cursor(beside)
        else:
            body.scroll_to_line(0 if step < 0 else int(body.max_scroll_y))

    def paragraph(self, step: int) -> None:
        """Move the cursor by *step* paragraphs."""
        body = self._body
        if body.motion is None or body.cursor is None:
            return
        beside = _reached(body.motion.paragraph_beside, body.cursor[0], step)
        if beside is not None:
            body.go_to(beside[0])

    def heading(self, step: int) -> None:
        """Bring the heading *step* further to the top; past either end, that end."""
        body = self._body
        if body.motion is None or body.cursor is None:
            return
        reached = _reached(partial(_heading_beside, body.motion), body.cursor[0], step)
        if reached is not None:
            body.go_to_heading(reached[0])
        else:
            body.scroll_to_line(0 if step < 0 else int(body.max_scroll_y))

    def top(self) -> None:
        """Go to the first line."""
        self._body.scroll_to_line(0)
        self._body.go_to(0)

    def end(self) -> None:
        """Go to the last line."""
        body = self._body
        if body.article is not None:
            body.scroll_to_line(int(body.max_scroll_y))
            body.go_to(len(body.article.text))

    def ask_share(self) -> None:
        """Ask how far to go, in per cent of the article."""
        panes = self._screen.panes
        self._screen.prompt.ask(
            "how far, in per cent:", self._go_to_share, left=panes.focus_page, example="0 to 100"
        )

    def _go_to_share(self, words: str) -> None:
        """Go as far as *words* say."""
        screen = self._screen
        screen.panes.focus_page()
        try:
            share = float(words.strip().rstrip("%").replace(",", "."))
        except ValueError:
            share = -1
        if 0 <= share <= 100:
            self.share(share)
        else:
            screen.tell(f"{words.strip() or 'nothing'}: not a number from 0 to 100", error=True)

    def share(self, share: float) -> None:
        """Go to *share* per cent of the article, at most to its end."""
        self._screen.articles.remember()
        self._body.scroll_to_line(round(min(share, 100) / 100 * int(self._body.max_scroll_y)))

    def match(self, step: int) -> bool:
        """Go to the found words *step* after these, round the ends; False when there are none."""
        body = self._body
        if not body.matches or body.motion is None:
            return False
        here = (body.match + step) % len(body.matches)
        body.show_matches(body.matches, here)
        body.set_cursor(body.motion.sentence_at(body.matches[here][0]), follow=False)
        body.bring_into_view(body.matches[here])
        return True


def _heading_beside(motion: Motion, offset: int, step: int) -> Range | None:
    """Return where the next heading after *offset* starts, or the last before it, as a passage."""
    start = motion.heading_beside(offset, step)
    return None if start is None else (start, start)


def _reached(beside: Callable[[int, int], Range | None], offset: int, step: int) -> Range | None:
    """Return where *step* steps from *offset* lead, or as many as there are; None without any."""
    reached = None
    for _ in range(abs(step)):
        found = beside(offset, 1 if step > 0 else -1)
        if found is None:
            break
        reached, offset = found, found[0]
    return reached
