"""What a search of the library found: a headline and two lines of the passage for each."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events, on
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from reader.article.sanitise import clean_line, mask_text
from reader.tui.page.cells import cut, is_narrow, width
from reader.tui.page.layers import Wash, runs
from reader.tui.page.wrap import wrap
from reader.tui.widgets.canvas import Canvas

NAMES = ("title", "about", "snippet", "match", "chosen", "quiet")
"""The styles that ``styles/search_pane.tcss`` gives."""

LINES = 3
"""Lines of each hit: its headline, and two of the passage."""

INDENT = 3


class ShownHit(NamedTuple):
    """One thing that was found, as it is shown."""

    sign: str
    """What it is: an article, or a mark of some kind."""

    title: str
    about: str
    """Who published it, when."""

    snippet: str
    matches: tuple[tuple[int, int], ...]
    """The ranges of *snippet* that were asked for."""


class HitList(Canvas, can_focus=False):
    """Shows hits, of which the keys of the search above choose one. Paints those in view only."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"hit-list--{name}" for name in NAMES}
    ALLOW_SELECT = False

    class Clicked(Message):
        """The reader clicked on a hit, which is the chosen one now."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.hits: Sequence[ShownHit] = ()
        self.cursor = 0
        self._empty = ""

    def show(self, hits: Sequence[ShownHit], empty: str = "") -> None:
        """Show *hits*, the first one chosen; *empty* stands there when there are none."""
        self.hits, self.cursor, self._empty = hits, 0, empty
        self.virtual_size = Size(self.size.width, max(1, LINES * len(hits)))
        self.scroll_to(y=0, animate=False, force=True)
        self.refresh()

    def move(self, step: int) -> bool:
        """Choose the hit *step* further, at most either end; tell whether it is another one."""
        target = max(0, min(self.cursor + step, len(self.hits) - 1))
        if target == self.cursor:
            return False
        self.cursor = target
        top, height = int(self.scroll_offset.y), max(LINES, self.size.height)
        if target * LINES < top:
            self.scroll_to(y=target * LINES, animate=False, force=True)
        elif (target + 1) * LINES > top + height:
            self.scroll_to(y=(target + 1) * LINES - height, animate=False, force=True)
        self.refresh()
        return True

    def on_resize(self, event: events.Resize) -> None:
        """Take the new width."""
        self.virtual_size = Size(event.size.width, max(1, LINES * len(self.hits)))

    def render_line(self, y: int) -> Strip:
        """Paint the line that stands on line *y*."""
        number, cells = int(self.scroll_offset.y) + y, self.size.width
        index, line = divmod(number, LINES)
        if not self.hits:
            words = self._empty.split("\n")
            text = cut(words[y], cells) if y < len(words) else ""
            return self._strip([(text, ("quiet",))], cells)
        if index >= len(self.hits):
            return Strip.blank(cells, self.rich_style)
        chosen = ("chosen",) if index == self.cursor else ()
        hit = self.hits[index]
        if line == 0:
            return self._strip(list(_headline(hit, cells, chosen)), cells, chosen)
        return self._strip(list(_passage(hit, line - 1, cells, chosen)), cells, chosen)

    def _strip(
        self, parts: Sequence[tuple[str, Sequence[str]]], cells: int, rest: Sequence[str] = ()
    ) -> Strip:
        """Return *parts*, each with its styles, on exactly *cells* cells."""
        segments = [Segment(text, self._style(names)) for text, names in parts if text]
        taken = sum(width(text) for text, _ in parts)
        segments.append(Segment(" " * max(0, cells - taken), self._style(rest)))
        return Strip(segments, max(taken, cells)).crop(0, cells)

    def _style(self, names: Sequence[str]) -> Style:
        """Return the styles that the sheet gives *names*, one over the other."""
        style = self.rich_style
        for name in names:
            style += self.get_component_rich_style(f"hit-list--{name}", partial=True)
        return style

    @on(events.Click)
    def _choose_clicked(self, event: events.Click) -> None:
        """Choose the hit under the mouse."""
        index = (int(self.scroll_offset.y) + event.y) // LINES
        if index < len(self.hits):
            self.cursor = index
            self.post_message(self.Clicked())


def _headline(
    hit: ShownHit, cells: int, chosen: Sequence[str]
) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield the line of a hit's headline: its sign, the words, at the right edge who and when."""
    about = cut(clean_line(hit.about), max(cells - 34, cells * 2 // 5))
    room = cells - 3 - width(about) - 2
    title = cut(clean_line(hit.title), max(1, room))
    gap = " " * max(1, cells - 3 - width(title) - width(about) - 1)
    yield f" {hit.sign} {title}", ("title", *chosen)
    yield f"{gap}{about} ", ("about", *chosen)


def _passage(
    hit: ShownHit, number: int, cells: int, chosen: Sequence[str]
) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield line *number* of a hit's passage, what was asked for lit."""
    text = mask_text(hit.snippet).replace("\n", " ").replace("\t", " ")
    lines = list(wrap(text, 0, len(text), max(4, cells - INDENT - 1), narrow=is_narrow(text)))
    if number >= len(lines):
        return
    washes = [Wash(start, end, "match") for start, end in hit.matches]
    yield " " * INDENT, chosen
    for start, end, names in runs(*lines[number], washes):
        yield text[start:end], ("snippet", *chosen, *names)
    if number == LINES - 2 and len(lines) > LINES - 1:
        yield "…", ("snippet", *chosen)
