"""Tagging marks and articles, with the tags that are in use offered while one types."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.suggester import Suggester
from textual.widget import Widget

from reader.annotations.model import Mark
from reader.tui.desk.every_mark import every_mark

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen


EXAMPLE = "several, parted by spaces, or by commas; → completes; none clears"


class LastWord(Suggester):
    """Completes the last of several words with one that begins like it."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=False)
        self.words: set[str] = set()

    async def get_suggestion(self, value: str) -> str | None:
        """Return *value* with its last word completed; None when nothing begins like it."""
        start = max(value.rfind("," if "," in value else " "), value.rfind("#")) + 1
        start += len(value[start:]) - len(value[start:].lstrip())
        begun = value[start:].casefold()
        fits = sorted(word for word in self.words if word.casefold().startswith(begun))
        return value[:start] + fits[0] if begun and fits else None


class Tagging:
    """Asks for tags."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self._in_use = LastWord()

    def ask(self) -> None:
        """Ask for the tags of the mark here; with no mark, of the article."""
        screen = self._screen
        if not screen.may_change():
            return
        in_tree = screen.focused is screen.section_tree.rows
        mark = None if in_tree else screen.marking.here
        self._learn()
        if mark is not None:
            self._ask_for_mark(mark)
        elif ids := screen.shelving.chosen:
            self._ask_for_articles(ids, back=screen.section_tree.rows if in_tree else None)

    def _ask_for_articles(self, ids: Sequence[str], back: Widget | None) -> None:
        """Ask for the tags that the articles of *ids* have in common; *back* then has the keys."""
        screen, opened = self._screen, self._screen.articles.opened
        rows = [row for one in ids if (row := screen.section_tree.row_of(one)) is not None]
        common = [tag for tag in (rows[0].tags if rows else ()) if all(tag in r.tags for r in rows)]
        if opened is not None and [opened.article.id] == list(ids):
            common = list(opened.state.get("tags") or ())

        def leave() -> None:
            if back is not None:
                screen.set_focus(back)
            else:
                screen.panes.focus_page()

        def done(words: str) -> None:
            screen.shelving.set_tags(ids, common, tags_in(words))
            leave()

        several = f"{len(ids)} articles" if len(ids) > 1 else "the article"
        question = f"tags of {several}:"
        screen.prompt.ask(
            question,
            done,
            answer=listed(common),
            left=leave,
            example=EXAMPLE,
            suggester=self._in_use,
        )

    def _ask_for_mark(self, mark: Mark) -> None:
        """Ask for the tags of *mark*; those that could not be saved are there again."""
        screen = self._screen
        from_notes = screen.focused is screen.side.notes.rows

        def back() -> None:
            if from_notes:
                screen.set_focus(screen.side.notes.rows)
            else:
                screen.panes.focus_page()

        def set_tags(words: str) -> None:
            tags = tags_in(words)
            screen.marking.change(mark, f"tags: {', '.join(tags) or 'none'}", tags=tags)
            back()

        present = screen.unsaved.fields_of(mark.id).get("tags", mark.tags)
        screen.prompt.ask(
            "tags of the mark:",
            set_tags,
            answer=listed(present),
            left=back,
            example=EXAMPLE,
            suggester=self._in_use,
        )

    def _learn(self) -> None:
        """Read which tags are in use, beside what is typed."""
        library = self._screen.library

        def used() -> set[str]:
            rows = library.rows()
            found = {tag for row in rows for tag in row.tags}
            return found.union(*(mark.tags for mark in every_mark(library, rows)))

        self._in_use.words.update(tag for mark in self._screen.body.marks for tag in mark.tags)
        self._screen.background.read(used, self._in_use.words.update)


def tags_in(words: str) -> Sequence[str]:
    """Return the tags that *words* name, parted by commas where there is one, else by spaces."""
    parts = words.split(",") if "," in words else words.split()
    return [tag for part in parts if (tag := " ".join(part.split()).lstrip("#"))]


def listed(tags: Sequence[str]) -> str:
    """Return *tags* as ``tags_in`` reads them again, with commas where one of them has a space."""
    if not any(" " in tag for tag in tags):
        return " ".join(tags)
    return ", ".join(tags) if len(tags) > 1 else f"{tags[0]},"
