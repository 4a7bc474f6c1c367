"""Marks that are on the page and not on the disk yet, each under an id of its own until then."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from reader.annotations.model import Anchor, Claim, Mark, MarkKind
from reader.article.model import Article
from reader.errors import ReaderError, StoreError
from reader.tui.glyphs import UNSAVED
from reader.tui.page.motion import Range

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen

PENDING = "…"
"""How the id of a mark starts that has been painted but not saved yet."""


class Sketches:
    """The marks that were painted in this session, and what became of each."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self._count = 0
        self._painted: dict[str, Mark] = {}
        """Those that are not saved, by the ids they are painted under."""
        self._saved: dict[str, Mark] = {}
        """What was saved, by the id that it was painted under until then."""
        self._refused: dict[str, ReaderError] = {}
        """Why one could not be saved the last time, by its id."""
        self._signed: set[str] = set()
        """The ids of marks that were ever shown with the sign of what is not saved."""

    def new(
        self, article: Article, kind: MarkKind, passage: Range | None, fields: Mapping[str, Any]
    ) -> Mark:
        """Return a mark as it is painted until it is saved."""
        self._count += 1
        start, end = passage or (None, None)
        mark = Mark(
            f"{PENDING}{self._count}",
            article.id,
            article.text[start:end] if passage is not None else "",
            kind,
            claim=Claim() if kind == "claim" else None,
            label=fields.get("label"),
            note=fields.get("note", ""),
            reply_to=fields.get("reply_to"),
            anchor=Anchor("exact", start, end),
        )
        self._painted[mark.id] = mark
        return mark

    def save(self, sketch: Mark, article: Article, fields: dict[str, Any]) -> Mark:
        """Save a mark that was painted; called off the screen's thread.

        An article that was to join the library, and could not, joins it first.
        """
        library = self._screen.library
        try:
            if not library.holds(article.id):
                library.keep(article)
            if fields.get("reply_to"):
                fields = {**fields, "reply_to": self.saved_id(fields["reply_to"])}
            self._saved[sketch.id] = mark = library.annotate(article.id, **fields)
        except ReaderError as error:
            self._refused[sketch.id] = error
            raise
        return mark

    def saved_id(self, mark_id: str) -> str:
        """Return the id under which a mark is stored; called off the screen's thread.

        Raises:
            ReaderError: if it is not stored, for the reason that kept it from being so.
        """
        if not mark_id.startswith(PENDING):
            return mark_id
        if mark_id in self._saved:
            return self._saved[mark_id].id
        unknown = StoreError("the mark", "it is not saved yet", "save it first")
        raise self._refused.get(mark_id, unknown)

    def saved(self, mark_id: str) -> Mark | None:
        """Return the mark that was saved of the one painted as *mark_id*; None when none was."""
        return self._saved.get(mark_id)

    def current(self, mark_id: str) -> str:
        """Return the id that a mark is painted under now."""
        return self._saved[mark_id].id if mark_id in self._saved else mark_id

    def is_refused(self, mark: Mark) -> bool:
        """Tell whether *mark* is one that could not be saved."""
        return mark.id in self._refused and mark.id not in self._saved

    def drop(self, mark_id: str) -> None:
        """Let go of a mark that was painted."""
        self._painted.pop(mark_id, None)

    def over(self, marks: Sequence[Mark]) -> list[Mark]:
        """Return *marks* with those that are not saved yet, and a sign on what is unsaved."""
        opened, known = self._screen.articles.opened, {mark.id for mark in marks}
        article = opened.article.id if opened is not None else None
        missing = [
            mark
            for mark in self._painted.values()
            if mark.article == article and mark.id not in known and mark.id not in self._saved
        ]
        shown = [*marks, *missing]
        waiting = {self.current(change.subject) for change in self._screen.unsaved.waiting}
        self._signed |= waiting
        if not self._signed:
            return shown
        return [_signed(mark, unsaved=mark.id in waiting) for mark in shown]


def _signed(mark: Mark, *, unsaved: bool) -> Mark:
    """Return *mark* with the field that tells that something about it is not saved, or without."""
    if bool(mark.more.get(UNSAVED)) == unsaved:
        return mark
    more = {key: value for key, value in mark.more.items() if key != UNSAVED}
    return replace(mark, more={**more, UNSAVED: True} if unsaved else more)
