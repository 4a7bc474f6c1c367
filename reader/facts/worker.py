"""The process that finds facts, so that neither the rules nor a hard text burden the screen.

A request is a line of JSON and as many bytes of text as it says; the answer is the facts as lines.
It serves until its input ends, limits its own memory, and ends by itself when a text is too much
for it, or never comes to its end after its parent has gone.
"""

import json
import signal
import sys
from collections.abc import Iterator
from datetime import date
from typing import IO, Any

from reader.facts.lines import fact_lines
from reader.workers.serving import limit_memory, own_output

_MEMORY_MB = 1024
_SECONDS = 60


def main(arguments: list[str]) -> int:
    """Serve until the input ends.

    The *arguments* are the memory in MiB, 0 for as much as there is, and the seconds a text has.
    """
    given = [int(argument) for argument in arguments[:2]]
    memory, seconds = given if len(given) == 2 else (_MEMORY_MB, _SECONDS)
    if memory:
        limit_memory(memory)
    answers = own_output()
    try:
        return _serve(sys.stdin.buffer, answers, seconds)
    except BrokenPipeError:
        return 1


def _serve(requests: IO[bytes], answers: IO[bytes], seconds: int) -> int:
    """Answer every request."""
    while head := requests.readline():
        about = json.loads(head)
        text = requests.read(about["bytes"]).decode("utf-8", "surrogatepass")
        signal.alarm(seconds)
        answers.writelines(answer(about, text))
        answers.flush()
        signal.alarm(0)
    return 0


def answer(about: dict[str, Any], text: str) -> Iterator[bytes]:
    """Return the lines that answer one request."""
    from reader.facts.extract import extract_facts

    published = about.get("published")
    day = date.fromisoformat(published) if published else None
    facts = extract_facts(text, day, about.get("language"))
    told: list[str] = []
    if about.get("engines"):
        from reader.facts.engines.asking import hear_engines

        facts, told = hear_engines(facts, text, about)
    return fact_lines(facts, told)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
