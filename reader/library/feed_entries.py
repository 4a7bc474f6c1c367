"""Entries of feeds as articles of the library: each once, and none that the user threw away."""

from collections.abc import Callable, Iterable
from typing import Any

from reader.article.identity import article_id
from reader.article.model import Article
from reader.errors import IngestError, ReaderError
from reader.ingest.feeds import Entry, Feed
from reader.ingest.feeds.completing import completed
from reader.library.articles import held_state, keep
from reader.library.cards import State, card_of, is_held, version_on_show
from reader.library.outcome import Added
from reader.library.sources import Sources
from reader.library.states import set_state
from reader.store import Change, Store

FIELD = "feed"
"""The field of an article's state that says which feed gave it, and whether all of it."""

_MOST_AT_ONCE = 200

ReadEntry = Callable[[Entry, Feed], Article]
"""Makes an article of an entry. Raises ``IngestError``."""


def keep_new(
    store: Store, feed: Feed, entries: Iterable[Entry], section: str, read: ReadEntry
) -> int:
    """Put those of *entries* that the library does not hold into *section*; return how many.

    What lies in the trash stays there. All of them are durable when it returns, or none is held.
    Of a feed that gives more than two hundred at once, the first are taken.
    """
    changes: dict[str, Change] = {}
    for entry in entries:
        known_as = _id_of(entry)
        if len(changes) == _MOST_AT_ONCE:
            break
        if known_as in changes or is_held(state := store.state(known_as)):
            continue
        try:
            article = read(entry, feed)
        except IngestError:
            continue  # it may be read when it has been edited
        store.put_article(article)
        fields: dict[str, Any] = {"card": card_of(article, state), "section": section}
        fields[FIELD] = {"url": feed.url, "cut": entry.truncated}
        changes[article.id] = Change("state", article.id, "state", fields)
    if changes:
        store.commit(list(changes.values()), "")
    return len(changes)


def keep_changed(store: Store, feed: Feed, entries: Iterable[Entry], read: ReadEntry) -> int:
    """Take what was edited in *entries* for new versions of their articles; return how many.

    Only of those that came from a feed and were not completed from their pages since.
    """
    taken = 0
    for entry in entries:
        state = store.state(_id_of(entry))
        if not is_held(state) or state.get("removed") or not _is_as_given(state):
            continue
        try:
            added = keep(store, read(entry, feed))
        except IngestError:
            continue
        taken += added.status == "new-version"
    return taken


def of_feed(store: Store, url: str) -> dict[str, str]:
    """Return the sections of the articles that the feed at *url* gave, by their ids."""
    return {
        article: str(state.get("section") or "")
        for article, state in store.states()
        if isinstance(about := state.get(FIELD), dict) and about.get("url") == url
    }


def is_cut(state: State) -> bool:
    """Tell whether the feed gave but the beginning of the article, and nobody fetched the rest."""
    about = state.get(FIELD)
    return isinstance(about, dict) and bool(about.get("cut"))


def complete(store: Store, sources: Sources, article: str) -> Added:
    """Fetch the rest of a held article that its feed gave the beginning of.

    What goes wrong is told in what is returned. One whose page has no more is not asked again.
    """
    try:
        state = held_state(store, article)
        held = store.article(article, version_on_show(state))
        if not is_cut(state) or not held.url:
            return Added(article, held.title, "same")
        page = sources.read(held.url, known_as=article)
    except ReaderError as error:
        return Added(article, None, "failed", str(error), error.exit_code)
    about = {**state[FIELD], "cut": False, "whole": True}
    whole = completed(held, page)
    if len(whole.text) <= len(held.text):
        sources.forget(page)
        set_state(store, [article], "", {FIELD: about | {"whole": False}})
        known = "its feed" if about.get("url") else "the list that it was imported from"
        problem = f"{held.url}: its page gives no more than {known}; open it in a browser"
        return Added(article, held.title, "failed", problem, 1)
    added = keep(store, whole, sources.bytes_of(page))
    sources.forget(page)
    set_state(store, [article], "", {FIELD: about})
    return added


def _id_of(entry: Entry) -> str:
    """Return the id of the article that *entry* becomes."""
    return article_id(text="", canonical_url=entry.identity, guid=entry.guid)


def _is_as_given(state: State) -> bool:
    """Tell whether the article's text is the one that its feed gave."""
    about = state.get(FIELD)
    return isinstance(about, dict) and not about.get("whole")
