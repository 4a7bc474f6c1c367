"""Writing notes: in the editor below the page, or in one of the reader's own."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

from reader.annotations.model import Mark, utc_now
from reader.tui.desk.notes_pane import NOTES
from reader.tui.desk.own_editor import edited_elsewhere
from reader.tui.desk.sketches import PENDING

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen
    from reader.tui.widgets.note_editor import NoteEditor

REPLY = "reply-"
"""How the subject of the editor starts when what is written answers a mark."""

Kept = TypeVar("Kept")

BACK_S = 1.0
"""How soon after it was closed the editor takes the keys again when its note was not saved."""


class Noting:
    """The note that is being written, and its draft."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self._editor: NoteEditor | None = None
        self._held: dict[str, str] = {}
        """Drafts that are not on the disk yet, by subject."""
        self._articles: dict[str, str] = {}
        """The id of the article that each is written on, by subject."""
        self._begun: dict[str, str] = {}
        """What the note of each mark said when the editor was opened on it."""
        self._closed = 0.0
        """When the editor was closed to save its note."""

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

    def reply(self) -> None:
        """Write a reply to the mark here."""
        screen = self._screen
        mark = screen.marking.here if screen.may_change() else None
        if mark is not None:
            subject = REPLY + mark.id
            self._open(subject, mark.note or mark.quote, self._drafts.get(subject, ""), "Reply to")
        elif not screen.library.read_only:
            screen.tell("there is no mark here to reply to")

    def _saved_as(self, mark: Mark) -> None:
        """Go on with the mark that was saved, in place of the one that was painted."""
        editor = self._editor
        if editor is not None and editor.subject.startswith(PENDING):
            editor.subject = mark.id
            self._articles[mark.id] = mark.article
            if editor.area.text.strip():
                self.keep_draft(mark.id, editor.area.text)

    def _edit(self, mark: Mark) -> None:
        """Open the editor on a mark, with the draft that was left of it if there is one."""
        text, drafted = self._drafts.get(mark.id, mark.note), self._drafted(mark.id)
        begun = drafted.get("begun", mark.note) if text != mark.note else mark.note
        self._begun[mark.id] = begun
        self._open(mark.id, mark.quote, text, "Note on")
        if begun not in (mark.note, ""):
            self._show_both(mark, drafted.get("at", ""))
        elif text != mark.note:
            self._screen.tell("this is the draft that was left; ^s saves it")

    def _show_both(self, mark: Mark, drafted: str) -> None:
        """Say that *mark* got another note since the draft of it, and show that in the panel."""
        when = f"draft of {clock(drafted)}; the note was changed at {clock(mark.updated)} since"
        self._screen.side.turn_to(NOTES)
        self._screen.side.notes.rows.go_to(mark.id)
        self._screen.tell(f"{when} and stands in the notes; ^s saves the draft and keeps both")

    def _drafted(self, subject: str) -> Mapping[str, str]:
        """Return when the draft on *subject* was kept, and of which note it was begun."""
        opened = self._screen.articles.opened
        return (opened.state.get("drafted") or {}).get(subject, {}) if opened else {}

    def _open(self, subject: str, about: str, text: str, what: str) -> None:
        """Open the editor on *subject*; what was being written stays as a draft."""
        self.prepare()
        editor, opened = self._editor, self._screen.articles.opened
        if editor is not None and opened is not None:
            self._articles[subject] = opened.article.id
            if editor.is_open:
                self.keep_draft(editor.subject, editor.area.text)
            editor.edit(subject, about, text, what)

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
        marks = self._screen.body.marks
        keys = [("a", mark) for mark in marks if mark.id in drafts]
        keys += [("m", mark) for mark in marks if REPLY + mark.id in drafts]
        if keys and not self._screen.library.read_only:
            key, mark = keys[0]
            self._screen.tell(f"a note is not finished; go on with {key} at “{mark.quote}”")

    def _close_editor(self) -> None:
        """Put the editor away."""
        if self._editor is not None:
            self._editor.close()
        self._screen.panes.focus_page()

    @property
    def _drafts(self) -> dict[str, str]:
        """The drafts that are kept for the open article, by subject."""
        opened = self._screen.articles.opened
        return dict(opened.state.get("drafts") or {}) | self._held if opened else {}

    def keep_draft(self, subject: str, text: str | None) -> None:
        """Keep what is typed so far, in memory until it is on the disk; None lets go of it."""
        if text is None:
            self._held.pop(subject, None)
        else:
            self._held[subject] = text
        if PENDING in subject:
            self._move_draft(subject, text)
        elif (article_id := self._articles.get(subject)) is not None:
            self._write_draft(article_id, subject, text)

    def _write_draft(self, article_id: str, subject: str, text: str | None) -> None:
        """Keep a draft with its own article, whichever is open when that is done."""
        library, opened = self._screen.library, self._screen.articles.opened
        stamp = {"at": utc_now(), "begun": self._begun.get(subject, "")}

        def kept_in(state: Mapping[str, Any]) -> dict[str, Any]:
            drafts = with_draft(state.get("drafts") or {}, subject, text)
            stamps = with_draft(
                state.get("drafted") or {}, subject, None if text is None else stamp
            )
            return {"drafts": drafts, "drafted": stamps}

        if opened is not None and opened.article.id == article_id:
            before = opened.state.get("drafts") or {}
            opened.state.update(kept_in(opened.state))
            if opened.state["drafts"] == before or not opened.held:
                return

        def write() -> None:
            library.set_state([article_id], "", **kept_in(library.state(article_id)))

        def kept(_: None) -> None:
            if self._held.get(subject) == text:
                self._held.pop(subject, None)

        self._screen.background.save(write, kept)

    def _move_draft(self, subject: str, text: str | None) -> None:
        """Keep the draft of a mark that is being saved under the id that it then has."""

        def move(mark: Mark | None) -> None:
            if mark is not None and self._held.get(subject) == text:
                self._held.pop(subject, None)
                saved = subject.partition(PENDING)[0] + mark.id
                self._articles[saved] = mark.article
                self.keep_draft(saved, text)

        self._screen.marking.when_saved(subject.removeprefix(REPLY), move)

    def save(self, subject: str, text: str) -> None:
        """Save the note; an empty one is none. What cannot be saved comes back into the editor."""
        screen = self._screen
        mark = screen.marking.known(subject.removeprefix(REPLY))
        self._closed = time.monotonic()
        if mark is None:
            self.keep_draft(subject, text)
            screen.tell("the mark is gone; the note waits as a draft until undo brings it back")
            return
        self._close_editor()
        if subject.startswith(REPLY):
            self._save_reply(subject, mark, text.strip())
            return
        told = "note saved" if text.strip() else "no note"

        def after(saved: bool) -> None:
            if saved:
                self._drop_draft(subject, text)
                self._tell_replaced(mark)
            else:
                self.keep_draft(subject, text)
                self._take_back(mark, text)

        self._write(mark, text.strip(), told, after)

    def _write(self, mark: Mark, text: str, told: str, after: Callable[[bool], None]) -> None:
        """Set the note of *mark*; what another copy wrote meanwhile stays beside it."""
        library, begun = self._screen.library, self._begun.get(mark.id, "")

        def write(mark_id: str) -> Mark:
            now = library.mark(mark_id)
            if now.note in ("", begun, text):
                return library.change_mark(mark_id, note=text)
            others = [*now.conflicts, {"note": now.note}]
            return library.change_mark(mark_id, note=text, conflicts=others)

        self._screen.marking.save(mark, told, write, after=after, fields={"note": text})

    def _tell_replaced(self, before: Mark) -> None:
        """Say so when another copy had changed the note that was saved."""
        now = self._screen.marking.known(before.id)
        if now is not None and now.conflicts != before.conflicts:
            told = "note saved; another copy had changed it too: ≠ in the notes shows what it wrote"
            self._screen.tell(told)

    def _save_reply(self, subject: str, mark: Mark, text: str) -> None:
        """Save a reply to *mark*; one that cannot be saved stays listed, with a sign."""
        if text:
            self._screen.marking.answer(mark, text, lambda _: self.keep_draft(subject, None))
        else:
            self.keep_draft(subject, None)
            self._screen.tell("no reply")

    def _drop_draft(self, subject: str, text: str) -> None:
        """Let go of the draft of what was saved, and of the editor that still shows it."""
        self.keep_draft(subject, None)
        editor = self._editor
        if editor is not None and editor.subject == subject and editor.area.text == text:
            self._close_editor()

    def _take_back(self, mark: Mark, text: str) -> None:
        """Show a note that could not be saved in the editor again.

        It takes the keys only when it was just closed: later they are meant for the page.
        """
        editor, screen = self._editor, self._screen
        if editor is None or editor.is_open or screen.busy:
            return
        soon = time.monotonic() - self._closed < BACK_S
        editor.edit(mark.id, mark.quote, text, "NOT SAVED, ^s tries again: note on", focus=soon)

    def leave(self, subject: str, text: str) -> None:
        """Close the editor; what differs from the note stays as a draft."""
        screen = self._screen
        mark = None if subject.startswith(REPLY) else screen.marking.known(subject)
        if text.strip() != (mark.note.strip() if mark else ""):
            self.keep_draft(subject, text)
            key = "m" if subject.startswith(REPLY) else "a"
            screen.tell(f"not saved; the draft is kept for the next time you press {key}")
        else:
            self.keep_draft(subject, None)
        self._close_editor()

    def edit_elsewhere(self, subject: str, text: str) -> None:
        """Go on in the reader's own editor, then come back with what it left."""
        screen = self._screen
        self.keep_draft(subject, text)
        edited, problem = edited_elsewhere(screen.app, screen.config.editor, text)
        if problem:
            screen.tell(problem, error=True)
        screen.refresh(layout=True)
        if self._editor is not None and not problem:
            self._editor.replace_text(edited)


def with_draft(drafts: Mapping[str, Kept], subject: str, text: Kept | None) -> dict[str, Kept]:
    """Return *drafts* with *text* as that on *subject*; None takes it away."""
    rest = {key: draft for key, draft in drafts.items() if key != subject}
    return rest if text is None else {**rest, subject: text}


def clock(moment: str) -> str:
    """Return the local time of *moment*, with the day unless that is today; ? for none."""
    try:
        local = datetime.fromisoformat(moment).astimezone()
    except ValueError:
        return "?"
    today = local.date() == datetime.now().astimezone().date()
    return f"{local:%H:%M}" if today else f"{local:%Y-%m-%d %H:%M}"
