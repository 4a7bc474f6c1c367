"""The parts of the reading screen that do the work, each loaded when it is first used.

Most of them wait for a command that is seldom given; the first frame needs few of them, and would
wait for the others to be loaded.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Generic, Self, TypeVar, cast, overload

if TYPE_CHECKING:
    from reader.tui.desk.adding import Adding
    from reader.tui.desk.articles import Articles
    from reader.tui.desk.background import Background
    from reader.tui.desk.changes import Changes
    from reader.tui.desk.checking import Checking
    from reader.tui.desk.colours import Colours
    from reader.tui.desk.correcting import Correcting
    from reader.tui.desk.counting import Counting
    from reader.tui.desk.curtain import Curtain
    from reader.tui.desk.elsewhere import Elsewhere
    from reader.tui.desk.exporting import Exporting
    from reader.tui.desk.facts_pane import FactsPane
    from reader.tui.desk.feed_menus import FeedMenus
    from reader.tui.desk.feeding import Feeding
    from reader.tui.desk.finding import Searching
    from reader.tui.desk.following import Following
    from reader.tui.desk.foreground import Foreground
    from reader.tui.desk.leaving import Leaving
    from reader.tui.desk.left_out import LeftOut
    from reader.tui.desk.library_search import LibrarySearch
    from reader.tui.desk.link_hints import LinkHints
    from reader.tui.desk.linking import Linking
    from reader.tui.desk.lists import Lists
    from reader.tui.desk.marking import Marking
    from reader.tui.desk.notebook import Notebook
    from reader.tui.desk.notes_pane import NotesPane
    from reader.tui.desk.noting import Noting
    from reader.tui.desk.pace import Pace
    from reader.tui.desk.panes import Panes
    from reader.tui.desk.parts import Parts
    from reader.tui.desk.placing import Placing
    from reader.tui.desk.selecting import Selecting
    from reader.tui.desk.shelving import Shelving
    from reader.tui.desk.sketches import Sketches
    from reader.tui.desk.sources_pane import SourcesPane
    from reader.tui.desk.tagging import Tagging
    from reader.tui.desk.telling import Telling
    from reader.tui.desk.undoing import Undoing
    from reader.tui.desk.unsaved import Unsaved
    from reader.tui.desk.versions import Versions
    from reader.tui.desk.walking import Walking
    from reader.tui.desk.widening import Widening

T = TypeVar("T")


class OnFirstUse(Generic[T]):
    """A part of the desk, loaded and made for its screen when it is first asked for.

    Args:
        module: the module of ``reader.tui.desk`` that it stands in.
        kind: the name of its class, which is made with nothing but the screen.
    """

    def __init__(self, module: str, kind: str) -> None:
        self.module = f"reader.tui.desk.{module}"
        self.kind = kind
        self._name = ""

    def __set_name__(self, owner: type[object], name: str) -> None:
        """Take the name under which each screen keeps its own."""
        self._name = name

    @overload
    def __get__(self, desk: None, owner: type[object]) -> Self: ...

    @overload
    def __get__(self, desk: Desk, owner: type[object]) -> T: ...

    def __get__(self, desk: Desk | None, owner: type[object]) -> Self | T:
        """Make the part; from then on the screen has it, and this is not asked again."""
        if desk is None:
            return self
        made = cast("T", getattr(import_module(self.module), self.kind)(desk))
        vars(desk)[self._name] = made
        return made

    def made_for(self, desk: Desk) -> T | None:
        """Return the part if it has been used; None is all there is to know of another."""
        return cast("T | None", vars(desk).get(self._name))


class Desk:
    """The parts by the names under which they know each other."""

    adding: OnFirstUse[Adding] = OnFirstUse("adding", "Adding")
    articles: OnFirstUse[Articles] = OnFirstUse("articles", "Articles")
    background: OnFirstUse[Background] = OnFirstUse("background", "Background")
    changes: OnFirstUse[Changes] = OnFirstUse("changes", "Changes")
    checking: OnFirstUse[Checking] = OnFirstUse("checking", "Checking")
    colours: OnFirstUse[Colours] = OnFirstUse("colours", "Colours")
    correcting: OnFirstUse[Correcting] = OnFirstUse("correcting", "Correcting")
    counting: OnFirstUse[Counting] = OnFirstUse("counting", "Counting")
    curtain: OnFirstUse[Curtain] = OnFirstUse("curtain", "Curtain")
    elsewhere: OnFirstUse[Elsewhere] = OnFirstUse("elsewhere", "Elsewhere")
    exporting: OnFirstUse[Exporting] = OnFirstUse("exporting", "Exporting")
    facts_pane: OnFirstUse[FactsPane] = OnFirstUse("facts_pane", "FactsPane")
    feed_menus: OnFirstUse[FeedMenus] = OnFirstUse("feed_menus", "FeedMenus")
    feeding: OnFirstUse[Feeding] = OnFirstUse("feeding", "Feeding")
    following: OnFirstUse[Following] = OnFirstUse("following", "Following")
    foreground: OnFirstUse[Foreground] = OnFirstUse("foreground", "Foreground")
    leaving: OnFirstUse[Leaving] = OnFirstUse("leaving", "Leaving")
    left_out: OnFirstUse[LeftOut] = OnFirstUse("left_out", "LeftOut")
    library_search: OnFirstUse[LibrarySearch] = OnFirstUse("library_search", "LibrarySearch")
    link_hints: OnFirstUse[LinkHints] = OnFirstUse("link_hints", "LinkHints")
    linking: OnFirstUse[Linking] = OnFirstUse("linking", "Linking")
    lists: OnFirstUse[Lists] = OnFirstUse("lists", "Lists")
    marking: OnFirstUse[Marking] = OnFirstUse("marking", "Marking")
    notebook: OnFirstUse[Notebook] = OnFirstUse("notebook", "Notebook")
    notes_pane: OnFirstUse[NotesPane] = OnFirstUse("notes_pane", "NotesPane")
    noting: OnFirstUse[Noting] = OnFirstUse("noting", "Noting")
    pace: OnFirstUse[Pace] = OnFirstUse("pace", "Pace")
    panes: OnFirstUse[Panes] = OnFirstUse("panes", "Panes")
    parts: OnFirstUse[Parts] = OnFirstUse("parts", "Parts")
    placing: OnFirstUse[Placing] = OnFirstUse("placing", "Placing")
    searching: OnFirstUse[Searching] = OnFirstUse("finding", "Searching")
    selecting: OnFirstUse[Selecting] = OnFirstUse("selecting", "Selecting")
    shelving: OnFirstUse[Shelving] = OnFirstUse("shelving", "Shelving")
    sketches: OnFirstUse[Sketches] = OnFirstUse("sketches", "Sketches")
    sources_pane: OnFirstUse[SourcesPane] = OnFirstUse("sources_pane", "SourcesPane")
    tagging: OnFirstUse[Tagging] = OnFirstUse("tagging", "Tagging")
    telling: OnFirstUse[Telling] = OnFirstUse("telling", "Telling")
    undoing: OnFirstUse[Undoing] = OnFirstUse("undoing", "Undoing")
    unsaved: OnFirstUse[Unsaved] = OnFirstUse("unsaved", "Unsaved")
    versions: OnFirstUse[Versions] = OnFirstUse("versions", "Versions")
    walking: OnFirstUse[Walking] = OnFirstUse("walking", "Walking")
    widening: OnFirstUse[Widening] = OnFirstUse("widening", "Widening")
