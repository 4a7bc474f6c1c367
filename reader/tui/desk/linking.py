"""Linking evidence to a mark: another mark or an address, and how it bears on what was marked."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from reader.annotations import reading_order
from reader.annotations.model import RELATIONS, Link, Mark
from reader.tui.desk.browsing import open_in_browser
from reader.tui.desk.every_mark import every_mark
from reader.tui.desk.sketches import PENDING
from reader.tui.glyphs import mark_glyph
from reader.tui.ties import FORTH, back, forth, is_address, links_by_target, words_of
from reader.tui.widgets.row_list import Row

if TYPE_CHECKING:
    from reader.library import Library
    from reader.search import Hit
    from reader.tui.screens.reading import ReadingScreen

HITS_SHOWN = 20
"""How many marks of other articles are offered for what is typed."""

ADDRESS, MARK = "↗", "▌"


class Linking:
    """Shows what a mark is tied to, leads there, and adds to it."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self._asked = ""
        """What was last looked for in the library."""

    def ask(self) -> None:
        """Show the links of the mark here, and how another can bear on it; with no mark, make one.

        An address that is typed or pasted at once becomes a source.
        """
        screen = self._screen
        may = screen.may_change()
        mark = (screen.marking.here or screen.marking.make("claim")) if may else None
        screen.selecting.stop()
        if mark is not None:
            self._show(mark)

    def _show(self, mark: Mark) -> None:
        """List the links of *mark*, then those from other articles, and how another can bear on it.

        Those from other articles come when they are read.
        """
        screen = self._screen
        title = f"Evidence: “{words_of(mark)}”"
        links, relations = self._link_rows(mark), _relation_rows()

        def take(row: Row) -> None:
            kind, value = row.key
            if kind == "relation":
                self._ask_target(mark, value)
            elif kind == "link":
                self._ask_about(mark, value)
            elif kind == "address":
                self._ask_note(mark, "source", value)
            else:
                self.go_to(value)

        def show(found: Sequence[Row]) -> None:
            if found and screen.chooser.title == title:
                screen.chooser.fill(title, [*links, *found, *relations])

        screen.chooser.open(title, [*links, *relations], take, offer=_address_row)
        known = {one.id for one in screen.body.marks}
        screen.background.read(lambda: back_rows(screen.library, mark.id, known), show)

    def _link_rows(self, mark: Mark) -> list[Row]:
        """Return a row for each link of *mark*, and for each that leads to it."""
        known = {one.id: one for one in self._screen.body.marks}
        links: Sequence[Link] = self._screen.unsaved.fields_of(mark.id).get("links", mark.links)
        rows = [
            Row(forth(link, known), ("link", link), sign=ADDRESS if "://" in link.to else MARK)
            for link in links
        ]
        rows += [
            Row(back(one, link), ("mark", one.id), sign="←")
            for one, link in links_by_target(known.values()).get(mark.id, ())
        ]
        return rows

    # A new one

    def _ask_target(self, mark: Mark, rel: str) -> None:
        """Ask what it is that bears on *mark*."""
        screen = self._screen
        title = f"It {FORTH[rel]} which mark or address?"
        others = [
            one
            for one in reading_order(screen.side.notes.marks)
            if one.id != mark.id and not one.id.startswith(PENDING)
        ]
        rows = [_mark_row(one) for one in others]

        def take(row: Row) -> None:
            self._ask_note(mark, rel, row.key[1])

        def look(words: str) -> None:
            self._look(words, title, rows, {mark.id, *(one.id for one in others)})

        screen.chooser.open(
            title,
            rows,
            take,
            empty="Type words of a mark in another article,\nor paste an address.",
            offer=_address_row,
            typed=look,
        )

    def _look(self, words: str, title: str, rows: Sequence[Row], known: set[str]) -> None:
        """Look for marks with *words* in the whole library, and offer them below *rows*."""
        screen, self._asked = self._screen, words
        if not words.strip() or is_address(words.strip()):
            return

        def show(hits: Sequence[Hit]) -> None:
            if self._asked == words and screen.chooser.title == title:
                found = [
                    Row(hit.snippet, ("mark", hit.mark), sign=MARK, aside=(hit.title or "")[:24])
                    for hit in hits
                    if hit.mark is not None and hit.mark not in known
                ]
                screen.chooser.fill(title, rows, found=found)

        library = screen.library
        screen.background.read(
            lambda: library.search(words, where="notes", limit=HITS_SHOWN), show, lambda _: None
        )

    def _ask_note(self, mark: Mark, rel: str, target: str) -> None:
        """Ask for a few words on the link, then make it."""
        screen = self._screen

        def add(words: str) -> None:
            present = (screen.marking.known(mark.id) or mark).links
            given = screen.unsaved.fields_of(mark.id).get("links", present)
            links = (*given, Link(target, rel, words.strip()))
            known = {one.id: one for one in screen.body.marks}
            screen.marking.change(mark, f"linked: {forth(links[-1], known)}", links=links)
            screen.panes.focus_page()

        screen.prompt.ask(
            "a note on it:", add, left=screen.panes.focus_page, example="may stay empty; ⏎ links"
        )

    # One that is there

    def _ask_about(self, mark: Mark, link: Link) -> None:
        """Ask whether to follow a link or to take it away."""
        follow = "Open it in the browser" if is_address(link.to) else "Go to it"
        rows = [Row(follow, "follow", sign="→"), Row("Take the link away", "remove", sign="−")]

        def take(row: Row) -> None:
            if row.key == "remove":
                links = tuple(one for one in mark.links if one != link)
                self._screen.marking.change(mark, "link taken away", links=links)
            else:
                self.follow(link)

        known = {one.id: one for one in self._screen.body.marks}
        self._screen.chooser.open(forth(link, known), rows, take)

    def follow(self, link: Link) -> None:
        """Go to the target of *link*."""
        if is_address(link.to):
            open_in_browser(self._screen, link.to)
        else:
            self.go_to(link.to)

    def go_to(self, mark_id: str) -> None:
        """Go to a mark, in whichever article it is."""
        screen = self._screen
        here = screen.marking.known(mark_id)
        screen.articles.remember()
        if here is not None and here.ranges:
            screen.marking.recent = here.id
            screen.body.go_to(here.ranges[0][0])
        elif here is not None:
            screen.tell("this mark has no place in the text")
        else:
            library = screen.library
            screen.background.read(lambda: library.mark(mark_id), self._open)

    def _open(self, mark: Mark) -> None:
        """Open the article of a mark that is in another one."""
        if mark.deleted:
            self._screen.tell("that mark is deleted; undo brings it back")
        else:
            self._screen.articles.open(mark.article, mark=mark.id)


def back_rows(library: Library, mark_id: str, known: Collection[str]) -> list[Row]:
    """Return a row for each mark, but for those *known*, that is linked to the mark of the id.

    None in a library of so many marks that reading them all would take long.
    """
    rows = library.rows()
    titles = {row.id: row.title or "" for row in rows}
    return [
        Row(back(one, link), ("mark", one.id), sign="←", aside=titles.get(one.article, "")[:24])
        for one, link in links_by_target(every_mark(library, rows)).get(mark_id, ())
        if one.id not in known
    ]


def _mark_row(mark: Mark) -> Row:
    """Return the row of a mark that can be linked."""
    return Row(words_of(mark), ("mark", mark.id), sign=mark_glyph(mark), aside=mark.label or "")


def _relation_rows() -> list[Row]:
    """Return a row for each way in which a target bears on a mark."""
    return [Row(f"it {FORTH[rel]} …", ("relation", rel), sign="+", aside=rel) for rel in RELATIONS]


def _address_row(words: str) -> Row | None:
    """Return the row of the address that *words* are; None when they are none."""
    words = words.strip()
    return Row(words, ("address", words), sign=ADDRESS) if is_address(words) else None
