"""Every command of the screen: its keys, its name, what it does.

A command is a function of the reading screen. Its docstring is its help, in the palette and under
``?``; the table of keys in the README is checked against it.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from string import digits
from typing import TYPE_CHECKING, NamedTuple

from textual.binding import Binding

from reader.tui.key_names import advice_on, same_key
from reader.tui.presets import PRESETS, Keys

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen

GROUPS = ("Move", "Articles", "Find", "Mark", "Copy", "Panes", "More")
"""The groups in which the commands are listed, in this order."""


class Command(NamedTuple):
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

    idle: str = ""
    """What is said when its keys can do nothing; empty where nobody would wonder."""


_OWN, _PRESET, _USUAL = "own", "preset", "usual"
"""Who says which keys a command has."""

COUNT = "count"
"""The command whose keys begin a count; once it has begun, every digit belongs to it."""

COMMANDS: dict[str, Command] = {}
"""All commands by id, in the order in which they are listed."""


def always(screen: ReadingScreen) -> bool:
    """Say that a command can be done at any time."""
    return True


def with_article(screen: ReadingScreen) -> bool:
    """Say that a command needs an article."""
    return screen.article is not None


def with_selection(screen: ReadingScreen) -> bool:
    """Say that a command needs a selection."""
    return screen.body.selection is not None


def command(
    *keys: str,
    group: str,
    hint: str = "",
    rank: int = 99,
    when: Callable[[ReadingScreen], bool] = with_article,
    idle: str = "",
) -> Callable[[Callable[[ReadingScreen], None]], Callable[[ReadingScreen], None]]:
    """Make a function of the reading screen a command under its own name."""

    def register(run: Callable[[ReadingScreen], None]) -> Callable[[ReadingScreen], None]:
        name = run.__name__.replace("_", "-")
        text = (inspect.getdoc(run) or "").strip()
        COMMANDS[name] = Command(name, keys, hint, group, text, run, when, rank, idle)
        return run

    return register


def keys_in_force(keymap: str, own: Keys) -> Keys:
    """Return the keys that each command has: its own, else those of the preset, else the usual.

    Args:
        keymap: the name of a preset.
        own: what the configuration gives to single commands.

    Where two commands would have one key, the one that was given it by hand has it, then the one
    that the preset gives it to.
    """
    claims = list(_claims(keymap, own))
    holder: dict[str, str] = {}
    for _, name, key in claims:
        holder.setdefault(same_key(key), name)
    return {
        name: tuple(key for _, who, key in claims if who == name == holder[same_key(key)])
        for name in COMMANDS
    }


def _claims(keymap: str, own: Keys) -> Iterator[tuple[str, str, str]]:
    """Yield who would have which command do which key; those go first that win over the others."""
    preset = PRESETS.get(keymap, {})
    usual = {name: one.keys for name, one in COMMANDS.items()}
    asked = {**usual, **preset, **own}
    for who, given in ((_OWN, own), (_PRESET, preset), (_USUAL, usual)):
        for name in COMMANDS:
            if name in given and given[name] is asked[name]:
                yield from ((who, name, key) for key in given[name])


def bindings(keys: Keys) -> list[Binding]:
    """Return the bindings of all commands, which have *keys*, and of all digits, for counts.

    They have priority: a key is done before the next one is looked at, so that what is typed right
    after ``a`` is in the note, however fast it comes.
    """
    held = {key: name for name, several in keys.items() for key in several}
    return [
        Binding(key, _action(key, name), show=False, priority=True)
        for key, name in {**dict.fromkeys(digits, ""), **held}.items()
    ]


def _action(key: str, name: str) -> str:
    """Return what *key* does, which is held by the command called *name*, or by none."""
    if key in digits or name == COUNT:
        return f"count('{key if key in digits else ''}', '{name}')"
    return f"command('{name}')"


def clashes(own: Keys, keymap: str = "default") -> list[str]:
    """Return a line for each key that would do two things, or that is none.

    And for each command of *own* that there is not.
    """
    told = [
        f"keys.{name}: there is no such command; {_nearest(name)}"
        for name in own
        if name not in COMMANDS
    ]
    holder: dict[str, tuple[str, str]] = {}
    for who, name, key in _claims(keymap, own):
        if who == _OWN and (advice := advice_on(key)):
            told.append(f"keys.{name}: there is no key `{key}`; {advice}")
        winner, other = holder.setdefault(same_key(key), (who, name))
        if other == name or (winner, who) == (_PRESET, _USUAL):
            continue
        if winner == who:
            told.append(f"keys.{name}: `{key}` is already {other}; choose another key")
        else:
            lost = f"`{key}` was {name}, which gives way"
            told.append(f"keys.{other}: {lost}; choose another key for one of them")
    return told


def _nearest(name: str) -> str:
    """Return what to do about the unknown command *name*."""
    import difflib  # only for a mistake

    near = difflib.get_close_matches(name, COMMANDS, n=1)
    return f"did you mean {near[0]}?" if near else "`f1` lists them all"
