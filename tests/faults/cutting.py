"""Ending the process, or refusing a call, at a call of the system that a test chooses."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest

from reader.store import Store, segments

CALLS = ("open", "write", "fsync", "ftruncate", "pwrite", "replace", "rename", "unlink", "mkdir")
"""The calls by which the store changes the disk."""


class Cut(BaseException):
    """The process ends here, as a power switch ends it: nothing is done afterwards."""


@dataclass(slots=True)
class Calls:
    """The calls of the system that change the disk: counted, and broken off at one of them."""

    left: int
    """How many are made before."""
    refuse: bool = False
    """Whether that one is refused for want of space; else the process ends there."""
    happened: bool = False

    def around(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        """Return *call*, of the *name* in ``os``, under watch."""

        def watched(*arguments: Any, **named: Any) -> Any:
            if not _changes_the_disk(name, arguments):
                return call(*arguments, **named)
            self.left -= 1
            if self.left == 0 and name == "write":
                call(arguments[0], bytes(arguments[1])[: len(arguments[1]) // 2])
            if self.left == 0 or (self.happened and not self.refuse):
                self.happened = True
                if self.refuse:
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
                raise Cut
            return call(*arguments, **named)

        return watched


def _changes_the_disk(name: str, arguments: tuple[Any, ...]) -> bool:
    """Tell whether a call is one that may change what is on the disk."""
    return name != "open" or bool(arguments[1] & (os.O_WRONLY | os.O_RDWR))


@contextmanager
def broken_off(calls: Calls) -> Iterator[None]:
    """Put *calls* between the store and the system."""
    with pytest.MonkeyPatch.context() as patch:
        for name in CALLS:
            patch.setattr(os, name, calls.around(name, getattr(os, name)))
        patch.setattr(segments, "_sync", calls.around("fsync", segments._sync))
        yield


def abandon(store: Store) -> None:
    """Leave *store* as an ended process does: its lock is free, and nothing was tidied up."""
    store._idle.stop()
    store._lock.close()
