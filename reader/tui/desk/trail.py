"""The places one came from, to go back and forth through."""

from dataclasses import dataclass, field
from typing import NamedTuple

LONGEST = 200


class Place(NamedTuple):
    """A place in an article."""

    article: str
    offset: int


@dataclass
class Trail:
    """Remembers places like a browser its pages."""

    _behind: list[Place] = field(default_factory=list)
    _ahead: list[Place] = field(default_factory=list)

    def leave(self, place: Place) -> None:
        """Remember *place*, for one is about to jump from it."""
        if not self._behind or self._behind[-1] != place:
            self._behind.append(place)
            del self._behind[:-LONGEST]
        self._ahead.clear()

    def travel(self, step: int, here: Place) -> Place | None:
        """Return the place *step* back or forth, and remember *here* on the other side."""
        source, target = (self._behind, self._ahead) if step < 0 else (self._ahead, self._behind)
        while source:
            place = source.pop()
            if place != here:
                target.append(here)
                return place
        return None
