"""The sections that subscriptions have, without what reads feeds: the tree shows them at once."""

from collections.abc import Iterator, Mapping
from typing import Any

from reader.store import Store

PREFIX = "feed-"
"""What the keys of subscriptions start with among the library's entries."""


def feed_sections(store: Store) -> list[str]:
    """Return the sections that the articles of feeds go into, sorted."""
    return sorted({section_named(body) for body in subscriptions(store).values()})


def subscriptions(store: Store) -> dict[str, Mapping[str, Any]]:
    """Return the documents of the subscriptions that were not ended, by their keys."""
    return dict(_standing(store))


def _standing(store: Store) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the key and the document of each subscription that was not ended."""
    for key, body in store.library().items():
        url = body.get("url")
        if key.startswith(PREFIX) and not body.get("removed") and isinstance(url, str) and url:
            yield key, body


def section_named(body: Mapping[str, Any], told: str = "") -> str:
    """Return the section of a feed: its folder, else its name, else what its feed *told*."""
    folder = body.get("folder")
    names = [str(name) for name in folder] if isinstance(folder, list | tuple) else []
    return " / ".join(names) or str(body.get("title") or told or body["url"])
