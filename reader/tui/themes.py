"""The themes, and the tokens that the sheets are written in.

A variable does not cross from one sheet to the next, so every token of ours is declared here.
"""

from textual.theme import BUILTIN_THEMES, Theme

PREFIX = "newsmargin-"
"""What stands before the names of our themes, where Textual has others; users leave it out."""

TOKENS = {
    "page": "$background",
    "page-text": "$foreground",
    "pane-edge": "$surface-lighten-2",
    "quiet": "$foreground 60%",
    "mark": "#5c4d00",
    "mark-text": "#ffffff",
    "claim": "#5b2a4d",
    "note": "#1d4a5c",
    "changed": "#7a2020",
    "evidence": "#1f4f2f",
    "quoted": "#3d3a6b",
    "question": "#4a3a1a",
    "doubt": "#5c2f1a",
    "follow": "#1a4a4a",
    "cursor": "#26304a",
    "lit": "#2d4a2d",
    "found": "#8a6d00",
    "found-here": "#ffd75f",
    "found-here-text": "#000000",
    "chosen": "#3a5a8c",
    "chosen-text": "#ffffff",
}
"""Our tokens with their values in a dark theme."""

_LIGHT = {
    "page-text": "#1a1a1a",
    "quiet": "#5f5f5f",
    "pane-edge": "#c0bcb4",
    "mark": "#ffe58a",
    "mark-text": "#000000",
    "claim": "#f3c6e2",
    "note": "#c4e4f2",
    "changed": "#f5b5b0",
    "evidence": "#c5e8cb",
    "quoted": "#d3d0f5",
    "question": "#f0dcb4",
    "doubt": "#f5cdb4",
    "follow": "#bfe5e2",
    "cursor": "#e3e8f2",
    "lit": "#d7efcf",
    "found": "#ffd75f",
    "found-here": "#b35900",
    "found-here-text": "#ffffff",
    "chosen": "#2f5fa8",
}

_ANSI = {
    "page": "ansi_default",
    "page-text": "ansi_default",
    "pane-edge": "ansi_bright_black",
    "quiet": "ansi_bright_black",
    "mark": "ansi_yellow",
    "mark-text": "ansi_black",
    "claim": "ansi_magenta",
    "note": "ansi_cyan",
    "changed": "ansi_red",
    "evidence": "ansi_green",
    "quoted": "ansi_blue",
    "question": "ansi_yellow",
    "doubt": "ansi_red",
    "follow": "ansi_cyan",
    "cursor": "ansi_default",
    "lit": "ansi_green",
    "found": "ansi_bright_yellow",
    "found-here": "ansi_bright_white",
    "found-here-text": "ansi_black",
    "chosen": "ansi_blue",
    "chosen-text": "ansi_bright_white",
}

THEMES = (
    Theme(
        name="newsmargin-dark",
        primary="#7aa2f7",
        secondary="#9ece6a",
        accent="#e0af68",
        warning="#e0af68",
        error="#f7768e",
        success="#9ece6a",
        foreground="#d5d8e0",
        background="#16181d",
        surface="#1c1f26",
        panel="#232732",
        dark=True,
        variables=TOKENS
        | {"page": "#16181d", "page-text": "#d5d8e0", "quiet": "#8b90a0"}
        | {"pane-edge": "#3a3f4c"},
    ),
    Theme(
        name="newsmargin-light",
        primary="#2f5fa8",
        secondary="#3f7d3f",
        accent="#8a5a00",
        warning="#8a5a00",
        error="#b3261e",
        success="#2e6b2e",
        foreground="#1a1a1a",
        background="#faf8f4",
        surface="#f1eee8",
        panel="#e8e4dc",
        dark=False,
        variables=TOKENS | _LIGHT | {"page": "#faf8f4"},
    ),
    Theme(
        name="newsmargin-contrast",
        primary="#ffff00",
        secondary="#00ffff",
        accent="#ffff00",
        warning="#ffff00",
        error="#ff6060",
        success="#00ff00",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#101010",
        dark=True,
        variables=TOKENS
        | {"page": "#000000", "page-text": "#ffffff", "quiet": "#d0d0d0", "pane-edge": "#ffffff"},
    ),
    Theme(
        name="newsmargin-terminal",
        primary="ansi_blue",
        secondary="ansi_cyan",
        accent="ansi_yellow",
        warning="ansi_yellow",
        error="ansi_red",
        success="ansi_green",
        foreground="ansi_default",
        background="ansi_default",
        surface="ansi_default",
        panel="ansi_default",
        boost="ansi_default",
        dark=True,
        ansi=True,
        variables=BUILTIN_THEMES["ansi-dark"].variables | TOKENS | _ANSI,
    ),
)
"""Dark, light, high contrast, and the terminal's own sixteen colours."""

USUAL = "newsmargin-dark"
FEW_COLOURS = "newsmargin-terminal"


def theme_for(chosen: str | None, *, term: str, no_color: bool) -> str:
    """Return the name of the theme to start with.

    Args:
        chosen: what the configuration names; without ``newsmargin-`` in front is fine too.
        term: the terminal's name, as in ``TERM``.
        no_color: whether the user wants no colours at all.
    """
    names = {theme.name for theme in THEMES}
    for name in (chosen or "", f"{PREFIX}{chosen}"):
        if name in names:
            return name
    few = term in ("linux", "ansi", "xterm-16color", "screen", "vt100", "vt220")
    return FEW_COLOURS if few or no_color else USUAL
