"""What the terminal shows while the screen is not fit to be seen: at the start and at the end.

At the start everything is put in its place before anything is painted. Where a picture of it
stands already (see ``reader.first_frame``), it stays until the screen looks like it, or a key is
pressed. At the end the screen is brought behind it to what the next start will show, and that
becomes the next picture.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from contextlib import ExitStack
from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.first_frame import first_frame
from reader.tui.desk.facts_pane import with_facts
from reader.tui.desk.opened import Opened
from reader.tui.page.heading import heading_of
from reader.tui.page.steady import steady
from reader.tui.patient import PatientDriver

if TYPE_CHECKING:
    from textual.timer import Timer

    from reader.tui.screens.reading import ReadingScreen

LONGEST_S = 1.0
"""How long the picture stays up at most: what is slower than that may be seen to come."""

_LOOK_S = 0.03


class Curtain:
    """Hides the screen until it can be painted once and whole, and again before it goes."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self._held = ExitStack()
        self._is_lifted = False
        self._until = 0.0
        self._looking: Timer | None = None
        self.next_opened: Callable[[], Opened | None] | None = None
        """Reads the article that the next start begins with."""

    @property
    def _driver(self) -> PatientDriver | None:
        """What writes to the terminal; None where there is none."""
        driver = self._screen.app._driver
        return driver if isinstance(driver, PatientDriver) else None

    # At the start

    def lower(self) -> None:
        """Hold back what would be painted from now on.

        Not on a dumb terminal, whose size is told anew for as long as nothing is painted.
        """
        if not self._screen.app.console.is_dumb_terminal:
            self._held.enter_context(self._screen.app.batch_update())

    def lift_soon(self) -> None:
        """Paint once the page has its lines: it is told of its size before it is told of this."""
        if not self._is_lifted:
            self._screen.body.call_later(self._lift)

    def _lift(self) -> None:
        """Paint for the first time, and then take up what need not hold that back."""
        if not self._is_lifted:
            self._is_lifted = True
            self._held.close()
            self._screen.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """Let the collector work again, which leaves what stands now alone, and the screen."""
        gc.enable()
        gc.freeze()
        self._screen.start()
        self._until = time.monotonic() + LONGEST_S
        self._looking = self._screen.set_interval(_LOOK_S, self._look)
        self._look()

    def _look(self) -> None:
        """Show the screen when it looks as it should, and let in the keys that waited for it."""
        driver = self._driver
        if driver is None or driver.keys_wait or not driver.behind_picture or self._is_settled:
            if self._looking is not None:
                self._looking.stop()
            if driver is not None:
                self._reveal(driver)

    @property
    def _is_settled(self) -> bool:
        """Whether all that was begun has been read and found, or has taken too long."""
        busy = any(one.group in ("reading", "thinking") for one in self._screen.workers)
        found = not self._screen.facts_pane.is_waiting
        return (found and not busy) or time.monotonic() > self._until

    def _reveal(self, driver: PatientDriver) -> None:
        """Paint over the picture, and let in the keys that waited for the page."""
        if driver.behind_picture:
            driver.behind_picture = False
            self._screen.forget_terminal()
        driver.let_in()

    # At the end

    def fall(self, then: Callable[[], object]) -> None:
        """Make the picture for the next start, unseen; go on with *then*."""
        driver, screen = self._driver, self._screen
        if driver is None or screen.busy or screen.app.screen is not screen:
            then()
            return
        driver.behind_picture = True
        try:
            opened = self.next_opened() if self.next_opened is not None else None
        except ReaderError:
            opened = None
        if opened is None:
            then()
            return
        self._stand_as_at_start(with_facts(screen.library, opened))

        def keep() -> None:
            self._keep_picture()
            then()

        screen.call_after_refresh(lambda: screen.call_after_refresh(keep))

    def _stand_as_at_start(self, opened: Opened) -> None:
        """Show *opened* and what is around it as the next start will, but change nothing."""
        screen = self._screen
        screen.foreground.uncover()
        screen.side.turn_to(0)
        is_same = screen.article == opened.article
        screen.articles.opened = opened
        heading = heading_of(opened.article, opened.minutes(screen.pace.words_a_minute))
        screen.body.show(opened.article, heading, opened.place)
        screen.show_marks(opened.marks)
        if opened.facts is not None or not is_same:  # else those found stay
            screen.facts_pane.show(opened)
        screen.status.show_state("")
        screen.tell("")
        screen.panes.reset()

    def _keep_picture(self) -> None:
        """Keep what is on the screen now for the next start."""
        painted = self._screen._compositor.render_full_update()
        written = painted.render_segments(self._screen.app.console).replace("\n", "")
        if not self._screen.config.warnings:  # are told before the screen opens
            first_frame.keep(steady(written), self._screen.paths.cache)
