"""The keys of other programs, for whoever has them in the fingers: ``keymap`` in the configuration.

A preset says only what is otherwise than usual. A key that it gives to one command is taken from
the command that usually has it, and none is left without a key for that.
"""

from collections.abc import Mapping

from reader.annotations.model import LABELS

Keys = Mapping[str, tuple[str, ...]]
"""The keys of commands, by the ids of these."""

_ALIKE: Keys = {
    "count": tuple("1234567890"),
    **{f"label-{label}": (f"f{number}",) for number, label in enumerate(LABELS, start=2)},
    "find-back": ("?",),
    "keys": ("f1",),
}
"""In both, every digit begins a count, so that labels are given otherwise, and ``?`` looks back."""

PRESETS: Mapping[str, Keys] = {
    "default": {},
    "vim": {
        "line-down": ("j", "down", "ctrl+e"),
        "line-up": ("k", "up", "ctrl+y"),
        "page-down": ("ctrl+f", "space", "pagedown"),
        "page-up": ("ctrl+b", "pageup"),
        "word-left": ("left", "b"),
        "word-right": ("right", "w", "e"),
        "changes": ("W",),
        "toggle-archived": ("X",),
        "go-back": ("ctrl+o", "<"),
        "next-pane": ("tab", "ctrl+w"),
        "search-library": ("ctrl+p",),
        "palette": ("colon",),
        **_ALIKE,
    },
    "less": {
        "line-down": ("j", "down", "ctrl+e", "ctrl+n"),
        "line-up": ("k", "up", "ctrl+y", "ctrl+k"),
        "page-down": ("space", "f", "ctrl+f", "ctrl+v", "pagedown"),
        "page-up": ("b", "ctrl+b", "pageup"),
        "half-page-down": ("d", "ctrl+d"),
        "half-page-up": ("u", "ctrl+u"),
        "to-top": ("g", "<", "home"),
        "to-end": ("G", ">", "end"),
        "go-back": ("'", "ctrl+o"),
        "go-forth": ('"',),
        "search-library": ("&",),
        "undo": ("Z",),
        "link-hints": ("ctrl+l",),
        **_ALIKE,
    },
}
"""What each preset changes."""
