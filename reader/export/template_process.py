"""The process in which a template runs, as those see it that have one rendered."""

import json
from collections.abc import Mapping
from typing import IO, Any, Self

from reader.errors import ReaderError
from reader.workers.process import SilenceError, WorkerProcess

_TIMEOUT_S = 30.0
_IDLE_S = 60.0
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
        self._worker = WorkerProcess(
            "reader.export.template_worker", [], timeout_s=_TIMEOUT_S, idle_s=_IDLE_S
        )

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

        def exchange(requests: IO[bytes], answers: IO[bytes]) -> dict[str, Any]:
            requests.write(request)
            requests.flush()
            told: dict[str, Any] = json.loads(answers.readline())
            return told

        try:
            return self._worker.ask(exchange)
        except SilenceError as silent:
            remedy = "look for a loop without an end"
            problem = "asks for more than a template may have"
            raise ReaderError(self._subject, problem, remedy) from silent

    def close(self) -> None:
        """End the process, if there is one."""
        self._worker.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
