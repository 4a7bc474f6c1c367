"""The reader's own pace, and the ticks at what was read; both are kept for the next time."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from reader.tui.page.pace import KEPT, Ranges, Reading, joined, words_a_minute

if TYPE_CHECKING:
    from reader.tui.desk.opened import Opened
    from reader.tui.screens.reading import ReadingScreen

SETTING = "pace"
FIELD = "read_ranges"
"""What an article's state calls the ranges of its text that were read."""

_MOST_RANGES = 200

clock = time.monotonic


class Pace:
    """Measures while the reader goes down the page."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self._reading: Reading | None = None
        self._samples: list[float] | None = None
        self._kept: Ranges = ()

    @property
    def words_a_minute(self) -> int:
        """How fast the reader reads."""
        if self._samples is None:
            self._samples = samples_of(self._screen.library.settings.get(SETTING))
        return words_a_minute(self._samples)

    def begin(self, opened: Opened) -> None:
        """Measure in another article, or another version of it, from now on."""
        reading = self._reading
        if reading is None or reading.article.version != opened.article.version:
            self._kept = _ranges(opened)
            self._reading = Reading(opened.article, self._kept)
        self._screen.section_tree.show_read(self._reading.sections_read() if self._reading else ())

    def moved(self) -> None:
        """Take note of what is in view now."""
        body, reading = self._screen.body, self._reading
        if reading is None or body.page is None or not body.page.lines:
            return
        lines, height = body.page.lines, max(1, body.size.height)
        top = max(0, min(body.top_line, len(lines) - 1))
        last = lines[min(top + height, len(lines)) - 1].end
        before = len(reading.read), reading.read[-1:]
        reading.look(lines[top].start, last, clock())
        if before != (len(reading.read), reading.read[-1:]):
            self._screen.section_tree.show_read(reading.sections_read())

    def keep(self) -> None:
        """Leave the page, and keep what was measured on it."""
        screen, reading, opened = self._screen, self._reading, self._screen.articles.opened
        if reading is None or opened is None:
            return
        reading.leave(clock())
        measured, reading.samples = reading.samples, []
        if screen.library.read_only:
            return
        if measured:
            self._samples = [*(self._samples or ()), *measured][-KEPT:]
            kept = {"samples": self._samples}
            screen.background.save(lambda: screen.library.settings.set(SETTING, kept))
        if opened.held and reading.read != self._kept:
            self._kept = reading.read
            body = {"version": reading.article.version, "ranges": reading.read[:_MOST_RANGES]}
            opened.state[FIELD] = body
            article_id = opened.article.id
            screen.background.save(
                lambda: screen.library.set_state([article_id], "", **{FIELD: body})
            )


def samples_of(kept: Any) -> list[float]:
    """Return the measurements in what was *kept* of the pace."""
    given = kept.get("samples") if isinstance(kept, dict) else ()
    return [one for one in given or () if isinstance(one, int | float)]


def _ranges(opened: Opened) -> Ranges:
    """Return what was read of an article before, if it was this version of it."""
    kept: Any = opened.state.get(FIELD)
    if not isinstance(kept, dict) or kept.get("version") != opened.article.version:
        return ()
    try:
        return joined([(int(start), int(end)) for start, end in kept.get("ranges") or ()])
    except (TypeError, ValueError):
        return ()
