"""Exporting the open article's notes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.library.export_report import ExportReport
    from reader.tui.screens.reading import ReadingScreen


class Exporting:
    """Writes notes to a folder of Markdown files."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self._folder = ""

    def ask(self) -> None:
        """Ask for the folder, the one from before to begin with."""
        screen, opened = self._screen, self._screen.articles.opened
        if opened is None or not opened.held:
            screen.tell("there are no notes yet: nothing in this article is marked")
            return
        usual = screen.config.export_folder or Path.home() / "Newsmargin notes"
        screen.prompt.ask(
            "export to the folder:",
            self._export,
            answer=self._folder or str(usual),
            left=screen.panes.focus_page,
        )

    def _export(self, folder: str) -> None:
        """Export into *folder*, and say what was written."""
        screen, opened = self._screen, self._screen.articles.opened
        screen.panes.focus_page()
        if opened is None or not folder.strip():
            return
        self._folder = folder.strip()
        path = Path(self._folder).expanduser()
        screen.background.save(
            lambda: screen.library.export_to(path, [opened.article.id]),
            self._tell,
        )

    def _tell(self, report: ExportReport) -> None:
        """Say what became of the notes; what was done comes first, for a path may be long."""
        (only,) = report.files
        if only.error:
            self._screen.tell(only.error, error=True)
        else:
            left = f", {only.conflicts} conflicts left to you" if only.conflicts else ""
            self._screen.tell(f"notes {_DONE[only.status]}{left}: {only.path}")


_DONE = {"new": "written", "updated": "brought up to date", "same": "unchanged"}
