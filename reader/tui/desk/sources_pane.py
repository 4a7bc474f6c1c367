"""The tab of the sources: filled when it is in view, and what its rows do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.library.stories import same_story
from reader.tui.desk.addresses import go_to_address
from reader.tui.desk.changes import when
from reader.tui.page.heading import day_of
from reader.tui.widgets import source_rows
from reader.tui.widgets.row_list import Row
from reader.tui.widgets.source_rows import Address, Comparison, Found, LeftOutKey, Story

if TYPE_CHECKING:
    from reader.article.model import Article
    from reader.tui.screens.reading import ReadingScreen

ONE_VERSION = "one only; U fetches it again"
NO_STORY = "none in the library"
NO_LINKS = "none in the text"


class SourcesPane:
    """Shows where the open article comes from, its versions, its like, and its links.

    What is looked for beside the page is looked for only while the tab is in view.
    """

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self._article: Article | None = None
        self._versions: Found = None
        self._stories: Found = None

    def follow(self) -> None:
        """Show the sources of the open article, if the tab is in view and does not yet."""
        screen, opened = self._screen, self._screen.articles.opened
        if not screen.side.shows_sources:
            self._article = None
        elif opened is None:
            self._article = None
            screen.side.sources.show((), self._choose)
        elif opened.article != self._article:
            self._article = opened.article
            self._versions = None if opened.held else ()
            self._stories = None
            self._show()
            self._look(opened.article, held=opened.held)

    def _look(self, article: Article, *, held: bool) -> None:
        """Look for versions and for other articles, and show them when found."""
        screen, library = self._screen, self._screen.library

        def show_versions(found: Found) -> None:
            if self._article is article:
                self._versions = found
                self._show()

        def show_stories(found: Found) -> None:
            if self._article is article:
                self._stories = found
                self._show()

        def fail_versions(error: ReaderError) -> None:
            show_versions(str(error))

        def fail_stories(error: ReaderError) -> None:
            show_stories(str(error))

        if held:
            screen.background.read(
                lambda: library.versions.all(article.id), show_versions, fail_versions
            )
        screen.background.index(lambda: same_story(library, article), show_stories, fail_stories)

    def _show(self) -> None:
        """List what is known so far."""
        screen, opened = self._screen, self._screen.articles.opened
        if opened is None or self._article is None:
            return
        article = self._article
        cells = screen.side.size.width - 5
        versions = source_rows.looked_for(
            self._versions, lambda found: [*source_rows.version_rows(found, when)], ONE_VERSION
        )
        stories = source_rows.looked_for(
            self._stories, lambda found: [*source_rows.story_rows(found)], NO_STORY
        )
        links = [*source_rows.link_rows(article)]
        nothing = [Row(NO_LINKS, indent=1, style="quiet", selectable=False)]
        origin = [*source_rows.origin_rows(article, opened.state, cells, day_of)]
        rows = [
            *source_rows.group("From", origin),
            *source_rows.group("Versions", versions),
            *source_rows.group("Same story", stories),
            *source_rows.group("Links", links or nothing, len(links)),
        ]
        screen.side.sources.show(rows, self._choose)

    def _choose(self, row: Row) -> None:
        """Do what a row is for."""
        screen = self._screen
        match row.key:
            case Address(href):
                go_to_address(screen, href)
            case Comparison(old, new):
                screen.changes.open(old, new)
            case Story(article):
                screen.articles.remember()
                screen.articles.open(article)
                screen.panes.focus_page()
            case LeftOutKey():
                screen.left_out.open()
