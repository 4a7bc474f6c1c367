"""The documents of subscriptions among the library's entries."""

from collections.abc import Iterable, Mapping

from reader.errors import NotFoundError
from reader.ingest.feeds import Feed, Subscription
from reader.library import labels
from reader.library.feed_sections import PREFIX, section_named, subscriptions
from reader.store import Change, Store

Held = Mapping[str, Subscription]
"""Subscriptions by the keys of their documents, by folder and title."""


def held_by(store: Store) -> Held:
    """Return the subscriptions that *store* holds."""
    found = {key: Subscription.from_dict(body) for key, body in subscriptions(store).items()}
    return dict(sorted(found.items(), key=lambda pair: _order(pair[1])))


def _order(known: Subscription) -> tuple[tuple[str, ...], str, str]:
    """Return by what subscriptions are listed."""
    return known.folder, known.title.casefold(), known.url


def key_of(url: str, held: Held) -> str | None:
    """Return the key of the subscription to *url*, also of one that moved away from there."""
    own = f"{PREFIX}{Subscription(url).key}"
    found = next((key for key, each in held.items() if each.url == url), None)
    return found or (own if own in held else None)


def named(name: str, held: Held) -> str:
    """Return the key of the subscription called *name*: its address, its title, its start.

    Raises:
        NotFoundError: if there is none, or several are.
    """
    key = key_of(name, held)
    if key is not None:
        return key
    folded = name.casefold()
    found = [key for key, each in held.items() if each.title.casefold() == folded]
    found = found or [key for key, each in held.items() if each.url.startswith(name)]
    if len(found) == 1:
        return found[0]
    problem = f"may be any of {len(found)} feeds" if found else "no such subscription"
    raise NotFoundError(name, problem, "see `reader feeds list`")


def subscribe(store: Store, made: Iterable[Subscription], label: str) -> None:
    """Store new subscriptions in one step called *label*. Durable when it returns.

    Raises:
        StoreError: if the store cannot be written.
    """
    changes = [
        Change("library", "", f"{PREFIX}{each.key}", each.as_dict() | {"removed": False})
        for each in made
    ]
    if changes:
        store.commit(changes, label)


def end(store: Store, keys: Iterable[str], held: Held) -> None:
    """End the subscriptions of *keys* in one step. Durable when it returns.

    Raises:
        StoreError: if the store cannot be written.
    """
    changes = [Change("library", "", key, {"removed": True}) for key in keys]
    if not changes:
        return
    first = held[changes[0].key]
    what = labels.quoted(first.title or first.url)
    if len(changes) > 1:
        what = labels.counted(len(changes), "feed")
    store.commit(changes, f"end of the subscription to {what}")


def change(
    store: Store,
    key: str,
    before: Subscription,
    after: Subscription,
    sections: Mapping[str, str],
) -> None:
    """Store what the user calls a feed and where they put it, in one step.

    Args:
        store: where it is kept.
        key: the key of the subscription.
        before: the subscription as it is.
        after: as it is to be.
        sections: those of its articles by their ids; the articles that lie in the feed's own
            section move along.

    Raises:
        StoreError: if the store cannot be written.
    """
    told, known = after.as_dict(), before.as_dict()
    patch = {name: told[name] for name in ("title", "folder") if told[name] != known[name]}
    if not patch:
        return
    old, new = section_of(before), section_of(after)
    moving = [article for article, section in sections.items() if section == old != new]
    changes = [Change("library", "", key, patch)]
    changes += [Change("state", article, "state", {"section": new}) for article in moving]
    store.commit(changes, f"change of the feed {labels.quoted(before.title or before.url)}")


def learn(store: Store, key: str, known: Subscription, **told: str | None) -> None:
    """Store what a feed or its server *told* of itself, where that is new; no step for undo.

    Raises:
        StoreError: if the store cannot be written.
    """
    patch = {name: value for name, value in told.items() if getattr(known, name) != value}
    if patch:
        store.commit([Change("library", "", key, patch)], "")


def section_of(known: Subscription, feed: Feed | None = None) -> str:
    """Return the section that a feed's articles go into: its folder, else its own name."""
    return section_named(known.as_dict(), feed.title if feed else "")
