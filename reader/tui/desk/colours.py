"""The colours of the screen: which themes there are, which one holds, and remembering it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.tui.own_themes import own_themes
from reader.tui.theme_names import FOLDER, PREFIX, SETTING, remembered, theme_for
from reader.tui.themes import THEMES
from reader.tui.widgets.row_list import Row

if TYPE_CHECKING:
    from textual.app import App

    from reader.tui.screens.reading import ReadingScreen


class Colours:
    """Chooses the theme: the one chosen on the screen, else that of the configuration.

    Whoever writes another theme into the configuration afterwards gets that one.
    """

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self._names: list[str] = []
        self.problems: list[str] = []
        """What is wrong with themes, to be told."""

    def begin(self, app: App[None]) -> None:
        """Make all themes known to *app*, and let it have the one that should hold."""
        config = self._screen.config
        own, problems = own_themes(self._screen.paths.config_file.parent / FOLDER)
        for theme in (*THEMES, *own):
            app.register_theme(theme)
        self._names = [theme.name for theme in (*THEMES, *own)]
        self.problems = problems
        if config.theme is not None and self._known(config.theme) is None:
            there = ", ".join(_short(name) for name in self._names)
            told = f"theme: there is no theme {config.theme}; name one of {there}"
            self.problems = [*problems, told]
        term, no_color = os.environ.get("TERM", ""), bool(app.no_color)
        kept = remembered(self._screen.library.settings.get(SETTING), config.theme)
        chosen = self._known(kept or config.theme or "")
        app.theme = chosen or theme_for(None, term=term, no_color=no_color)

    def _known(self, name: str) -> str | None:
        """Return the whole name of the theme that is called *name*; None when there is none."""
        return next((one for one in (name, f"{PREFIX}{name}") if one in self._names), None)

    def mark_plain(self) -> None:
        """Let the sheets know when there are no colours of our own."""
        app = self._screen.app
        app.set_class(bool(app.no_color) or app.current_theme.ansi, "-plain")

    def rows(self) -> Iterator[Row]:
        """Yield a row for each theme, for the list of commands."""
        here = self._screen.app.theme
        for name in self._names:
            sign = f"{'Theme ' + _short(name):<20}"
            yield Row("Change the colours.", (SETTING, name), sign=sign, aside="›" * (name == here))

    def choose(self, key: tuple[str, str]) -> None:
        """Take the theme of a row, and remember it."""
        screen, name = self._screen, key[1]
        screen.app.theme = name
        self.mark_plain()
        screen.tell(f"theme: {_short(name)}")
        if not screen.library.read_only:
            kept = {"name": name, "in_place_of": screen.config.theme}
            screen.background.save(lambda: screen.library.settings.set(SETTING, kept))


def _short(name: str) -> str:
    """Return the name of a theme as users write it."""
    return name.removeprefix(PREFIX)
