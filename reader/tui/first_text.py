"""The page of the article to begin with, on the terminal before Textual is loaded.

Loading the screen takes longer than reading an article and laying it out. So the page is painted
first, at the cells where the screen will have it, and the panes around it come with the screen. It
loads nothing of Textual; what it shares with the screen is the painter of the page.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from rich.color import Color, ColorSystem
from rich.style import Style

from reader.first_frame import first_frame
from reader.resources import bundled
from reader.tui.desk.pace import SETTING as PACE
from reader.tui.desk.pace import samples_of
from reader.tui.page.heading import heading_of
from reader.tui.page.motion import Motion
from reader.tui.page.pace import words_a_minute
from reader.tui.page.painter import GUTTER, PagePainter, Run, cells_for, paint_article
from reader.tui.page.steady import steady
from reader.tui.page.track import Track
from reader.tui.page.view import first_line
from reader.tui.theme_names import FOLDER, PREFIX, SETTING, remembered, theme_for

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.config import Config
    from reader.library import Library
    from reader.paths import Paths
    from reader.tui.desk.opened import Opened

LOOKS = "first_text.json"
"""The file of ``styles`` with the styles of each theme, as the sheets come out."""

PLAIN = " plain"
"""What follows a theme's name in it where there are no colours."""

BASE, LINE, EDGE = "page", "line", "edge"
"""The styles of the page itself, of the lines above and below, and of the panes' edges."""

WIDE, SMALL = 120, 80
"""From how many columns there are panes beside the page, and from how many a line above it."""

_NAME = " Newsmargin"
_SYSTEMS = {"kitty": ColorSystem.EIGHT_BIT, "256color": ColorSystem.EIGHT_BIT}
_OTHERWISE = ("TEXTUAL_COLOR_SYSTEM", "TEXTUAL_THEME", "TEXTUAL_FILTERS", "TEXTUAL_DRIVER")
"""Variables of Textual that make a screen of another look."""


class Region(NamedTuple):
    """Where on the terminal something stands, in cells."""

    left: int
    top: int
    width: int
    height: int


def page_region(columns: int, rows: int) -> Region:
    """Return where the sheets put the page when nobody has asked for a pane yet."""
    top = int(columns >= SMALL)
    if columns < WIDE:
        return Region(0, top, columns, rows - top - 1)
    tree = min(4400, max(2600, 22 * columns))  # hundredths of a cell
    side = min(5200, max(3200, 26 * columns))
    return Region(tree // 100, top, columns - (tree + side) // 100, rows - top - 1)


class FirstText(NamedTuple):
    """What is put up first."""

    written: str
    """What the terminal is sent."""

    page: PagePainter
    """The page in it."""


def show_first_text(opened: Opened, library: Library, config: Config, paths: Paths) -> Opened:
    """Put the page of *opened* on the terminal, if it is known what it will look like.

    Returns:
        *opened* with the page that was made, which need not be made again.
    """
    size = first_frame.size
    ink = ink_for(library, config, paths, os.environ) if size is not None else None
    if size is None or ink is None or config.warnings:
        return opened
    text = first_text(opened, library, config, size, ink)
    if text is None:
        return opened
    first_frame.show_text(text.written)
    return replace(opened, page=text.page)


def first_text(
    opened: Opened, library: Library, config: Config, size: tuple[int, int], ink: Ink
) -> FirstText | None:
    """Return what to put up for *opened* on a terminal of *size*; None where it has no room.

    Args:
        opened: the article to begin with.
        library: the library, which knows how fast its reader reads.
        config: the user's settings.
        size: the columns and rows of the terminal.
        ink: what writes it, as ``ink_for`` gives it.
    """
    region = page_region(*size)
    if region.width <= GUTTER + 2 or region.height < 1:
        return None
    kept = samples_of(library.settings.get(PACE))
    heading = heading_of(opened.article, opened.minutes(words_a_minute(kept)))
    cells = cells_for(region.width, config.body_width)
    page = paint_article(opened.article, heading, region.width, cells)
    page.cursor = Motion(opened.article).sentence_at(opened.place)
    page.paint_marks(opened.marks)
    rows = _rows(page, _signs(page, opened.place, region.height), region, size[0])
    places = (f"\x1b[{number};1H{ink(row)}" for number, row in enumerate(rows, start=1))
    return FirstText(steady("".join(places)), page)


def _signs(page: PagePainter, place: int, height: int) -> Iterator[tuple[int, str]]:
    """Yield each line in view and the sign of the scroll track beside it."""
    lines = page.layout.lines
    top = first_line(page.layout, place if place > 0 else None, height)
    track = Track(len(lines), height)
    track.tick(page.marks.starts, ())
    yield from enumerate(track.signs(top), start=top)


def _rows(
    page: PagePainter, signs: Iterator[tuple[int, str]], region: Region, columns: int
) -> Iterator[list[Run]]:
    """Yield the runs of each row of the terminal: the page, and the bare panes around it."""
    if region.top:
        yield [(_NAME.ljust(columns), (LINE,))]
    before: list[Run] = []
    after: list[Run] = []
    if region.width < columns:
        rest = columns - region.left - region.width - 1
        before = [(" " * (region.left - 1), ()), ("│", (EDGE,))]
        after = [("│", (EDGE,)), (" " * rest, ())]
    for line, sign in signs:
        painted, _ = page.line(line, sign)
        yield [*before, *painted, *after]
    yield [(" " * columns, (LINE,))]


def ink_for(
    library: Library, config: Config, paths: Paths, environment: Mapping[str, str]
) -> Ink | None:
    """Return what writes runs for this terminal; None where their look is not known beforehand."""
    term, no_color = environment.get("TERM", "").lower(), bool(environment.get("NO_COLOR"))
    if term in ("", "dumb", "unknown") or any(map(environment.get, _OTHERWISE)):
        return None
    chosen = remembered(library.settings.get(SETTING), config.theme) or config.theme
    if chosen and (paths.config_file.parent / FOLDER).is_dir():
        return None  # it may be one of the user's own
    theme = theme_for(chosen, term=term, no_color=no_color)
    looks = json.loads((bundled("styles") / LOOKS).read_bytes())
    name = theme.removeprefix(PREFIX)
    look = looks.get(name + PLAIN * no_color) or looks[name]
    without = Style.from_color(Color.default(), Color.default()) if no_color else Style.null()
    return Ink(look, _color_system(term, environment), without)


def _color_system(term: str, environment: Mapping[str, str]) -> ColorSystem:
    """Return the colours of the terminal, told as rich tells them."""
    if environment.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return ColorSystem.TRUECOLOR
    return _SYSTEMS.get(term.rpartition("-")[2], ColorSystem.STANDARD)


class Ink:
    """Writes runs in the styles of a look, as *system* has them, with *last* laid over all."""

    def __init__(self, look: Mapping[str, Any], system: ColorSystem, last: Style) -> None:
        self.system = system
        self._look, self._last = look, last
        self._mixed: dict[tuple[str, ...], Style] = {}

    def __call__(self, painted: list[Run]) -> str:
        """Return *painted* with what a terminal takes for its colours."""
        return "".join(
            self._style(names).render(words, color_system=self.system) for words, names in painted
        )

    def _style(self, names: tuple[str, ...]) -> Style:
        """Return the page's style with each of *names* laid over it."""
        style = self._mixed.get(names)
        if style is None:
            over = (Style.parse(self._look[name]) for name in (BASE, *filter(None, names)))
            style = self._mixed[names] = sum(over, start=Style.null()) + self._last
        return style
