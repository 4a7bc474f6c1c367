"""Making marks and saying what one thinks of them.

A mark is painted before it is saved, so that a key never waits for the disk; should it not be
saved, it goes again and the bottom line says why.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from reader.annotations.model import (
    CLAIM_STATUSES,
    RELATIONS,
    Anchor,
    Claim,
    Link,
    Mark,
    MarkKind,
)
from reader.annotations.signs import STATUS_SIGNS
from reader.tui.page.motion import Range
from reader.tui.widgets.row_list import Row

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen

PENDING = "…"
"""How the id of a mark starts that has been painted but not saved yet."""


class Marking:
    """What is done to the marks of the open article."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self._count = 0
        self._saved: dict[str, Mark] = {}
        """The marks that were saved, by the id that each was painted under until then."""

    # Which one

    @property
    def here(self) -> Mark | None:
        """The mark that commands work on: the one chosen in the panel, else that at the cursor."""
        screen = self._screen
        if screen.focused is screen.side.notes.rows:
            return screen.side.notes.chosen
        passage = screen.selecting.chosen or screen.body.cursor
        if passage is None:
            return None
        over = [mark for mark in screen.body.marks if _touches(mark, passage)]
        return min(over, key=lambda mark: _distance(mark, passage), default=None)

    # Making

    def mark(self, kind: MarkKind, *, paragraph: bool = False, **fields: Any) -> None:
        """Mark what is chosen; what is marked so already is unmarked or changed instead."""
        screen = self._screen
        passage = self._passage(paragraph=paragraph)
        if passage is None:
            screen.tell("there is nothing here to mark")
            return
        same = next((mark for mark in screen.body.marks if _stands_at(mark, passage)), None)
        screen.selecting.stop()
        if same is None:
            self._make(kind, passage, fields)
        elif kind == same.kind and not fields:
            self.delete(same)
        else:
            change = {"status": "unchecked"} if kind == "claim" and not same.claim else fields
            self.change(same, kind, **change)

    def _passage(self, *, paragraph: bool) -> Range | None:
        """Return the passage that a key marks."""
        screen = self._screen
        cursor, motion = screen.body.cursor, screen.body.motion
        if paragraph and cursor is not None and motion is not None:
            return motion.paragraph_at(cursor[0])
        return screen.selecting.chosen or cursor

    def _make(
        self,
        kind: MarkKind,
        passage: Range,
        fields: dict[str, Any],
        then: Callable[[Mark], None] | None = None,
    ) -> Mark | None:
        """Paint a new mark and save it; return it as it was painted, None when it cannot be."""
        screen = self._screen
        opened = screen.articles.opened
        if opened is None or not screen.may_change() or not screen.articles.join():
            return None
        start, end = passage
        self._count += 1
        sketch = Mark(
            f"{PENDING}{self._count}",
            opened.article.id,
            opened.article.text[start:end],
            kind,
            claim=Claim() if kind == "claim" else None,
            label=fields.get("label"),
            anchor=Anchor("exact", start, end),
        )
        screen.show_marks([*screen.body.marks, sketch])

        def saved(mark: Mark) -> None:
            self._saved[sketch.id] = mark
            self._put(sketch.id, mark)
            if then is not None:
                then(mark)

        screen.background.save(
            lambda: screen.library.annotate(
                opened.article.id, start=start, end=end, kind=kind, **fields
            ),
            saved,
            lambda _: self._put(sketch.id, None),
        )
        return sketch

    def _put(self, mark_id: str, mark: Mark | None) -> None:
        """Show *mark* in place of the one of *mark_id*; None takes that away."""
        screen = self._screen
        rest = [one for one in screen.body.marks if one.id != mark_id]
        opened = screen.articles.opened
        if mark is not None and opened is not None and mark.article == opened.article.id:
            rest.append(mark)
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
        screen = self._screen
        if not screen.may_change():
            return
        tell = after or (lambda _: None)

        def changed(fresh: Mark) -> None:
            self._changed(fresh, what)
            tell(True)

        def change(known: Mark | None) -> None:
            if known is None:
                tell(False)
                return
            screen.background.save(
                lambda: screen.library.change_mark(known.id, **fields),
                changed,
                lambda _: tell(False),
            )

        if mark.id.startswith(PENDING):
            self.when_saved(mark.id, change)
        else:
            change(mark)

    def when_saved(self, sketch: str, then: Callable[[Mark | None], None]) -> None:
        """Call *then* with the mark painted as *sketch* when it is saved; None if it cannot be."""
        self._screen.background.save(lambda: None, lambda _: then(self._saved.get(sketch)))

    def _changed(self, mark: Mark, what: str) -> None:
        """Show the changed mark, where it was placed."""
        before = next((one for one in self._screen.body.marks if one.id == mark.id), None)
        self._put(mark.id, replace(mark, anchor=before.anchor) if before else mark)
        self._screen.tell(what)

    def delete(self, mark: Mark | None = None) -> None:
        """Delete *mark*, or the one here."""
        screen = self._screen
        mark = mark or self.here
        if mark is None or not screen.may_change():
            return
        if mark.id.startswith(PENDING):
            self.when_saved(mark.id, lambda saved: self.delete(saved) if saved else None)
            return
        gone = mark
        self._put(gone.id, None)
        screen.background.save(
            lambda: screen.library.delete_mark(gone.id),
            lambda _: screen.tell("deleted; u brings it back"),
            lambda _: self._put(gone.id, gone),
        )

    def label(self, label: str) -> None:
        """Label the mark here, or take the label away; with no mark, make one."""
        mark = self.here
        if mark is None:
            self.mark("highlight", label=label)
        elif mark.label == label:
            self.change(mark, "no label", label=None)
        else:
            self.change(mark, f"label: {label}", label=label)

    def ask_for_status(self) -> None:
        """Ask how far the check of the claim has come; with no mark, make one first."""
        screen = self._screen
        mark = (self.here or self.make("claim")) if screen.may_change() else None
        screen.selecting.stop()
        if mark is not None:
            self._choose_status(mark)

    def make(self, kind: MarkKind, then: Callable[[Mark], None] | None = None) -> Mark | None:
        """Mark what is chosen; return the mark as it was painted.

        Its id holds only until it is saved; then *then* is called with the mark that was saved.
        """
        passage = self._passage(paragraph=False)
        return self._make(kind, passage, {}, then) if passage is not None else None

    def _choose_status(self, mark: Mark) -> None:
        """Show the statuses to choose from, then ask for the verdict."""
        screen = self._screen
        present = mark.claim.status if mark.claim else ""
        rows = [
            Row(name, name, sign=STATUS_SIGNS[name], aside="now" if name == present else "")
            for name in CLAIM_STATUSES
        ]

        def ask_verdict(row: Row) -> None:
            verdict = mark.claim.verdict if mark.claim else ""
            screen.prompt.ask(
                f"{row.key}; verdict:",
                lambda words: self.change(
                    mark, f"claim: {row.key}", status=row.key, verdict=words.strip()
                ),
                answer=verdict,
                left=screen.panes.focus_page,
            )

        screen.chooser.open("How far has the check come?", rows, ask_verdict)

    def ask_for_tags(self) -> None:
        """Ask for the tags of the mark here; with no mark, of the article."""
        screen = self._screen
        if not screen.may_change():
            return
        mark = self.here
        if mark is not None:
            screen.prompt.ask(
                "tags of the mark:",
                lambda words: self.change(
                    mark, f"tags: {', '.join(_tags(words)) or 'none'}", tags=_tags(words)
                ),
                answer=" ".join(mark.tags),
                left=screen.panes.focus_page,
            )
        elif screen.articles.opened is not None:
            present = screen.articles.opened.state.get("tags") or []
            screen.prompt.ask(
                "tags of the article:",
                lambda words: screen.shelving.set_tags(_tags(words)),
                answer=" ".join(present),
                left=screen.panes.focus_page,
            )

    def ask_for_link(self) -> None:
        """Ask what the mark here is to be linked to; with no mark, make one first."""
        screen = self._screen
        mark = (self.here or self.make("claim")) if screen.may_change() else None
        screen.selecting.stop()
        if mark is None:
            return
        linked = mark

        def add(words: str) -> None:
            found = parse_link(words)
            if found is None:
                screen.tell(f"{words}: no link; write it as `contradicts https://… a few words`")
            else:
                links = (*linked.links, found)
                self.change(linked, f"linked: {found.rel}", links=links)

        relations = " ".join(RELATIONS)
        screen.prompt.ask(
            "evidence:",
            add,
            left=screen.panes.focus_page,
            example=f"supports https://…   or a mark's id; {relations}",
        )

    # Back and forth

    def travel(self, *, back: bool) -> None:
        """Take the last change back, or make it again."""
        screen = self._screen
        if not screen.may_change():
            return
        call = screen.library.undo if back else screen.library.redo

        def done(label: str | None) -> None:
            if label is None:
                screen.tell("nothing to undo" if back else "nothing to redo")
                return
            screen.tell(f"{'undid' if back else 'redid'}: {label}")
            screen.shelving.follow(screen.section_tree.order)
            screen.articles.show_again()

        screen.background.save(call, done)


def parse_link(words: str) -> Link | None:
    """Return the link that *words* write: how it bears on the mark, its target, a note.

    The relation may be left out; it is a source then. None when there is no target.
    """
    parts = words.split()
    rel = parts.pop(0) if parts and parts[0] in RELATIONS else "source"
    if not parts or not _TARGET.fullmatch(parts[0]):
        return None
    return Link(parts[0], rel, " ".join(parts[1:]))


_TARGET = re.compile(r"https?://\S+|[0-9a-hjkmnp-tv-z]{13}")


def _tags(words: str) -> list[str]:
    """Return the tags that *words* name, parted by spaces or commas."""
    return [tag for word in words.replace(",", " ").split() if (tag := word.lstrip("#"))]


def _stands_at(mark: Mark, passage: Range) -> bool:
    """Tell whether *mark* is on exactly *passage*, but for white space at its ends."""
    start, end = mark.anchor.start, mark.anchor.end
    if start is None or end is None:
        return False
    return abs(start - passage[0]) <= 1 and abs(end - passage[1]) <= 1


def _touches(mark: Mark, passage: Range) -> bool:
    """Tell whether *mark* shares a character with *passage*."""
    start, end = mark.anchor.start, mark.anchor.end
    return start is not None and end is not None and start < passage[1] and passage[0] < end


def _distance(mark: Mark, passage: Range) -> int:
    """Return how much a mark's ends differ from the passage's."""
    return abs((mark.anchor.start or 0) - passage[0]) + abs((mark.anchor.end or 0) - passage[1])
