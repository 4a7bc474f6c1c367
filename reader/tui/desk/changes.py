"""Looking at what was changed between two versions of the open article."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from reader.library.labels import extent
from reader.tui.desk.covering import Covering
from reader.tui.widgets.row_list import Row

if TYPE_CHECKING:
    from reader.article.revision import Revision
    from reader.library.versions import Version
    from reader.tui.screens.reading import ReadingScreen
    from reader.tui.widgets.changes_view import RevisionPage
    from reader.tui.widgets.cover import Cover


class Comparison(NamedTuple):
    """Two versions of an article, and what was changed from one to the other."""

    versions: Sequence[Version]
    """All there are, the oldest first."""
    old: Version
    new: Version
    revision: Revision


class Changes:
    """Shows what was changed in place of the page, which stays as it is behind it."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self._shown: Comparison | None = None
        does = {
            "line-down": lambda: self.cover.scroll(1),
            "line-up": lambda: self.cover.scroll(-1),
            "to-top": lambda: self.cover.scroll(-1_000_000),
            "to-end": lambda: self.cover.scroll(1_000_000),
            "next-match": lambda: self._step(1),
            "last-match": lambda: self._step(-1),
            "next-heading": lambda: self._step(1),
            "last-heading": lambda: self._step(-1),
            "toggle-zen": self._fold,
            "select-words": self._ask_old,
            "choose": self._go_there,
            "changes": lambda: self.cover.leave(),
        }
        self.cover: Covering[RevisionPage] = Covering(
            screen, _make, lambda page, count: page.scroll_lines(count), does
        )
        """The frame that it stands in."""

    def open(self, old: str | None = None, new: str | None = None) -> None:
        """Compare two versions of the open article; the latest two when none are named."""
        screen, opened = self._screen, self._screen.articles.opened
        if opened is None:
            return
        if not opened.held:
            screen.tell("this article is not in the library yet, so there is one version only")
            return
        article_id, library = opened.article.id, screen.library

        def read() -> Comparison | None:
            versions = library.versions.all(article_id)
            if len(versions) < 2:
                return None
            by_name = {one.version: one for one in versions}
            before, after = library.versions.pair(article_id, old, new)
            revision = library.versions.compare(article_id, before, after)
            return Comparison(versions, by_name[before], by_name[after], revision)

        screen.background.read(read, lambda found: self._show(article_id, found))

    def _show(self, article_id: str, found: Comparison | None) -> None:
        """Show what was found, if its article is still open."""
        screen, opened = self._screen, self._screen.articles.opened
        if opened is None or opened.article.id != article_id:
            return
        if found is None:
            screen.tell("there is one version only; U fetches the article again")
            return
        self._shown = found
        self.cover.open(lambda: self._fill(found))

    def _fill(self, found: Comparison) -> None:
        """Fill the view, which has its size now."""
        page = self.cover.page
        if page is not None and self._shown is found:
            page.show(found.revision)
            self._tell()
            self._screen.refresh_status()

    def _tell(self) -> None:
        """Say which versions are compared, and how much was changed."""
        page = self.cover.page
        if page is None or self._shown is None:
            return
        old, new, revision = self._shown.old, self._shown.new, self._shown.revision
        much = "the same text" if revision.is_same else extent(revision)
        told = f"version of {when(old)} → {when(new)}: {much}"
        count = len(page.revised.starts)
        self.cover.tell(told + (f" · {page.change + 1} of {count}" if count else ""))

    # What keys do

    def _step(self, step: int) -> None:
        """Go to the next change, or the one before."""
        page = self.cover.page
        if page is not None and page.go_to(page.change + step):
            self._tell()
        else:
            self._screen.tell("no more changes" if step > 0 else "no changes before this one")

    def _fold(self) -> None:
        """Fold or unfold what did not change."""
        if (page := self.cover.page) is not None:
            page.fold()

    def _go_there(self) -> None:
        """Go to the change in the article, when its newer version is the one on the page."""
        screen, shown, page = self._screen, self._shown, self.cover.page
        if page is None or shown is None or not page.revised.places:
            return
        place = page.revised.places[page.change]
        self.cover.leave()
        if screen.article is not None and shown.new.version == screen.article.version:
            screen.articles.remember()
            screen.body.go_to(place)

    def _ask_old(self) -> None:
        """Let the reader choose the two versions to be compared: the older one first."""
        shown = self._shown
        if shown is not None:
            rows = _version_rows(shown.versions, shown.old.version)
            self._screen.chooser.open("Compare which version …", rows, self._ask_new)

    def _ask_new(self, chosen: Row) -> None:
        """Let the reader choose the newer one."""
        shown = self._shown
        if shown is not None:
            rows = _version_rows(shown.versions, shown.new.version)
            self._screen.chooser.open(
                f"… {chosen.text} with which?", rows, lambda row: self.open(chosen.key, row.key)
            )


def _make() -> Cover[RevisionPage]:
    """Make what is shown in place of the page."""
    from reader.tui.widgets.changes_view import RevisionPage
    from reader.tui.widgets.cover import Cover

    return Cover(RevisionPage(), id="changes")


def _version_rows(versions: Sequence[Version], present: str) -> list[Row]:
    """Return a row for each version that can be read, the newest first."""
    return [
        Row(
            f"{when(one)}   {one.words} words{'   on the page' * one.shown}",
            one.version,
            sign="›" if one.version == present else " ",
            aside=one.version[:8],
            selectable=not one.damaged,
        )
        for one in reversed(versions)
    ]


def when(version: Version) -> str:
    """Return when a version was put into the library, by the clock of the place."""
    if version.kept is None:
        return f"an unknown day ({version.version[:8]})"
    at = datetime.fromisoformat(version.kept).astimezone()
    year = "" if at.year == datetime.now().astimezone().year else f" {at.year}"
    return f"{at.day} {at:%b}{year} {at:%H:%M}"
