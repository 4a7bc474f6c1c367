"""Every command of the screen: its keys, its name, what it does.

A command is a function of the reading screen. Its docstring is its help, in the palette and under
``?``; the table of keys in the README is checked against it.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.binding import Binding

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen

GROUPS = ("Move", "Articles", "Find", "Mark", "Copy", "Panes", "More")
"""The groups in which the commands are listed, in this order."""


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that the reader can do on the screen."""

    id: str
    """What the configuration calls it, as in ``highlight``."""

    keys: tuple[str, ...]
    """The keys that do it unless the configuration says otherwise."""

    hint: str
    """A word or two for the bottom line; empty when it is never hinted at."""

    group: str
    help: str
    run: Callable[[ReadingScreen], None]
    when: Callable[[ReadingScreen], bool]
    """Whether it can do anything now."""

    rank: int = 99
    """How early it is hinted at, 1 the earliest."""


COMMANDS: dict[str, Command] = {}
"""All commands by id, in the order in which they are listed."""


def always(screen: ReadingScreen) -> bool:
    """Say that a command can be done at any time."""
    return True


def with_article(screen: ReadingScreen) -> bool:
    """Say that a command needs an article."""
    return screen.article is not None


def command(
    *keys: str,
    group: str,
    hint: str = "",
    rank: int = 99,
    when: Callable[[ReadingScreen], bool] = with_article,
) -> Callable[[Callable[[ReadingScreen], None]], Callable[[ReadingScreen], None]]:
    """Make a function of the reading screen a command under its own name."""

    def register(run: Callable[[ReadingScreen], None]) -> Callable[[ReadingScreen], None]:
        name = run.__name__.replace("_", "-")
        text = (inspect.getdoc(run) or "").strip()
        COMMANDS[name] = Command(name, keys, hint, group, text, run, when, rank)
        return run

    return register


def bindings(keys: Mapping[str, tuple[str, ...]]) -> list[Binding]:
    """Return the bindings of all commands, with those of *keys* in place of the usual ones.

    They have priority: a key is done before the next one is looked at, so that what is typed right
    after ``a`` is in the note, however fast it comes.
    """
    return [
        Binding(key, f"command('{name}')", found.hint, show=False, priority=True)
        for name, found in COMMANDS.items()
        for key in keys.get(name, found.keys)
    ]


def clashes(keys: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Return a line for each key that would do two things, and each command nobody knows."""
    told = [
        f"keys.{name}: there is no such command; `?` lists them all"
        for name in keys
        if name not in COMMANDS
    ]
    owner: dict[str, str] = {}
    told.extend(
        f"keys.{name}: `{key}` is already {owner[key]}; choose another key"
        for name, found in COMMANDS.items()
        for key in keys.get(name, found.keys)
        if owner.setdefault(key, name) != name
    )
    return told


_NAMES = {
    "space": "space",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "enter": "⏎",
    "escape": "esc",
    "tab": "tab",
    "home": "home",
    "end": "end",
}


def key_name(key: str) -> str:
    """Return *key* as it is written on the screen: ``ctrl+r`` as ``^r``."""
    if key.startswith("ctrl+"):
        return "^" + key.removeprefix("ctrl+")
    return _NAMES.get(key, key)
