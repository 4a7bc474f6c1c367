"""Marks: what readers set apart, and how a mark finds its passage again."""

from reader.annotations.anchoring import Anchoring, anchor
from reader.annotations.model import Anchor, Claim, Link, Mark, Part
from reader.annotations.placing import place, reading_order
from reader.annotations.selectors import Selector, describe

__all__ = [
    "Anchor",
    "Anchoring",
    "Claim",
    "Link",
    "Mark",
    "Part",
    "Selector",
    "anchor",
    "describe",
    "place",
    "reading_order",
]
