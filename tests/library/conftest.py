"""A library in a folder of its own."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader.config import Config
from reader.library import Library
from reader.paths import Paths

OpenLibrary = Callable[[], Library]


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """Return where the library lies."""
    return Paths.below(tmp_path / "library")


@pytest.fixture
def open_library(paths: Paths) -> Iterator[OpenLibrary]:
    """Return a function that opens one more copy on the same folder."""
    opened: list[Library] = []

    def open_one() -> Library:
        opened.append(Library.open(paths, Config()))
        return opened[-1]

    yield open_one
    for library in opened:
        library.close()


@pytest.fixture
def library(paths: Paths) -> Iterator[Library]:
    """Return an empty library."""
    with closing(Library.open(paths, Config())) as library:
        yield library
