"""What came of an export."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from reader.library.labels import counted

if TYPE_CHECKING:
    from reader.export import Outcome

_WORDS = {"new": "new", "updated": "updated", "same": "unchanged", "failed": "failed"}


@dataclass(frozen=True, slots=True)
class Exported:
    """What became of the notes on one article."""

    article: str
    path: Path | None
    """Their file; None when it failed."""

    status: Literal["new", "updated", "same", "failed"]
    report: tuple["Outcome", ...] = ()
    """What a merge did that is worth telling."""

    diff: str = ""
    """What would change, when nothing was to be written."""

    error: str | None = None
    """Why it failed, as ``subject: problem; remedy``."""

    exit_code: int = 0
    """What a command that did nothing else exits with."""

    @property
    def conflicts(self) -> int:
        """How many regions both the reader and the file's owner changed."""
        return sum(outcome.what == "conflict" for outcome in self.report)

    def as_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return {
            "article": self.article,
            "path": str(self.path) if self.path else None,
            "status": self.status,
            "conflicts": self.conflicts,
            "error": self.error,
        }


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export into a folder did."""

    folder: Path
    files: tuple[Exported, ...]

    @property
    def summary(self) -> str:
        """What was done, on one line."""
        conflicts = sum(each.conflicts for each in self.files)
        told = f"; {counted(conflicts, 'conflict')} left to you" if conflicts else ""
        if len(self.files) == 1:
            (only,) = self.files
            return only.error or f"{only.path}: {_WORDS[only.status]}{told}"
        counts: Counter[str] = Counter(each.status for each in self.files)
        parts = ", ".join(f"{counts[key]} {word}" for key, word in _WORDS.items() if counts[key])
        return f"{self.folder}: {parts or 'no notes to export'}{told}"
