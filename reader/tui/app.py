"""The application: themes, sheets, the first frame, and an orderly end."""

from __future__ import annotations

import os

from textual.app import App
from textual.driver import Driver
from textual.filter import Monochrome, NoColor
from textual.screen import Screen

from reader.config import Config
from reader.library import Library
from reader.paths import Paths
from reader.resources import style_sheets
from reader.tui.desk.opened import Opened
from reader.tui.keymap import clashes
from reader.tui.patient import PatientDriver
from reader.tui.screens.reading import ReadingScreen
from reader.tui.steady import SteadyDriver
from reader.tui.themes import TOKENS


class ReaderApp(App[None]):
    """Newsmargin on a terminal.

    Args:
        library: the open library; it is closed by whoever opened it.
        config: the user's settings.
        paths: where the library's files are.
        first: the article to begin with; an empty page when None.
        mark: the id of the mark to begin at.
    """

    TITLE = "Newsmargin"
    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self,
        library: Library,
        config: Config,
        paths: Paths,
        first: Opened | None = None,
        mark: str | None = None,
    ) -> None:
        if not os.environ.get("NO_COLOR"):
            os.environ.pop("NO_COLOR", None)  # set to nothing, it asks for nothing
        super().__init__(css_path=[*style_sheets()])
        # Textual's grey for NO_COLOR makes black on black of the terminal's own colours.
        self._filters = [NoColor() if isinstance(one, Monochrome) else one for one in self._filters]
        self.library = library
        self.config = config
        self.reading = ReadingScreen(library, config, paths, first)
        self._mark = mark
        self.reading.colours.begin(self)

    def get_driver_class(self) -> type[Driver]:
        """Return Textual's driver for this system, made patient and steady."""
        return type("SteadyTerminal", (PatientDriver, SteadyDriver, super().get_driver_class()), {})

    async def action_quit(self) -> None:
        """Leave in good order, when what was typed before has been taken in.

        Textual binds a key to this that no screen can take from it.
        """
        (self.focused or self).call_later(self.reading.leaving.quit)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Declare our tokens."""
        return TOKENS

    def get_default_screen(self) -> Screen[None]:
        """Return the screen to begin with."""
        return self.reading

    def refresh_css(self, animate: bool = True) -> None:
        """Style everything anew; before there is anything, take the theme's colours only.

        Textual would parse every sheet for nothing, and again for the first widget.
        """
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def on_mount(self) -> None:
        """Go to the mark that was asked for, and tell what the configuration gets wrong."""
        colours = self.reading.colours
        colours.mark_plain()
        if self._mark and self.reading.articles.opened is not None:
            article_id = self.reading.articles.opened.article.id
            self.reading.articles.open(article_id, mark=self._mark)
        unclear = clashes(self.config.keys, self.config.keymap)
        self.reading.telling.tell_all([*self.config.warnings, *colours.problems, *unclear])
