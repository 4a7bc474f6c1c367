"""What came of adding a source."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from reader.library.fates import Fate

AddedStatus = Literal["added", "same", "new-version", "failed"]


@dataclass(frozen=True, slots=True)
class Added:
    """One source that was put into the library, or could not be."""

    id: str | None
    """The article's id; None when it failed and nobody knows."""

    title: str | None
    status: AddedStatus
    """``same``: the library held this very text. ``new-version``: it held another."""

    error: str | None = None
    """Why it failed, as ``subject: problem; remedy``."""

    exit_code: int = 0
    """What a command that did nothing else exits with."""

    summary: str = ""
    """What a new version did to the marks, as in ``2 marks kept, 1 lost``; else empty."""

    fates: tuple["Fate", ...] = ()
    """What it did to each, in reading order."""

    def as_dict(self) -> dict[str, Any]:
        """Return the row of the contract's ``add``; what became of marks when there are any."""
        row: dict[str, Any] = {
            "id": self.id,
            "title": self.title,
            "status": self.status,
            "error": self.error,
        }
        if self.fates:
            row |= {"summary": self.summary, "fates": [fate.as_dict() for fate in self.fates]}
        return row
