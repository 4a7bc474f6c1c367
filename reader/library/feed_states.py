"""What the last answers told of each feed, in a file of the cache: lost, all are asked anew."""

import contextlib
import json
import os
import tempfile
from pathlib import Path

from reader.ingest.feeds import FeedState

_FILE = "feeds.json"


class FeedStates:
    """The states of feeds by their addresses.

    Of two refreshes that end at once, one may write over the other's, which costs no more than
    a full answer.

    Args:
        cache: the folder of what can be made again.
    """

    def __init__(self, cache: Path) -> None:
        self._path = cache / _FILE
        self._states = _read(self._path)
        self._learnt: dict[str, FeedState] = {}

    def __getitem__(self, url: str) -> FeedState:
        """Return the state of the feed at *url*; of one that was never asked, an empty one."""
        return self._learnt.get(url) or self._states.get(url) or FeedState()

    def __setitem__(self, url: str, state: FeedState) -> None:
        self._learnt[url] = state

    def move(self, url: str, moved_to: str) -> None:
        """Take what is known of the feed at *url* for that of the feed at *moved_to*."""
        self._learnt[moved_to] = self[url]
        self._learnt[url] = FeedState()

    def save(self) -> None:
        """Write what was learnt beside what stands by now.

        A cache that cannot be written is done without.
        """
        if not self._learnt:
            return
        states = _read(self._path) | self._learnt
        body = {url: state.as_dict() for url, state in states.items() if state != FeedState()}
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            _replace(self._path, json.dumps(body).encode("ascii"))


def _read(path: Path) -> dict[str, FeedState]:
    """Return the states in the file at *path*; none when it cannot be read."""
    try:
        body = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(body, dict):
        return {}
    return {url: FeedState.from_dict(each) for url, each in body.items() if isinstance(each, dict)}


def _replace(path: Path, data: bytes) -> None:
    """Put *data* in the place of the file at *path*, whole or not at all."""
    handle, name = tempfile.mkstemp(prefix=".feeds-", suffix=".tmp", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
