"""Writing notes: in the editor below the page, or in one of the reader's own."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from reader.annotations.model import Mark
from reader.errors import ReaderError
from reader.tui.desk.marking import PENDING

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen
    from reader.tui.widgets.note_editor import NoteEditor


class Noting:
    """The note that is being written, and its draft."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self._editor: NoteEditor | None = None

    @property
    def has_keys(self) -> bool:
        """Whether what is typed goes into a note."""
        return self._editor is not None and self._screen.focused is self._editor.area

    def prepare(self) -> None:
        """Make the editor, out of sight, so that a first note need not wait for it."""
        if self._editor is None:
            from reader.tui.widgets.note_editor import NoteEditor

            self._editor = NoteEditor(id="editor")
            self._editor.display = False
            self._screen.query_one("#middle").mount(self._editor)

    def open(self) -> None:
        """Write a note on the mark here; with no mark, highlight what is chosen first.

        The editor is there at once, before the mark is saved: what is typed on must not reach the
        keys of the page.
        """
        screen = self._screen
        if not screen.may_change():
            return
        mark = screen.marking.here
        if mark is None:
            mark = screen.marking.make("highlight", self._saved_as)
        screen.selecting.stop()
        if mark is not None:
            self._edit(mark)

    def _saved_as(self, mark: Mark) -> None:
        """Go on with the mark that was saved, in place of the one that was painted."""
        editor = self._editor
        if editor is not None and editor.subject.startswith(PENDING):
            editor.subject = mark.id
            if editor.area.text.strip():
                self._set_draft(mark.id, editor.area.text)

    def _edit(self, mark: Mark) -> None:
        """Open the editor on a mark, with the draft that was left of it if there is one."""
        self.prepare()
        editor = self._editor
        if editor is None:
            return
        if editor.is_open:
            self._set_draft(editor.subject, editor.area.text)
        text = self._drafts.get(mark.id, mark.note)
        editor.edit(mark.id, mark.quote, text)
        if text != mark.note:
            self._screen.tell("this is the draft that was left; ^s saves it")

    def put_away(self) -> bool:
        """Close the editor if it is open, and keep what was typed; tell whether it was."""
        editor = self._editor
        if editor is None or not editor.is_open:
            return False
        self.leave(editor.subject, editor.area.text)
        return True

    def remind(self) -> None:
        """Say that a note on the open article is not finished, if there is one."""
        drafts = self._drafts
        quotes = [mark.quote for mark in self._screen.body.marks if mark.id in drafts]
        if quotes and not self._screen.library.read_only:
            self._screen.tell(f"a note is not finished; go on with a at “{quotes[0]}”")

    def _close_editor(self) -> None:
        """Put the editor away."""
        if self._editor is not None:
            self._editor.close()
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
        if mark_id.startswith(PENDING):
            screen.marking.when_saved(
                mark_id, lambda mark: self._set_draft(mark.id, text) if mark else None
            )
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
            self._set_draft(mark_id, text)
            screen.tell("the mark is gone; the note waits as a draft until undo brings it back")
            return
        told = "note saved" if text.strip() else "no note"
        screen.marking.change(
            mark,
            told,
            after=lambda saved: self._set_draft(mark_id, None if saved else text),
            note=text.strip(),
        )
        self._close_editor()

    def leave(self, mark_id: str, text: str) -> None:
        """Close the editor; what differs from the note stays as a draft."""
        screen = self._screen
        mark = self._mark(mark_id)
        if text.strip() != (mark.note.strip() if mark else ""):
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
        edited, problem = text, ""
        try:
            with screen.app.suspend():
                # An error that left this block would leave the screen dark.
                try:
                    edited = edit_in(command, text)
                except (ReaderError, ValueError) as error:
                    problem = str(error)
                except OSError as error:
                    problem = f"{command}: cannot be started; {error.strerror}"
        except SuspendNotSupported:
            problem = "this terminal cannot be handed to another editor"
        if problem:
            screen.tell(problem, error=True)
        screen.refresh(layout=True)
        if self._editor is not None:
            self._editor.replace_text(edited)


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
