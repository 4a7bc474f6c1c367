"""All feeds asked at once, host by host; what each gave comes out as soon as it is there.

Nothing is stored here: states come in with the subscriptions and go out with the outcomes.
"""

import queue
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Literal
from urllib.parse import urlsplit

from reader.errors import ReaderError, StatusError
from reader.ingest.feeds.asking import Ask, Parse
from reader.ingest.feeds.model import Entry, Feed
from reader.ingest.feeds.subscription import FeedState, Subscription
from reader.ingest.fetch import Fetched

_AT_ONCE = 8
_GONE = 410

OutcomeStatus = Literal["new", "unchanged", "failed", "not-due"]
Asked = tuple[Subscription, FeedState]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of asking for one feed."""

    subscription: Subscription
    """As it was asked for."""

    status: OutcomeStatus
    state: FeedState
    """What to remember instead of the state that it was asked with."""

    feed: Feed | None = None
    """The whole feed, when the server gave it."""

    new: tuple[Entry, ...] = ()
    """Its entries that were not in it the last time."""

    changed: tuple[Entry, ...] = ()
    """Its entries that say something else than the last time."""

    moved_to: str | None = None
    """Its address from now on, when it has moved for good."""

    error: ReaderError | None = None


def refresh(
    asked: Sequence[Asked],
    ask: Ask,
    parse: Parse,
    *,
    now: datetime | None = None,
    only_due: bool = False,
    at_once: int = _AT_ONCE,
) -> Iterator[Outcome]:
    """Yield what came of each feed in *asked*, one for each, in the order in which they come.

    Feeds of one host are asked for one after the other. None that fails keeps the others from
    being asked. Closing the iterator asks for no more.

    Args:
        asked: the subscriptions with what is known of each.
        ask: fetches one; called from several threads.
        parse: reads one; called from several threads.
        now: the moment that states are stamped with.
        only_due: whether to leave alone those that are not due yet.
        at_once: how many hosts are asked at the same time.
    """
    now = now or datetime.now(UTC)
    wanted = [each for each in asked if not only_due or each[1].is_due(now)]
    for subscription, state in asked:
        if only_due and not state.is_due(now):
            yield Outcome(subscription, "not-due", state)
    hosts = _by_host(wanted)
    waiting: queue.SimpleQueue[list[Asked]] = queue.SimpleQueue()
    done: queue.SimpleQueue[Outcome | BaseException] = queue.SimpleQueue()
    for group in hosts:
        waiting.put(group)
    stop = threading.Event()
    for _ in range(min(at_once, len(hosts))):
        worker = _Worker(waiting, done, stop, ask, parse, now)
        threading.Thread(target=worker.run, name="feeds", daemon=True).start()
    try:
        for _ in wanted:
            outcome = done.get()
            if isinstance(outcome, BaseException):
                raise outcome
            yield outcome
    finally:
        stop.set()


def _by_host(asked: Sequence[Asked]) -> list[list[Asked]]:
    """Return *asked* by host, those with the most feeds first, for they take longest."""
    groups: dict[str, list[Asked]] = {}
    for each in asked:
        groups.setdefault(_host(each[0].url), []).append(each)
    return sorted(groups.values(), key=len, reverse=True)


def _host(url: str) -> str:
    """Return the host of *url*; one that cannot be read is its own."""
    try:
        return (urlsplit(url).hostname or url).lower()
    except ValueError:
        return url


@dataclass(frozen=True, slots=True)
class _Worker:
    """One thread that asks host after host."""

    waiting: "queue.SimpleQueue[list[Asked]]"
    done: "queue.SimpleQueue[Outcome | BaseException]"
    stop: threading.Event
    ask: Ask
    parse: Parse
    now: datetime

    def run(self) -> None:
        """Ask until no host is left, or nobody waits for the outcomes any more."""
        while True:
            try:
                group = self.waiting.get_nowait()
            except queue.Empty:
                return
            for subscription, state in group:
                if self.stop.is_set():
                    return
                try:
                    self.done.put(outcome_of(subscription, state, self.ask, self.parse, self.now))
                except BaseException as error:  # noqa: BLE001 - raised anew where the outcomes are waited for
                    self.done.put(error)
                    return


def outcome_of(
    subscription: Subscription, state: FeedState, ask: Ask, parse: Parse, now: datetime
) -> Outcome:
    """Return what came of asking for one feed; never raises what a feed or a network causes."""
    try:
        page = ask(subscription.url, state.validators)
        if page.not_modified:
            after = state.after_answer(now, page.validators, page.max_age_s)
            return Outcome(subscription, "unchanged", after, moved_to=page.moved_to)
        feed = parse(page)
    except ReaderError as error:
        return _failed(subscription, state, error, now)
    return _answered(subscription, state, page, feed, now)


def _failed(
    subscription: Subscription, state: FeedState, error: ReaderError, now: datetime
) -> Outcome:
    """Return the outcome of a feed that could not be had."""
    wait = error.retry_after_s if isinstance(error, StatusError) else None
    gone = isinstance(error, StatusError) and error.status == _GONE
    after = state.after_failure(now, str(error), wait, gone=gone)
    return Outcome(subscription, "failed", after, error=error)


def _answered(
    subscription: Subscription, state: FeedState, page: Fetched, feed: Feed, now: datetime
) -> Outcome:
    """Return the outcome of a feed that was read."""
    new = tuple(entry for entry in feed.entries if entry.key not in state.seen)
    changed = tuple(
        entry
        for entry in feed.entries
        if state.seen.get(entry.key, entry.fingerprint) != entry.fingerprint
    )
    fresh = max(page.max_age_s or 0, feed.ttl_s or 0)
    # Validators that the server no longer gives are not to be sent again.
    known = replace(state, etag="", last_modified="")
    after = replace(
        known.after_answer(now, page.validators, fresh),
        seen={entry.key: entry.fingerprint for entry in feed.entries},
    )
    status: OutcomeStatus = "new" if new or changed else "unchanged"
    return Outcome(subscription, status, after, feed, new, changed, page.moved_to)
