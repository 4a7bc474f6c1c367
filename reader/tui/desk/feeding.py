"""Feeds on the screen: subscribing, and asking for what is new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from textual.timer import Timer

from reader.tui.widgets.row_list import Row

if TYPE_CHECKING:
    from reader.ingest.feeds.discovery import Found
    from reader.library.feed_outcome import Refreshed, Subscribed
    from reader.tui.desk.opened import Opened
    from reader.tui.screens.reading import ReadingScreen

PROGRESS_S = 0.2
"""How often the bottom line tells how far a refresh is."""

EMPTY = "No feeds yet. A, then the address of a feed or of a page that has one."


@dataclass
class Round:
    """One refresh as it goes on; a thread of its own fills it, the screen's reads it."""

    number: int
    """How many feeds are asked."""
    told: list[Refreshed] = field(default_factory=list)
    stopped: bool = False
    """Whether the reader wants no more of it."""

    @property
    def new(self) -> int:
        """How many articles came."""
        return sum(one.new for one in self.told)

    @property
    def words(self) -> str:
        """How far it is."""
        return f"feeds {len(self.told)} of {self.number} · {self.new} new"


class Feeding:
    """The subscriptions of the library, asked beside the screen."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self._round: Round | None = None
        self._timer: Timer | None = None
        self._completing: set[str] = set()
        self._told: set[str] = set()
        """The articles of which it was told that they could not be completed."""

    @property
    def is_on(self) -> bool:
        """Whether feeds are being asked."""
        return self._round is not None

    def watch(self) -> None:
        """Ask the feeds that are due now and then, as the configuration says."""
        config, screen = self._screen.config, self._screen
        if screen.library.read_only or config.offline:
            return
        if config.feeds_on_start:
            self.refresh(only_due=True, quiet=True)
        if config.feeds_minutes:
            every = 60 * config.feeds_minutes
            screen.set_interval(every, lambda: self.refresh(only_due=True, quiet=True))

    # Asking for what is new

    def refresh(
        self, names: Sequence[str] = (), *, only_due: bool = False, quiet: bool = False
    ) -> None:
        """Ask the feeds called *names*, or all of them, and tell how far it is.

        Args:
            names: addresses; all feeds when there are none.
            only_due: whether those are left alone that are not due yet.
            quiet: whether nothing is said when there is no feed to ask.
        """
        screen = self._screen
        if self._round is not None:
            screen.tell(f"{self._round.words}; escape stops it")
            return
        if screen.library.read_only:
            screen.may_change()
            return
        going = self._round = Round(len(names))
        feeds = screen.library.feeds

        def ask() -> Round:
            going.number = len(names) or len(feeds.rows())
            asked = feeds.refresh(names, only_due=only_due)
            for one in asked:
                going.told.append(one)
                if going.stopped:
                    break
            asked.close()  # type: ignore[attr-defined]  # it is a generator, which then asks no more
            return going

        self._timer = screen.set_interval(PROGRESS_S, self._tell_progress)
        screen.background.feed(ask, lambda done: self._refreshed(done, quiet), self._failed)

    def stop(self) -> bool:
        """Ask no more feeds in this refresh; tell whether there was one."""
        if self._round is None or self._round.stopped:
            return False
        self._round.stopped = True
        self._screen.tell(f"stopping: {self._round.words}")
        return True

    def _tell_progress(self) -> None:
        """Say how far the refresh is, and show what came so far."""
        going = self._round
        if going is not None and not going.stopped and going.number:
            self._screen.telling.tell(going.words, keep=False)

    def _end(self) -> None:
        """Be done with a refresh."""
        self._round = None
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _failed(self, _: Exception) -> None:
        """Be done with a refresh that could not be; why was told."""
        self._end()
        self._screen.refresh_tree()

    def _refreshed(self, going: Round, quiet: bool) -> None:
        """Say what a refresh brought; what went wrong stands among the messages."""
        screen = self._screen
        self._end()
        screen.refresh_tree()
        errors = [one.error for one in going.told if one.error]
        screen.telling.note(errors)
        if not going.told:
            if not quiet:
                screen.tell("no feed to ask" if going.number else EMPTY)
            return
        told = f"{going.words}{' · stopped' * going.stopped}"
        changed = sum(one.changed for one in going.told)
        told += f" · {changed} changed" if changed else ""
        if len(errors) == 1:
            told += f" · {errors[0]}"
        elif errors:
            told += f" · {len(errors)} failed, ! lists why"
        screen.tell(told, error=bool(errors))

    # Subscribing

    def ask(self) -> None:
        """Ask for the address of a feed, or of a page that has one."""
        screen = self._screen
        if screen.may_change():
            question = "subscribe to the feed at:"
            screen.prompt.ask(question, self.look_for, left=screen.panes.focus_page)

    def look_for(self, address: str) -> None:
        """Subscribe to the feed at *address*; of several on a page, to the one that is chosen."""
        screen, address = self._screen, address.strip()
        screen.panes.focus_page()
        if not address:
            return
        if "://" not in address:
            address = f"https://{address}"
        screen.tell(f"looking for feeds at {address} …")
        feeds = screen.library.feeds
        screen.background.feed(lambda: feeds.found_at(address), self._found)

    def _found(self, found: Sequence[Found]) -> None:
        """Subscribe to the feed that was found, or ask to which."""
        if len(found) == 1:
            self._subscribe(found[0].url)
            return
        rows = [Row(one.title or one.url, one.url, aside=one.url) for one in found]
        title = "Subscribe to which of these feeds?"
        self._screen.chooser.open(title, rows, lambda row: self._subscribe(row.key))

    def _subscribe(self, url: str) -> None:
        """Subscribe to the feed at *url*."""
        screen = self._screen
        screen.tell(f"subscribing to {url} …")
        screen.background.feed(lambda: screen.library.feeds.add(url), self._subscribed)

    def _subscribed(self, told: Subscribed) -> None:
        """Say what came of subscribing."""
        screen, name = self._screen, told.title or told.url
        screen.refresh_tree()
        if told.error is not None:
            screen.tell(told.error, error=True)
        elif told.status == "same":
            screen.tell(f"subscribed already: {name}")
        else:
            screen.tell(f"subscribed: {name} · {told.new} new")

    # Articles of which the feed gave but the beginning

    def complete(self, opened: Opened) -> None:
        """Fetch the rest of an article that its feed gave the beginning of; told once if not."""
        screen, article_id = self._screen, opened.article.id
        about = opened.state.get("feed")
        is_cut = opened.held and isinstance(about, dict) and about.get("cut")
        if not is_cut or article_id in self._completing or screen.library.read_only:
            return
        if screen.config.offline:
            self._tell_once(article_id, "only the beginning is here; the network is switched off")
            return
        self._completing.add(article_id)
        feeds = screen.library.feeds

        def done(_: object) -> None:
            self._completing.discard(article_id)

        def completed(added: object) -> None:
            done(added)
            error = getattr(added, "error", None)
            if error:
                self._tell_once(article_id, f"only the beginning is here; {error}")
            now = screen.articles.opened
            if now is not None and now.article.id == article_id:
                screen.articles.show_again(quiet=True)

        screen.background.fetch(lambda: feeds.complete(article_id), completed, done)

    def _tell_once(self, article_id: str, words: str) -> None:
        """Say why an article is not whole, the first time."""
        if article_id not in self._told:
            self._told.add(article_id)
            self._screen.tell(words)
