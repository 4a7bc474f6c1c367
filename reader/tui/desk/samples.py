"""Giving a new library its sample articles, one after the other, while the reader reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.library import Added
    from reader.tui.screens.reading import ReadingScreen


def add_next_sample(screen: ReadingScreen) -> None:
    """Add the next sample, and the one after it when it is there."""

    def seeded(added: Added | None) -> None:
        screen.refresh_tree()
        if added is None:
            screen.tell("the sample articles are in the library")
            return
        if screen.articles.opened is None and added.id is not None:
            screen.articles.open(added.id)
        add_next_sample(screen)

    screen.background.save(screen.library.seed_one, seeded)
