"""Renders one template in a process of its own, within limits, and tells which line is wrong.

It takes requests on standard input and answers on standard output, each a line of JSON.
A template is a file from anywhere: it may loop for ever or ask for all the memory there is, and
what it can reach in here must be no more than the notes it is given.
"""

import json
import sys
import traceback
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment, Template

_CPU_S = 10
_MEMORY = 1024 * 2**20
_MOST = 256 * 2**20
_NAME = "<template>"


def main(_arguments: list[str]) -> int:
    """Answer one request a line, until there are no more."""
    _limit()
    for line in sys.stdin:
        _allow_time()
        request = json.loads(line)
        json.dump(
            answer(request["template"], request["context"], has_regions=request["has_regions"]),
            sys.stdout,
        )
        sys.stdout.write("\n")
        sys.stdout.flush()
    return 0


def answer(
    template: str, context: Mapping[str, Any] | None, *, has_regions: bool = False
) -> dict[str, Any]:
    """Return the ``text`` that *template* makes of *context*, or the ``problem`` and its ``line``.

    Without Jinja2 it is ``missing``.

    Args:
        template: its text.
        context: what it is given; None when it is only to be looked at.
        has_regions: whether comment lines are to stand around what it calls a region.
    """
    try:
        from jinja2 import TemplateError, TemplateSyntaxError
    except ImportError:
        return {"missing": True}
    try:
        environment, made = _compiled(template)
        if context is None:
            return {"text": ""}
        _begin(environment, is_wrapped=has_regions)
        return {"text": _joined(made.generate(context))}
    except TemplateSyntaxError as error:
        return {"problem": error.message or "no template", "line": error.lineno}
    except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError) as error:
        return {"problem": str(error) or type(error).__name__, "line": _line(error)}
    except (MemoryError, RecursionError, OverflowError) as error:
        return {"problem": "asks for more than a template may have", "line": _line(error)}


@lru_cache(maxsize=1)
def _compiled(template: str) -> "tuple[Environment, Template]":
    """Return *template* ready to be rendered, and what it is rendered in."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    from reader.export.template_regions import RegionTag

    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=[RegionTag],
    )
    environment.filters |= {"quoted": _quoted, "escaped": _escaped}
    code = environment.compile(template, name=_NAME, filename=_NAME)
    made = environment.template_class.from_code(environment, code, dict(environment.globals))
    return environment, made


def _begin(environment: "Environment", *, is_wrapped: bool) -> None:
    """Begin a text of its own."""
    from reader.export.template_regions import region_tag

    region_tag(environment).begin(is_wrapped=is_wrapped)


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
    for limit, most in ((resource.RLIMIT_AS, _MEMORY), (resource.RLIMIT_FSIZE, 0)):
        with suppress(ValueError, OSError):
            resource.setrlimit(limit, (most, most))


def _allow_time() -> None:
    """Let the next text take so much of the processor's time, and no more."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = int(used.ru_utime + used.ru_stime) + _CPU_S
    with suppress(ValueError, OSError):
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (most, hard))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
