"""What the lines above and below say, and the list of keys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reader.tui.key_names import key_name
from reader.tui.keymap import COMMANDS
from reader.tui.page.heading import duration
from reader.tui.screens.desk import Desk

if TYPE_CHECKING:
    from reader.tui.screens.reading import ReadingScreen

NARROW = 60
"""Below so many cells the key that tells all others comes first, for there is room for two."""

SELECTING = (
    ("←→", "word"),
    (")(", "sentence"),
    ("jk", "line"),
    ("O", "other end"),
    ("h", "highlight"),
    ("c", "claim"),
    ("a", "note"),
    ("y", "copy"),
    ("esc", "leave"),
)
IN_TREE = (
    ("jk", "move"),
    ("⏎", "open"),
    ("←→", "fold"),
    ("tab", "next pane"),
    ("q", "back to the page"),
    ("A", "add"),
    ("v", "pick several"),
    ("F", "feeds"),
    ("t", "put away"),
)
IN_FACTS = (
    ("jk", "move"),
    ("⏎", "go to it"),
    ("h", "highlight it"),
    ("c", "claim"),
    ("a", "note"),
    ("/", "filter"),
    ("x", "no fact"),
    ("T", "its kind"),
    ("→", "notes"),
    ("tab", "next pane"),
    ("q", "back to the page"),
)
IN_NOTES = (
    ("jk", "move"),
    ("⏎", "go to it"),
    ("a", "note"),
    ("S", "status"),
    ("/", "filter"),
    ("m", "reply"),
    ("#", "tags"),
    ("L", "evidence"),
    ("x", "delete"),
    ("←", "facts"),
    ("tab", "next pane"),
    ("q", "back to the page"),
)
IN_SOURCES = (
    ("jk", "move"),
    ("⏎", "open"),
    ("←", "notes"),
    ("→", "facts"),
    ("tab", "next pane"),
    ("q", "back to the page"),
)
IN_LOST = (("jk", "move"), ("p", "where it may belong"), ("P", "keep as lost"), *IN_NOTES[2:])
COUNTING = (
    (")(", "sentences"),
    ("jk", "lines"),
    ("][", "headings"),
    ("}{", "paragraphs"),
    ("space", "pages"),
    ("G", "to that line"),
    ("%", "per cent"),
    ("esc", "drop it"),
)
SEARCHING = (("↓↑", "move"), ("⏎", "open"), ("tab", "articles, notes or all"), ("esc", "back"))
COMPARING = (
    ("n N", "changes"),
    ("z", "unfold"),
    ("v", "versions"),
    ("⏎", "go there"),
    ("q", "back to the page"),
)
UNCLEANED = (
    ("jk", "left out"),
    ("⏎", "bring back"),
    ("} {", "any line"),
    ("x", "leave out"),
    ("u", "undo"),
    ("q", "back to the page"),
)
CHOOSING = (("↓↑", "move"), ("⏎", "take it"), ("esc", "leave"))
NOTING = (("^s", "save and close"), ("esc", "close, keep the draft"), ("^e", "your editor"))
CORRECTING = (("⏎", "save"), ("tab", "next field"), ("esc", "leave all as it was"))
CHECKING = (("←→", "another"), *CORRECTING)


OF_COMMANDS = (
    SELECTING,
    IN_TREE,
    IN_FACTS,
    IN_NOTES,
    IN_SOURCES,
    IN_LOST,
    COMPARING,
    UNCLEANED,
    COUNTING,
)
"""The hints at keys that can be given to other commands."""

Hints = Sequence[tuple[str, str]]
"""Keys and what they do."""


def hints_for(screen: ReadingScreen) -> Hints:
    """Return what the keys do now, the most useful first."""
    special = special_hints(screen)
    if special:
        return special
    hinted = (one for one in COMMANDS.values() if one.hint and screen.keymap[one.id])
    narrow = screen.size.width < NARROW
    ranked = sorted(
        (one for one in hinted if one.when(screen)),
        key=lambda one: (not (narrow and one.id == "keys"), one.rank),
    )
    return [(key_name(screen.keymap[one.id][0]), one.hint) for one in ranked]


def special_hints(screen: ReadingScreen) -> Hints:
    """Return what the keys do where something other than the page has them; else nothing."""
    rows = screen.focused_rows
    states = (
        (screen.chooser.is_open, CHOOSING),
        *_states_of_desk(screen),
        (screen.body.selection is not None, SELECTING),
        (rows is screen.section_tree.rows, IN_TREE),
        (rows is screen.side.facts.rows, IN_FACTS),
        (rows is screen.side.sources.rows, IN_SOURCES),
        (rows is screen.side.notes.rows, IN_LOST if _on_lost(screen) else IN_NOTES),
    )
    hints = next((hints for holds, hints in states if holds), ())
    return _in_force(screen, hints) if hints in OF_COMMANDS else hints


def _in_force(screen: ReadingScreen, hints: Hints) -> Hints:
    """Return *hints* with the keys that hold, where these are not the usual ones."""
    if not screen.config.keys and screen.config.keymap == "default":
        return hints
    from reader.tui.desk.remapped import remapped

    return remapped(tuple(hints), tuple(screen.keymap.items()))


def _states_of_desk(desk: Desk) -> Iterator[tuple[bool, Sequence[tuple[str, str]]]]:
    """Yield whether each of the parts that have been used has the keys, and what they do then."""
    if (counting := Desk.counting.made_for(desk)) is not None:
        yield counting.is_on, COUNTING
    if (search := Desk.library_search.made_for(desk)) is not None:
        yield search.is_open, SEARCHING
    if (changes := Desk.changes.made_for(desk)) is not None:
        yield changes.cover.is_open, COMPARING
    if (left_out := Desk.left_out.made_for(desk)) is not None:
        yield left_out.cover.is_open, UNCLEANED
    if (correcting := Desk.correcting.made_for(desk)) is not None:
        yield correcting.is_open, CORRECTING
    if (checking := Desk.checking.made_for(desk)) is not None:
        yield checking.is_open, CHECKING
    if (noting := Desk.noting.made_for(desk)) is not None:
        yield noting.has_keys, NOTING


def _on_lost(screen: ReadingScreen) -> bool:
    """Tell whether the mark that is chosen in the notes has lost its passage."""
    chosen = screen.side.notes.chosen
    return chosen is not None and chosen.is_lost


def about_line(screen: ReadingScreen) -> tuple[list[str], str, str]:
    """Return the way to the open article, how far the reader is, and that in short."""
    opened = screen.articles.opened
    view = screen.body.view
    if opened is None or view is None:
        return ([], "", "")
    row = screen.section_tree.row_of(opened.article.id)
    section = (row.section if row else None) or ("" if opened.held else "not in the library")
    left = round((1 - view.progress) * screen.articles.minutes)
    marks, claims = screen.body.marks, screen.marking.index.claims
    parts = [f"{view.progress:.0%}"]
    if left:
        parts.append(f"{duration(left)} left")
    if marks:
        parts.append(_count(len(marks), "mark"))
    if claims:
        parts.append(_count(claims, "claim"))
    return [section, opened.article.title], "  ".join(parts), parts[0]


def _count(number: int, name: str) -> str:
    """Return ``1 mark`` or ``2 marks``."""
    return f"{number} {name}{'' if number == 1 else 's'}"
