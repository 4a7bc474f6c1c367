"""What of a page is in view, and what must be for a passage to be."""

from dataclasses import dataclass

from reader.tui.page.layout import Layout
from reader.tui.page.motion import Range


def first_line(page: Layout, place: int | None, height: int | None = None) -> int:
    """Return the line at the top of a page that opens at the offset *place*.

    It is the headline's for the first two lines of the text, and where there is no place.

    Args:
        page: the lines.
        place: an offset in the text.
        height: how many lines there is room for; the last of them then ends the page.
    """
    line = page.line_of(place) if place is not None else 0
    text = next((at for at, one in enumerate(page.lines) if one.block >= 0), 0)
    top = line if line > text + 1 else 0
    return top if height is None else max(0, min(top, len(page.lines) + 1 - height))


@dataclass(frozen=True, slots=True)
class View:
    """The lines of a page that the screen shows."""

    page: Layout

    top: int
    """Index of the line at the top."""

    height: int
    """How many lines there is room for."""

    @property
    def progress(self) -> float:
        """How much of the article has been passed: 0 at its very top, 1 at its end."""
        return 1.0 if self.at_end else self.top / (len(self.page.lines) - self.height)

    @property
    def at_end(self) -> bool:
        """Whether the last line is in view."""
        return self.top + self.height >= len(self.page.lines)

    def top_for(self, passage: Range) -> int:
        """Return the line to bring to the top for *passage* to be in view, a third down.

        It is the one that is there when the whole passage is in view.
        """
        first, last = self._lines_of(passage)
        height = max(1, self.height)
        if self.top <= first and last < self.top + height:
            return self.top
        return max(0, first - height // 3)

    def nearest_to(self, passage: Range) -> int | None:
        """Return the offset in view that is the nearest to *passage*; None while some of it is."""
        first, last = self._lines_of(passage)
        end = min(self.top + self.height, len(self.page.lines))
        if self.top <= last and first < end:
            return None
        shown = [index for index in range(self.top, end) if self.page.lines.shows_text(index)]
        if not shown:
            return None
        return self.page.lines[shown[0] if last < self.top else shown[-1]].start

    def _lines_of(self, passage: Range) -> tuple[int, int]:
        """Return the first and the last line of *passage*."""
        return self.page.line_of(passage[0]), self.page.line_of(passage[1] - 1)
