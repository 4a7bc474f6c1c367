"""Renders one template in a process of its own, within limits, and tells which line is wrong.

Started with a request on standard input, it answers on standard output, both in JSON, and ends.
A template is a file from anywhere: it may loop for ever or ask for all the memory there is, and
what it can reach in here must be no more than the notes it is given.
"""

import json
import sys
import traceback
from collections.abc import Mapping
from typing import Any

_CPU_S = 10
_MEMORY = 1024 * 2**20
_MOST = 256 * 2**20
_NAME = "<template>"


def main() -> None:
    """Read one request, and answer it."""
    _limit()
    request = json.load(sys.stdin)
    json.dump(answer(request["template"], request["context"]), sys.stdout)


def answer(template: str, context: Mapping[str, Any]) -> dict[str, Any]:
    """Return the ``text`` that *template* makes of *context*, or the ``problem`` and its ``line``.

    Without Jinja2 it is ``missing``.
    """
    try:
        from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError
        from jinja2.sandbox import ImmutableSandboxedEnvironment
    except ImportError:
        return {"missing": True}
    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    environment.filters |= {"quoted": _quoted, "escaped": _escaped}
    try:
        code = environment.compile(template, name=_NAME, filename=_NAME)
        made = environment.template_class.from_code(environment, code, dict(environment.globals))
        return {"text": _joined(made.generate(context))}
    except TemplateSyntaxError as error:
        return {"problem": error.message or "no template", "line": error.lineno}
    except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError) as error:
        return {"problem": str(error) or type(error).__name__, "line": _line(error)}
    except (MemoryError, RecursionError, OverflowError) as error:
        return {"problem": "asks for more than a template may have", "line": _line(error)}


def _joined(pieces: Any) -> str:
    """Return the text that *pieces* make.

    Raises:
        OverflowError: if it is longer than any notes are.
    """
    made, length = [], 0
    for piece in pieces:
        length += len(piece)
        if length > _MOST:
            raise OverflowError
        made.append(piece)
    return "".join(made)


def _line(error: BaseException) -> int | None:
    """Return the line of the template on which *error* arose; None when none is to blame."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if frame.filename == _NAME]
    return lines[-1] if lines else None


def _quoted(text: str) -> str:
    """Return *text* as a block quote of Markdown."""
    return "\n".join(f"> {line}".rstrip() for line in str(text).split("\n"))


def _escaped(text: str) -> str:
    """Return *text* as Markdown that reads the same."""
    from reader.export.escaping import escape_lines
    from reader.export.profiles import MARKDOWN

    return "\n".join(escape_lines(str(text), MARKDOWN))


def _limit() -> None:
    """Take from this process what a template needs not, where the system lets one."""
    try:
        import resource
    except ImportError:
        return
    for limit, most in (
        (resource.RLIMIT_CPU, _CPU_S),
        (resource.RLIMIT_AS, _MEMORY),
        (resource.RLIMIT_FSIZE, 0),
    ):
        try:
            resource.setrlimit(limit, (most, most))
        except (ValueError, OSError):
            continue


if __name__ == "__main__":
    main()
