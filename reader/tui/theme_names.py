"""The names of the program's themes, and which of them holds; the themes are in ``themes``."""

from typing import Any

PREFIX = "newsmargin-"
"""What stands before the names of our themes, where Textual has others; users leave it out."""

OURS = ("dark", "light", "contrast", "terminal")
"""Dark, light, high contrast, and the terminal's own sixteen colours."""

FOLDER = "themes"
"""The folder of the user's own, beside the configuration."""

USUAL = f"{PREFIX}dark"
FEW_COLOURS = f"{PREFIX}terminal"

SETTING = "theme"
"""What the library calls the theme that was chosen on the screen."""

_FEW = ("linux", "ansi", "xterm-16color", "screen", "vt100", "vt220")


def remembered(kept: Any, configured: str | None) -> str:
    """Return the theme that was chosen on the screen while the configuration said what it does.

    Args:
        kept: the library's setting of the theme.
        configured: the theme that the configuration names.

    Returns:
        Its whole name; empty when none was, or the configuration has changed since.
    """
    if not isinstance(kept, dict) or kept.get("in_place_of") != configured:
        return ""
    return str(kept.get("name") or "")


def theme_for(chosen: str | None, *, term: str, no_color: bool) -> str:
    """Return the name of the theme to start with.

    Args:
        chosen: what the user chose; without ``newsmargin-`` in front is fine too.
        term: the terminal's name, as in ``TERM``.
        no_color: whether the user wants no colours at all.
    """
    name = (chosen or "").removeprefix(PREFIX)
    if name in OURS:
        return PREFIX + name
    return FEW_COLOURS if term in _FEW or no_color else USUAL
