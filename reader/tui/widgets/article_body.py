"""The article's page: one widget, whose cost does not depend on the article's length."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip
from textual.timer import Timer

from reader.annotations.model import Mark
from reader.article.model import Article
from reader.tui.page.layers import EvenWashes, Wash, Washes
from reader.tui.page.layout import Layout
from reader.tui.page.motion import Motion, Range
from reader.tui.page.painter import GUTTER, STYLES, PagePainter, cells_for, paint_article
from reader.tui.page.selection import Selection
from reader.tui.page.track import FREE, Track
from reader.tui.page.view import View, first_line
from reader.tui.widgets.canvas import Canvas
from reader.tui.widgets.page_look import Look, empty_line, look_of
from reader.tui.widgets.page_mouse import PageMouse
from reader.tui.widgets.page_strips import PageStrips
from reader.tui.widgets.terminal_cursor import lead_over_page

PREFETCH_S = 0.02  # after a scroll, until the pages around are painted


class ArticleBody(Canvas, can_focus=True):
    """Shows one article, paints what is marked in it, and moves the reader through it.

    It paints its own lines and its own scroll track, so the sheet must give it no border, padding
    or scrollbar.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"article-body--{name}" for name in STYLES}
    ALLOW_SELECT = False

    most_cells: var[int] = var(84)
    """The widest that a line of text becomes."""

    class Moved(Message):
        """The reader moved; what follows the page should follow."""

    class Selected(Message):
        """A passage was selected with the mouse, or the selection went."""

    def __init__(self, *, id: str | None = None) -> None:  # Textual's own name
        super().__init__(id=id)
        self.article: Article | None = None
        self.motion: Motion | None = None
        self.page: Layout | None = None
        self.cursor: Range | None = None
        """The sentence at the cursor."""
        self.selection: Selection | None = None
        self.marks: tuple[Mark, ...] = ()
        self.matches: Sequence[Range] = ()
        self.match = -1
        """Index in ``matches`` of the one the reader is at; -1 for none."""
        self._heading: tuple[str, ...] = ()
        self._painter: PagePainter | None = None
        self._strips: PageStrips | None = None
        self._ready: PagePainter | None = None
        """A page of the article that was made before there was a width."""
        self._look: Look | None = None
        self._track = Track(0, 0)
        self._prefetch: Timer | None = None
        self._wanted: int | None = None
        self._mouse = PageMouse(self)
        self._hints: Mapping[int, str] = {}
        self._code: Washes = {}

    # What is shown

    def show(
        self,
        article: Article,
        heading: Sequence[str],
        place: int = 0,
        page: PagePainter | None = None,
    ) -> None:
        """Show *article* with *heading* above it, at the text offset *place*.

        *page* is what ``paint_article`` made of it at some width, where that was done already.
        """
        self.article = article
        self.motion = Motion(article)
        self.cursor = self.motion.sentence_at(place)
        self.selection = None
        self.marks, self.matches, self.match = (), (), -1
        self._heading = tuple(heading)
        self._code = {}
        self._painter = self._strips = None
        self._ready = page
        self._lay_out(place if place > 0 else None)

    def show_empty(self) -> None:
        """Show that there is nothing to read, and what to do about it."""
        self.article = self.motion = self.page = self._painter = self._strips = None
        self.cursor = self.selection = None
        self.marks, self.matches, self.match = (), (), -1
        self.virtual_size = Size(self.size.width, 1)
        self.refresh()

    def _lay_out(self, place: int | None) -> None:
        """Make the lines for the present width, and stand at *place* (None: at the top)."""
        width = self.size.width
        self._wanted = place
        if self.article is None or width < GUTTER + 2:
            return
        ready, self._ready = self._ready, None
        cells = cells_for(width, self.most_cells)
        if ready is None or (ready.width, ready.layout.cells) != (width, cells):
            ready = paint_article(self.article, self._heading, width, cells)
        self._painter, self.page = ready, ready.layout
        self.virtual_size = Size(width, len(self.page.lines) + 1)
        self._paint_anew()
        self._scroll(first_line(self.page, place))
        self.refresh()

    def _paint_anew(self) -> None:
        """Start painting anew: another layout, theme or size."""
        if self._painter is None:
            return
        self._look = look_of(self)
        self._strips = PageStrips(self._painter, self._look)
        self._painter.cursor = self.cursor
        self._painter.selection = self.selection.span if self.selection else None
        self._painter.layers["code"] = self._code
        self._strips.show_hints(self._hints)
        self._paint_marks()
        self._paint_matches()

    def notify_style_update(self) -> None:
        """Paint anew in the new styles; most updates bring none, as when the focus moves."""
        super().notify_style_update()
        if self._painter is not None and look_of(self) != self._look:
            self._paint_anew()

    def on_focus(self) -> None:
        """Take the terminal's cursor back."""
        self._lead_cursor()

    def on_resize(self) -> None:
        """Lay the article out when its lines get another width, the same words at the top."""
        made, cells = self._painter, cells_for(self.size.width, self.most_cells)
        if made is None or (made.width, made.layout.cells) != (self.size.width, cells):
            self._lay_out(self._wanted if self.page is None else self.top_place)
        self._keep_cursor_in_view()
        self._lead_cursor()

    def watch_most_cells(self) -> None:
        """Let the lines become as long as they may be now."""
        self.on_resize()

    # Where the reader is

    @property
    def top_line(self) -> int:
        """Index of the line at the top."""
        return int(self.scroll_offset.y)

    @property
    def left(self) -> int:
        """Cells before the text."""
        return 0 if self._painter is None else self._painter.left

    def _lead_cursor(self) -> None:
        """Let the terminal's own cursor stand where the reader is."""
        at = self.selection.active if self.selection is not None else self.cursor
        if self.page is not None and at is not None:
            lead_over_page(self, self.page, at[0], top=self.top_line, left=self.left)

    @property
    def top_place(self) -> int | None:
        """Offset of the text at the top; None while it stands at the very top."""
        page, top = self.page, self.top_line
        return page.top_offset(top, self._wanted) if page is not None and top else None

    @property
    def view(self) -> View | None:
        """What of the page is on the screen."""
        return View(self.page, self.top_line, self.size.height) if self.page is not None else None

    @property
    def at_end(self) -> bool:
        """Whether the last line is in view."""
        return (view := self.view) is not None and view.at_end

    def _scroll(self, line: int) -> None:
        """Bring *line* to the top, before anything else happens."""
        self.scroll_to(y=line, animate=False, force=True)

    def scroll_to_line(self, line: int) -> None:
        """Bring *line* to the top, and the cursor with it."""
        self._scroll(max(0, min(line, int(self.max_scroll_y))))
        self._keep_cursor_in_view()
        self.post_message(self.Moved())

    def scroll_lines(self, count: int) -> None:
        """Scroll by *count* lines."""
        self.scroll_to_line(self.top_line + count)

    def _keep_cursor_in_view(self) -> None:
        """Move the cursor to the nearest sentence in view when its own has left the page."""
        view = self.view
        if view is None or self.motion is None or self.cursor is None:
            return
        if (nearest := view.nearest_to(self.cursor)) is not None:
            self.set_cursor(self.motion.sentence_at(nearest), follow=False)

    def set_cursor(self, sentence: Range | None, *, follow: bool = True) -> None:
        """Move the cursor to *sentence*, and the page with it unless *follow* is False."""
        if sentence is None or sentence == self.cursor:
            if follow and sentence is not None:
                self.bring_into_view(sentence)
            return
        before, self.cursor = self.cursor, sentence
        if self._painter is not None:
            self._painter.cursor = sentence
        self._repaint(before, sentence)
        if follow:
            self.bring_into_view(sentence)
        self._lead_cursor()
        self.post_message(self.Moved())

    def bring_into_view(self, passage: Range) -> None:
        """Scroll so that *passage* stands on the page, a third down when it was not."""
        view = self.view
        if view is not None and (top := view.top_for(passage)) != view.top:
            self._scroll(min(top, int(self.max_scroll_y)))

    def go_to_heading(self, offset: int) -> None:
        """Bring the heading at *offset* to the top, and the cursor to it."""
        if self.motion is not None and self.page is not None:
            self.set_cursor(self.motion.sentence_at(offset), follow=False)
            self.scroll_to_line(self.page.line_of(offset))

    def go_to(self, offset: int) -> None:
        """Move to the sentence at *offset*."""
        if self.motion is not None:
            self.set_cursor(self.motion.sentence_at(offset))

    # What is painted over the text

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Paint *marks* in place of those before; only the lines that changed are painted."""
        self.marks = tuple(marks)
        self._repaint(*self._paint_marks())

    def _paint_marks(self) -> Sequence[Range]:
        """Give the painter the marks; return the passages that they change."""
        if self._painter is None:
            return ()
        changed = self._painter.paint_marks(self.marks)
        self._paint_track()
        return changed

    def _paint_track(self) -> None:
        """Put the ticks of marks and found words on the scroll track."""
        if self.page is not None and self._painter is not None:
            before, self._track = self._track, Track(len(self.page.lines), self.size.height)
            found = self._track.rows_with(self.matches, self.page.starts)
            self._track.tick(self._painter.marks.starts, found)
            for row in self._track.changed(before, self.top_line):
                self.refresh(Region(0, row, self.size.width, 1))

    def show_lit(self, passages: Sequence[Range]) -> None:
        """Light *passages*: the mentions of the chosen fact."""
        if self._painter is not None:
            self._painter.paint("lit", [Wash(start, end, "lit") for start, end in passages])
            self._repaint_all()

    def show_code(self, washes: Washes) -> None:
        """Paint code in these colours."""
        self._code = washes
        self._paint_anew()
        self.refresh()

    def show_hints(self, hints: Mapping[int, str]) -> None:
        """Lay letters over the text at these offsets, in place of those before."""
        self._hints = hints
        if self._strips is not None:
            self._strips.show_hints(hints)
            self._repaint_all()

    def show_matches(self, matches: Sequence[Range], here: int = -1) -> None:
        """Paint the found words, *here* as the one the reader is at."""
        before, same = self._match_here, matches is self.matches
        self.matches, self.match = matches, here
        if same:
            self._paint_match_here()
            self._repaint(*before, *self._match_here)
        else:
            self._paint_matches()
            self._repaint_all()

    @property
    def _match_here(self) -> Sequence[Range]:
        """The found words that the reader is at; nothing when at none."""
        return self.matches[self.match : self.match + 1] if self.match >= 0 else ()

    def _paint_matches(self) -> None:
        """Give the painter the washes of the found words."""
        if self._painter is not None and self.page is not None:
            washes = EvenWashes(self.matches, "match", self.page.article.blocks)
            self._painter.layers["matches"] = washes
            self._paint_match_here()
            self._paint_track()

    def _paint_match_here(self) -> None:
        """Give the painter the wash of the found words that the reader is at."""
        if self._painter is not None:
            here = [Wash(*found, "match-here") for found in self._match_here]
            self._painter.paint("here", here)

    def show_selection(self, selection: Selection | None, *, follow: bool = True) -> None:
        """Paint *selection* in place of the one before, and show its end unless not to *follow*."""
        before, self.selection = self.selection, selection
        if self._painter is not None:
            self._painter.selection = selection.span if selection else None
        for chosen in (before, selection):
            if chosen is not None:
                self._repaint(chosen.span)
        if selection is not None and follow:
            self.bring_into_view(selection.active)
        self._lead_cursor()

    def _repaint_all(self) -> None:
        """Paint every line anew."""
        if self._strips is not None:
            self._strips.forget()
        self.refresh()

    def _repaint(self, *passages: Range | None) -> None:
        """Paint the lines of *passages* anew."""
        if self.page is None or self._strips is None:
            return
        for start, end in filter(None, passages):
            first, last = self.page.line_of(start), self.page.line_of(max(start, end - 1))
            self._strips.forget(range(first, last + 1))
            self.refresh_lines(first, last - first + 1)

    # Painting

    def render_line(self, y: int) -> Strip:
        """Paint one row of the screen."""
        return self.render_lines(Region(0, y, self.size.width, 1))[0]

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint the rows of *crop*, without the detours that borders and padding would need."""
        strips_of, page = self._strips, self.page
        if strips_of is None or page is None:
            style, rows = self.rich_style, range(crop.y, crop.bottom)
            return [empty_line(style, y - 2, crop.width, told=self.article is None) for y in rows]
        top = self.top_line
        # The compositor may ask for the rows of a size that has not been told yet.
        self._track.rows = max(self.size.height, crop.bottom)
        signs = self._track.signs(top)
        strips = [strips_of.strip(top + y, signs[y]) for y in range(crop.y, crop.bottom)]
        if crop.x or crop.right < strips_of.painter.width:
            return [strip.crop(crop.x, crop.right) for strip in strips]
        return strips

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Paint the new place, and soon the pages around it."""
        super().watch_scroll_y(old_value, new_value)
        self._lead_cursor()
        if self._prefetch is None and self.is_running:
            self._prefetch = self.set_timer(PREFETCH_S, self._paint_ahead)

    def _paint_ahead(self) -> None:
        """Paint the next page and the last while nothing else is to be done."""
        self._prefetch = None
        if self._strips is None or self.page is None:
            return
        top, height = self.top_line, self.size.height
        whole = " " if len(self.page.lines) <= height else FREE
        for line in (*range(top, top + 2 * height), *range(max(0, top - height), top)):
            self._strips.strip(line, whole)

    # The mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Let a drag start."""
        self._mouse.press(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Follow a drag."""
        self._mouse.move(event)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """End a drag."""
        self._mouse.release(event)

    def on_click(self, event: events.Click) -> None:
        """Select what was clicked on more than once."""
        self._mouse.click(event)
