"""Making marks, changing them, taking them away, and the way back.

A mark is painted before it is saved, so that a key never waits for the disk; should it not be
saved, it stays with a sign of its own, and the bottom line says why and how to try again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from reader.annotations.model import Claim, Mark, MarkKind
from reader.tui.desk.mark_index import MarkIndex
from reader.tui.desk.unsaved import MarkChange
from reader.tui.page.motion import Range

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen


class Marking:
    """What is done to the marks of the open article."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self.recent: str | None = None
        """The id of the mark that was made, changed or gone to last."""
        self._index = MarkIndex()

    # Which one

    @property
    def index(self) -> MarkIndex:
        """The marks on the page by where they lie."""
        self._index.follow(self._screen.body.marks)
        return self._index

    @property
    def here(self) -> Mark | None:
        """The mark that commands work on: the one chosen in the panel, else that at the cursor."""
        screen = self._screen
        if screen.focused is screen.side.notes.rows:
            return screen.side.notes.chosen
        passage = screen.selecting.chosen or screen.body.cursor
        if passage is None:
            return None
        over = [mark for mark in self.index.near(passage) if _touches(mark, passage)]
        return min(over, key=lambda mark: _distance(mark, passage), default=None)

    def known(self, mark_id: str) -> Mark | None:
        """Return the mark of the open article with the id, be it that of a sketch saved since."""
        mark_id = self._screen.sketches.current(mark_id)
        return next((one for one in self._screen.body.marks if one.id == mark_id), None)

    def passage(self, *, paragraph: bool = False) -> Range | None:
        """Return the passage that a key marks: the selection, else the sentence at the cursor."""
        screen = self._screen
        cursor, motion = screen.body.cursor, screen.body.motion
        if paragraph and cursor is not None and motion is not None:
            return motion.paragraph_at(cursor[0])
        return screen.selecting.chosen or cursor

    # Making

    def mark(self, kind: MarkKind, *, paragraph: bool = False, **fields: Any) -> None:
        """Mark what is chosen; what is marked so already is unmarked or changed instead.

        A mark on which somebody wrote is not taken away by the key that made it.
        """
        screen = self._screen
        passage = self.passage(paragraph=paragraph)
        if passage is None:
            screen.tell("there is nothing here to mark")
            return
        same = next((mark for mark in self.index.near(passage) if _stands_at(mark, passage)), None)
        screen.selecting.stop()
        if same is None:
            self._make(kind, passage, fields)
        elif fields:
            self.change(same, kind, **fields)
        elif kind == same.kind and _is_bare(same):
            self.delete(same)
        elif same.claim is None and kind == "claim":
            self.change(same, kind, status="unchecked")
        else:
            screen.tell(f"this is a {same.kind} already; x deletes it")

    def make(self, kind: MarkKind, then: Callable[[Mark], None] | None = None) -> Mark | None:
        """Mark what is chosen; return the mark as it was painted.

        Its id holds only until it is saved; then *then* is called with the mark that was saved.
        """
        passage = self.passage()
        return self._make(kind, passage, {}, then) if passage is not None else None

    def answer(self, mark: Mark, text: str, then: Callable[[Mark], None]) -> None:
        """Reply to *mark* with *text*; call *then* with the reply when it is saved."""
        self._make("note", None, {"note": text, "reply_to": mark.id}, then)

    def _make(
        self,
        kind: MarkKind,
        passage: Range | None,
        fields: dict[str, Any],
        then: Callable[[Mark], None] | None = None,
    ) -> Mark | None:
        """Paint a new mark and save it; return it as it was painted, None when it cannot be."""
        screen = self._screen
        opened = screen.articles.opened
        if opened is None or not screen.may_change() or not screen.articles.join():
            return None
        article = opened.article
        sketch = screen.sketches.new(article, kind, passage, fields)
        self.recent = sketch.id
        screen.show_marks(screen.body.marks)
        place = {"start": passage[0], "end": passage[1]} if passage is not None else {}

        def saved(mark: Mark) -> None:
            screen.sketches.drop(sketch.id)
            self._put(sketch.id, mark)
            if then is not None:
                then(mark)

        def save() -> Mark:
            return screen.sketches.save(sketch, article, {**place, **fields, "kind": kind})

        screen.unsaved.save(MarkChange(kind, sketch.id, save, saved))
        return sketch

    # What is shown

    def repaint(self) -> None:
        """Show the marks again, each with the sign that tells whether it is saved."""
        self._screen.show_marks(self._screen.body.marks)

    def _put(self, mark_id: str, mark: Mark | None) -> None:
        """Show *mark* in place of the one of *mark_id*; None takes that away."""
        screen = self._screen
        gone = {mark_id, mark.id if mark is not None else mark_id}
        rest = [one for one in screen.body.marks if one.id not in gone]
        opened = screen.articles.opened
        if mark is not None and opened is not None and mark.article == opened.article.id:
            rest.append(mark)
            self.recent = mark.id
        screen.show_marks(rest)

    # Changing

    def change(
        self,
        mark: Mark,
        what: str,
        *,
        after: Callable[[bool], None] | None = None,
        **fields: Any,
    ) -> None:
        """Set fields of *mark*, then say *what* was done.

        Args:
            mark: the mark.
            what: what the bottom line says of it.
            after: called with whether it was saved, once that is known.
            fields: what is to be set.
        """
        library = self._screen.library
        self.save(
            mark,
            what,
            lambda mark_id: library.change_mark(mark_id, **fields),
            after=after,
            fields=fields,
        )

    def save(
        self,
        mark: Mark,
        what: str,
        call: Callable[[str], Mark],
        *,
        after: Callable[[bool], None] | None = None,
        fields: dict[str, Any] | None = None,
    ) -> None:
        """Change *mark* by *call*, which is given its id and returns it as it is then."""
        if not self._screen.may_change():
            return
        tell, sketches = after or (lambda _: None), self._screen.sketches

        def changed(fresh: Mark) -> None:
            self._changed(fresh, what)
            tell(True)

        self._screen.unsaved.save(
            MarkChange(
                what,
                mark.id,
                lambda: call(sketches.saved_id(mark.id)),
                changed,
                fields or {},
                lambda _: tell(False),
            )
        )

    def when_saved(self, sketch: str, then: Callable[[Mark | None], None]) -> None:
        """Call *then* with the mark painted as *sketch* when it is saved; None if it cannot be."""
        screen = self._screen
        screen.background.save(lambda: None, lambda _: then(screen.sketches.saved(sketch)))

    def _changed(self, mark: Mark, what: str) -> None:
        """Show the changed mark, where it was placed."""
        before = self.known(mark.id)
        moved = before is None or (mark.start, mark.end) != (before.start, before.end)
        if before is not None and not moved and mark.parts == before.parts:
            mark = replace(mark, anchor=before.anchor)
        self._put(mark.id, mark)
        self._screen.tell(what)

    def delete(self, mark: Mark | None = None) -> None:
        """Delete *mark*, or the one here; of a mark with several parts, the part at the cursor."""
        screen = self._screen
        mark = mark or self.here
        if mark is None or not screen.may_change():
            return
        if (part := screen.parts.part_here(mark)) is not None:
            screen.parts.take_away(mark, part)
            return
        if screen.sketches.is_refused(mark):
            self._drop(mark)
            return
        gone = mark
        screen.sketches.drop(gone.id)
        self._put(gone.id, None)

        def deleted(_: None) -> None:
            screen.unsaved.drop(gone.id)
            screen.tell("deleted; u brings it back")

        screen.background.save(
            lambda: screen.library.delete_mark(screen.sketches.saved_id(gone.id)),
            deleted,
            lambda _: self._put(gone.id, gone),
        )

    def _drop(self, mark: Mark) -> None:
        """Let go of a mark that could not be saved."""
        self._screen.sketches.drop(mark.id)
        self._screen.unsaved.drop(mark.id)
        self._put(mark.id, None)
        self._screen.tell("let go of what was not saved")

    def label(self, label: str) -> None:
        """Label the mark here, or take the label away; with no mark, make one."""
        mark = self.here
        if mark is None:
            self.mark("highlight", label=label)
        elif mark.label == label:
            self.change(mark, "no label", label=None)
        else:
            self.change(mark, f"label: {label}", label=label)


def _stands_at(mark: Mark, passage: Range) -> bool:
    """Tell whether *mark* is on exactly *passage*, but for white space at its ends."""
    start, end = mark.anchor.start, mark.anchor.end
    if start is None or end is None:
        return False
    return abs(start - passage[0]) <= 1 and abs(end - passage[1]) <= 1


def _is_bare(mark: Mark) -> bool:
    """Tell whether nothing was written on *mark*, so that making it anew would lose nothing."""
    worked_on = mark.note or mark.tags or mark.links or mark.parts or mark.label
    return not worked_on and (mark.claim is None or mark.claim == Claim())


def _touches(mark: Mark, passage: Range) -> bool:
    """Tell whether *mark* shares a character with *passage*."""
    return any(start < passage[1] and passage[0] < end for start, end in mark.ranges)


def _distance(mark: Mark, passage: Range) -> int:
    """Return how much the ends of a mark's nearest part differ from the passage's."""
    return min(abs(start - passage[0]) + abs(end - passage[1]) for start, end in mark.ranges)
