"""The tag with which a template names what an export may bring up to date: ``region``.

It needs Jinja2, so that nothing but the process in which templates run imports it.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import TemplateRuntimeError, nodes
from jinja2.environment import Environment
from jinja2.ext import Extension
from jinja2.parser import Parser

from reader.export.notes import Region, wrap
from reader.export.passages import MARKER
from reader.export.profiles import TEMPLATE

_NAME = re.compile(r"[A-Za-z0-9-]{1,64}")


class RegionTag(Extension):
    """``{% region mark %} … {% endregion %}``; a name in quotes is one that is not of a mark."""

    tags = {"region"}  # noqa: RUF012 - the attribute is Jinja2's

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        self._seen: set[str] = set()
        self._is_wrapped = False

    def begin(self, *, is_wrapped: bool) -> None:
        """Forget the regions of the text before; write comment lines around those to come."""
        self._seen.clear()
        self._is_wrapped = is_wrapped

    def parse(self, parser: Parser) -> nodes.Node:
        """Return the tag as a call around what it holds."""
        line = next(parser.stream).lineno
        named = parser.parse_expression()
        body = parser.parse_statements(("name:endregion",), drop_needle=True)
        call = self.call_method("_region", [named])
        return nodes.CallBlock(call, [], [], body).set_lineno(line)

    def _region(self, named: object, caller: Callable[[], str]) -> str:
        """Return what the tag holds, as a region of a file where there are any."""
        name = f"h-{named.get('id')}" if isinstance(named, Mapping) else str(named)
        if not _NAME.fullmatch(name) or (not isinstance(named, Mapping) and name[:2] == "h-"):
            raise TemplateRuntimeError(f"no region can be called “{name}”")
        if name in self._seen:
            raise TemplateRuntimeError(f"a second region is called “{name}”")
        self._seen.add(name)
        body = MARKER.sub(r"\\", str(caller())).strip("\n")
        if not body.strip():
            return ""
        return wrap(Region(name, f"{body}\n"), TEMPLATE) if self._is_wrapped else f"{body}\n"


def region_tag(environment: Environment) -> RegionTag:
    """Return the tag of an *environment*."""
    tag: Any = environment.extensions[RegionTag.identifier]
    assert isinstance(tag, RegionTag)
    return tag
