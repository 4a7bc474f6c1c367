"""Starting, feeding and killing writers."""

import contextlib
import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from reader.store import Store

REPO = Path(__file__).parents[2]


class Writer:
    """A writer on one data directory, in a process of its own."""

    def __init__(
        self,
        root: Path,
        *,
        under: Sequence[str] = (),
        before: Callable[[], None] | None = None,
    ) -> None:
        """Start it; *under* is a command to run it under, *before* is called in its process."""
        self.process = subprocess.Popen(
            [*under, sys.executable, "-m", "tests.faults.writer", str(root)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=REPO,
            preexec_fn=before,
        )

    def ask(self, **request: str) -> None:
        """Send a request without waiting for its answer."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(request).encode() + b"\n")
        self.process.stdin.flush()

    def answer(self) -> dict[str, Any]:
        """Return the next answer."""
        assert self.process.stdout is not None
        answer: dict[str, Any] = json.loads(self.process.stdout.readline())
        return answer

    def call(self, **request: str) -> dict[str, Any]:
        """Send a request and return its answer."""
        self.ask(**request)
        return self.answer()

    def kill(self) -> list[dict[str, Any]]:
        """End it as a power switch does, and return the answers that got out before."""
        self.process.kill()
        assert self.process.stdin is not None
        with contextlib.suppress(BrokenPipeError):
            self.process.stdin.close()
        return self._rest()

    def close(self) -> list[dict[str, Any]]:
        """Let it end by itself; fail if it did not end well."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        rest = self._rest()
        assert self.process.returncode == 0
        return rest

    def _rest(self) -> list[dict[str, Any]]:
        """Return the whole answers that nobody has read yet."""
        assert self.process.stdout is not None
        assert self.process.stderr is not None
        lines = self.process.stdout.read().split(b"\n")[:-1]
        told = self.process.stderr.read()
        self.process.wait()
        self.process.stdout.close()
        self.process.stderr.close()
        assert b"Traceback" not in told, told.decode()
        return [json.loads(line) for line in lines]


def held(root: Path) -> dict[str, str]:
    """Return the notes of all live marks by id, as a new copy sees them."""
    store = Store(root)
    try:
        return {mark.id: mark.note for mark in store.all_marks()}
    finally:
        store.close()
