"""Another version of the open article: fetched again, added elsewhere, or brought by undo."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.annotations.model import Mark
from reader.article.model import Article
from reader.errors import ReaderError, SpanError
from reader.tui.page.motion import Motion, Range

if TYPE_CHECKING:
    from reader.library import Added
    from reader.tui.desk.opened import Opened
    from reader.tui.screens.reading import ReadingScreen

NEIGHBOURS = 3
"""How many sentences on either side are looked for when that at the cursor is gone."""


class Versions:
    """Brings newer versions of the open article, and keeps the place from one to the other."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self._fetching: set[str] = set()

    def fetch_again(self) -> None:
        """Read the open article's own source again, beside the screen."""
        screen, opened = self._screen, self._screen.articles.to_change()
        if opened is None:
            return
        article_id, title = opened.article.id, opened.article.title
        if article_id in self._fetching:
            screen.tell(f"still being fetched: {title}")
            return
        self._fetching.add(article_id)
        screen.tell(f"fetching again: {title} …")

        def failed(_: ReaderError) -> None:
            self._fetching.discard(article_id)

        screen.background.fetch(
            lambda: screen.library.refresh(article_id),
            lambda added: self._fetched(article_id, title, added),
            failed,
        )

    def _fetched(self, article_id: str, title: str, added: Added) -> None:
        """Say what came of it; a new version of the open article comes to the page."""
        screen, opened = self._screen, self._screen.articles.opened
        self._fetching.discard(article_id)
        if added.status == "failed":
            screen.tell(added.error or f"{title}: it could not be fetched", error=True)
        elif added.status == "same":
            screen.tell(f"nothing has changed: {title}")
        elif opened is not None and opened.article.id == article_id:
            screen.articles.show_again()
        else:
            screen.tell(f"new version of {title}: {added.summary or 'it has no marks'}")
        if added.status != "failed":
            screen.refresh_tree()

    def show(self, before: Opened, after: Opened, told: str) -> None:
        """Put *after* on the page in place of *before*, at the same sentence and height."""
        screen, body = self._screen, self._screen.body
        cursor = body.cursor or (0, 0)
        row = body.page.line_of(cursor[0]) - body.top_line if body.page is not None else 0
        at_top = body.top_line == 0
        offset = same_place(before.article, after.article, cursor)
        screen.articles.show(after, offset)
        if body.page is not None and not at_top:
            body.scroll_to_line(body.page.line_of(offset) - row)
        elif at_top:
            body.scroll_to_line(0)
        if told:
            screen.tell(told)


def told_of(before: Article, marked: Sequence[Mark], after: Opened) -> str:
    """Return what the bottom line says of a newer version; empty when it is the same text.

    Args:
        before: the version that was on the page.
        marked: the marks as they were placed in it.
        after: the one that is to come there.
    """
    from reader.library.fates import fate_of, summary

    if before.version == after.article.version:
        return ""
    old, new = before.text, after.article.text
    marks = {mark.id: mark for mark in marked if mark.quote}
    fates = [fate_of(marks[mark.id], mark, old, new) for mark in after.marks if mark.id in marks]
    return f"new version: {summary(fates) or 'no marks in it'}; w shows what changed"


def same_place(old: Article, new: Article, sentence: Range) -> int:
    """Return where *sentence* of *old*, or the nearest one that is still there, is in *new*."""
    if old.text == new.text:
        return sentence[0]
    motion = Motion(old)
    here: list[Range | None] = [sentence]
    before, after = motion.sentence_beside(sentence[0], -1), motion.sentence_beside(sentence[0], 1)
    for _ in range(NEIGHBOURS):
        here += [after, before]
        before = motion.sentence_beside(before[0], -1) if before else None
        after = motion.sentence_beside(after[0], 1) if after else None
    for passage in here:
        if passage is not None and (place := _found(old, new, passage)) is not None:
            return place
    return round(sentence[0] * len(new.text) / max(1, len(old.text)))


def _found(old: Article, new: Article, passage: Range) -> int | None:
    """Return where *passage* of *old* starts in *new*; None when it is not there any more."""
    from reader.annotations import anchor, describe  # versions are few

    try:
        was = describe(old, *passage)
    except SpanError:
        return None
    return anchor(new.text, was.quote, was.prefix, was.suffix, was.start, old_text=old.text).start
