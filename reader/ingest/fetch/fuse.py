"""The end of a connection that takes too long, whatever its server is doing then."""

import threading
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    import socket


class Fuse:
    """Cuts a connection at its deadline.

    A server that sends a byte now and then never runs into the time-out of a single read, be it
    within its headers or within the handshake. Cutting makes that read fail.

    Args:
        deadline: when to cut, by the monotonic clock.
    """

    def __init__(self, deadline: float) -> None:
        self._own: socket.socket | None = None
        self._lock = threading.Lock()
        left = max(0.0, deadline - time.monotonic())
        self._timer = threading.Timer(left, self._cut)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        with self._lock:
            self._let_go()

    def watch(self, event: str, about: Mapping[str, Any]) -> None:
        """Take note of a new connection; *event* is one of the network library's."""
        if not event.endswith("connect_tcp.complete"):
            return
        with self._lock:
            self._let_go()
            # The library hands its own socket on when the secure connection begins.
            self._own = about["return_value"].get_extra_info("socket").dup()

    def _cut(self) -> None:
        """End the connection, if there is one."""
        import socket

        with self._lock:
            if self._own is None:
                return
            try:
                self._own.shutdown(socket.SHUT_RDWR)
            except OSError:
                return  # the server was quicker

    def _let_go(self) -> None:
        """Close the hold on the connection."""
        if self._own is not None:
            self._own.close()
            self._own = None
