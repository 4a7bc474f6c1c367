"""What a real terminal shows that measures Hindi and emoji in its own way: nothing old stays."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("tmux") is None, reason="it takes tmux"),
]

TEXT = """\
---
title: हिन्दी समाचार ❤️ और 👨‍👩‍👧 🇫🇷
---
भारत और रूस के बीच समझौते पर हस्ताक्षर हुए। प्रधानमंत्री ने कहा कि यह ऐतिहासिक है ❤️ और 👨‍👩‍👧 ने स्वागत किया।

## व्यापार ✈️

I ❤️ the harbour ❤️ and 👨‍👩‍👧 with flags 🇫🇷🇩🇪, thumbs 👍🏽, keycaps 1️⃣ and a goose 🪿 beside it.

## ไทย العربية தமிழ் 日本語

รัฐบาลกล่าวว่ากำหนดการจะไม่เปลี่ยนแปลง سيُفتح الميناء مجدداً. தமிழ்நாட்டில் புதிய துறைமுகம். ខ្មែរ ភាសា។

日本の首相は「港を春に再開する」と述べた。

Combining: e\u0301 a\u0304\u0301 Z\u0337a\u0334l\u0337g\u0338o.
""" + "\n".join(
    f"\nपंक्ति {number}: यह एक लंबा वाक्य है ❤️ और 👍🏽 भी।\n\nA plain line stands here, number {number}."
    for number in range(12)
)

PATIENCE_S = 60.0


class Screen:
    """A terminal in tmux."""

    def __init__(self, socket: str) -> None:
        self._tmux = ["tmux", "-u", "-L", socket, "-f", "/dev/null"]

    def run(self, *words: str) -> str:
        """Give tmux a command; return what it prints."""
        sizes = ("COLUMNS", "LINES")  # which would stand in for the size of the terminal
        variables = {name: value for name, value in os.environ.items() if name not in sizes}
        done = subprocess.run([*self._tmux, *words], check=True, capture_output=True, env=variables)
        return done.stdout.decode()

    @property
    def text(self) -> str:
        """What it shows, with its colours."""
        return self.run("capture-pane", "-p", "-e")

    def wait(self, until: Callable[[str], bool]) -> str:
        """Wait until what it shows is as it should be, and stays so; return that."""
        end = time.monotonic() + PATIENCE_S
        before = ""
        while not (until(text := self.text) and text == before):
            assert time.monotonic() < end, text
            before = text
            time.sleep(0.4)
        return text


@contextmanager
def screen(tmp_path: Path, columns: int, rows: int) -> Iterator[Screen]:
    """Run the program on the text in a terminal of that size."""
    source = tmp_path / "wide.md"
    source.write_text(TEXT, encoding="utf-8")
    shown = Screen(f"newsmargin-{os.getpid()}-{columns}")
    command = f'"{sys.executable}" -m reader --data-dir "{tmp_path}/data" "{source}"'
    shown.run("new-session", "-d", "-x", str(columns), "-y", str(rows), command)
    try:
        yield shown
    finally:
        shown.run("kill-server")


@pytest.mark.parametrize(("columns", "rows"), [(40, 12), (80, 24), (120, 40), (200, 60)])
def test_nothing_old_stays_on_the_screen_whatever_was_shown_before(
    tmp_path: Path, columns: int, rows: int
) -> None:
    with screen(tmp_path, columns, rows) as shown:
        shown.wait(lambda text: "भारत" in text)
        for key in ("h", *")]jjkv", "Escape", *"]c", "Space", "b", *"Gkktjjti", "Escape", "g"):
            shown.run("send-keys", key)
            time.sleep(0.15)
        painted_bit_by_bit = shown.wait(lambda text: "भारत" in text)
        shown.run("resize-window", "-x", str(columns), "-y", str(rows + 1))
        shown.wait(lambda text: "भारत" in text)
        shown.run("resize-window", "-x", str(columns), "-y", str(rows))
        assert shown.wait(lambda text: len(text.splitlines()) <= rows) == painted_bit_by_bit
