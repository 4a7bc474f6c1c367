"""Writing notes: in the editor below the page, or in one of the reader's own."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from reader.annotations.model import Mark
from reader.errors import ReaderError
from reader.tui.desk.marking import PENDING
from reader.tui.widgets.note_editor import NoteEditor

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen


class Noting:
    """The note that is being written, and its draft."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen

    def open(self) -> None:
        """Write a note on the mark here; with no mark, highlight what is chosen first."""
        screen = self._screen
        if not screen.may_change():
            return
        mark = screen.marking.here
        if mark is None:
            screen.marking.make_for_note(self.edit)
        elif mark.id.startswith(PENDING):
            screen.background.save(lambda: None, lambda _: self.open())
        else:
            self.edit(mark)

    def edit(self, mark: Mark) -> None:
        """Open the editor on a mark, with the draft that was left of it if there is one."""
        screen = self._screen
        drafts = self._drafts
        text = drafts.get(mark.id, mark.note)

        def shown(editor: NoteEditor) -> None:
            editor.edit(mark.id, mark.quote, text)
            if text != mark.note:
                screen.tell("this is the draft that was left; ^s saves it")

        self._with_editor(shown)

    def _with_editor(self, use: Callable[[NoteEditor], None]) -> None:
        """Hand the editor to *use*; it is made when the first note is written."""
        screen = self._screen
        found = screen.query(NoteEditor)
        if found:
            use(found.first())
            return
        editor = NoteEditor(id="editor")
        screen.query_one("#middle").mount(editor)
        screen.call_after_refresh(lambda: use(editor))

    def _close_editor(self) -> None:
        """Put the editor away."""
        for editor in self._screen.query(NoteEditor):
            editor.close()
        self._screen.panes.focus_page()

    @property
    def _drafts(self) -> dict[str, str]:
        """The drafts that are kept for the open article, by mark."""
        opened = self._screen.articles.opened
        return dict(opened.state.get("drafts") or {}) if opened else {}

    def keep_draft(self, mark_id: str, text: str) -> None:
        """Keep what is typed so far."""
        self._set_draft(mark_id, text)

    def _set_draft(self, mark_id: str, text: str | None) -> None:
        """Keep a draft; None lets go of it."""
        screen = self._screen
        opened = screen.articles.opened
        if opened is None or not opened.held:
            return
        drafts = self._drafts
        before = dict(drafts)
        if text is None:
            drafts.pop(mark_id, None)
        else:
            drafts[mark_id] = text
        if drafts != before:
            opened.state["drafts"] = drafts
            screen.background.save(
                lambda: screen.library.set_state([opened.article.id], "", drafts=drafts)
            )

    def save(self, mark_id: str, text: str) -> None:
        """Save the note; an empty one is none."""
        screen = self._screen
        mark = self._mark(mark_id)
        if mark is None:
            return
        screen.marking.change(mark, "note saved" if text.strip() else "no note", note=text.strip())
        self._set_draft(mark_id, None)
        self._close_editor()

    def leave(self, mark_id: str, text: str) -> None:
        """Close the editor; what differs from the note stays as a draft."""
        screen = self._screen
        mark = self._mark(mark_id)
        if mark is not None and text.strip() != mark.note.strip():
            self._set_draft(mark_id, text)
            screen.tell("not saved; the draft is kept for the next time you press a")
        else:
            self._set_draft(mark_id, None)
        self._close_editor()

    def _mark(self, mark_id: str) -> Mark | None:
        """Return the mark that a note is on."""
        return next((one for one in self._screen.body.marks if one.id == mark_id), None)

    def edit_elsewhere(self, mark_id: str, text: str) -> None:
        """Go on in the reader's own editor, then come back with what it left."""
        screen = self._screen
        self._set_draft(mark_id, text)
        command = screen.config.editor or os.environ.get("VISUAL") or os.environ.get("EDITOR")
        if not command:
            screen.tell("no editor is named; set VISUAL, EDITOR or `editor` in the configuration")
            return
        try:
            with screen.app.suspend():
                edited = edit_in(command, text)
        except SuspendNotSupported:
            screen.tell("this terminal cannot be handed to another editor")
            return
        except (OSError, ValueError, ReaderError) as error:
            screen.tell(f"{command}: {error}", error=True)
            return
        screen.refresh(layout=True)
        self._with_editor(lambda editor: editor.replace_text(edited))


def edit_in(command: str, text: str) -> str:
    """Return *text* as the editor that *command* starts leaves it.

    Raises:
        OSError: if the editor cannot be started.
        ReaderError: if it says that it failed; the text is as it was.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "note.md"
        path.write_text(text, encoding="utf-8")
        done = subprocess.run([*shlex.split(command), str(path)], check=False)
        if done.returncode:
            raise ReaderError(command, f"it ended with {done.returncode}", "the note is unchanged")
        return path.read_text(encoding="utf-8", errors="replace")
