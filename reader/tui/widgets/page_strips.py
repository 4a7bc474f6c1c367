"""The painted lines of the page as strips of cells, kept for as long as they hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.tui.page.painter import STYLES, PagePainter
from reader.tui.page.track import SIGNS
from reader.tui.widgets.page_look import Look

CACHED_LINES = 500
"""How many are kept: each takes 3 KB, and a dozen pages are walked through at a time."""


@dataclass(slots=True)
class PageStrips:
    """Makes strips of what a painter paints, and keeps them."""

    painter: PagePainter
    look: Look
    _hints: Mapping[int, Sequence[tuple[int, str]]] = field(default_factory=dict)
    """For a line, the letters that lie over it and how many cells into it."""

    _strips: dict[tuple[int, str], Strip] = field(default_factory=dict)
    _mixed: dict[tuple[str, ...], Style] = field(default_factory=dict)

    def forget(self, lines: range | None = None) -> None:
        """Make the strips of *lines* anew when they are next shown; all when none are named."""
        if lines is None:
            self._strips.clear()
            return
        for index in lines:
            for track in (" ", *SIGNS):
                self._strips.pop((index, track), None)

    def show_hints(self, hints: Mapping[int, str]) -> None:
        """Lay letters over the text at these offsets, in place of those before."""
        layout, left = self.painter.layout, self.painter.left
        lines: dict[int, list[tuple[int, str]]] = {}
        for offset, letters in sorted(hints.items()):
            index = layout.line_of(offset)
            lines.setdefault(index, []).append((left + layout.cell_of(index, offset), letters))
        self._hints = lines

    def strip(self, index: int, track: str = " ") -> Strip:
        """Return line *index* with *track* as the scroll track's sign at its end."""
        strip = self._plain_strip(index, track)
        for column, letters in self._hints.get(index, ()):
            hint = Strip([Segment(letters, self._style(("hint",)))], len(letters))
            after = strip.crop(column + len(letters), strip.cell_length)
            strip = Strip.join([strip.crop(0, column), self._filtered(hint), after])
        return strip

    def _plain_strip(self, index: int, track: str) -> Strip:
        """Return line *index* without the letters over links."""
        strip = self._strips.get((index, track))
        if strip is None:
            painted, cells = self.painter.line(index, track)
            segments = [Segment(words, self._style(names)) for words, names in painted]
            strip = self._filtered(Strip(segments, cells))
            if len(self._strips) >= CACHED_LINES:
                self._strips.clear()
            self._strips[index, track] = strip
        return strip

    def _filtered(self, strip: Strip) -> Strip:
        """Return *strip* in the colours that the terminal is to have."""
        for line_filter in self.look.filters:
            strip = strip.apply_filter(line_filter, self.look.background)
        return strip

    def _style(self, names: tuple[str, ...]) -> Style:
        """Return the page's own style with each of *names* laid over it."""
        style = self._mixed.get(names)
        if style is None:
            over = (self.look.styles[STYLES.index(name)] for name in names if name)
            style = self._mixed[names] = sum(over, start=self.look.base)
        return style
