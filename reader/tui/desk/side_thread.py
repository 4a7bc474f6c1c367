"""A thread for work that the program does not wait for when it ends."""

from collections.abc import Callable
from concurrent.futures import Future
from queue import SimpleQueue
from threading import Thread
from typing import Any, TypeVar

Value = TypeVar("Value")


class SideThread:
    """Does calls one after the other; leaving the program breaks off the one that is being done.

    The pools of the standard library are waited for at the end, be it for a page that does not
    come. What saves must use such a pool; what reads must not.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._calls: SimpleQueue[tuple[Callable[[], Any], Future[Any]]] = SimpleQueue()
        self._started = False

    def submit(self, call: Callable[[], Value]) -> Future[Value]:
        """Return what *call* will return; a future that is cancelled before its turn is passed."""
        if not self._started:
            self._started = True
            Thread(target=self._work, name=self._name, daemon=True).start()
        future: Future[Value] = Future()
        self._calls.put((call, future))
        return future

    def _work(self) -> None:
        """Do the calls in order, for ever."""
        while True:
            call, future = self._calls.get()
            if not future.set_running_or_notify_cancel():
                continue
            try:
                future.set_result(call())
            except BaseException as error:  # noqa: BLE001  # whoever waits is told, whatever it is
                future.set_exception(error)
