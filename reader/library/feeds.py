"""The subscriptions of a library: made and ended, asked for, exchanged with other readers."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from reader.annotations.model import utc_now
from reader.article.sanitise import clean_line
from reader.config import Config
from reader.errors import NetworkError, ReaderError
from reader.ingest.feeds import (
    Feed,
    Outcome,
    Outline,
    PoliteAsker,
    Subscription,
    read_opml,
    refresh,
    write_opml,
)
from reader.ingest.feeds.asking import Ask
from reader.ingest.feeds.discovery import Found
from reader.ingest.feeds.finding import find_feeds
from reader.ingest.fetch import Fetched, Validators
from reader.library import labels
from reader.library.feed_entries import complete, is_cut, keep_changed, keep_new, of_feed
from reader.library.feed_outcome import FeedRow, Refreshed, Subscribed
from reader.library.feed_states import FeedStates
from reader.library.outcome import Added
from reader.library.sources import Sources
from reader.library.subscriptions import (
    Held,
    change,
    end,
    held_by,
    key_of,
    learn,
    named,
    section_of,
    subscribe,
)
from reader.paths import Paths
from reader.store import Store

_TITLE = "Newsmargin"


class Feeds:
    """The subscriptions of one library.

    Any thread may call it. Subscriptions lie in the store, and making or ending one can be
    undone; what servers told of feeds lies in the cache.
    """

    def __init__(self, store: Store, paths: Paths, config: Config, sources: Sources) -> None:
        self._store = store
        self._config = config
        self._sources = sources
        self._cache = paths.cache

    def rows(self) -> list[FeedRow]:
        """Return the subscriptions by folder and title."""
        states = FeedStates(self._cache)
        return [_row(each, states) for each in held_by(self._store).values()]

    def add(self, url: str, *, folder: Sequence[str] = (), title: str = "") -> Subscribed:
        """Subscribe to the feed at *url*, or the first that the page there names.

        Its entries are articles when it returns. What goes wrong with the feed is told in what
        is returned.

        Raises:
            StoreError: if the store cannot be written.
        """
        ask = _remembering(self._asker(heed_robots=False))
        try:
            found, feed, others = self._meant(url, ask)
        except ReaderError as error:
            return Subscribed(url, title, "failed", error=str(error), exit_code=error.exit_code)
        held = held_by(self._store)
        key = key_of(found.url, held)
        if key is not None:
            return Subscribed(held[key].url, held[key].title, "same", others=others)
        name = clean_line(title) or feed.title or found.title
        made = Subscription(found.url, name, feed.home, _clean(folder), utc_now())
        subscribe(self._store, [made], f"subscription to {labels.quoted(name or made.url)}")
        held = held_by(self._store)
        key = key_of(made.url, held)
        (told,) = self._refresh({key: made} if key else {}, ask, only_due=False)
        return Subscribed(
            told.url, name, "added", told.new, others, told.error, exit_code=told.exit_code
        )

    def import_opml(self, data: bytes, subject: str) -> list[Subscribed]:
        """Subscribe to the feeds of an OPML file; none is asked for yet.

        Raises:
            IngestError: if it is no OPML.
            StoreError: if the store cannot be written.
        """
        listed, held, now = read_opml(data, subject), held_by(self._store), utc_now()
        made: dict[str, Subscription] = {}
        told: list[Subscribed] = []
        for feed in listed.feeds:
            is_new = feed.url not in made and key_of(feed.url, held) is None
            if is_new:
                made[feed.url] = Subscription(feed.url, feed.title, feed.home, feed.folder, now)
            told.append(Subscribed(feed.url, feed.title, "added" if is_new else "same"))
        for address in listed.refused:
            problem = f"{address}: is no web address; give one that starts with https://"
            told.append(Subscribed(address, "", "failed", error=problem, exit_code=1))
        subscribe(self._store, made.values(), f"import of {labels.counted(len(made), 'feed')}")
        return told

    def export_opml(self) -> bytes:
        """Return the subscriptions as OPML."""
        held = held_by(self._store).values()
        return write_opml((Outline(f.url, f.title, f.home, f.folder) for f in held), _TITLE)

    def found_at(self, url: str) -> list[Found]:
        """Return the feeds at or behind *url*, the likeliest to be meant first; one at least.

        Raises:
            ReaderError: if there is none, or the address cannot be fetched.
        """
        return find_feeds(url, self._asker(heed_robots=False), self._sources.read_feed)

    def change(
        self, name: str, *, title: str | None = None, folder: Sequence[str] | None = None
    ) -> FeedRow:
        """Give the feed called *name* another title or folder, and its articles their section.

        Articles that were filed elsewhere stay there. One step; durable when it returns.

        Raises:
            NotFoundError: if there is no such subscription.
            StoreError: if the store cannot be written.
        """
        held = held_by(self._store)
        key = named(name, held)
        before = held[key]
        after = replace(
            before,
            title=before.title if title is None else clean_line(title) or before.title,
            folder=before.folder if folder is None else _clean(folder),
        )
        change(self._store, key, before, after, of_feed(self._store, before.url))
        return _row(after, FeedStates(self._cache))

    def remove(self, names: Iterable[str]) -> list[FeedRow]:
        """End the subscriptions called *names*; their articles stay. Return what they were.

        Raises:
            NotFoundError: if there is none of a name; then none is ended.
            StoreError: if the store cannot be written.
        """
        held = held_by(self._store)
        keys = list(dict.fromkeys(named(name, held) for name in names))
        states = FeedStates(self._cache)
        end(self._store, keys, held)
        return [_row(held[key], states) for key in keys]

    def refresh(self, names: Sequence[str] = (), *, only_due: bool = False) -> Iterator[Refreshed]:
        """Ask for the feeds called *names*, for all when there are none; yield what came of each.

        They come in the order in which their servers answer. Closing the iterator asks for no
        more.

        Args:
            names: addresses or titles.
            only_due: whether to leave alone those that are not due yet.

        Raises:
            NotFoundError: if there is none of a name; then none is asked for.
            StoreError: if the store cannot be written.
        """
        held = held_by(self._store)
        keys = list(dict.fromkeys(named(name, held) for name in names)) or list(held)
        return self._refresh({key: held[key] for key in keys}, self._polite, only_due=only_due)

    def is_cut(self, article_id: str) -> bool:
        """Tell whether a held article is but the beginning that its feed gave."""
        return is_cut(self._store.state(article_id))

    def complete(self, article_id: str) -> Added:
        """Fetch the whole text of such an article; it stays the same one and keeps its marks.

        What goes wrong with its page is told in what is returned.

        Raises:
            StoreError: if the store cannot be written.
        """
        return complete(self._store, self._sources, article_id)

    def _meant(self, url: str, ask: Ask) -> tuple[Found, Feed, tuple[str, ...]]:
        """Return the first feed at or behind *url* that can be read, and the addresses of others.

        Raises:
            ReaderError: if there is none.
        """
        found = find_feeds(url, ask, self._sources.read_feed)
        for place, each in enumerate(found):
            try:
                feed = self._sources.read_feed(ask(each.url, Validators()))
            except ReaderError:
                if place == len(found) - 1:
                    raise
                continue
            return each, feed, tuple(other.url for other in found if other != each)
        raise AssertionError("find_feeds gives one at least")

    def _refresh(self, asked: Held, ask: Ask, *, only_due: bool) -> Iterator[Refreshed]:
        """Ask for feeds, keep what they give, and yield what came of each."""
        states = FeedStates(self._cache)
        keys = {each.url: key for key, each in asked.items()}
        pairs = [(each, states[each.url]) for each in asked.values()]
        try:
            for outcome in refresh(pairs, ask, self._sources.read_feed, only_due=only_due):
                yield self._taken(keys[outcome.subscription.url], outcome, states)
        finally:
            states.save()

    def _taken(self, key: str, outcome: Outcome, states: FeedStates) -> Refreshed:
        """Keep what one feed gave, and only then remember that it was seen."""
        known, feed, read = outcome.subscription, outcome.feed, self._sources.read_entry
        new = changed = 0
        if feed is not None:
            new = keep_new(self._store, feed, outcome.new, section_of(known, feed), read)
            changed = keep_changed(self._store, feed, outcome.changed, read)
        states[known.url] = outcome.state
        after = self._as_told(known, outcome)
        learn(self._store, key, known, title=after.title, home=after.home, url=after.url)
        if after.url != known.url:
            states.move(known.url, after.url)
        return Refreshed(
            after.url,
            after.title,
            outcome.status,
            new,
            changed,
            known.url if after.url != known.url else None,
            None if outcome.error is None else str(outcome.error),
            0 if outcome.error is None else outcome.error.exit_code,
        )

    def _as_told(self, known: Subscription, outcome: Outcome) -> Subscription:
        """Return *known* at its new address, and with its feed's name and page if it had none."""
        if outcome.feed is not None:
            title, home = outcome.feed.title, outcome.feed.home
            known = replace(known, title=known.title or title, home=known.home or home)
        url = outcome.moved_to
        if url is None or any(each.url == url for each in held_by(self._store).values()):
            return known
        return replace(known, url=url)

    @cached_property
    def _polite(self) -> Ask:
        """What asks for feeds in a refresh; it remembers the rules of sites for a day."""
        return self._asker(heed_robots=True)

    def _asker(self, *, heed_robots: bool) -> Ask:
        """Return what asks for feeds, unless the network is switched off."""
        asker = PoliteAsker(allow_private=self._config.allow_private, heed_robots=heed_robots)

        def ask(url: str, known: Validators) -> Fetched:
            if self._config.offline:
                remedy = "unset NEWSMARGIN_OFFLINE, or network.offline in the configuration"
                raise NetworkError(url, "the network is switched off", remedy)
            return asker(url, known)

        return ask


def _remembering(ask: Ask) -> Ask:
    """Return what asks for each address once."""
    pages: dict[str, Fetched] = {}

    def remembered(url: str, known: Validators) -> Fetched:
        if url not in pages:
            pages[url] = ask(url, known)
        return pages[url]

    return remembered


def _row(known: Subscription, states: FeedStates) -> FeedRow:
    """Return the row of one subscription."""
    state = states[known.url]
    return FeedRow(
        url=known.url,
        title=known.title,
        home=known.home,
        folder=known.folder,
        section=section_of(known),
        checked=state.checked,
        due=state.due,
        failures=state.failures,
        gone=state.gone,
        error=state.error,
    )


def _clean(folder: Sequence[str]) -> tuple[str, ...]:
    """Return the names of folders clean, without empty ones."""
    return tuple(name for each in folder if (name := clean_line(each)))
