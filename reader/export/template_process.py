"""The process in which a template runs, as those see it that have one rendered."""

import contextlib
import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from threading import Timer
from types import TracebackType
from typing import Any, Self

from reader.errors import ReaderError

_ROOT = str(Path(__file__).resolve().parents[2])
_START = "import sys; sys.path.insert(0, sys.argv[1]); "
_START += "from reader.export.template_worker import main; main()"
_TIMEOUT_S = 30.0
_REMEDY = "mend that line, or start from what `reader template` prints"


class TemplateProcess:
    """Renders one template as often as asked; the process begins with the first time.

    Args:
        template: the text of the template, for Jinja2.
        subject: what errors call it, such as the name of its file.
    """

    def __init__(self, template: str, subject: str) -> None:
        self._template = template
        self._subject = subject
        self._process: subprocess.Popen[bytes] | None = None

    def check(self) -> None:
        """Look at the template without giving it anything.

        Raises:
            ReaderError: if it is none, or Jinja2 is missing.
        """
        self.render(None)

    def render(self, context: Mapping[str, Any] | None, *, has_regions: bool = False) -> str:
        """Return what the template makes of *context*, within limits of time and memory.

        Args:
            context: what it is given.
            has_regions: whether comment lines are to stand around what it calls a region.

        Raises:
            ReaderError: if it is no template, asks for more than it may have, or Jinja2 is missing.
        """
        request = {"template": self._template, "context": context, "has_regions": has_regions}
        told = self._asked(json.dumps(request).encode() + b"\n")
        if "missing" in told:
            remedy = "install newsmargin[templates]"
            raise ReaderError(self._subject, "templates need the extra", remedy)
        if "text" not in told:
            line = told.get("line")
            place = f"{self._subject}, line {line}" if line else self._subject
            raise ReaderError(place, str(told["problem"]), _REMEDY)
        return str(told["text"])

    def _asked(self, request: bytes) -> dict[str, Any]:
        """Return the answer to a *request*; without one in time, the process is ended."""
        process = self._process = self._process or _started()
        assert process.stdin is not None
        assert process.stdout is not None
        timer = Timer(_TIMEOUT_S, process.kill)
        timer.start()
        try:
            process.stdin.write(request)
            process.stdin.flush()
            told: dict[str, Any] = json.loads(process.stdout.readline())
        except (OSError, ValueError) as error:
            self.close()
            remedy = "look for a loop without an end"
            problem = "asks for more than a template may have"
            raise ReaderError(self._subject, problem, remedy) from error
        finally:
            timer.cancel()
        return told

    def close(self) -> None:
        """End the process, if there is one."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            with contextlib.suppress(OSError):  # what it never read is lost with it
                if pipe is not None:
                    pipe.close()
        process.wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _started() -> "subprocess.Popen[bytes]":
    """Return a new process that waits for requests."""
    return subprocess.Popen(
        [sys.executable, "-P", "-c", _START, _ROOT],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
