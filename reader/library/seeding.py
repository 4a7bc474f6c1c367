"""Fills a new library with the bundled tour and samples, once."""

from pathlib import Path
from typing import Any, Protocol

from reader.library.outcome import Added
from reader.resources import sample_articles
from reader.store import Change, Store

SECTION = "Samples"
_KEY = "seeded"
_TOUR = "tour"


class AddSample(Protocol):
    """Adds a document to the library and files it."""

    def __call__(self, source: bytes, *, section: str) -> Added:
        """Return what came of it."""


def is_new(store: Store) -> bool:
    """Tell whether the library has never held anything, or its filling was broken off."""
    if store.read_only is not None:
        return False
    seeded = _seeded(store)
    if seeded:
        return not seeded.get("complete")
    return next(iter(store.states()), None) is None


def seed_one(store: Store, add: AddSample) -> Added | None:
    """Add the next sample that the library was never given, the tour first; None after the last.

    What was given is noted in the library, so that a sample which the user threw away does not
    come back.

    Raises:
        ResourceError: if the installation lacks the samples.
        StoreError: if the store cannot be written.
    """
    given = list(_seeded(store).get("names") or ())
    waiting = [path for path in _in_order(sample_articles()) if path.name not in given]
    if waiting:
        # Its bytes, not its path: it is known by its text wherever the program is installed.
        added = add(waiting[0].read_bytes(), section=SECTION)
        given.append(waiting[0].name)
    else:
        added = None
    patch = {"names": given, "complete": len(waiting) <= 1}
    store.commit([Change("library", "", _KEY, patch)], "")
    return added


def _seeded(store: Store) -> dict[str, Any]:
    """Return what the library notes of the samples that it was given."""
    return store.library().get(_KEY) or {}


def _in_order(samples: list[Path]) -> list[Path]:
    """Return *samples* with the tour first."""
    return sorted(samples, key=lambda path: (_TOUR not in path.stem, path.name))
