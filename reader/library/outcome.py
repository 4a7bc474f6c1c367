"""What came of adding a source."""

from dataclasses import dataclass
from typing import Any, Literal

AddedStatus = Literal["added", "same", "new-version", "failed"]


@dataclass(frozen=True, slots=True)
class Added:
    """One source that was put into the library, or could not be."""

    id: str | None
    """The article's id; None when it failed."""

    title: str | None
    status: AddedStatus
    """``same``: the library held this very text. ``new-version``: it held another."""

    error: str | None = None
    """Why it failed, as ``subject: problem; remedy``."""

    exit_code: int = 0
    """What a command that did nothing else exits with."""

    summary: str = ""
    """What a new version did to the marks, as in ``2 marks kept, 1 lost``; else empty."""

    def as_dict(self) -> dict[str, Any]:
        """Return the row of the contract's ``add``, with the summary when there is one."""
        row = {"id": self.id, "title": self.title, "status": self.status, "error": self.error}
        return row | ({"summary": self.summary} if self.summary else {})
