"""Taking changes back and making them again: of one article, or wherever the last one was."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.annotations.model import Mark

if TYPE_CHECKING:
    from reader.store import Step
    from reader.tui.screens.reading import ReadingScreen

KEEPS_SUBJECT = frozenset({"undo", "redo", "undo-anywhere", "redo-anywhere"})


class Undoing:
    """Takes back the last change of an article; which one, the reader need not think of.

    It is the open article's, unless another one was changed last: the tree stars, archives and
    removes articles that are not open.
    """

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self.subject: str | None = None
        """The article that was changed as a whole by the last command that changes anything."""

    def follow(self, command: str, group: str) -> None:
        """Note that *command* is about to be done, after which another article may be meant."""
        if group in ("Articles", "Mark") and command not in KEEPS_SUBJECT:
            self.subject = None

    def travel(self, *, back: bool, anywhere: bool = False) -> None:
        """Take the last change back, or make it again; of the whole library when *anywhere*."""
        screen, opened = self._screen, self._screen.articles.opened
        if not screen.may_change():
            return
        if screen.unsaved.waiting:
            screen.tell("the last change is not saved yet; ^s tries again, x lets go of the mark")
            return
        article_id = self.subject or (opened.article.id if opened is not None else None)
        target = None if anywhere else article_id
        screen.background.save(
            lambda: screen.library.travel(target, back=back),
            lambda step: self._done(step, back=back, everywhere=target is None),
        )

    def _done(self, step: Step | None, *, back: bool, everywhere: bool) -> None:
        """Say what was done and where, and show it."""
        screen = self._screen
        if step is None:
            told = "nothing to undo" if back else "nothing to redo"
            hint = f"; : {'undo' if back else 'redo'} anywhere looks at the other articles"
            screen.tell(told if everywhere else f"{told} in this article{hint}")
            return
        changed = {change.article for change in step.changes}
        opened = screen.articles.opened
        here = opened is not None and opened.article.id in changed
        screen.tell(
            f"{'undid' if back else 'redid'}: {step.label}{self._where(changed, here=here)}"
        )
        screen.shelving.follow(screen.section_tree.order)
        before = screen.body.marks
        screen.articles.show_again(quiet=True, then=lambda: self._go_to_changed(before))

    def _where(self, changed: set[str], *, here: bool) -> str:
        """Return in which article it was, when that is not the open one."""
        rows = [self._screen.section_tree.row_of(one) for one in sorted(changed)]
        titles = [row.title for row in rows if row is not None]
        return "" if here or not titles else f" in “{titles[0]}”"

    def _go_to_changed(self, before: Sequence[Mark]) -> None:
        """Bring the mark that came, went or changed into view."""
        body = self._screen.body
        known = {mark.id: mark for mark in before}
        fresh = {mark.id: mark for mark in body.marks}
        changed = [
            (fresh.get(key) or known[key]).anchor.start
            for key in known.keys() | fresh.keys()
            if known.get(key) != fresh.get(key)
        ]
        if len(changed) == 1 and changed[0] is not None and body.article is not None:
            body.go_to(min(changed[0], len(body.article.text)))
