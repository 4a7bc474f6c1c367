"""The commands, by what they are for. Importing this makes them all known to the keymap."""

from reader.tui.commands import (
    articles,
    copying,
    finding,
    general,
    links,
    marking,
    moving,
    panes,
    selecting,
)

__all__ = [
    "articles",
    "copying",
    "finding",
    "general",
    "links",
    "marking",
    "moving",
    "panes",
    "selecting",
]
