"""Marks: what readers set apart, and how a mark finds its passage again.

What places a mark is loaded when it is first asked for; most of the program only handles marks.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from reader.annotations.model import Anchor, Claim, Link, Mark, Part

if TYPE_CHECKING:
    from reader.annotations.anchoring import Anchoring, anchor
    from reader.annotations.changes import changed_facts
    from reader.annotations.placing import place, reading_order
    from reader.annotations.selectors import Selector, describe
    from reader.annotations.w3c import from_w3c, to_w3c

__all__ = [
    "Anchor",
    "Anchoring",
    "Claim",
    "Link",
    "Mark",
    "Part",
    "Selector",
    "anchor",
    "changed_facts",
    "describe",
    "from_w3c",
    "place",
    "reading_order",
    "to_w3c",
]

_HOMES = {
    "Anchoring": "anchoring",
    "anchor": "anchoring",
    "changed_facts": "changes",
    "place": "placing",
    "reading_order": "placing",
    "Selector": "selectors",
    "describe": "selectors",
    "from_w3c": "w3c",
    "to_w3c": "w3c",
}


def __getattr__(name: str) -> Any:
    """Load what is asked for from the module that it stands in."""
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
