"""Leaves in good order when a signal ends the program, and goes on after one that stopped it.

Textual leaves those that end it to the system, which ends the program where it is. The terminal
would stay as the screen had set it: no line to be seen of what is typed, reports of the mouse
instead. After a stop that nothing can prepare for, Textual would take what the screen had set for
what the terminal was like before it, and leave that at the end.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen

PATIENCE_S = 5
"""How long leaving may take, on a disk that does not answer; what is saved by then is safe."""

_STREAMS = (0, 1, 2)


def heed_signals(screen: ReadingScreen) -> None:
    """Leave *screen* in good order at the first signal that would end the program."""
    if sys.platform == "win32" or screen.app.is_headless:
        return
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGCONT, _go_on, screen)
    for number in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM):
        if signal.getsignal(number) != signal.SIG_IGN:  # as nohup has it
            loop.add_signal_handler(number, _leave, screen, number)


def _leave(screen: ReadingScreen, number: int) -> None:
    """Keep what was typed and leave; others of these signals change nothing about that."""
    if sys.platform == "win32" or signal.getitimer(signal.ITIMER_REAL)[0]:
        return
    signal.alarm(PATIENCE_S)
    _forget_lost_terminal()
    screen.leaving.end(128 + number)


def _go_on(screen: ReadingScreen) -> None:
    """Take the terminal again, which others may have had while the program was stopped.

    It is given back first where there was no time for that. One that has gone is left alone: with
    its end comes a signal to go on, too.
    """
    from textual.drivers.linux_driver import LinuxDriver

    driver = screen.app._driver
    if not isinstance(driver, LinuxDriver) or any(map(_is_lost, _STREAMS)):
        return
    if driver._writer_thread is not None and driver._writer_thread.is_alive():
        driver.suspend_application_mode()
    driver.resume_application_mode()
    screen.refresh()


def _forget_lost_terminal() -> None:
    """Let what is yet to be written go nowhere where the terminal has gone.

    Writing to it would fail, and whoever waits for that would wait forever.
    """
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in _STREAMS:
        if _is_lost(stream):
            os.dup2(nowhere, stream)
    os.close(nowhere)


def _is_lost(stream: int) -> bool:
    """Tell whether *stream* was a terminal that has gone."""
    import errno
    import termios

    try:
        termios.tcgetattr(stream)
    except termios.error as error:
        return bool(error.args[0] == errno.EIO)
    return False
