"""Stores in folders of their own, closed when the test ends."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Protocol

import pytest

from reader.store import Store
from reader.store.files import Staged

OpenStore = Callable[[], Store]


class Refuse(Protocol):
    """Lets the system refuse, for a while, to put files of some name in their place."""

    def __call__(self, name: str, number: int = errno.ENOSPC) -> AbstractContextManager[None]:
        """Refuse it with the error *number*."""
        ...


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return where the store lies."""
    return tmp_path / "data"


@pytest.fixture
def open_store(root: Path) -> Iterator[OpenStore]:
    """Return a function that opens one more copy on the same directory."""
    opened: list[Store] = []

    def open_one() -> Store:
        opened.append(Store(root))
        return opened[-1]

    yield open_one
    for store in opened:
        store.close()


@pytest.fixture
def store(open_store: OpenStore) -> Store:
    """Return a store that is open."""
    return open_store()


@pytest.fixture
def refuse(monkeypatch: pytest.MonkeyPatch) -> Refuse:
    """Return what lets the system refuse to put a file of some name in its place."""

    @contextmanager
    def refusing(name: str, number: int = errno.ENOSPC) -> Iterator[None]:
        replace = Staged.replace

        def fail(staged: Staged) -> None:
            if staged.path.name == name:
                raise OSError(number, os.strerror(number), str(staged.path))
            replace(staged)

        with monkeypatch.context() as patch:
            patch.setattr(Staged, "replace", fail)
            yield

    return refusing
