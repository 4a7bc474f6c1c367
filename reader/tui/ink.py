"""The styles of a theme for a terminal, known before Textual reads the sheets.

A file beside the sheets has them as the sheets come out; a test holds it to them.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from rich.color import Color, ColorSystem
from rich.style import Style

from reader.resources import bundled
from reader.tui.theme_names import FOLDER, PREFIX, SETTING, remembered, theme_for

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.config import Config
    from reader.library import Library
    from reader.paths import Paths
    from reader.tui.page.painter import Run

LOOKS = "first_text.json"
"""The file of ``styles`` with the styles of each theme, as the sheets come out."""

PLAIN = " plain"
"""What follows a theme's name in it where there are no colours."""

BASE, LINE, EDGE = "page", "line", "edge"
"""The styles of the page itself, of the lines above and below, and of the panes' edges."""

_SYSTEMS = {"kitty": ColorSystem.EIGHT_BIT, "256color": ColorSystem.EIGHT_BIT}
_OTHERWISE = ("TEXTUAL_COLOR_SYSTEM", "TEXTUAL_THEME", "TEXTUAL_FILTERS", "TEXTUAL_DRIVER")
"""Variables of Textual that make a screen of another look."""


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
