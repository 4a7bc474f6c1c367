"""Marks: what readers set apart, and how a mark finds its passage again."""

from reader.annotations.model import Anchor, Claim, Link, Mark, Part

__all__ = ["Anchor", "Claim", "Link", "Mark", "Part"]
