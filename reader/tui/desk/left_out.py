"""Looking at what was left out of the open article, bringing lines back, and leaving others out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.article.cleaning import Line, lines_of
from reader.tui.desk.covering import Covering

if TYPE_CHECKING:
    from reader.library.cleaning import Cleaned
    from reader.tui.desk.opened import Opened
    from reader.tui.screens.reading import ReadingScreen
    from reader.tui.widgets.cover import Cover
    from reader.tui.widgets.uncleaned_view import UncleanedPage


class LeftOut:
    """Shows the article with all that its source had, in place of the page.

    The page stands behind it, at the same sentence in each version.
    """

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self._turning = False
        """Whether a line is on its way in or out."""
        does = {
            "line-down": lambda: self._step(1),
            "line-up": lambda: self._step(-1),
            "next-paragraph": lambda: self._step(1, every=True),
            "last-paragraph": lambda: self._step(-1, every=True),
            "to-top": lambda: self._go_to_end(1),
            "to-end": lambda: self._go_to_end(-1),
            "choose": self._choose,
            "delete": self._drop,
            "undo": lambda: screen.undoing.travel(back=True),
            "redo": lambda: screen.undoing.travel(back=False),
            "show-dropped": lambda: self.cover.leave(),
        }
        self.cover: Covering[UncleanedPage] = Covering(
            screen, _make, lambda page, count: page.scroll_lines(count), does
        )
        """The frame that it stands in."""

    def open(self) -> None:
        """Show what was left out of the open article, from where the reader is."""
        screen, opened = self._screen, self._screen.articles.opened
        if opened is None:
            return
        place = screen.body.cursor[0] if screen.body.cursor else 0
        self.cover.open(lambda: self._fill(opened, place))

    def follow(self, opened: Opened) -> None:
        """Show another version of the article, at the same line; leave when it is another one."""
        page = self.cover.page
        if page is None:
            return
        same = [(one.text, one.nth) for one in lines_of(opened.article)]
        here = (page.line.text, page.line.nth) if page.line is not None else None
        if here in same:
            self._show(opened, same.index(here))
        else:
            self.cover.leave()

    def _fill(self, opened: Opened, place: int) -> None:
        """Fill the view, which has its size now; begin at what was left out next to *place*."""
        if self._screen.articles.opened is not opened:
            return
        lines = lines_of(opened.article)
        self._show(opened, _nearest(lines, place))

    def _show(self, opened: Opened, here: int) -> None:
        """Show the lines of *opened*, and say how many are left out."""
        page = self.cover.page
        if page is None:
            return
        lines = lines_of(opened.article)
        chosen = opened.state.get("cleaning") or ()
        back = {(one.get("text"), one.get("nth")) for one in chosen if one.get("keep")}
        page.show(lines, back, here)
        count = sum(bool(line.text) and not line.kept for line in lines)
        told = f"{count} line{'s' * (count != 1)} left out" if count else "Nothing was left out"
        self.cover.tell(f"{told}: {opened.article.title}")
        self._screen.refresh_status()

    # What keys do

    def _step(self, step: int, *, every: bool = False) -> None:
        """Go to the next line that was left out, or to the next of all."""
        page = self.cover.page
        if page is None:
            return
        every = every or all(line.kept for line in page.lines if line.text)
        if not page.step(step, left_out=not every):
            where = "after" if step > 0 else "before"
            what = "no line" if every else "nothing left out"
            self._screen.tell(f"{what} {where} this one")

    def _go_to_end(self, step: int) -> None:
        """Go to the first line, from which one steps by 1, or to the last."""
        page = self.cover.page
        if page is not None:
            page.here = -1 if step > 0 else len(page.lines)
            page.step(step, left_out=False)

    def _choose(self) -> None:
        """Bring the line here back; from one that is kept, go to its place on the page."""
        page, screen = self.cover.page, self._screen
        line = page.line if page is not None else None
        if line is None:
            return
        if not line.kept:
            self._turn(line)
            return
        self.cover.leave()
        screen.articles.remember()
        screen.body.go_to(line.place)

    def _drop(self) -> None:
        """Leave the line here out."""
        page = self.cover.page
        line = page.line if page is not None else None
        if line is not None and line.kept:
            self._turn(line)
        elif line is not None:
            self._screen.tell("it is left out already; ⏎ brings it back")

    def _turn(self, line: Line) -> None:
        """Bring *line* back, or leave it out; then show what came of it."""
        screen, opened = self._screen, self._screen.articles.opened
        if opened is None or self._turning or not screen.may_change():
            return
        screen.articles.join()
        article_id, cleaning = opened.article.id, screen.library.cleaning
        turn = cleaning.drop if line.kept else cleaning.bring_back
        self._turning = True

        def turned(cleaned: Cleaned) -> None:
            self._turning = False
            what = "left out" if line.kept else "brought back"
            where = f"remembered for {cleaned.site}" if cleaned.site else "for this article"
            screen.tell(f"{what}, {where}; u undoes")
            screen.articles.show_again(quiet=True)

        def failed(_: Exception) -> None:
            self._turning = False

        screen.background.save(lambda: turn(article_id, line.text, line.nth), turned, failed)


def _make() -> Cover[UncleanedPage]:
    """Make what is shown in place of the page."""
    from reader.tui.widgets.cover import Cover
    from reader.tui.widgets.uncleaned_view import UncleanedPage

    return Cover(UncleanedPage(), id="uncleaned")


def _nearest(lines: Sequence[Line], place: int) -> int:
    """Return the index of what was left out at *place* or after it, else before it.

    The line at *place* itself where nothing was left out.
    """
    out = [index for index, line in enumerate(lines) if line.text and not line.kept]
    after = next((index for index in out if lines[index].place >= place), None)
    if after is not None or out:
        return after if after is not None else out[-1]
    before = [index for index, line in enumerate(lines) if line.text and line.place <= place]
    return before[-1] if before else 0
