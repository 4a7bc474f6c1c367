"""Hints at what keys do, with the keys that hold in place of the usual ones."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from reader.tui.key_names import key_name
from reader.tui.keymap import COMMANDS

Hints = Sequence[tuple[str, str]]
"""Keys as they are written on the screen, several of one sign in a row, and what they do."""

KeysInForce = tuple[tuple[str, tuple[str, ...]], ...]
"""The commands' ids, each with its keys."""


@lru_cache(maxsize=16)
def remapped(hints: tuple[tuple[str, str], ...], keys: KeysInForce) -> Hints:
    """Return *hints*, which name usual keys, with those that do the same when *keys* hold.

    What no key does any more is not hinted at.
    """
    held = dict(keys)
    return [(shown, words) for usual, words in hints if (shown := _shown(usual, held))]


def _shown(usual: str, keys: dict[str, tuple[str, ...]]) -> str:
    """Return the keys that now do what the *usual* ones do; empty when none does."""
    names = _usual_names()
    parts = [usual] if usual in names else list(usual.replace(" ", ""))
    now = [part if part not in names else _key_of(part, names[part], keys) for part in parts]
    separator = "" if all(len(name) == 1 for name in now) and " " not in usual else " "
    return separator.join(name for name in now if name)


def _key_of(usual: str, command: str, keys: dict[str, tuple[str, ...]]) -> str:
    """Return the key of *command*: the *usual* one while it has that, else its first."""
    held = [key_name(key) for key in keys[command]]
    return usual if usual in held else next(iter(held), "")


@lru_cache(maxsize=1)
def _usual_names() -> dict[str, str]:
    """Return which command each key usually does, by the name the key has on the screen."""
    return {key_name(key): name for name, one in COMMANDS.items() for key in one.keys}
