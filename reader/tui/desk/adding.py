"""Adding articles and feeds: by address, file or folder, or from the clipboard, one or many."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from textual.suggester import Suggester
from textual.timer import Timer

from reader.errors import ReaderError

if TYPE_CHECKING:
    from reader.library import Added
    from reader.tui.screens.reading import ReadingScreen

PROGRESS_S = 0.2
"""How often the bottom line tells how far a folder is."""

MOST_LOOKED_THROUGH = 2000
"""Up to how many files of a folder a path is completed from."""

LONGEST_SOURCE = 1000
"""Up to how many characters what lies on the clipboard may be the name of something."""


class PathEnd(Suggester):
    """Completes a path with a file or folder that begins like it."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """Return *value* with its last part completed; None when nothing begins like it."""
        if not value or "://" in value:
            return None
        folder, slash, begun = value.rpartition("/")
        if not begun:
            return None
        try:
            home = Path(folder + slash or ".").expanduser()
            names = list(islice(home.iterdir(), MOST_LOOKED_THROUGH))
            fits = sorted(path for path in names if path.name.startswith(begun))
            return f"{folder}{slash}{fits[0].name}{'/' * fits[0].is_dir()}" if fits else None
        except (OSError, RuntimeError, ValueError):
            return None


@dataclass
class Batch:
    """What is being added; a thread fills it, the screen reads it."""

    source: str
    text: str = ""
    """The document itself, when it was pasted."""
    number: int = 0
    """How many sources it holds."""
    rows: list[tuple[str, Added]] = field(default_factory=list)
    """What came of each so far."""
    is_feed: bool = False
    """Whether it is no article but names a feed."""

    @property
    def good(self) -> list[Added]:
        """What is in the library now."""
        return [row for _, row in self.rows if row.status != "failed" and row.id]

    @property
    def bad(self) -> list[tuple[str, str]]:
        """What could not be added, and why."""
        return [(source, row.error or "") for source, row in self.rows if row.status == "failed"]


class Adding:
    """Asks what to add, and adds it beside the screen."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self._batch: Batch | None = None
        self._timer: Timer | None = None

    def ask(self) -> None:
        """Ask what to add; what lies on the clipboard is offered when it names something."""
        screen = self._screen
        if screen.may_change():
            screen.prompt.ask(
                "add:",
                self.add,
                answer=_named_by(screen.app.clipboard),
                left=screen.panes.focus_page,
                example="a URL, file, folder or feed, or a pasted text; tab completes",
                suggester=PathEnd(),
                pasted=self._add_text,
                selected=True,
            )

    def add(self, source: str) -> None:
        """Add what *source* names; open the first that comes."""
        screen = self._screen
        source = source.strip().strip("'\"")
        screen.panes.focus_page()
        if not source:
            return
        if self._batch is not None:
            screen.tell(f"still adding {self._batch.source}; {self._progress}")
            return
        self._start(Batch(source))

    def _add_text(self, text: str) -> None:
        """Add a document that was pasted."""
        self._screen.prompt.close()
        self._screen.panes.focus_page()
        if self._batch is None:
            self._start(Batch("the pasted text", text))

    def _start(self, batch: Batch) -> None:
        """Add a batch beside the screen."""
        screen = self._screen
        screen.tell(f"adding {batch.source} …")
        screen.status.show_state("reading")
        self._batch = batch
        self._timer = screen.set_interval(PROGRESS_S, self._tell_progress)
        screen.background.fetch(lambda: self._read(batch), self._added, self._failed)

    def _read(self, batch: Batch) -> Batch:
        """Add all that the batch's source names, each for itself."""
        library = self._screen.library
        if batch.text:
            batch.rows.append((batch.source, library.add(batch.text.encode("utf-8", "replace"))))
            return batch
        source = _expanded(batch.source)
        if _is_front_page(source) and self._names_feed(source):
            batch.is_feed = True
            return batch
        sources = library.sources(source)
        batch.number = len(sources)
        for one in sources:
            batch.rows.append((one, library.add(one)))
        if batch.bad and len(sources) == 1 and source.startswith(("http://", "https://")):
            batch.is_feed = self._names_feed(source)
        return batch

    def _names_feed(self, url: str) -> bool:
        """Tell whether what is no article is a feed, or a page that has one."""
        try:
            return bool(self._screen.library.feeds.found_at(url))
        except ReaderError:
            return False

    @property
    def _progress(self) -> str:
        """How far it is."""
        batch = self._batch
        return f"{len(batch.rows)} of {batch.number}" if batch is not None else ""

    def _tell_progress(self) -> None:
        """Say how far a folder is."""
        batch = self._batch
        if batch is not None and batch.number > 1:
            self._screen.telling.tell(f"adding {batch.source}: {self._progress}", keep=False)

    def _failed(self, _: Exception) -> None:
        """Be done with what could not be; why was told."""
        self._end()

    def _end(self) -> None:
        """Be done."""
        self._batch = None
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self._screen.status.show_state("")

    def _added(self, batch: Batch) -> None:
        """Say what was added, and open it."""
        screen, good, bad = self._screen, batch.good, batch.bad
        self._end()
        if batch.is_feed:
            screen.feeding.look_for(batch.source)
            return
        screen.refresh_tree()
        if not batch.rows:
            screen.tell(f"{batch.source}: there is nothing readable there")
        elif len(batch.rows) > 1:
            screen.telling.note([error for _, error in bad])
            screen.tell(_summary(good, bad), error=bool(bad))
        elif bad:
            screen.tell(bad[0][1] or "nothing could be added", error=True)
        else:
            screen.tell(f"{good[0].status}: {good[0].summary or good[0].title}")
        opened = screen.articles.opened
        if not good or good[0].id is None:
            return
        screen.status.show_state("saved")
        if opened is not None and opened.article.id == good[0].id:
            screen.articles.show_again()
        else:
            screen.articles.open(good[0].id)


def _summary(good: Sequence[Added], bad: Sequence[tuple[str, str]]) -> str:
    """Return what came of several sources: ``12 added, 1 failed: x.html: …``."""
    statuses = [row.status for row in good]
    told = [f"{statuses.count('added')} added"]
    for status, words in (("new-version", "with a new version"), ("same", "held already")):
        if status in statuses:
            told.append(f"{statuses.count(status)} {words}")
    if bad:
        more = "; ! lists the others" if len(bad) > 1 else ""
        told.append(
            f"{len(bad)} failed: {bad[0][1].removeprefix(str(Path(bad[0][0]).parent) + '/')}{more}"
        )
    return ", ".join(told)


def _is_front_page(source: str) -> bool:
    """Tell whether *source* is the address of a whole site, whose feed is wanted rather."""
    return re.fullmatch(r"https?://[^/?#]+/?", source) is not None


def _expanded(source: str) -> str:
    """Return *source* with the home of the user in place of a tilde."""
    try:
        return str(Path(source).expanduser()) if source.startswith("~") else source
    except RuntimeError:
        return source


def _named_by(clipboard: str) -> str:
    """Return what lies on the clipboard when it is an address or an existing path; else nothing."""
    words = clipboard.strip()
    if not words or "\n" in words or len(words) > LONGEST_SOURCE:
        return ""
    if words.startswith(("http://", "https://")) and " " not in words:
        return words
    try:
        path = Path(_expanded(words))
        return words if "/" in words and path.exists() else ""
    except (OSError, ValueError):
        return ""
