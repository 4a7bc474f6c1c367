"""What an index is made from, and keeps up with."""

from typing import Protocol


class Followed(Protocol):
    """A store that tells how far its changes have come, and which articles they were about."""

    name: str
    """Which store it is; an index of another is made again."""

    def position(self) -> str:
        """Return how far the changes have come; cheap."""

    def settled_position(self) -> str:
        """Return that position once nobody is in the middle of a change.

        What is read afterwards is at least as new.
        """

    def changed_since(self, position: str) -> frozenset[str] | None:
        """Return the ids of articles changed since *position*; None when that cannot be told."""
