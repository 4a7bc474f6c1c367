"""Reads many files ahead of whoever stores them, as many at one time as there are cores."""

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

Result = TypeVar("Result")

_MOST_AT_ONCE = 4
"""Each may take as much memory as a page may."""


def read_ahead(
    read: Callable[[str | bytes], Result],
    sources: Sequence[str | bytes],
    begin: Callable[[], None],
) -> Iterator[Callable[[], Result]]:
    """Yield for each of *sources*, in their order, what returns the result of reading it.

    Files are read while earlier results are still in use, though never many more than that.
    Whatever may keep one waiting, such as an address or a pipe, is read when its turn comes.

    Args:
        read: reads one; called from several threads.
        sources: what is read.
        begin: called first in each of these threads.
    """
    from concurrent.futures import ThreadPoolExecutor  # the screen begins without it

    most = min(_MOST_AT_ONCE, os.cpu_count() or 1)
    pool = ThreadPoolExecutor(most, "reading", begin)
    waiting: deque[Callable[[], Result]] = deque()
    try:
        for source in sources:
            ahead = len(sources) > 1 and _is_file(source)
            waiting.append(pool.submit(read, source).result if ahead else partial(read, source))
            if len(waiting) > 2 * most:
                yield waiting.popleft()
        while waiting:
            yield waiting.popleft()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _is_file(source: str | bytes) -> bool:
    """Tell whether *source* names a file, which nothing keeps from being read at once."""
    try:
        return isinstance(source, str) and Path(source).is_file()
    except (OSError, ValueError):
        return False
