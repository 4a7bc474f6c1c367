"""Work beside the screen that ends with it."""

import subprocess
import sys

import pytest

from reader.tui.desk.side_thread import SideThread


def test_calls_are_done_in_order() -> None:
    thread, done = SideThread("test"), list[int]()
    futures = [thread.submit(lambda number=number: done.append(number)) for number in range(9)]  # type: ignore[misc]
    for future in futures:
        future.result(10)
    assert done == list(range(9))


def test_what_goes_wrong_is_told_to_whoever_waits() -> None:
    thread = SideThread("test")
    with pytest.raises(ZeroDivisionError):
        thread.submit(lambda: 1 // 0).result(10)
    assert thread.submit(lambda: 2).result(10) == 2


def test_the_program_ends_without_waiting() -> None:
    script = (
        "import time; from reader.tui.desk.side_thread import SideThread;"
        "SideThread('slow').submit(lambda: time.sleep(600)); time.sleep(0.2)"
    )
    done = subprocess.run([sys.executable, "-c", script], timeout=60, check=False)
    assert done.returncode == 0
