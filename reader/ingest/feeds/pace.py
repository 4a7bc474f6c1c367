"""How often one host is asked: one question at a time, with a pause between."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_LEAST_S = 1.0


class Pace:
    """Gives each host its turns. Any thread may take one.

    Args:
        interval_s: how many seconds lie between two turns of one host at least.
        clock: seconds that never go back.
        sleep: waits so many seconds.
    """

    def __init__(
        self,
        interval_s: float = _LEAST_S,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], object] = time.sleep,
    ) -> None:
        self._interval_s = interval_s
        self._clock = clock
        self._sleep = sleep
        self._lock = threading.Lock()
        self._turns: dict[str, threading.Lock] = {}
        self._free_at: dict[str, float] = {}

    @contextmanager
    def turn(self, host: str, interval_s: float = 0.0) -> Iterator[None]:
        """Wait for a turn of *host*, and hold it.

        Args:
            host: its name, however it is written.
            interval_s: the pause that it asks for, when that is more than the usual.
        """
        host = host.lower()
        with self._lock:
            turn = self._turns.setdefault(host, threading.Lock())
        with turn:
            wait = self._free_at.get(host, 0.0) - self._clock()
            if wait > 0:
                self._sleep(wait)
            try:
                yield
            finally:
                pause = max(self._interval_s, interval_s)
                self._free_at[host] = self._clock() + pause
