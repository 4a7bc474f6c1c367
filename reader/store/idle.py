"""Work that waits until nobody has saved anything for a while."""

import threading
import time
from collections.abc import Callable


class Idle:
    """Calls something once, a while after it was last stirred, from a thread of its own."""

    def __init__(self, seconds: float, act: Callable[[], object]) -> None:
        """Wait *seconds* after the last stir before calling *act*, which must not raise."""
        self._seconds = seconds
        self._act = act
        self._stirred: float | None = None
        self._stopped = threading.Event()
        self._thread: threading.Thread | None = None

    @property
    def stopped(self) -> bool:
        """Whether it was told to end, so that long work can be given up."""
        return self._stopped.is_set()

    def stir(self) -> None:
        """Note that something happened; the thread is started when this is the first time."""
        self._stirred = time.monotonic()
        if self._thread is None and not self._stopped.is_set():
            self._thread = threading.Thread(target=self._run, name="store-idle", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """End the thread; what has not been called by then is not called any more."""
        self._stopped.set()
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join()

    def _run(self) -> None:
        """Look now and then whether the while has passed."""
        while not self._stopped.wait(self._seconds / 2):
            stirred = self._stirred
            if stirred is not None and time.monotonic() - stirred >= self._seconds:
                self._stirred = None
                self._act()
