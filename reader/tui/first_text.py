"""The page of the article to begin with, on the terminal before Textual is loaded.

Loading the screen takes longer than reading an article and laying it out. So the page is painted
first, at the cells where the screen will have it, and the panes around it come with the screen. It
loads nothing of Textual; what it shares with the screen is the painter of the page.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from reader.article.sanitise import clean_line
from reader.first_frame import first_frame
from reader.tui.desk.pace import SETTING, samples_of
from reader.tui.ink import EDGE, LINE, Ink, ink_for
from reader.tui.page.cells import fit
from reader.tui.page.column import SETTING as COLUMN
from reader.tui.page.column import most_cells
from reader.tui.page.heading import heading_of
from reader.tui.page.motion import Motion
from reader.tui.page.pace import words_a_minute
from reader.tui.page.painter import GUTTER, PagePainter, Run, cells_for, paint_article
from reader.tui.page.steady import steady
from reader.tui.page.track import Track
from reader.tui.page.view import first_line

if TYPE_CHECKING:
    from reader.config import Config
    from reader.library import Library
    from reader.paths import Paths
    from reader.tui.desk.opened import Opened

WIDE, SMALL = 120, 80
"""From how many columns there are panes beside the page, and from how many a line above it."""

_NAME = " Newsmargin"


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
    text = None
    if (drawn := _drawn_on(library, config, paths)) is not None:
        text = first_text(opened, library, config, *drawn)
    if text is None:
        return opened
    first_frame.show_text(text.written)
    return replace(opened, page=text.page)


def show_reading(source: str, library: Library, config: Config, paths: Paths) -> None:
    """Say on the terminal that *source* is being read, where that may take long."""
    drawn = _drawn_on(library, config, paths)
    if drawn is not None and _has_room(page_region(*drawn[0])):
        first_frame.show_text(reading_text(source, *drawn))


def _drawn_on(library: Library, config: Config, paths: Paths) -> tuple[tuple[int, int], Ink] | None:
    """Return the size of the terminal and what writes on it; None where it is left alone."""
    size = first_frame.size
    if size is None or config.warnings:  # these are told first
        return None
    ink = ink_for(library, config, paths, os.environ)
    return (size, ink) if ink is not None else None


def reading_text(source: str, size: tuple[int, int], ink: Ink) -> str:
    """Return what is put up while *source* is read."""
    region = page_region(*size)
    words = ("", f"Reading {clean_line(source)} …", "", "Ctrl+C stops it.")
    told = [*words, *[""] * region.height][: region.height]
    page = (_line(f"{' ' * GUTTER}{line}", region.width) for line in told)
    return _written(page, region, size[0], ink)


def first_text(
    opened: Opened, library: Library, config: Config, size: tuple[int, int], ink: Ink
) -> FirstText | None:
    """Return what to put up for *opened* on a terminal of *size*; None where it has no room.

    Args:
        opened: the article to begin with.
        library: the library, which knows how fast its reader reads, and lines of what length.
        config: the user's settings.
        size: the columns and rows of the terminal.
        ink: what writes it, as ``ink_for`` gives it.
    """
    region = page_region(*size)
    if not _has_room(region):
        return None
    kept = samples_of(library.settings.get(SETTING))
    heading = heading_of(opened.article, opened.minutes(words_a_minute(kept)))
    most = most_cells(library.settings.get(COLUMN), config.body_width)
    cells = cells_for(region.width, most)
    page = paint_article(opened.article, heading, region.width, cells)
    page.cursor = Motion(opened.article).sentence_at(opened.place)
    page.paint_marks(opened.marks)
    signs = _signs(page, opened.place, region.height)
    painted = (page.line(line, sign)[0] for line, sign in signs)
    return FirstText(_written(painted, region, size[0], ink), page)


def _has_room(region: Region) -> bool:
    """Tell whether a line of text has room on the page."""
    return region.width > GUTTER + 2 and region.height > 0


def _signs(page: PagePainter, place: int, height: int) -> Iterator[tuple[int, str]]:
    """Yield each line in view and the sign of the scroll track beside it."""
    lines = page.layout.lines
    top = first_line(page.layout, place if place > 0 else None, height)
    track = Track(len(lines), height)
    track.tick(page.marks.starts, ())
    yield from enumerate(track.signs(top), start=top)


def _line(words: str, cells: int) -> list[Run]:
    """Return a line of our own, as wide as the page."""
    return [(fit(words, cells), ())]


def _written(page: Iterable[list[Run]], region: Region, columns: int, ink: Ink) -> str:
    """Return what writes the lines of the *page*, and all around it, to the terminal."""
    rows = enumerate(_rows(page, region, columns), start=1)
    return steady("".join(f"\x1b[{number};1H{ink(row)}" for number, row in rows))


def _rows(page: Iterable[list[Run]], region: Region, columns: int) -> Iterator[list[Run]]:
    """Yield the runs of each row of the terminal: the page, and the bare panes around it."""
    if region.top:
        yield [(_NAME.ljust(columns), (LINE,))]
    before: list[Run] = []
    after: list[Run] = []
    if region.width < columns:
        rest = columns - region.left - region.width - 1
        before = [(" " * (region.left - 1), ()), ("│", (EDGE,))]
        after = [("│", (EDGE,)), (" " * rest, ())]
    for painted in page:
        yield [*before, *painted, *after]
    yield [(" " * columns, (LINE,))]
