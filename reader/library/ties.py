"""What ties marks together: links to evidence, and replies."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from reader.annotations import Link, Mark
from reader.annotations.model import RELATIONS, id_number
from reader.article.sanitise import clean_line
from reader.errors import NotFoundError, UsageError
from reader.store import Store

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")


def clean_links(links: Iterable[Link | Mapping[str, Any]]) -> tuple[Link, ...]:
    """Return *links* on one line each, every one once.

    Raises:
        UsageError: if one has no target, or a relation that links do not have.
    """
    return tuple(dict.fromkeys(map(_clean_link, links)))


def _clean_link(link: Link | Mapping[str, Any]) -> Link:
    """Return one link clean."""
    made = link if isinstance(link, Link) else Link(**link)
    if made.rel not in RELATIONS:
        raise UsageError(made.rel, "no relation of a link", f"use {', '.join(RELATIONS)}")
    target = clean_line(made.to)
    if not target:
        raise UsageError("links", "a link to nothing", "give the id of a mark, or an address")
    return Link(target, made.rel, clean_line(made.note))


def check_ties(store: Store, mark: Mark) -> None:
    """Make sure that what *mark* is tied to is there.

    Raises:
        NotFoundError: if it answers, or is linked to, a mark that does not exist.
        UsageError: if it cannot be tied to that.
    """
    for link in mark.links:
        _check_link(store, mark, link.to)
    if mark.reply_to is not None:
        _check_reply(store, mark, mark.reply_to)


def _check_link(store: Store, mark: Mark, target: str) -> None:
    """Make sure that *target* is an address, or a mark other than *mark*."""
    if target == mark.id:
        raise UsageError(target, "the mark itself", "link it to another one")
    if is_mark_id(target):
        store.mark(target)
    elif _ADDRESS.fullmatch(target) is None:
        raise UsageError(target, "neither a mark nor an address", "see `reader notes` for the ids")


def _check_reply(store: Store, mark: Mark, target: str) -> None:
    """Make sure that *mark* is a note that may answer the mark *target*."""
    if mark.kind != "note" or mark.quote:
        raise UsageError(target, "answered by what is no plain note", "leave out quote and kind")
    if not is_mark_id(target):
        raise NotFoundError(target, "no such mark", "see `reader notes` for the ids")
    answered = store.mark(target)
    if answered.article != mark.article:
        raise UsageError(target, f"a mark on {answered.article}", "answer it in its own article")
    if target == mark.id:
        raise UsageError(target, "the reply itself", "answer another one")


def is_mark_id(text: str) -> bool:
    """Tell whether *text* is written as the ids of marks are."""
    try:
        return id_number(text) >= 0
    except ValueError:
        return False
